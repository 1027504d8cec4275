"""State as a fold over events: exact, without script or reader.

Owns what each event does to `MeetingState`. Must never decide anything: whatever needs a scenario was decided when the event was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import singledispatch
from typing import TypeVar

from trainer.meeting.events import (
    Claimed,
    Ended,
    Entered,
    Event,
    Hinted,
    MistakeMoved,
    MistakeStatus,
    PointHeard,
    Replied,
    Retried,
    Rung,
    Spoke,
    Standing,
    Started,
    Told,
    TrustMoved,
)
from trainer.meeting.state import Ledger, MeetingState, PointState, Quote
from trainer.text.values import Verdict

LADDER = (Rung.PUMP, Rung.HINT, Rung.PROMPT)
"""Presses, mildest first. These cost a follow-up; every other line is free."""
_V = TypeVar("_V")


def fold(events: Iterable[Event]) -> MeetingState:
    """Where the meeting stands after all of `events`, from its `Started` on."""
    state = MeetingState()
    for event in events:
        state = evolve(state, event)
    return state


def evolve(state: MeetingState, event: Event) -> MeetingState:
    """The state after one more event; `state` stays as it is."""
    return _evolve(event, state)


@singledispatch
def _evolve(event: object, _state: MeetingState) -> MeetingState:
    raise TypeError(f"not an event of a meeting: {event!r}")


@_evolve.register
def _(event: Started, _state: MeetingState) -> MeetingState:
    return MeetingState(options=event.options, trust=dict(event.trust))


@_evolve.register
def _(event: Entered, state: MeetingState) -> MeetingState:
    visits = _put(state.visits, event.moment, state.visits.get(event.moment, 0) + 1)
    return replace(state, moment=event.moment, after=event.after, visits=visits, pressed={}, follow_ups=0, shown=())


@_evolve.register
def _(event: Spoke, state: MeetingState) -> MeetingState:
    pressed = state.pressed
    if event.point is not None and event.rung is not None:
        pressed = _put(pressed, event.point, (*pressed.get(event.point, ()), event.rung))
    asked = (*state.asked, event.line)
    return replace(
        state,
        waiting=event,
        turn=len(asked) - 1,
        pressed=pressed,
        follow_ups=state.follow_ups + (event.rung in LADDER),
        once=state.once | _once(event, state),
        asked=asked,
        retrying=False,
    )


def _once(event: Spoke, state: MeetingState) -> frozenset[str]:
    visit = state.visits.get(event.moment, 0)
    match event.rung:
        case Rung.DOUBT | Rung.CHECK:
            return frozenset({f"{event.rung.value}:{event.point}"})
        case Rung.MISTAKE_CHECK:
            return frozenset({f"mistake_check:{event.mistake}"})
        case Rung.CLARIFY:
            return frozenset({f"clarify:{event.moment}"})
        case Rung.SILENCE:
            return frozenset({f"silence:{event.moment}:{visit}"})
        case Rung.ANSWER:
            return frozenset({f"answer:{event.answers}:{event.moment}:{visit}"})
        case _:
            return frozenset()


@_evolve.register
def _(event: Replied, state: MeetingState) -> MeetingState:
    flags = tuple(dict.fromkeys(hit.flag for hit in event.reading.flags if hit.sure))
    return replace(state, before=replace(state, before=None), flags=flags, flags_ever=state.flags_ever | frozenset(flags))


@_evolve.register
def _(event: PointHeard, state: MeetingState) -> MeetingState:
    main = Standing(event.facets, event.verdict)
    ledger = _heard(state.ledger, event, main, state.turn)
    first = state.first if state.retrying else _heard(state.first, event, event.first or main, state.turn)
    once = state.once | {f"covered:{event.point}"} if event.verdict is Verdict.COVERED else state.once
    return replace(state, ledger=ledger, first=first, once=once)


def _heard(ledger: Ledger, event: PointHeard, standing: Standing, turn: int) -> Ledger:
    point = ledger.point(event.point)
    quotes = (*point.quotes, *(Quote(turn, evidence) for evidence in event.evidence))
    return _with_point(ledger, event.point, replace(point, verdict=standing.verdict, facets=dict(standing.facets), quotes=quotes))


@_evolve.register
def _(event: TrustMoved, state: MeetingState) -> MeetingState:
    return replace(state, trust=_put(state.trust, event.role, event.to))


@_evolve.register
def _(event: MistakeMoved, state: MeetingState) -> MeetingState:
    ledger = replace(state.ledger, mistakes=_put(state.ledger.mistakes, event.mistake, event.status))
    return replace(state, ledger=ledger, first=state.first if state.retrying else _first_mistake(state.first, event))


def _first_mistake(first: Ledger, event: MistakeMoved) -> Ledger:
    """A mistake made in two first tries stands open there, whatever a retry took back in between."""
    before = first.mistakes.get(event.mistake)
    again = before is MistakeStatus.OPEN or (before is not None and event.status is MistakeStatus.PENDING)
    return replace(first, mistakes=_put(first.mistakes, event.mistake, MistakeStatus.OPEN if again else event.status))


@_evolve.register
def _(event: Hinted, state: MeetingState) -> MeetingState:
    return _shown(replace(state, hints=(*state.hints, event.line)), event.line)


@_evolve.register
def _(event: Told, state: MeetingState) -> MeetingState:
    return _shown(replace(state, ledger=_told(state.ledger, event.point), first=_told(state.first, event.point)), event.line)


@_evolve.register
def _(event: Claimed, state: MeetingState) -> MeetingState:
    first = state.first if state.retrying else _claimed(state.first, event.point)
    return replace(state, ledger=_claimed(state.ledger, event.point), first=first)


@_evolve.register
def _(_event: Retried, state: MeetingState) -> MeetingState:
    """The state as the reply was given; what the coach showed since stays shown and told."""
    if state.before is None:
        raise ValueError("there is no reply to take back")
    ledger = state.before.ledger
    for name, point in state.ledger.points.items():
        ledger = _told(ledger, name) if point.told else ledger
    return replace(state.before, ledger=ledger, first=state.first, hints=state.hints, retrying=True)


@_evolve.register
def _(event: Ended, state: MeetingState) -> MeetingState:
    return replace(state, ended=event, waiting=None, retrying=False)


def _told(ledger: Ledger, name: str) -> Ledger:
    """A point said before it was told stays said, in a ledger where it was: a first try keeps what a retry was told afterwards."""
    if ledger.point(name).verdict is Verdict.COVERED:
        return ledger
    return _with_point(ledger, name, replace(ledger.point(name), told=True))


def _claimed(ledger: Ledger, name: str) -> Ledger:
    return _with_point(ledger, name, replace(ledger.point(name), claimed=True))


def _with_point(ledger: Ledger, name: str, point: PointState) -> Ledger:
    return replace(ledger, points=_put(ledger.points, name, point))


def _shown(state: MeetingState, line: str) -> MeetingState:
    """A line the coach showed; a retry of the last reply will have seen it as well."""
    before = state.before
    if before is not None:
        before = replace(before, shown=_with_line(before.shown, line))
    return replace(state, shown=_with_line(state.shown, line), before=before)


def _with_line(lines: tuple[str, ...], line: str) -> tuple[str, ...]:
    return lines if line in lines else (*lines, line)


def _put(mapping: Mapping[str, _V], key: str, value: _V) -> dict[str, _V]:
    return {**mapping, key: value}
