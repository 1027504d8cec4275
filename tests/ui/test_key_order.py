"""What is typed faster than pages come is for the page that comes: nothing acts on the one that is left, nothing opens two."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.events import Event
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from tests.small_meeting import GOOD, PLAIN
from tests.ui.stage import Alone, an_app, burst, listed, mark, noon, reach, scenarios, to_debrief, until, words
from trainer.store.places import Places
from trainer.ui.app import TrainerApp
from trainer.ui.desk.desk import Desk
from trainer.ui.desk.resources import Resources
from trainer.ui.key_order import KeyOrder, Passed, Typed
from trainer.ui.messages.home import BriefingWanted, HomeWanted
from trainer.ui.opening import OpenRequest
from trainer.ui.screens.briefing import BriefingPage
from trainer.ui.screens.choosing import ChoosingPage
from trainer.ui.screens.dialogs import TroubleDialog
from trainer.ui.screens.home import LOOKING, TITLE, HomePage
from trainer.ui.screens.incident import IncidentPage
from trainer.ui.screens.meeting import MeetingPage
from trainer.ui.widgets.composer import Composer
from trainer.ui.widgets.fact_field import FactField


class Held(Desk):
    """A desk that has done nothing about home until it may."""

    def __init__(self, resources: Resources, may: threading.Event) -> None:
        may.wait(60)
        super().__init__(resources)


def shown(app: App[Any]) -> Screen[Any]:
    """The page that is on top now."""
    return app.screen


def held_app(folder: Path, may: threading.Event, opening: OpenRequest | None = None) -> TrainerApp:
    """The app, on a desk that is held up until it may."""
    places = Places(folder / "home", (scenarios(folder).parent,))
    return TrainerApp(places, clock=noon, opening=opening, make_desk=lambda places, clock: Held(Resources(places, clock), may))


async def settled(pilot: Pilot[Any]) -> None:
    """All that was typed is done."""
    await until(pilot, lambda: not pilot.app.keys.settling)  # type: ignore[attr-defined]


async def test_keys_go_to_the_page_that_each_of_them_opens(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "In less than 45 minutes")
        burst(pilot, "enter", "down", "up", "enter", *"it fails", "enter", *"2h")
        page = await reach(pilot, IncidentPage)
        await until(pilot, lambda: [field.answer.value for field in page.query(FactField)][:2] == ["it fails", "2h"])


async def test_a_letter_behind_enter_is_no_key_of_the_page_that_is_left(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "A small meeting")
        burst(pilot, "enter", "q", "m")  # q leaves the app, on home
        await reach(pilot, BriefingPage)
        await until(pilot, lambda: "Meeting: no help" in words(pilot.app))
        assert pilot.app.return_code is None


@pytest.mark.parametrize("line", ["In less than 45 minutes", "A small meeting"])
async def test_enter_pressed_twice_opens_one_page(line: str, tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, line)
        burst(pilot, "enter", "enter")
        page = await reach(pilot, ChoosingPage if "45" in line else BriefingPage)
        await settled(pilot)
        assert pilot.app.screen_stack[1:] == [page]


async def test_enter_is_for_a_page_that_one_can_have_seen_or_behind_another_key(tmp_path: Path) -> None:
    places = Places(tmp_path / "home", (scenarios(tmp_path).parent,))
    async with TrainerApp(places, clock=noon, glance=3600).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "A small meeting")
        await pilot.press("enter")
        await reach(pilot, BriefingPage)
        await pilot.press("enter")
        await settled(pilot)
        await reach(pilot, BriefingPage)
        await pilot.press("m", "enter")
        await reach(pilot, MeetingPage)


async def test_a_page_is_left_once() -> None:
    app = Alone(HomePage())
    async with app.run_test(size=(80, 24)) as pilot:
        page = pilot.app.screen
        assert page.post_message(BriefingWanted(Path("a.yaml")))
        assert not page.post_message(HomeWanted())
        await until(pilot, lambda: bool(app.heard))
    assert app.heard == [BriefingWanted(Path("a.yaml"))]


async def test_settings_changed_right_before_beginning_hold(tmp_path: Path) -> None:
    opening = OpenRequest(scenario=scenarios(tmp_path))
    async with an_app(tmp_path, opening=opening).run_test(size=(80, 24)) as pilot:
        await reach(pilot, BriefingPage)
        burst(pilot, "m", "p", "enter", "x")
        await reach(pilot, MeetingPage)
        await until(pilot, lambda: pilot.app.screen.query_one(Composer).text == "x")
        assert "Coach" not in words(pilot.app)


async def test_what_was_meant_for_a_page_that_cannot_be_opened_does_nothing(tmp_path: Path) -> None:
    async with an_app(tmp_path, scenario={**PLAIN, "start": "nowhere"}).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "A small meeting")
        burst(pilot, "enter", "o", "enter", "escape", "q")
        dialog = await reach(pilot, TroubleDialog)
        await settled(pilot)
        assert pilot.app.screen_stack[1:] == [dialog]


async def test_words_typed_behind_the_last_reply_are_no_keys_of_the_debrief(tmp_path: Path) -> None:
    async with an_app(tmp_path, opening=OpenRequest(scenario=scenarios(tmp_path))).run_test(size=(80, 24)) as pilot:
        await reach(pilot, BriefingPage)
        await pilot.press("enter")
        page = await reach(pilot, MeetingPage)
        for reply in GOOD[:-1]:
            page.query_one(Composer).insert(reply)
            await pilot.press("enter")
            await until(pilot, lambda: page.query_one(Composer).text == "")
        page.query_one(Composer).insert(GOOD[-1])
        burst(pilot, "enter", *"r b")
        await until(pilot, lambda: "That was the last question." in words(pilot.app))
        await settled(pilot)
        assert shown(pilot.app) is page
        debrief = await to_debrief(pilot)
        burst(pilot, *"zz")
        await settled(pilot)
        assert shown(pilot.app) is debrief


async def test_what_is_typed_while_home_looks_for_its_lists_chooses_among_them(tmp_path: Path) -> None:
    may = threading.Event()
    async with held_app(tmp_path, may).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: listed(pilot.app) == [LOOKING])
        burst(pilot, "down", "enter")
        may.set()
        await reach(pilot, ChoosingPage)
        assert "Under 45 minutes" in words(pilot.app)


async def test_the_app_opens_on_what_was_asked_for_and_shows_no_home_before(tmp_path: Path) -> None:
    may = threading.Event()
    asked = OpenRequest(scenario=scenarios(tmp_path))
    async with held_app(tmp_path, may, asked).run_test(size=(80, 24)) as pilot:
        burst(pilot, "m")
        await until(pilot, lambda: "Opening" in words(pilot.app))
        assert TITLE not in words(pilot.app)
        may.set()
        await reach(pilot, BriefingPage)
        await until(pilot, lambda: "Meeting: no help" in words(pilot.app))
        await pilot.press("escape")
        await reach(pilot, HomePage)
        await mark(pilot, "A small meeting")
        assert TITLE in words(pilot.app)


async def test_where_what_was_asked_for_cannot_be_opened_there_is_home_and_the_reason(tmp_path: Path) -> None:
    broken = {**PLAIN, "start": "nowhere"}
    asked = OpenRequest(scenario=scenarios(tmp_path, broken))
    async with an_app(tmp_path, scenario=broken, opening=asked).run_test(size=(80, 24)) as pilot:
        burst(pilot, "enter", "q")
        await reach(pilot, TroubleDialog)
        await settled(pilot)
        await pilot.press("escape")
        await reach(pilot, HomePage)
        await mark(pilot, "A small meeting")
        assert TITLE in words(pilot.app)


class Vanishing(App[None]):
    """Enter takes the line away that is typed into; x is counted."""

    BINDINGS = [Binding("x", "count", "Count")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.keys = KeyOrder(self, super().on_event)
        self.counted = 0

    def compose(self) -> ComposeResult:
        """The line."""
        yield Input()

    def on_mount(self) -> None:
        """There is a page to type on."""
        self.keys.settle()

    async def on_event(self, event: Event) -> None:
        """Keys in their order."""
        if isinstance(event, Typed) and not event.is_forwarded:
            await self.keys.take(event)
        else:
            await super().on_event(event)

    async def _on_passed(self, message: Passed) -> None:
        await self.keys.passed(message)

    async def on_input_submitted(self) -> None:
        """Away with it."""
        await self.query_one(Input).remove()

    def action_count(self) -> None:
        """Another one."""
        self.counted += 1


async def test_keys_go_on_where_what_was_typed_into_is_taken_away() -> None:
    app = Vanishing()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.focused, Input))
        burst(pilot, "x", "enter", "x", "x")
        await until(pilot, lambda: app.counted == 2)
