"""The progress page: what is compared, plotted and named, and what its keys ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pty_tools import HOSTILE_SHOWN
from tests.ui.samples.progress import HALT, NOTHING, NOTHING_COMPARED, ONCE, PROGRESS, a_group
from tests.ui.stage import Alone, listed, until, words
from trainer.ui.messages.drill import DrillWanted
from trainer.ui.messages.home import HomeWanted
from trainer.ui.messages.progress import HistoryWanted
from trainer.ui.messages.wish import Wish
from trainer.ui.screens.progress import ProgressPage
from trainer.ui.views.progress import ProgressView
from trainer.ui.widgets.columns import Columns, draw
from trainer.ui.widgets.trends import Trends

WEAK = ("no_warning", "cause")
KEYS: list[tuple[ProgressView, tuple[str, ...], Wish]] = [
    (PROGRESS, ("d",), DrillWanted(WEAK, "k3f9")),
    (PROGRESS, ("u",), DrillWanted(("cause", "what"), "k3f9")),
    (PROGRESS, ("s", "d"), DrillWanted(WEAK, "a1")),
    (PROGRESS, ("s", "u"), DrillWanted(("cause", "what"), "k3f9")),
    (NOTHING_COMPARED, ("u",), DrillWanted(("cause",), "k3f9")),
    (PROGRESS, ("a",), HistoryWanted()),
    (PROGRESS, ("escape",), HomeWanted()),
    (NOTHING, ("escape",), HomeWanted()),
]


@pytest.mark.parametrize(("view", "keys", "wish"), KEYS, ids=[f"{type(wish).__name__}-{'-'.join(keys)}" for _, keys, wish in KEYS])
async def test_a_key_posts_its_wish(view: ProgressView, keys: tuple[str, ...], wish: Wish) -> None:
    app = Alone(ProgressPage(view))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: bool(app.heard))
    assert app.heard == [wish]


@pytest.mark.parametrize("key", ["d", "u", "m", "s"])
async def test_a_key_that_would_lead_nowhere_asks_for_nothing(key: str) -> None:
    app = Alone(ProgressPage(NOTHING))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.heard == []


async def test_m_turns_through_the_modes_and_lengths_of_one_meeting_and_comes_back() -> None:
    async with Alone(ProgressPage(PROGRESS)).run_test(size=(80, 24)) as pilot:
        seen = []
        for _ in range(3):
            seen.append("coach mode · whole meeting · 6 runs" in words(pilot.app))
            assert seen[-1] or "meeting mode · short meeting · 2 runs" in words(pilot.app)
            await pilot.press("m")
    assert seen == [True, False, True]


async def test_s_turns_to_the_next_meeting_and_comes_back() -> None:
    async with Alone(ProgressPage(PROGRESS)).run_test(size=(80, 24)) as pilot:
        await pilot.press("m", "s")
        assert "Asking for a raise" in words(pilot.app)
        await pilot.press("s")
        assert "coach mode · whole meeting" in words(pilot.app)


async def test_the_marked_line_is_plotted_and_says_how_it_moved() -> None:
    page = ProgressPage(PROGRESS)
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down")
        await pilot.pause()
        assert "No to half measures  up 41 since the first run" in words(pilot.app)
        plot = str(page.query_one(Columns).render())
        assert [int(number) for number in plot.rsplit("\n", maxsplit=1)[-1].split()] == list(HALT.themes[1].values)


async def test_one_run_is_no_trend() -> None:
    page = ProgressPage(ONCE)
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert all("one run so far" in line for line in listed(pilot.app))
        assert "since the first run" not in words(pilot.app)
        assert not page.query_one(Columns).display


@pytest.mark.parametrize("view", [NOTHING, NOTHING_COMPARED], ids=["no rehearsal", "none to compare"])
async def test_where_nothing_can_be_shown_it_says_what_to_do(view: ProgressView) -> None:
    page = ProgressPage(view)
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "a short run will do" in words(pilot.app)
        assert not page.query_one(Trends).display


async def test_a_rehearsal_that_cannot_be_read_is_named() -> None:
    page = ProgressPage(PROGRESS)
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        page.show(replace(PROGRESS, trouble=("rehearsal b7: damaged",)))
        await pilot.pause()
        assert "rehearsal b7: damaged" in words(pilot.app)


async def test_it_says_how_far_earlier_rehearsals_are_counted_and_stops_saying_it() -> None:
    page = ProgressPage(PROGRESS)
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        page.working(2, 7)
        await pilot.pause()
        assert "2 of 7" in words(pilot.app)
        page.working(7, 7)
        await pilot.pause()
        assert "7 of 7" not in words(pilot.app)


async def test_more_runs_do_not_turn_the_page_away_from_what_is_looked_at() -> None:
    page = ProgressPage(PROGRESS)
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        page.show(replace(PROGRESS, groups=(a_group("new", "coach", "whole", 1, 2), *PROGRESS.groups)))
        await pilot.pause()
        assert "meeting mode · short meeting" in words(pilot.app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_trend_plot_and_weak_points_are_in_sight_together(size: tuple[int, int]) -> None:
    page = ProgressPage(PROGRESS)
    async with Alone(page).run_test(size=size) as pilot:
        await pilot.pause(0.1)
        parts = [page.query_one(one).region for one in ("Trends", "Columns", "#weak")]
        assert all(part.height >= 3 for part in parts)
        assert [part.y for part in parts] == sorted(part.y for part in parts)
        assert parts[-1].bottom < size[1]


async def test_markup_in_any_text_is_shown_as_it_stands() -> None:
    title, label = f"Halt {HOSTILE_SHOWN}", f"Harm {HOSTILE_SHOWN}"
    group = a_group("halt", "coach", "whole", 20, 40, title=title)
    hostile = replace(
        group,
        themes=(replace(group.themes[0], label=label),),
        weakest=tuple(replace(weak, label=label) for weak in group.weakest),
    )
    due = tuple(replace(one, label=label) for one in PROGRESS.due)
    page = ProgressPage(replace(PROGRESS, groups=(hostile,), due=due, trouble=(label,)))
    async with Alone(page).run_test(size=(120, 40)) as pilot:
        await pilot.press("down")
        await pilot.pause()
        assert all(one in words(pilot.app) for one in (title, label))
        assert words(pilot.app).count(label) >= 4


@given(st.lists(st.integers(0, 100), min_size=1, max_size=300), st.integers(12, 140), st.integers(2, 15))
def test_a_plot_keeps_to_its_space_and_shows_the_last_run(values: list[int], width: int, height: int) -> None:
    lines = draw(values, width, height)
    assert len(lines) == height
    assert all(len(line) <= width for line in lines[:-1])
    assert str(values[-1]) in lines[-1]


@given(st.lists(st.integers(0, 100), min_size=2, max_size=12), st.integers(3, 15))
def test_of_two_runs_the_better_has_no_lower_column(values: list[int], height: int) -> None:
    pitch = 6
    plot = draw(values, 4 + pitch * len(values), height)[:-1]
    heights = [sum(" ▁▂▃▄▅▆▇█".index(line.ljust(200)[4 + pitch * at]) for line in plot) for at in range(len(values))]
    ranked = sorted(zip(values, heights, strict=True))
    assert [height for _, height in ranked] == sorted(heights)
    assert all(heights)
