"""A meeting, with a coach and without."""

from __future__ import annotations

from tests.ui.samples.basics import LONG, TITLE
from tests.ui.samples.briefing import PEOPLE
from trainer.ui.views.briefing import Person
from trainer.ui.views.meeting import Aids, Aside, CoachNote, HeardLine, Lamp, MeetingView, MissingLine, OwnLine, RoleLine

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
