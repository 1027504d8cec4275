"""The page of all rehearsals: filtered as one types, opened by Enter, forgotten only when asked for twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.pty_tools import HOSTILE_SHOWN
from tests.ui.outcomes import drawn
from tests.ui.samples.history import HISTORY
from tests.ui.stage import Alone, listed, until, words
from trainer.ui.messages.home import DebriefWanted, HomeWanted, ResumeWanted
from trainer.ui.messages.progress import ForgetWanted
from trainer.ui.messages.wish import Wish
from trainer.ui.screens.history import HistoryPage
from trainer.ui.views.history import HistoryView
from trainer.ui.widgets.choices import Choices

KEYS: list[tuple[tuple[str, ...], Wish]] = [
    (("enter",), ResumeWanted("k3f9")),
    (("down", "enter"), DebriefWanted("a1")),
    (("down", "down", "up", "enter"), DebriefWanted("a1")),
    (("pagedown", "enter"), DebriefWanted("a4")),
    (("pagedown", "pageup", "enter"), ResumeWanted("k3f9")),
    ((*"drill", "enter"), DebriefWanted("a3")),
    (("tab", "down", "enter"), DebriefWanted("a1")),
    (("down", "f8", "f8"), ForgetWanted("a1")),
    (("tab", "delete", "delete"), ForgetWanted("k3f9")),
    (("escape",), HomeWanted()),
    (("x", "escape", "escape"), HomeWanted()),
]


@pytest.mark.parametrize(("keys", "wish"), KEYS, ids=["-".join(keys) for keys, _ in KEYS])
async def test_a_key_posts_its_wish(keys: tuple[str, ...], wish: Wish) -> None:
    app = Alone(HistoryPage(HISTORY))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: bool(app.heard))
    assert app.heard == [wish]


KEPT = [
    ("f8", "down", "f8"),
    ("f8", "escape", "f8"),
    ("f8", "a", "backspace", "f8"),
    (*"nothing like it", "f8", "f8"),
    ("delete", "delete"),
]


@pytest.mark.parametrize("keys", KEPT, ids=["-".join(keys) for keys in KEPT])
async def test_whatever_comes_between_keeps_a_rehearsal_that_was_asked_about(keys: tuple[str, ...]) -> None:
    app = Alone(HistoryPage(HISTORY))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert app.heard == []


async def test_the_list_narrows_as_one_types_and_says_how_many_are_left() -> None:
    async with Alone(HistoryPage(HISTORY)).run_test(size=(80, 24)) as pilot:
        assert "5 kept" in words(pilot.app)
        await pilot.press(*"double coach")
        await until(pilot, lambda: len(listed(pilot.app)) == 1)
        assert "left early" in listed(pilot.app)[0]
        assert "1 of 5" in words(pilot.app)
        await pilot.press("escape")
        await until(pilot, lambda: len(listed(pilot.app)) == 5)


async def test_where_nothing_fits_it_says_so_and_how_to_see_all() -> None:
    async with Alone(HistoryPage(HISTORY)).run_test(size=(80, 24)) as pilot:
        await pilot.press(*"zebra")
        await until(pilot, lambda: "No rehearsal fits. Esc clears the filter." in words(pilot.app))


async def test_without_a_rehearsal_it_says_where_they_will_be() -> None:
    app = Alone(HistoryPage(HistoryView()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f8", "f8")
        await pilot.pause()
        assert "No rehearsals yet" in words(app)
        assert app.heard == []


async def test_after_one_was_forgotten_the_one_below_is_marked() -> None:
    page = HistoryPage(HISTORY)
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down")
        page.show(replace(HISTORY, runs=tuple(run for run in HISTORY.runs if run.run != "a2")))
        await pilot.pause()
        marked = page.query_one(Choices).marked
        assert marked is not None
        assert marked.opens == DebriefWanted("a3")


async def test_columns_stand_below_each_other_also_after_wide_letters() -> None:
    async with Alone(HistoryPage(HISTORY)).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        results = ("3 replies", "passed", "left early", "not passed", "passed", "unfinished")
        starts = {min(line.find(one) for one in results if one in line) for line in listed(pilot.app)}
        assert len(starts) == 1


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_markup_in_names_is_shown_as_it_stands_and_filter_and_list_stay_in_sight(size: tuple[int, int]) -> None:
    runs = tuple(replace(run, incident=HOSTILE_SHOWN) for run in HISTORY.runs)
    page = HistoryPage(HistoryView(runs))
    async with Alone(page).run_test(size=size) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        assert all(HOSTILE_SHOWN in line for line in listed(pilot.app))
        assert HOSTILE_SHOWN in words(pilot.app)
        assert page.query_one(Choices).region.height >= len(runs)


async def test_in_a_narrow_window_a_rehearsal_is_told_by_its_name_before_its_mode() -> None:
    """Resized, the same one stays marked."""
    async with Alone(HistoryPage(HISTORY)).run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down")
        await until(pilot, lambda: any("coach         double charges" in line for line in drawn(pilot.app)))
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: any("left early  double charges · coach" in line for line in drawn(pilot.app)))
        assert pilot.app.screen.query_one(Choices).highlighted == 2
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: any("coach         double charges" in line for line in drawn(pilot.app)))
