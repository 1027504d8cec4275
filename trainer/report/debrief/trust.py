"""Trust over the meeting: a line for each role, and the moment most of it was lost.

Owns which words of the player are shown as what cost it. Every step is what the events say; the numbers are for drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.matching.reading import Evidence
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.meeting.turns import Turn
from trainer.report.debrief.denials import mistakes_in
from trainer.report.debrief.values import LostTrust, TrustMove, TrustResult, TrustStep
from trainer.report.debrief.what_moved import what_moved
from trainer.scenario.models import Scenario
from trainer.scoring.trust_words import trust_word
from trainer.text.clean import clean_line

MOST_WORDS = 40
"""Of a whole reply that is quoted because no part of it is known to have cost the trust."""


def trust_results(script: Script, state: MeetingState, turns: Sequence[Turn]) -> tuple[TrustResult, ...]:
    """How each role in the room came to see the player, reply by reply; retried replies are left out."""
    return tuple(_result(script.scenario, role, value, turns) for role, value in state.trust.items())


def lost_trust(script: Script, turns: Sequence[Turn]) -> LostTrust | None:
    """The reply at which trust fell most, summed over the roles that got cooler; of equals the first. None if none did."""
    worst = min(turns, key=lambda turn: sum(_falls(turn).values()), default=None)
    falls = _falls(worst) if worst is not None else {}
    if worst is None or not falls:
        return None
    scenario = script.scenario
    causes = dict.fromkeys(move.because for move in worst.trust_moves if move.role in falls and move.by < 0)
    return LostTrust(
        turn=worst.index,
        by=sum(falls.values()),
        names=tuple(clean_line(scenario.roles[role].name) for role in falls),
        asked_by=clean_line(scenario.roles[worst.spoke.role].name),
        line=clean_line(worst.spoke.line),
        quotes=_cost(scenario, worst, tuple(causes)),
        because=tuple(clean_line(what_moved(scenario, cause)) for cause in causes),
    )


def _result(scenario: Scenario, role: str, value: int, turns: Sequence[Turn]) -> TrustResult:
    start = turns[0].before.trust[role] if turns else value
    steps = tuple(_step(scenario, role, turn) for turn in turns if turn.reading is not None)
    return TrustResult(
        role=role,
        name=clean_line(scenario.roles[role].name),
        word=trust_word(value),
        moves=tuple(move for step in steps for move in step.moves),
        start=start,
        start_word=trust_word(start),
        steps=steps,
    )


def _step(scenario: Scenario, role: str, turn: Turn) -> TrustStep:
    mine = [move for move in turn.trust_moves if move.role == role and move.by]
    return TrustStep(
        turn=turn.index,
        value=turn.after.trust[role],
        by=sum(move.by for move in mine),
        moves=tuple(TrustMove(move.by > 0, clean_line(what_moved(scenario, move.because))) for move in mine),
    )


def _falls(turn: Turn) -> dict[str, int]:
    """Role -> change, those that are cooler after the reply than before it."""
    changes: dict[str, int] = {}
    for move in turn.trust_moves:
        changes[move.role] = changes.get(move.role, 0) + move.by
    return {role: by for role, by in changes.items() if by < 0}


def _cost(scenario: Scenario, turn: Turn, causes: Sequence[str]) -> tuple[str, ...]:
    """The player's words that cost it, in the order they were said; all of them where no part is known."""
    found = {one.span: one.text for cause in causes for one in _words_of(scenario, turn, cause)}
    quotes = tuple(dict.fromkeys(clean_line(found[span]) for span in sorted(found)))
    longest = tuple(one for one in quotes if not any(one != other and one in other for other in quotes))
    return longest or _whole(turn)


def _words_of(scenario: Scenario, turn: Turn, cause: str) -> Iterator[Evidence]:
    """The words a cause stands on: of a point what was heard on it, of a mistake what made it, of a flag what raised it."""
    made = mistakes_in(scenario, turn)
    yield from (one for heard in turn.points_heard if heard.point == cause for one in heard.evidence)
    yield from (words for mistake, words in made.items() if mistake == cause)
    if turn.reading is not None:
        yield from (hit.evidence for hit in turn.reading.flags if hit.flag == cause and hit.sure)


def _whole(turn: Turn) -> tuple[str, ...]:
    words = clean_line(turn.reply or "").split()
    return (" ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else ""),) if words else ()
