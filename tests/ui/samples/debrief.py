"""Debriefs: one with all that a debrief can hold, a drill's, one left early, one in which nothing was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tests.ui.samples.basics import LONG, TITLE
from trainer.report.debrief.transcript_values import Mark, SaidReply, Stretch, TranscriptTurn
from trainer.report.debrief.values import (
    Attempt,
    Attempts,
    Debrief,
    Finish,
    LostTrust,
    MistakeResult,
    PointResult,
    PointSeries,
    Said,
    ThemeResult,
    TrustMove,
    TrustResult,
    TrustStep,
    WorkItem,
)
from trainer.scoring.standing import Standing
from trainer.text.values import Verdict
from trainer.ui.views.debrief import Beside

LEVELS = ((80, "trusting"), (60, "open"), (40, "reserved"), (20, "wary"), (0, "cold"))
BESIDE = Beside(may_try_again=True, disputed={"claim": True}, roles=("pm", "em", "sales"), levels=LEVELS)


def marked(text: str, *found: tuple[str, Mark, str, str]) -> SaidReply:
    """A reply with these of its words marked; each is words, mark, id and label."""
    return SaidReply(
        text,
        tuple(Stretch(text.index(words), text.index(words) + len(words), mark, (name,), (label,)) for words, mark, name, label in found),
    )


UNEASY = "We should stop. QA missed it, and we cannot go back. It takes some hours, sorry."
TRANSCRIPT = (
    TranscriptTurn(
        0,
        "opening",
        "question",
        "em",
        "EM",
        "Okay, everyone is here. What have you got?",
        marked(LONG, ("charges some customers twice", Mark.COVERED, "bug", "What is wrong, and where")),
        (marked("It is only small.", ("only small", Mark.MISTAKE, "minor", "Called it minor")),),
        ("The coach's hint: Say what goes wrong.",),
        ("EM warmer: heard “What is wrong, and where”",),
    ),
    TranscriptTurn(
        1,
        "pm_time",
        "question",
        "pm",
        "PM",
        "And how long is this going to take?",
        marked(
            UNEASY,
            ("QA missed it", Mark.MISTAKE, "blame", "Blamed somebody"),
            ("we cannot go back", Mark.CONTRADICTED, "safe", "Safe ground"),
            ("some hours", Mark.PARTLY, "time", "A time for the fix"),
            ("sorry", Mark.MANNER, "hedging", "too unsure to rely on"),
        ),
        trust=("PM cooler: blamed somebody", "EM cooler: blamed somebody"),
    ),
    TranscriptTurn(2, "sales_warning", "question", "sales", "Sales", "Can't we ship it with a warning?", SaidReply("")),
    TranscriptTurn(3, "sales_warning", "follow_up", "sales", "Sales", "So that is a yes, then?", None),
)
COOLER = TrustMove(False, "blamed somebody")
TRUST = (
    TrustResult(
        "pm",
        "PM",
        "wary",
        (TrustMove(False, "somebody was blamed"),),
        50,
        "reserved",
        (TrustStep(0, 50, 0), TrustStep(1, 35, -15, (COOLER,)), TrustStep(2, 35, 0)),
    ),
    TrustResult(
        "em",
        "EM",
        "reserved",
        (TrustMove(True, "What is wrong, and where"), COOLER),
        50,
        "reserved",
        (TrustStep(0, 65, 15, (TrustMove(True, "What is wrong, and where"),)), TrustStep(1, 55, -10, (COOLER,)), TrustStep(2, 55, 0)),
    ),
    TrustResult("sales", "Sales", "reserved", (), 45, "reserved", tuple(TrustStep(turn, 45, 0) for turn in range(3))),
)
WORK = (
    WorkItem(
        "Safe ground", "They heard the opposite.", "It calms.", ("we cannot go back",), "We stay on the live version.", ("safe",), 20.0
    ),
    WorkItem(
        "No to the warning", "They did not hear it yet.", "A soft no is a yes.", (), "No, a warning protects nobody.", ("warn",), 10.0
    ),
    WorkItem(
        "A time for the fix",
        "You were on it; still open: by when you know more.",
        "They plan.",
        ("some hours",),
        "It takes 4-6 hours.",
        ("time",),
        5.0,
    ),
)
ATTEMPTS = Attempts(
    (
        Attempt("a1", datetime(2026, 2, 27, 16, 5, tzinfo=UTC), 31),
        Attempt("a2", datetime(2026, 3, 1, 9, 0, tzinfo=UTC), 36),
    ),
    (
        PointSeries("bug", "What is wrong, and where", (Standing.PARTLY, Standing.COVERED), Standing.COVERED),
        PointSeries("time", "A time for the fix", (None, Standing.MISSED), Standing.PARTLY),
    ),
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
        PointResult(
            "bug",
            "What is wrong, and where",
            Standing.COVERED,
            True,
            ("charges some customers twice",),
            verdict=Verdict.COVERED,
            said=(Said(0, "charges some customers twice"),),
            asked_in=(0,),
        ),
        PointResult(
            "time",
            "A time for the fix",
            Standing.PARTLY,
            True,
            ("some hours",),
            ("by when you know more",),
            "It takes 4-6 hours.",
            "They plan.",
            Verdict.PARTLY,
            (Said(1, "some hours"),),
            (1,),
        ),
        PointResult(
            "warn",
            "No to the warning",
            Standing.MISSED,
            True,
            (),
            (),
            "No, a warning protects nobody.",
            "A soft no is heard as a yes.",
            asked_in=(2,),
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
    TRUST,
    3,
    "halt",
    "coach",
    LostTrust(1, -25, ("PM", "EM"), "PM", "And how long is this going to take?", ("QA missed it",), ("blamed somebody",)),
    WORK,
    TRANSCRIPT,
    ATTEMPTS,
)
LEFT_EARLY = replace(
    DEBRIEF,
    finish=Finish("You left before the end", None),
    not_passed=("The meeting did not come to its end.",),
    mistakes=(),
    trust=tuple(replace(one, steps=one.steps[:1], word="reserved") for one in TRUST),
    replies=1,
    lost=None,
    transcript=(TRANSCRIPT[0], replace(TRANSCRIPT[1], reply=None, trust=())),
    attempts=Attempts(),
)
DRILLED = replace(
    DEBRIEF,
    finish=Finish("All of it was rehearsed", None),
    score=100,
    first_score=100,
    passed=True,
    not_passed=(),
    themes=DEBRIEF.themes[:1],
    points=(DEBRIEF.points[0],),
    mistakes=(),
    trust=tuple(replace(one, steps=one.steps[:1], moves=()) for one in TRUST),
    replies=1,
    mode="drill",
    lost=None,
    work_on=(),
    transcript=TRANSCRIPT[:1],
    attempts=Attempts(),
)
NOTHING_SAID = replace(
    LEFT_EARLY,
    score=0,
    first_score=0,
    points=tuple(
        PointResult(one.point, one.label, Standing.NOT_REACHED, True, (), (), one.model, one.why)
        for one in DEBRIEF.points
        if one.required and one.model
    ),
    trust=tuple(replace(one, steps=(), moves=()) for one in TRUST),
    replies=0,
    work_on=tuple(replace(one, quotes=(), how="You did not get to it.") for one in WORK),
    transcript=(TRANSCRIPT[3],),
)
