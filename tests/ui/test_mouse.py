"""Whoever would rather use the mouse: parts, lines of lists, fields and the keys at the foot do by a click what they do by a key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.ui.outcomes import GONE, Case, Changed, becomes, comes_of, drawn
from tests.ui.samples.basics import HERE
from tests.ui.samples.brief import BRIEF
from tests.ui.samples.debrief import BESIDE, DEBRIEF
from tests.ui.samples.home import HOME
from tests.ui.samples.pages import PAGES
from tests.ui.stage import until
from tests.ui.test_every_key import asked_now, contains, over, part, shown
from trainer.ui.messages.debrief import DisputeMade
from trainer.ui.messages.drill import DrillWanted
from trainer.ui.messages.home import BriefingWanted, DebriefWanted, HomeWanted, ResumeWanted, TimeChosen
from trainer.ui.messages.incident import FormFilled, FormWanted
from trainer.ui.messages.meeting import HintWanted
from trainer.ui.messages.pages import BriefWanted, SaveAsked
from trainer.ui.messages.progress import HistoryWanted, ProgressWanted
from trainer.ui.plan import Plan
from trainer.ui.screens.brief import BriefPage
from trainer.ui.screens.debrief import DebriefPage


def told_beside(app: Any) -> str:
    """The point that the right side tells about."""
    return "".join(str(one.render()) for one in app.screen.query(".point--title"))


def debrief() -> DebriefPage:
    return DebriefPage(DEBRIEF, BESIDE)


def home(comes: Any) -> Case:
    return Case(PAGES["home"], comes, then=lambda page: page.show(HOME), size=(80, 40))


FIRST_POINT = "What is wrong, and where"
CLICKS: dict[tuple[str, str], Case] = {
    ("debrief", "2 Points"): Case(debrief, Changed(part, becomes("Points"))),
    ("debrief", "3 Transcript"): Case(debrief, Changed(part, becomes("Transcript"))),
    ("debrief", "4 Trust"): Case(debrief, Changed(part, becomes("Trust"))),
    ("debrief, at its points", "1 Result"): Case(debrief, Changed(part, becomes("Result")), ("2",)),
    ("debrief, at its points", FIRST_POINT): Case(debrief, Changed(told_beside, becomes(FIRST_POINT)), ("2",)),
    ("debrief, a marked point", "A time for the fix"): Case(debrief, Changed(part, becomes("Transcript")), ("2", "up")),
    ("debrief, at its foot", "d Drill"): Case(debrief, DrillWanted(("safe", "warn", "time"))),
    ("debrief, at its foot", "b Brief"): Case(debrief, BriefWanted()),
    ("debrief, at its foot", "s Save"): Case(debrief, SaveAsked("debrief")),
    ("debrief, at its foot", "esc Home"): Case(debrief, HomeWanted()),
    ("home", "double charges  3 replies"): home(ResumeWanted("k3f9")),
    ("home", "In less than 15 minutes"): home(TimeChosen(Plan.BRIEF)),
    ("home", "In less than 45 minutes"): home(TimeChosen(Plan.SHORT)),
    ("home", "double charges  own incident"): home(BriefingWanted(HERE, Path("a.yaml"))),
    ("home", "Your own incident"): home(FormWanted(HERE)),
    ("home", "Drill: 2 points due"): home(DrillWanted(("cause", "what"), "k3f9")),
    ("home", "Progress"): home(ProgressWanted()),
    ("home", "74, passed"): home(DebriefWanted("a1")),
    ("home", "All rehearsals"): home(HistoryWanted()),
    ("choosing", "The example"): Case(PAGES["choosing"], BriefingWanted(HERE, None, Plan.SHORT)),
    ("history", "left early"): Case(PAGES["history"], DebriefWanted("a2")),
    ("progress", "No to half measures"): Case(PAGES["progress"], Changed(shown("#moved"), contains("No to half measures"))),
    ("form", "4-6 hours"): Case(PAGES["form"], Changed(asked_now, becomes("estimate"))),
    ("form", "Save and go on"): Case(PAGES["form"], FormFilled, size=(80, 40)),
    ("meeting, at its foot", "f2 Hint"): Case(PAGES["meeting"], HintWanted()),
    ("brief, at its foot", "r Rehearse"): Case(lambda: BriefPage(BRIEF, BriefingWanted(HERE)), BriefingWanted(HERE)),
    ("dispute", "We should stop."): Case(over("dispute"), DisputeMade("time", 0, True)),
    ("trouble, at its foot", "esc Close"): Case(over("trouble"), GONE),
    ("save, at its foot", "esc Leave"): Case(over("save"), GONE),
}


@pytest.mark.parametrize(("where", "text"), CLICKS, ids=lambda value: value)
async def test_a_click_does_what_the_key_would(where: str, text: str) -> None:
    """One on a point of the debrief that is not marked only marks it: it is read beside the list."""
    await comes_of(CLICKS[where, text], lambda pilot: click(pilot, text))


async def click(pilot: Pilot[Any], text: str) -> None:
    """Where the text stands on the screen; the lowest such place, for a list may be told about above it."""
    await until(pilot, lambda: any(text in line for line in drawn(pilot.app)))
    lines = drawn(pilot.app)
    y = max(at for at, line in enumerate(lines) if text in line)
    await pilot.click(offset=(lines[y].index(text) + 1, y))
