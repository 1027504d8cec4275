"""How each page looks, at the sizes people have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ui.pictures import assert_looks_as_drawn
from tests.ui.samples.brief import BRIEF
from tests.ui.samples.briefing import BRIEFING
from tests.ui.samples.debrief import DEBRIEF
from tests.ui.samples.form import FORM
from tests.ui.samples.home import HOME
from tests.ui.samples.meeting import MEETING, UNCOACHED
from tests.ui.stage import SMALL, WIDE, Alone
from trainer.ui.screens.base import Page
from trainer.ui.screens.brief import BriefPage
from trainer.ui.screens.briefing import BriefingPage
from trainer.ui.screens.debrief import DebriefPage
from trainer.ui.screens.home import HomePage
from trainer.ui.screens.incident import IncidentPage
from trainer.ui.screens.meeting import MeetingPage
from trainer.ui.views.home import HomeView

PAGES: dict[str, Callable[[], Page]] = {
    "home": HomePage,
    "home-new": HomePage,
    "form": lambda: IncidentPage(FORM),
    "briefing": lambda: BriefingPage(BRIEFING),
    "meeting": lambda: MeetingPage(MEETING, "It charges some of them twice, and"),
    "meeting-uncoached": lambda: MeetingPage(UNCOACHED),
    "debrief": lambda: DebriefPage(DEBRIEF),
    "brief": lambda: BriefPage(BRIEF),
}


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", PAGES)
async def test_a_page_looks_as_drawn(name: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    await _draw(PAGES[name](), f"{name}-{size[0]}x{size[1]}", size)


async def test_a_meeting_fits_into_a_tiny_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    await _draw(PAGES["meeting"](), "meeting-40x12", (40, 12))


async def _draw(page: Page, name: str, size: tuple[int, int]) -> None:
    app = Alone(page)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        for blinking in page.query("Input, TextArea"):
            blinking.cursor_blink = False  # type: ignore[attr-defined]  # both have it
        if isinstance(page, HomePage):
            page.show(HomeView(scenarios=HOME.scenarios) if name.startswith("home-new") else HOME)
        await assert_looks_as_drawn(pilot, name)
