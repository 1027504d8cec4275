"""What is drawn: every page there is, and further ways a page can look. One line each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from tests.ui.samples.basics import HERE
from tests.ui.samples.debrief import BESIDE, DEBRIEF, DRILLED, LEFT_EARLY, NOTHING_SAID
from tests.ui.samples.home import HOME
from tests.ui.samples.meeting import CLOSED, MEETING, UNCOACHED
from tests.ui.samples.pages import PAGES
from tests.ui.samples.progress import NOTHING, ONCE
from tests.ui.samples.quiz import HALF
from tests.ui.samples.words import NO_WORDS
from trainer.ui.messages.incident import FileNamed
from trainer.ui.screens.again import AgainDialog
from trainer.ui.screens.base import Page
from trainer.ui.screens.debrief import DebriefPage
from trainer.ui.screens.dialogs import OpenDialog, SaveDialog, TroubleDialog
from trainer.ui.screens.dispute import DisputeDialog
from trainer.ui.screens.help import HelpPage, key_lines
from trainer.ui.screens.home import HomePage
from trainer.ui.screens.meeting import MeetingPage
from trainer.ui.screens.progress import ProgressPage
from trainer.ui.screens.words import WordsPage
from trainer.ui.views.debrief import Ground
from trainer.ui.views.home import HomeView
from trainer.ui.views.saving import FileForm, Suggestion

FORMS = (FileForm(".md", "Markdown"), FileForm(".html", "a page to print"))
WRONG = (
    "release-halt.yaml:41:7 key_points.root_cause: unknown key 'expcet' (did you mean 'expect'?)",
    "release-halt.yaml:77:3 states.opening.next: there is no state 'pm_severty' → pm_severity",
)


@dataclass(frozen=True)
class Look:
    """A page, and how it comes to look so."""

    page: Callable[[], Page]
    keys: tuple[str, ...] = ()
    """Pressed first."""
    then: Callable[[Any], Awaitable[None]] | None = None
    """Happens to the page."""
    over: Callable[[Page], Screen[Any]] | None = None
    """Lies over the page."""
    home: HomeView = HOME
    """What home lists."""

    async def come_about(self, pilot: Pilot[Any], page: Page) -> None:
        """Make the page look so."""
        if isinstance(page, HomePage):
            page.show(self.home)
        await pilot.pause()
        if self.keys:
            await pilot.press(*self.keys)
        if self.then is not None:
            await self.then(page)
        if self.over is not None:
            await pilot.app.push_screen(self.over(page))


LOOKS: dict[str, Look] = {
    **{name: Look(page) for name, page in PAGES.items()},
    "home-new": Look(HomePage, home=HomeView(scenarios=HOME.scenarios)),
    "meeting": Look(lambda: MeetingPage(MEETING, "It charges some of them twice, and")),
    "meeting-uncoached": Look(lambda: MeetingPage(UNCOACHED)),
    "meeting-closed": Look(lambda: MeetingPage(CLOSED)),
    "debrief": Look(lambda: DebriefPage(DEBRIEF, BESIDE)),
    "debrief-points": Look(lambda: DebriefPage(DEBRIEF, BESIDE), keys=("2",)),
    "debrief-transcript": Look(lambda: DebriefPage(DEBRIEF, BESIDE), keys=("3",)),
    "debrief-trust": Look(lambda: DebriefPage(DEBRIEF, BESIDE), keys=("4",)),
    "debrief-left-early": Look(lambda: DebriefPage(LEFT_EARLY)),
    "debrief-drill": Look(lambda: DebriefPage(DRILLED)),
    "debrief-nothing-said": Look(lambda: DebriefPage(NOTHING_SAID)),
    "progress-once": Look(lambda: ProgressPage(ONCE)),
    "progress-nothing": Look(lambda: ProgressPage(NOTHING)),
    "words-none": Look(lambda: WordsPage(NO_WORDS)),
    "quiz-answered": Look(PAGES["quiz"], then=lambda page: page.show(HALF)),
    "help": Look(PAGES["meeting"], over=lambda page: HelpPage(page.HELP, key_lines(page))),
    "save": Look(PAGES["brief"], over=lambda _: SaveDialog("brief", Suggestion("double-charges-brief.md", "/home/you", FORMS))),
    "open": Look(PAGES["form"], over=lambda _: OpenDialog(FileNamed(HERE, ""), ("mine.yaml",), "/home/you")),
    "trouble": Look(HomePage, over=lambda _: TroubleDialog("2 problems in release-halt.yaml", WRONG)),
    "again": Look(lambda: DebriefPage(DEBRIEF, BESIDE), over=lambda _: AgainDialog(58)),
    "dispute": Look(
        lambda: DebriefPage(DEBRIEF, BESIDE), over=lambda _: DisputeDialog(DEBRIEF.points[1], (Ground(True, 0, "We should stop."),))
    ),
}


def picture_files(folder: Path) -> set[str]:
    """Names of the pictures that are there."""
    return {path.stem for path in folder.glob("*.svg") if not path.stem.endswith(".now")}
