"""The command palette: what can be done here, places, meetings, rehearsals; each of them once, every name as it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from rich.text import Text
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from tests.pty_tools import HOSTILE_SHOWN
from tests.small_meeting import PLAIN
from tests.ui.stage import an_app, listed, mark, reach, until, words
from trainer.store.incidents import save_incident
from trainer.store.places import Places
from trainer.ui.app import TrainerApp
from trainer.ui.commands import MOVES, OURS, UNSAVED, Colours, Command, Everything
from trainer.ui.screens.briefing import BriefingPage
from trainer.ui.screens.history import HistoryPage
from trainer.ui.screens.home import HomePage
from trainer.ui.screens.incident import IncidentPage
from trainer.ui.screens.meeting import MeetingPage
from trainer.ui.screens.progress import ProgressPage
from trainer.ui.screens.words import WordsPage
from trainer.ui.theme import THEMES

PLACES = ["Home", "Progress", "All rehearsals", "Colours", "Quit"]


def commands(app: TrainerApp) -> list[Command]:
    return list(Everything(app.screen).commands())


def names(app: TrainerApp) -> list[str]:
    return [one.name for one in commands(app)]


async def filled(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: any("A small meeting" in line for line in listed(pilot.app)))


async def choose(pilot: Pilot[None], wanted: str) -> None:
    """Open the palette, type, and take the first line."""
    await pilot.press("ctrl+p")
    await reach(pilot, CommandPalette)
    await pilot.press(*wanted)
    await until(pilot, lambda: pilot.app.screen.query_one(OptionList).option_count > 0 and not pilot.app.screen.query_one(Input).loading)
    await until(pilot, lambda: wanted.lower() in str(pilot.app.screen.query_one(OptionList).get_option_at_index(0).prompt).lower())
    await pilot.press("enter")


async def on_briefing(pilot: Pilot[None]) -> BriefingPage:
    await mark(pilot, "A small meeting")
    await pilot.press("enter")
    return await reach(pilot, BriefingPage)


async def test_every_place_is_listed_before_anything_is_typed(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        always = [one.name for one in commands(app) if one.always]
        assert set(PLACES) | {"Rehearse: A small meeting"} <= set(always)
        assert [name for name in always if name in PLACES] == PLACES


async def test_words_and_quiz_name_their_meeting_only_where_there_are_several(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        assert {"Words: A small meeting", "Quiz: A small meeting"} <= set(names(app))
        assert app.home_view is not None
        app.home_view = replace(app.home_view, scenarios=app.home_view.scenarios[:1])
        assert {"Words", "Quiz"} <= {one.name for one in commands(app) if one.always}


async def test_what_can_be_done_here_comes_first_with_its_key(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await on_briefing(pilot)
        first = commands(app)[:3]
        assert [(one.name, one.help) for one in first] == [("Begin", "Key: ⏎"), ("Mode", "Key: m"), ("Pressure", "Key: p")]


@pytest.mark.parametrize("page", ["home", "briefing", "meeting"])
async def test_nothing_is_listed_twice_and_nothing_that_only_moves_about(tmp_path: Path, page: str) -> None:
    """Home stands among the keys of the briefing; as a place it is left out there."""
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        if page != "home":
            await on_briefing(pilot)
        if page == "meeting":
            await pilot.press("enter")
            await reach(pilot, MeetingPage)
        assert [name for name, count in Counter(names(app)).items() if count > 1] == []
        moves = {active.binding.description for key, active in app.screen.active_bindings.items() if key in MOVES and active.binding.id}
        assert moves.isdisjoint(names(app))


@pytest.mark.parametrize(
    ("typed", "page"),
    [("Progress", ProgressPage), ("All rehearsals", HistoryPage), ("Words", WordsPage), ("Rehearse: A small", BriefingPage)],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_a_place_is_gone_to_by_its_name(tmp_path: Path, typed: str, page: type) -> None:
    glossary = [{"term": "hotfix", "meaning": "a small urgent change", "say_to_business": "an emergency repair"}]
    async with an_app(tmp_path, scenario={**PLAIN, "glossary": glossary}).run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        await choose(pilot, typed)
        await reach(pilot, page)


async def test_a_key_of_the_page_is_run_by_its_words(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await on_briefing(pilot)
        assert "Coach: hints" in words(pilot.app)
        await choose(pilot, "Mode")
        await until(pilot, lambda: "Meeting: no help" in words(pilot.app))


async def test_names_of_meetings_and_incidents_are_shown_as_they_stand(tmp_path: Path) -> None:
    app = an_app(tmp_path, scenario={**PLAIN, "title": f"A small meeting {HOSTILE_SHOWN}"})
    places = Places(tmp_path / "home", ())
    save_incident(places, "x", "format: 1\nscenario: small\nname: '[/] [@click=app.quit]y[/]'\nfacts: {bug: it fails, estimate: 2 hours}\n")
    async with app.run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        assert "Rehearse: [/] [@click=app.quit]y[/]" in names(app)
        provider = Everything(app.screen)
        found = [hit async for hit in provider.search("Rehearse")] + [hit async for hit in provider.discover()]
        assert [hit for hit in found if not isinstance(hit.prompt, Text)] == []
        await choose(pilot, "Rehearse: [/]")
        await reach(pilot, BriefingPage)
        assert "[@click=app.quit]y[/]" in words(app)


async def test_a_form_with_something_unsaved_is_left_for_another_place_only_when_asked_twice(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "Your own incident")
        await pilot.press("enter")
        await reach(pilot, IncidentPage)
        await pilot.press(*"it fails")
        await choose(pilot, "Progress")
        await until(pilot, lambda: UNSAVED.format(save="Ctrl+S") in words(pilot.app))
        await choose(pilot, "Progress")
        await reach(pilot, ProgressPage)


async def test_a_meeting_left_for_another_place_keeps_what_was_typed(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await on_briefing(pilot)
        await pilot.press("enter")
        page = await reach(pilot, MeetingPage)
        await until(pilot, lambda: not page.busy_with)
        await pilot.press(*"hm", "enter")
        await until(pilot, lambda: page.draft == "")
        await pilot.press(*"not sent yet")
        await choose(pilot, "Home")
        await reach(pilot, HomePage)
        await mark(pilot, "A small meeting", under="Carry on")
        await pilot.press("enter")
        again = await reach(pilot, MeetingPage)
        assert again.draft == "not sent yet"


async def test_our_own_colours_are_listed_first_and_in_words(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        found = list(Colours(app.screen).commands())
        assert {one.name: one.help for one in found[: len(THEMES)]} == OURS
        assert {one.name for one in found} == set(app.available_themes)
        await choose(pilot, "Colours")
        await until(pilot, lambda: "trainer-contrast-dark" in str(pilot.app.screen.query_one(OptionList).get_option_at_index(2).prompt))
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.theme == "trainer-light")


async def test_without_colour_those_of_the_terminal_are_not_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        assert not [one.name for one in Colours(app.screen).commands() if app.available_themes[one.name].ansi]
