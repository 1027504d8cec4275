"""Which points count in a score, and how much each is worth.

Owns the denominator: points out of play leave it unless they were covered all the same. Owns also what a verdict is worth and how a score
is rounded. Weighs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import floor

from trainer.meeting.events import HowEnded
from trainer.meeting.play_rules import out_of_play
from trainer.meeting.script import Script
from trainer.meeting.state import Ledger, MeetingState
from trainer.scenario.models import Moment
from trainer.text.values import Verdict

VALUE = {Verdict.COVERED: 1.0, Verdict.PARTLY: 0.5, Verdict.MISSING: 0.0, Verdict.CONTRADICTED: 0.0}
"""What a verdict is worth."""


def point_value(ledger: Ledger, point: str) -> float:
    """0..1 for a point as merged; told counts 0, claimed keeps the verdict that was heard."""
    known = ledger.point(point)
    return 0.0 if known.told else VALUE[known.verdict]


def whole_score(value: float) -> int:
    """0..100, rounded half up, so that a half never depends on the parity of its neighbour."""
    return max(0, min(100, floor(value + 0.5 + 1e-9)))


def counted_points(script: Script, state: MeetingState, ledger: Ledger) -> tuple[str, ...]:
    """Points that carry the score, each once: required in any state that is no detour, and in visited detours and interjections.

    In a part run: required in its moments, visited or not, as far as they are asked for.
    """
    return _in_play(script, state, ledger, _required(_moments(script, state)))


def extra_points(script: Script, state: MeetingState, ledger: Ledger) -> tuple[str, ...]:
    """Points listened for in the same moments that none of them requires."""
    moments = tuple(_moments(script, state))
    return _in_play(script, state, ledger, {point for moment in moments for point in moment.listens_for} - _required(moments))


def _required(moments: Iterable[Moment]) -> set[str]:
    return {point for moment in moments for point in moment.requires}


def _moments(script: Script, state: MeetingState) -> Iterator[Moment]:
    if state.options.moments:
        yield from (script.moment(name) for name in state.options.ahead(None))
        return
    for name, one in script.scenario.states.items():
        if not one.detour or state.visits.get(name, 0):
            yield one
    yield from (one for name, one in script.scenario.interjections.items() if state.visits.get(name, 0))


def _passed_over(script: Script, state: MeetingState) -> set[str]:
    """In a part run: points required only in moments that were passed through because nobody there had anything to say."""
    done = state.ended is not None and state.ended.how is HowEnded.DONE
    ahead = () if done else state.options.ahead(state.moment)
    asked: list[Moment] = []
    passed: list[Moment] = []
    for name in state.options.ahead(None):
        (asked if state.visits.get(name, 0) or name in ahead else passed).append(script.moment(name))
    return _required(passed) - _required(asked)


def _in_play(script: Script, state: MeetingState, ledger: Ledger, points: set[str]) -> tuple[str, ...]:
    options = state.options
    out = out_of_play(script, options.absent, options.moments) | _passed_over(script, state)
    asked = points & set(options.points) if options.points else points
    return tuple(
        name for name in script.scenario.key_points if name in asked and (name not in out or ledger.point(name).verdict is Verdict.COVERED)
    )
