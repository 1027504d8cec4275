"""What the reader is told before it reads: the line just said, what was shown, what counts here, what may be asked back.

The only place in the meeting that reads a reply; the engine takes readings as given.
"""

from __future__ import annotations

from trainer.matching.question import Heard
from trainer.matching.reader import read
from trainer.matching.reading import Reading
from trainer.meeting.conditions import holds
from trainer.meeting.events import Entered, Started
from trainer.meeting.fold import evolve
from trainer.meeting.lines import say
from trainer.meeting.options import Options
from trainer.meeting.play_rules import speaker_for
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState


def hear(script: Script, state: MeetingState, text: str) -> Reading:
    """What the reader finds in `text`, said now."""
    return read(script.book, text, heard_before(script, state))


def heard_before(script: Script, state: MeetingState) -> Heard:
    """What stands before the next reply; empty when the meeting is not in any moment."""
    if state.moment is None:
        return Heard()
    return Heard(
        line=state.waiting.line if state.waiting else "",
        shown=state.shown,
        listens_for=script.moment(state.moment).listens_for,
        requires=script.moment(state.moment).requires,
        asked=open_questions(script, state),
    )


def heard_first(script: Script, moment: str) -> Heard:
    """The same for a reply to the first question of a moment with nothing said before, seed 0. Raises KeyError for no such moment."""
    asked = script.moment(moment)
    started = evolve(MeetingState(), Started(Options(), start_trust(script, ())))
    state = evolve(started, Entered(moment, moment in script.scenario.interjections))
    line = say(script, state, asked.says, moment)
    return Heard(line=line, listens_for=asked.listens_for, requires=asked.requires, asked=open_questions(script, state))


def open_questions(script: Script, state: MeetingState) -> tuple[str, ...]:
    """Ids of the questions back that whoever speaks here has an answer for now, each once a visit."""
    if state.moment is None:
        return ()
    speaker = speaker_for(script, script.moment(state.moment).role, state.options.absent)
    visit = state.visits.get(state.moment, 0)
    return tuple(
        one.id
        for one in script.answers.values()
        if one.role == speaker and f"answer:{one.id}:{state.moment}:{visit}" not in state.once and holds(one.answer.when, script, state)
    )


def start_trust(script: Script, absent: tuple[str, ...]) -> dict[str, int]:
    """Role -> trust at the start, for those in the room."""
    return {name: role.trust.start for name, role in script.scenario.roles.items() if name not in absent}
