"""The closing word: what the role whose question was answered last says once the meeting is over, before anybody looks at a debrief.

Pure words over what the events say, so that no event is needed for it. It tells that the last reply was taken in, and judges nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.meeting.events import Claimed, Event, HowEnded, Retried, Spoke
from trainer.meeting.fold import fold
from trainer.meeting.lines import pick, say
from trainer.meeting.play_rules import out_of_play, required_here
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.text.values import Verdict

ANSWERED = ("All right. That answers my question.", "Thank you. That's what I wanted to know.")
LEFT_OPEN = ("All right. Let's leave it there for now.", "Good. Let's leave it at that for today.")
TAKEN_AT_WORD = ("All right. I'll take your word for it.", "Fine. If you say you've said it, I'll leave it at that.")


@dataclass(frozen=True)
class Closing:
    """What is heard at the end."""

    role: str | None
    """Who speaks; None where nobody does: after a meeting that was lost the epilogue says it all."""
    line: str
    epilogue: str
    """How it went on; empty in a part of a meeting, which has no ending."""


def closing_word(script: Script, events: Sequence[Event]) -> Closing | None:
    """What closes a meeting that came to its own end; None for one that goes on, or was stopped."""
    state = fold(events)
    if state.ended is None or not state.ended.how.came_to_end or state.moment is None:
        return None
    role = next((event.role for event in reversed(events) if isinstance(event, Spoke)), None)
    if state.ended.how is HowEnded.DONE:
        return Closing(role, _line(script, state, events), "")
    ending = next((one for one in script.scenario.endings if one.id == state.ended.ending), None)
    epilogue = say(script, state, ending.epilogue, f"epilogue:{ending.id}") if ending is not None else ""
    if role is None or ending is None or ending.result == "lost":
        return Closing(None, "", epilogue)
    return Closing(role, _line(script, state, events), epilogue)


def _line(script: Script, state: MeetingState, events: Sequence[Event]) -> str:
    moment = state.moment or ""
    wordings = TAKEN_AT_WORD if _claimed_last(events) else ANSWERED if _is_answered(script, state, moment) else LEFT_OPEN
    return wordings[pick(len(wordings), state.options.seed, "closing", state.visits.get(moment, 0))]


def _claimed_last(events: Sequence[Event]) -> bool:
    """Whether it was a claim that ended it, and no reply."""
    last = next((event for event in reversed(events) if isinstance(event, Claimed | Spoke | Retried)), None)
    return isinstance(last, Claimed)


def _is_answered(script: Script, state: MeetingState, moment: str) -> bool:
    """Whether all that was asked for in this moment was said; what the coach had shown was heard all the same."""
    out = out_of_play(script, state.options.absent, state.options.moments)
    asked = [point for point in required_here(script, moment, state.options.points) if point not in out]
    return all(state.ledger.point(point).verdict is Verdict.COVERED for point in asked)
