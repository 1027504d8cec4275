"""Which words of a reply speak against somebody: the mistakes it made, and what denies a point.

Nobody is quoted with such words as if they had earned the point.
"""

from __future__ import annotations

from trainer.matching.reading import Evidence
from trainer.meeting.mistakes import found_mistakes
from trainer.meeting.turns import Turn
from trainer.scenario.models import Scenario


def mistakes_in(scenario: Scenario, turn: Turn) -> dict[str, Evidence]:
    """Mistake -> the words of this reply that made it, heard for certain; one that stood already is in it when it was made again."""
    if turn.reading is None:
        return {}
    listens_for = tuple(scenario.moment(turn.spoke.moment).listens_for)
    heard = found_mistakes(scenario, listens_for, turn.reading)
    again = {name: one.evidence for name, one in heard.items() if one.sure}
    return again | {moved.mistake: moved.evidence for moved in turn.mistakes if moved.evidence is not None}


def denials_in(scenario: Scenario, turn: Turn, point: str) -> frozenset[Evidence]:
    """What denies the point in the reply of `turn`: what the reader heard so, and the words of mistakes that deny it."""
    read = turn.reading.points.get(point) if turn.reading is not None else None
    found = [read.denied] if read is not None and read.denied is not None else []
    made = (words for name, words in mistakes_in(scenario, turn).items() if point in scenario.mistakes[name].contradicts)
    return frozenset((*found, *made))
