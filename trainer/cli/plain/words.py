"""How a meeting sounds as lines: who says what, what the coach saw, how they take it.

Makes text from events and feedback; prints nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trainer.meeting.closing import Closing
from trainer.meeting.events import Ended, Event, Hinted, HowEnded, Spoke, Told
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.meeting.turns import Turn
from trainer.report.coaching import after_shown, coaching
from trainer.scoring.feedback import Feedback
from trainer.scoring.trust_words import trust_change
from trainer.text.clean import clean_line
from trainer.text.values import Verdict

HEARD = {Verdict.COVERED: "Heard", Verdict.PARTLY: "Partly heard", Verdict.CONTRADICTED: "You said the opposite"}
NOTHING_HEARD = "Heard: nothing they were waiting for yet. Take your time."
_EMPHASIS = re.compile(r"(\*\*|\*|`)(?=\S)(.+?)(?<=\S)\1")


def line_of(script: Script, spoke: Spoke) -> str:
    """A role's line behind its name."""
    return f"{clean_line(script.scenario.roles[spoke.role].name)}: {clean_line(spoke.line)}"


def happened(script: Script, events: Sequence[Event]) -> Iterator[str]:
    """What the player is to hear of some events, in order. A line that came as the time ran out waits for nobody and is left out."""
    late = any(isinstance(event, Ended) and event.how is HowEnded.TIME_UP for event in events)
    for event in events:
        match event:
            case Spoke() if not late:
                yield ""
                yield line_of(script, event)
            case Hinted():
                yield f"Coach: {clean_line(event.line)}"
            case Told():
                label = clean_line(script.scenario.key_points[event.point].label)
                yield f"You could say ({label}): {clean_line(event.line)}"
            case Ended(HowEnded.TIME_UP):
                yield "The time is up."
            case _:
                pass


def coached(script: Script, turn: Turn, feedback: Feedback) -> Iterator[str]:
    """What the coach saw in the reply of `turn`, and how they took it."""
    words = coaching(script.scenario, turn, feedback)
    if not words.heard:
        yield NOTHING_HEARD
    for heard in words.heard:
        word = "Said" if heard.after_shown else HEARD[heard.verdict]
        yield f'{word}: {clean_line(heard.label)}: "{clean_line(heard.quote)}"'
        if heard.after_shown:
            yield after_shown(heard.verdict)
    if words.also:
        yield f"Also: {', '.join(words.also)}"
    yield from (f"Careful: {careful}" for careful in words.careful)
    for missing in words.missing:
        yield f"Not yet: {missing.label}{f': {missing.what}' if missing.what else ''}"
    if words.better:
        yield f"Better: {words.better}"
    yield from words.figures
    if words.note:
        yield f"Note: {words.note}"
    yield from (clean_line(line) for line in trust_change(script.scenario, turn.trust_moves))


def closed(script: Script, closing: Closing) -> Iterator[str]:
    """What is heard when the meeting is over."""
    if closing.role is not None:
        yield ""
        yield f"{clean_line(script.scenario.roles[closing.role].name)}: {clean_line(closing.line)}"
    if closing.epilogue:
        yield ""
        yield clean_line(closing.epilogue)


def without_marks(markdown: str) -> str:
    """A text without the marks of emphasis, which would be read aloud."""
    return _EMPHASIS.sub(r"\2", markdown)


def waiting(script: Script, state: MeetingState) -> Iterator[str]:
    """The line that waits, once more."""
    if state.waiting is not None:
        yield line_of(script, state.waiting)
