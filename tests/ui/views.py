"""Values to show, made by hand: long and short ones, and all that a page can show."""

from __future__ import annotations

from pathlib import Path

from trainer.report.values import (
    Brief,
    BriefLine,
    BriefPart,
    Debrief,
    Finish,
    MistakeResult,
    PointResult,
    Source,
    Standing,
    ThemeResult,
    TrustMove,
    TrustResult,
)
from trainer.ui import views

HERE = Path("scenarios/halt.yaml")
TITLE = "Halting a release over a critical bug"
LONG = "We found that under load the payment module charges some customers twice, and we cannot tell yet which ones or how many of them."

HOME = views.HomeView(
    carry_on=(views.RunRow("k3f9", TITLE, "double charges", "3 replies · today 11:40"),),
    scenarios=(views.ScenarioRow(TITLE, HERE, (views.IncidentRow("double charges", Path("a.yaml")),)),),
    recent=(
        views.RunRow("a1", TITLE, "", "74, passed · coach · yesterday 16:05"),
        views.RunRow("a2", TITLE, "", "31, left early · meeting · 2026-02-27"),
    ),
)
FORM = views.FormView(
    HERE,
    TITLE,
    "",
    (
        views.FormField("bug", "The bug", "What goes wrong, and where?", "payments are charged twice", False, False),
        views.FormField("estimate", "Time", "How long do the fix and its tests take?", "4-6 hours", False, False, "4-6 hours"),
        views.FormField("cause", "The cause", "What do you think the cause is?", "a race", True, False, standing=views.Standing.UNKNOWN),
        views.FormField(
            "flag", "Flag", "Is there a flag to switch it off?", "the new-queue flag", True, True, standing=views.Standing.NONE
        ),
    ),
)
PEOPLE = (
    views.Person("pm", "PM", "A way to ship something", 0),
    views.Person("em", "EM", "A number to give upstairs", 1),
    views.Person("sales", "Sales", "The launch campaign", 2, optional=True),
)
BRIEFING = views.BriefingView(
    HERE,
    None,
    TITLE,
    "",
    f"**The release is hours away.**\n\n{LONG}\n\nGet it halted. Be calm and clear.\n",
    PEOPLE,
    (("The bug", "payments are charged twice"), ("Time to fix and test", "4-6 hours"), ("The cause", "not known yet")),
    views.Settings(),
)
SEATED = tuple(
    views.Person(one.role, one.name, one.concern, one.hue, one.optional, word)
    for one, word in zip(PEOPLE, ("open", "reserved", "cold"), strict=True)
)
NOTE = views.CoachNote(
    heard=(
        views.HeardLine("What is wrong", "covered", "charges some customers twice"),
        views.HeardLine("The time", "partly", "some hours"),
    ),
    also=("Who decides", "The safe ground"),
    careful=("This could be heard as “Called it minor”: “only some of them”.",),
    missing=(views.MissingLine("The time", "how long, by when you will know more"), views.MissingLine("What you ask for", "")),
    hint="They know there is trouble now. Tell them what you want.",
    better="The fix with testing takes 4-6 hours.",
    better_for="The time",
    note="Put what you ask for first.",
    figures=("Your facts say 4-6 hours, you said 2.",),
    trust=("PM warmer", "Sales cooler: the refusal came first"),
)
MEETING = views.MeetingView(
    TITLE,
    "How bad it is, and whether it can be patched",
    SEATED,
    (
        views.RoleLine("EM", 1, "Okay, everyone is here. What have you got?"),
        views.OwnLine("It is only small.", taken_back=True),
        views.OwnLine(LONG),
        NOTE,
        views.RoleLine("PM", 0, "How bad is that, really? And can't we patch it before we ship?"),
        views.Aside("A hint:", "They want to hear how sure you are."),
    ),
    coached=True,
    mode_line="coach · gentle pressure",
    aids=views.Aids(hint=True, show_me=True, claim=False, retry=True),
)
UNCOACHED = views.MeetingView(
    TITLE,
    MEETING.about,
    SEATED,
    tuple(entry for entry in MEETING.entries if isinstance(entry, views.RoleLine | views.OwnLine) and entry != MEETING.entries[1]),
    coached=False,
    mode_line="meeting · hard pressure",
    aids=views.Aids(claim=True),
)
DEBRIEF = Debrief(
    TITLE,
    "double charges",
    Finish("Halted, grudgingly", "mixed", "It is halted, but they leave uneasy.", (), ("The way out: not said",), "The release is halted"),
    58,
    41,
    False,
    ("They heard too little of what they needed: 58 of 100, and it takes 60.",),
    (ThemeResult("What is wrong and how bad", 1.0), ThemeResult("The way out", 0.45), ThemeResult("No to half measures", 0.1)),
    (
        PointResult("bug", "What is wrong, and where", Standing.COVERED, True, ("charges some customers twice",)),
        PointResult(
            "time",
            "A time for the fix",
            Standing.PARTLY,
            True,
            ("some hours",),
            ("by when you know more",),
            "It takes 4-6 hours.",
            "They plan.",
        ),
        PointResult(
            "warn", "No to the warning", Standing.MISSED, True, (), (), "No, a warning protects nobody.", "A soft no is heard as a yes."
        ),
        PointResult(
            "safe", "Safe ground", Standing.CONTRADICTED, True, ("we cannot go back",), (), "We stay on the live version.", "It calms."
        ),
        PointResult("told", "Who takes it", Standing.TOLD, True, (), (), "I'll take it.", ""),
        PointResult("claim", "Why no quick patch", Standing.CLAIMED, True, (), (), "Nothing quick is safe.", ""),
        PointResult("later", "Regular updates", Standing.NOT_REACHED, True, (), (), "You'll hear from me every 30 minutes.", ""),
        PointResult("thanks", "Thanks", Standing.COVERED, False, ("thank you all",)),
    ),
    (MistakeResult("Blamed somebody", True, False, "QA missed it", "It got past all of us."),),
    (TrustResult("pm", "PM", "open", (TrustMove(True, "What is wrong, and where"), TrustMove(False, "somebody was blamed"))),),
    7,
)
BRIEF = Brief(
    TITLE,
    "double charges",
    False,
    (
        BriefPart(
            "Opening, thirty seconds",
            (BriefLine(LONG, Source.SAID, "Bug"), BriefLine("I recommend that we hold this release.", Source.MODEL)),
        ),
        BriefPart("Known", (BriefLine("4-6 hours", Source.FACT, "Time to fix and test"),)),
        BriefPart("Not known yet", (BriefLine("We have not confirmed the cause yet.", Source.UNKNOWN, "The cause"),)),
    ),
)
