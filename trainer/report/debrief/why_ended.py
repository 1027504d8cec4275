"""Why the rehearsal ended as it did, apart from the score.

Owns what of an ending's condition a person is told, and in which words. Decides no ending: the events say which one it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from trainer.meeting.conditions import holds
from trainer.meeting.events import HowEnded
from trainer.meeting.lines import say
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.report.debrief.condition_parts import parts, said_of
from trainer.report.debrief.values import Finish
from trainer.scenario.models import Condition, Ending

STOPPED = {
    HowEnded.DONE: "All of it was rehearsed",
    HowEnded.QUIT: "You left before the end",
    HowEnded.TIME_UP: "Time was up before the end",
    HowEnded.NO_MORE_REPLIES: "The replies ran out before the end",
}
NOT_OVER = "Not over yet"


def finish(script: Script, state: MeetingState) -> Finish:
    """How and why it ended, as far as it has."""
    if state.ended is None:
        return Finish(headline=NOT_OVER, result=None)
    ending = next((one for one in script.scenario.endings if one.id == state.ended.ending), None)
    if ending is None:
        return Finish(headline=STOPPED[state.ended.how], result=None)
    best = _best(script.scenario.endings) if ending.result != "won" else None
    blocked = _unmet(script, state, best.when) if best is not None and best.when is not None else ()
    return Finish(
        headline=ending.label,
        result=ending.result,
        epilogue=say(script, state, ending.epilogue, f"epilogue:{ending.id}"),
        reasons=tuple(dict.fromkeys(_met(script, state, ending.when))) if ending.when is not None else (),
        in_the_way=tuple(dict.fromkeys(blocked)),
        best=best.label if best is not None else "",
    )


def _best(endings: tuple[Ending, ...]) -> Ending | None:
    return next((one for one in endings if one.result == "won"), None)


def _met(script: Script, state: MeetingState, condition: Condition) -> Iterator[str]:
    """What holds of a condition, part by part; of alternatives those that hold."""
    for part in parts(condition):
        if holds(part, script, state):
            yield from said_of(script, state, part)
    for one in condition.any:
        if holds(one, script, state):
            yield from _met(script, state, one)


def _unmet(script: Script, state: MeetingState, condition: Condition) -> Iterator[str]:
    """What keeps a condition from holding, said as it is; of alternatives that fail the first is taken."""
    for part in parts(condition):
        if not holds(part, script, state):
            yield from _barred(script, state, part.visited[0]) if part.visited else said_of(script, state, part)
    if condition.any and not any(holds(one, script, state) for one in condition.any):
        yield from _unmet(script, state, condition.any[0])
    if condition.not_ is not None and holds(condition.not_, script, state):
        yield from _met(script, state, condition.not_)


def _barred(script: Script, state: MeetingState, moment: str) -> Iterator[str]:
    """What barred the way to a state that was never reached, where the meeting stood before it."""
    for name in state.visits:
        place = script.scenario.states.get(name)
        for way in place.next if place is not None else ():
            if way.to == moment and way.when is not None:
                yield from _unmet(script, state, way.when)
