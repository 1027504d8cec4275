"""F1: what the page is for, its keys, the keys of lists, the keys that work everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from tests.ui.samples.pages import PAGES
from tests.ui.stage import Alone, an_app, listed, mark, reach, until, words
from trainer.settings.keys import KEYS
from trainer.ui.screens.help import EVERYWHERE, HERE, IN_LISTS, PALETTE, PRIVATE, HelpPage, key_lines
from trainer.ui.screens.home import HomePage


@pytest.mark.parametrize("name", PAGES)
async def test_every_key_that_works_on_a_page_is_told_with_what_it_does(name: str) -> None:
    page = PAGES[name]()
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        await reach(pilot, type(page))
        told = {line.does for line in key_lines(page)}
        alive = {str(one.binding.id) for one in page.active_bindings.values() if "." in str(one.binding.id)}
        assert {KEYS[one].does for one in alive} <= told
        assert len(told) == len(key_lines(page))


async def test_what_one_does_on_a_page_is_told_before_how_one_moves_about() -> None:
    page = PAGES["meeting"]()
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        await reach(pilot, type(page))
        told = [line.does for line in key_lines(page)]
        assert told.index(KEYS["meeting.hint"].does) < told.index(KEYS["meeting.pause"].does) < told.index(KEYS["meeting.back"].does)


async def test_keys_are_grouped_and_the_palette_is_among_those_that_work_everywhere(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "A small meeting")
        groups = {line.does: line.group for line in key_lines(pilot.app.screen)}
        assert groups[KEYS["home.own"].does] == HERE
        assert groups[KEYS["list.open"].does] == IN_LISTS
        assert groups[KEYS["app.quit"].does] == groups[PALETTE] == EVERYWHERE
        await pilot.press("f1")
        await reach(pilot, HelpPage)
        lines = words(pilot.app).splitlines()
        assert lines.index(HERE) < lines.index(IN_LISTS) < lines.index(EVERYWHERE) < lines.index(PALETTE)
        assert PRIVATE in words(pilot.app)
        assert "trainer locate" in PRIVATE
        await pilot.press("f1")
        await reach(pilot, HomePage)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24)], ids=str)
async def test_help_can_be_scrolled_to_its_end_in_a_small_window(tmp_path: Path, size: tuple[int, int]) -> None:
    async with an_app(tmp_path).run_test(size=size) as pilot:
        await until(pilot, lambda: any("A small meeting" in line for line in listed(pilot.app)))
        await pilot.press("f1")
        page = await reach(pilot, HelpPage)
        await pilot.press("end")
        last = page.query(Static).filter(".help--private").first()
        await until(pilot, lambda: 0 < last.region.bottom < size[1])


async def test_what_a_page_says_about_itself_is_shown_as_it_stands() -> None:
    page = PAGES["brief"]()
    app = Alone(page)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, type(page))
        await app.push_screen(HelpPage("[/] [b]x[/b]", key_lines(page)))
        await reach(pilot, HelpPage)
        assert "[/] [b]x[/b]" in words(app)
