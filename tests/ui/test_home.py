"""Home: how soon the meeting is decides what comes next."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from tests.small_meeting import PLAIN
from tests.ui.samples.home import HOME
from tests.ui.stage import Alone, an_app, listed, mark, noon, reach, scenarios, until, words
from trainer.cli.loading import load_app
from trainer.store.incidents import save_incident
from trainer.store.places import Places
from trainer.ui.app import TrainerApp
from trainer.ui.messages.drill import DrillWanted
from trainer.ui.messages.home import BriefingWanted, DebriefWanted, ResumeWanted, TimeChosen
from trainer.ui.messages.incident import FormWanted
from trainer.ui.messages.pages import BriefWanted
from trainer.ui.messages.progress import HistoryWanted, ProgressWanted
from trainer.ui.messages.wish import Wish
from trainer.ui.messages.words import WordsWanted
from trainer.ui.plan import Plan
from trainer.ui.screens.brief import BriefPage
from trainer.ui.screens.briefing import BriefingPage
from trainer.ui.screens.choosing import ChoosingPage
from trainer.ui.screens.home import HomePage
from trainer.ui.screens.incident import IncidentPage
from trainer.ui.views.home import DrillRow, HomeView, Practise

ROW = HOME.scenarios[0]
OWN = ROW.incidents[0]
LINES: list[tuple[str, str, Wish]] = [
    ("double charges", "enter", ResumeWanted("k3f9")),
    ("In less than 15 minutes", "enter", TimeChosen(Plan.BRIEF)),
    ("In less than 45 minutes", "enter", TimeChosen(Plan.SHORT)),
    (ROW.title, "enter", BriefingWanted(ROW.path)),
    ("double charges  own incident", "enter", BriefingWanted(ROW.path, OWN.path)),
    ("Your own incident", "enter", FormWanted(ROW.path)),
    (f"{ROW.title}  74, passed", "enter", DebriefWanted("a1")),
    ("Drill: 2 points due", "enter", DrillWanted(("cause", "what"), "k3f9")),
    ("Progress", "enter", ProgressWanted()),
    ("All rehearsals", "enter", HistoryWanted()),
    ("Words and quiz", "enter", WordsWanted(ROW.path)),
    (ROW.title, "o", FormWanted(ROW.path)),
    (ROW.title, "b", BriefWanted(ROW.path)),
    ("double charges  own incident", "b", BriefWanted(ROW.path, OWN.path)),
    ("double charges  own incident", "e", FormWanted(ROW.path, OWN.path)),
]
NAMES = [f"{type(wish).__name__}-{key}-{at}" for at, (_, key, wish) in enumerate(LINES)]


@pytest.mark.parametrize(("line", "key", "wish"), LINES, ids=NAMES)
async def test_each_line_and_each_key_of_home_says_what_is_wanted(line: str, key: str, wish: Wish) -> None:
    page = HomePage()
    app = Alone(page)
    async with app.run_test(size=(80, 24)) as pilot:
        page.show(HOME)
        await mark(pilot, line)
        await pilot.press(key)
        await until(pilot, lambda: bool(app.heard))
    assert app.heard == [wish]


async def test_what_was_left_unfinished_stands_before_the_question_how_soon_the_meeting_is() -> None:
    page = HomePage()
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        page.show(HOME)
        await pilot.pause()
        lines = listed(pilot.app)
        assert [lines.index(one) for one in ("Carry on", "When is your meeting?", "Later, or just to practise")] == [0, 3, 7]


@pytest.mark.parametrize("gone", ["#trouble", "Choices", "*"])
async def test_lists_that_come_while_home_is_being_closed_are_shown_to_nobody(gone: str) -> None:
    page = HomePage()
    async with Alone(page).run_test(size=(80, 24)):
        await page.query(gone).remove()
        page.show(HOME)
    page.show(HOME)
    assert not page.is_attached


async def test_nothing_to_practise_is_offered_before_there_is_something_to_show() -> None:
    page = HomePage()
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        page.show(HomeView(scenarios=HOME.scenarios))
        await pilot.pause()
        assert not {"Practise", "Rehearsed"} & set(listed(pilot.app))
        assert not any(line.startswith(("Drill", "Progress", "Words", "All rehearsals")) for line in listed(pilot.app))


async def test_a_drill_of_many_points_says_how_many_come_at_once_and_names_these() -> None:
    many = DrillRow("halt", "Halting", "k3f9", "", tuple("abcde"), ("One", "Two", "Three", "Four", "Five"))
    page = HomePage()
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        page.show(HomeView(practise=Practise(drills=(many,))))
        await pilot.pause()
        assert "Drill: 3 of 5 points due  One, Two, Three" in listed(pilot.app)


async def test_a_quarter_of_an_hour_goes_to_the_facts_and_then_to_the_brief_with_a_short_run_behind_it(tmp_path: Path) -> None:
    async with an_app(tmp_path, scenario=PLAIN).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "In less than 15 minutes")
        await pilot.press("enter")
        await reach(pilot, ChoosingPage)
        await mark(pilot, "Your own incident", under="A small meeting")
        await pilot.press("enter")
        await reach(pilot, IncidentPage)
        await pilot.press(*"it fails", "enter", *"2 hours", "ctrl+s")
        await reach(pilot, BriefPage)
        assert "it fails" in words(pilot.app)
        await pilot.press("escape")
        await reach(pilot, BriefingPage)


async def test_three_quarters_of_an_hour_asks_which_meeting_and_which_facts(tmp_path: Path) -> None:
    scenario = scenarios(tmp_path)
    places = Places(tmp_path / "home", (scenario.parent,))
    save_incident(
        places, "Lost orders", "format: 1\nscenario: small\nname: Lost orders\nfacts: {bug: orders get lost, estimate: 2 hours}\n"
    )
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "In less than 45 minutes")
        await pilot.press("enter")
        await reach(pilot, ChoosingPage)
        await mark(pilot, "Lost orders")
        await pilot.press("enter")
        page = await reach(pilot, BriefingPage)
        assert "Lost orders" in words(pilot.app)
        assert page.is_current


async def test_garbage_is_looked_for_again_once_home_is_shown(tmp_path: Path) -> None:
    load_app()
    assert not gc.isenabled()
    try:
        async with TrainerApp(Places(tmp_path / "home"), clock=noon).run_test() as pilot:
            await until(pilot, gc.isenabled)
    finally:
        gc.enable()
        gc.unfreeze()
