"""What a reply would change, before it is said: how the points asked for here would stand.

Asks the engine itself, so that what is foreseen is what comes. Changes nothing, keeps nothing.
"""

from __future__ import annotations

from trainer.meeting.engine import step
from trainer.meeting.moves import Reply
from trainer.meeting.play_rules import out_of_play, required_here
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.text.values import Verdict


def would_stand(script: Script, state: MeetingState, reply: Reply | None) -> dict[str, Verdict]:
    """Points asked for in this moment -> their verdict over the meeting if `reply` were said now; as they stand for None.

    In the order of pressing. Left out are points out of play and claimed ones. What the coach showed stays: it can still be said.
    Empty when the meeting is in no moment or over.
    """
    if state.moment is None or state.over:
        return {}
    after = state if reply is None else step(script, state, reply)[0]
    out = out_of_play(script, state.options.absent, state.options.moments)
    asked = [point for point in required_here(script, state.moment, state.options.points) if point not in out]
    return {point: after.ledger.point(point).verdict for point in asked if not state.ledger.point(point).claimed}
