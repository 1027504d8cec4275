"""The meeting as turns: each line a role said, with the reply it got and what came of it.

Owns folding retried replies into one turn: the last try stands, the earlier ones are kept beside it. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from trainer.matching.reading import Reading
from trainer.meeting.events import Claimed, Event, Hinted, MistakeMoved, PointHeard, Replied, Retried, Spoke, Told, TrustMoved
from trainer.meeting.fold import evolve
from trainer.meeting.state import MeetingState

Aid = Hinted | Told | Claimed


@dataclass(frozen=True)
class Turn:
    """One line and what the player made of it."""

    index: int
    """From 0; quotes and `points.turns` name it."""
    spoke: Spoke
    before: MeetingState
    """As the line waited: what its reply was judged against."""
    after: MeetingState
    """After all that came of the reply, the next line aside."""
    reply: str | None = None
    """None while nothing was answered; empty for silence."""
    silence: bool = False
    reading: Reading | None = None
    points_heard: tuple[PointHeard, ...] = ()
    trust_moves: tuple[TrustMoved, ...] = ()
    mistakes: tuple[MistakeMoved, ...] = ()
    tries: tuple[Replied, ...] = ()
    """Earlier tries at the same line, in order; the first of them is the first try."""
    aids: tuple[Aid, ...] = ()
    """What the coach showed and what was claimed while the line waited or right after its reply, all tries."""


def turns_of(events: Iterable[Event]) -> tuple[Turn, ...]:
    """The turns of a meeting, from its `Started` on; a retry takes back the turns that its reply had caused."""
    turns: list[Turn] = []
    state = MeetingState()
    for event in events:
        retried = _retried(turns) if isinstance(event, Retried) else None
        state = evolve(state, event)
        if isinstance(event, Spoke):
            turns.append(Turn(len(turns), event, before=state, after=state))
        elif retried is not None:
            del turns[retried.index :]
            turns.append(replace(retried, before=state, after=state))
        elif turns:
            turns[-1] = _with(turns[-1], event, state)
    return tuple(turns)


def _retried(turns: list[Turn]) -> Turn:
    """The turn whose reply is taken back, ready for another try, aids given since kept."""
    index = max(turn.index for turn in turns if turn.reading is not None)
    last = turns[index]
    tried = Replied(last.reply or "", last.reading, last.silence) if last.reading is not None else None
    return Turn(
        index,
        last.spoke,
        before=last.before,
        after=last.before,
        tries=(*last.tries, tried) if tried else last.tries,
        aids=tuple(aid for turn in turns[index:] for aid in turn.aids if not isinstance(aid, Claimed)),
    )


def _with(turn: Turn, event: Event, state: MeetingState) -> Turn:
    turn = replace(turn, after=state)
    match event:
        case Replied(text, reading, silence):
            return replace(turn, reply=text, silence=silence, reading=reading)
        case PointHeard():
            return replace(turn, points_heard=(*turn.points_heard, event))
        case TrustMoved():
            return replace(turn, trust_moves=(*turn.trust_moves, event))
        case MistakeMoved():
            return replace(turn, mistakes=(*turn.mistakes, event))
        case Hinted() | Told() | Claimed():
            return replace(turn, aids=(*turn.aids, event))
        case _:
            return turn
