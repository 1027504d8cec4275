"""A whole meeting from prepared replies: what playthroughs, `trainer rehearse` and tests drive.

Owns which prepared reply goes to which line (docs/decisions/0026-prepared-replies.md). Plays by the same moves as a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trainer.meeting.engine import begin, step
from trainer.meeting.events import Event
from trainer.meeting.listening import hear
from trainer.meeting.moves import Move, NoMoreReplies, Reply, Silence
from trainer.meeting.options import Options
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.scenario.models import END
from trainer.text.clean import clean, take_reply


@dataclass(frozen=True)
class ScriptedReply:
    """A prepared reply."""

    text: str
    """Nothing but white space is silence."""
    state: str | None = None
    """The state or interjection whose next line it answers; None: whichever line comes next."""


@dataclass(frozen=True)
class Played:
    """A meeting played to its end."""

    state: MeetingState
    events: tuple[Event, ...]
    unused: tuple[ScriptedReply, ...]
    """Replies that found no line, in order."""


def run(script: Script, replies: Iterable[ScriptedReply], options: Options) -> Played:
    """Play the meeting with `replies` until it ends or they run out.

    A line takes the first reply addressed to its moment, else the first that is addressed to none. If all that is left waits for
    other moments the player is silent, as long as one of those can still come.

    Raises:
        ReplyTooLong: a reply that nobody could type.
        NotFound: `options` names something that is not there, see `trainer.meeting.engine.begin`.
    """
    queue = list(replies)
    state, begun = begin(script, options)
    events = list(begun)
    while not state.over:
        move = _next_move(script, state, queue)
        state, more = step(script, state, move)
        events += more
    return Played(state, tuple(events), tuple(queue))


def _next_move(script: Script, state: MeetingState, queue: list[ScriptedReply]) -> Move:
    """The next move; the reply it takes leaves the queue."""
    index = _index_for(queue, state.moment)
    if index is not None:
        text = clean(queue.pop(index).text).strip()
        return Reply(take_reply(text), hear(script, state, text)) if text else Silence(hear(script, state, ""))
    if any(_can_come(script, state, reply.state) for reply in queue):
        return Silence(hear(script, state, ""))
    return NoMoreReplies()


def _index_for(queue: Sequence[ScriptedReply], moment: str | None) -> int | None:
    addressed = (index for index, reply in enumerate(queue) if reply.state == moment)
    free = (index for index, reply in enumerate(queue) if reply.state is None)
    return next(addressed, next(free, None))


def _can_come(script: Script, state: MeetingState, wanted: str | None) -> bool:
    """Whether the meeting can still come to a moment, going by the map alone."""
    if state.options.moments:
        return wanted in state.options.ahead(state.moment)
    if wanted in script.scenario.interjections:
        used = sum(state.visits.get(name, 0) for name in script.scenario.interjections)
        return not state.visits.get(wanted or "", 0) and used < state.options.pressure.interjections
    return wanted in _reachable(script, state.after or state.moment)


def _reachable(script: Script, place: str | None) -> frozenset[str]:
    """States that can follow `place`, near and far."""
    found: set[str] = set()
    ahead = [place] if place in script.scenario.states else []
    while ahead:
        for way in script.scenario.states[ahead.pop() or ""].next:
            if way.to != END and way.to not in found:
                found.add(way.to)
                ahead.append(way.to)
    return frozenset(found)
