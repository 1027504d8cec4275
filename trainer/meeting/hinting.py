"""Which hint the coach gives next on a point: its own words first, then why it matters, then a way to begin, then courage.

Owns that order, and that no hint is given twice running. Never gives the answer: a beginning stops where the answer would come, and
a fact is named and not quoted, so that saying it stays the player's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.meeting.lines import coach_hint, model_line
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.text.clean import clean_line

LONGEST_BEGINNING = 5
"""Words of a good line that may stand in a hint."""
SHORTEST_BEGINNING = 2
"""One word is no help."""
IN_FACTS = "It stands in your facts, under “{label}”."
OPEN_FACT = "Your facts leave “{label}” open. Say just that; it counts."
NO_SUCH = "Your facts say there is none, under “{label}”. Say just that; it counts."
BEGIN = "You could begin: “{words} …”"
PLAINLY = "Say it as it comes, in your own words. If nothing comes, ask to be shown a line."

_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def next_hint(script: Script, state: MeetingState, point: str) -> str:
    """The first hint on this point not given yet in this meeting, else the one given longest ago; empty when that was just given."""
    hints = tuple(dict.fromkeys(line for line in _hints(script, state, point) if line))
    fresh = next((line for line in hints if line not in state.hints), None)
    if fresh is not None:
        return fresh
    oldest = min(hints, key=lambda line: _last_given(state, line), default="")
    return oldest if oldest and oldest != state.hints[-1] else ""


def _last_given(state: MeetingState, line: str) -> int:
    return max(number for number, given in enumerate(state.hints) if given == line)


def _hints(script: Script, state: MeetingState, point: str) -> Iterator[str]:
    yield coach_hint(script, state, point)
    yield script.scenario.key_points[point].why
    beginning = BEGIN.format(words=words) if (words := _beginning(script, state, point)) else ""
    fact = _fact_to_say(script, state, point)
    label = clean_line(script.scenario.facts[fact].label) if fact is not None else ""
    if fact is None:
        yield beginning
    elif script.incident.known(fact):
        yield f"{IN_FACTS.format(label=label)} {beginning}".rstrip()
    else:  # the beginning would be the whole of it
        yield (NO_SUCH if script.incident.none(fact) else OPEN_FACT).format(label=label)
    yield PLAINLY


def _fact_to_say(script: Script, state: MeetingState, point: str) -> str | None:
    """The fact that the first part still to be said rests on; None where no such part rests on one."""
    said = state.ledger.point(point).facets
    parts = script.scenario.key_points[point].parts.items()
    return next((facet.fact for name, facet in parts if facet.fact is not None and name not in said and not facet.bonus), None)


def _beginning(script: Script, state: MeetingState, point: str) -> str:
    """The first words of the model line: up to where the facts come in, and of a sentence without facts a third at most."""
    line = clean_line(model_line(script, state, point))
    values = (script.incident.value(fact) for fact in script.scenario.facts)
    ends = (line.find(clean_line(value)) for value in values if value)
    before = line[: min((at for at in ends if at >= 0), default=len(line))].split()
    whole = len(_SENTENCE_END.split(line)[0].split())
    most = len(before) if _fact_to_say(script, state, point) is not None else max(SHORTEST_BEGINNING, whole // 3)
    words = before[: min(LONGEST_BEGINNING, most)]
    return " ".join(words).rstrip(" ,;:.–—") if SHORTEST_BEGINNING <= len(words) < whole else ""
