"""A meeting, with a coach and without."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.samples.basics import LONG, TITLE
from tests.ui.samples.briefing import PEOPLE
from trainer.ui.views.briefing import Person
from trainer.ui.views.meeting import Aids, Aside, CoachNote, Epilogue, HeardLine, Lamp, MeetingView, MissingLine, OwnLine, RoleLine

SHOWN_BEFORE = "You said it. It was shown before, so it does not count this time."
SEATED = tuple(
    Person(one.role, one.name, one.concern, one.hue, one.optional, word)
    for one, word in zip(PEOPLE, ("open", "reserved", "cold"), strict=True)
)
NOTE = CoachNote(
    heard=(
        HeardLine("What is wrong", "covered", "charges some customers twice"),
        HeardLine("The time", "partly", "some hours"),
    ),
    also=("Who decides", "The safe ground"),
    careful=("This could be heard as “Called it minor”: “only some of them”.",),
    missing=(MissingLine("The time", "how long, by when you will know more"), MissingLine("What you ask for", "")),
    hint="They know there is trouble now. Tell them what you want.",
    better="The fix with testing takes 4-6 hours.",
    better_for="The time",
    note="Put what you ask for first.",
    figures=("Your facts say 4-6 hours, you said 2.",),
    trust=("PM warmer", "Sales cooler: the refusal came first"),
)
MEETING = MeetingView(
    TITLE,
    "How bad it is, and whether it can be patched",
    SEATED,
    (
        RoleLine("EM", 1, "Okay, everyone is here. What have you got?"),
        OwnLine("It is only small.", taken_back=True),
        OwnLine(LONG),
        NOTE,
        RoleLine("PM", 0, "How bad is that, really? And can't we patch it before we ship?"),
        Aside("A hint:", "They want to hear how sure you are."),
    ),
    coached=True,
    mode_line="coach · gentle pressure",
    aids=Aids(hint=True, show_me=True, claim=False, retry=True),
    lamps=(Lamp("How serious it is", "covered"), Lamp("Why no quick patch", "partly"), Lamp("The suspected cause", "missing")),
)
UNCOACHED = MeetingView(
    TITLE,
    MEETING.about,
    SEATED,
    tuple(entry for entry in MEETING.entries if isinstance(entry, RoleLine | OwnLine) and entry != MEETING.entries[1]),
    coached=False,
    mode_line="meeting · hard pressure",
    aids=Aids(claim=True),
    seconds_left=700.0,
)
CLOSED = replace(
    MEETING,
    about="",
    entries=(
        OwnLine("It takes four to six hours, tests included. You hear from me at three."),
        CoachNote(
            heard=(
                HeardLine("A time for the fix", "covered", "It takes four to six hours"),
                HeardLine("When they hear more", "covered", "You hear from me at three", after_shown=SHOWN_BEFORE),
            )
        ),
        RoleLine("EM", 1, "Thank you. That's what I wanted to know."),
        Epilogue("Nobody is happy about it, but everyone knows why."),
    ),
    aids=Aids(retry=True),
    over=True,
    closed=True,
    lamps=(),
    seconds_left=None,
)
"""Over: the closing word, before the debrief."""
