"""How things move from run to run."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.results import a_run
from trainer.report.progress.gather import MOST_WEAK, SECOND_NATURE_RUNS, change, level, progress, tier
from trainer.report.progress.values import RunResult, Standing, Tier

SHARES = st.lists(st.floats(0, 100), min_size=1, max_size=30)
SURER = (Tier.NOT_YET, Tier.GETTING_THERE, Tier.SOLID, Tier.SECOND_NATURE)


def with_theme(day: float, share: float) -> RunResult:
    return a_run(day, themes={"harm": share}, theme_labels={"harm": "Harm"})


@given(SHARES)
def test_a_level_lies_between_the_lowest_run_and_the_highest(values: list[float]) -> None:
    assert min(values) - 1e-9 <= level(values) <= max(values) + 1e-9


@given(SHARES, st.integers(0, 29), st.floats(1, 50))
def test_a_better_run_never_lowers_the_level(values: list[float], which: int, by: float) -> None:
    which %= len(values)
    assert level([value + by * (place == which) for place, value in enumerate(values)]) > level(values)


@given(st.integers(2, 20))
def test_the_later_a_run_the_more_it_weighs(runs: int) -> None:
    alone = [level([100.0 * (place == which) for place in range(runs)]) for which in range(runs)]
    assert all(earlier < later for earlier, later in pairwise(alone))


@given(SHARES.filter(lambda values: len(values) > 2), st.floats(0.5, 10))
def test_a_run_one_half_life_back_weighs_half_as_much(values: list[float], half_life: float) -> None:
    zeros = [0.0] * len(values)
    last, before = [*zeros[:-1], 1.0], [*zeros[:-2], 1.0, 0.0]
    assert level(before, half_life) / level(last, half_life) == pytest.approx(0.5 ** (1 / half_life))


def test_there_is_no_level_of_nothing() -> None:
    with pytest.raises(ValueError, match="nothing to weigh"):
        level([])


@given(st.floats(0, 100))
def test_a_tier_never_rests_on_one_run(value: float) -> None:
    assert tier(value, 1) is Tier.ONE_RUN
    assert tier(value, 2) in SURER


@given(st.floats(0, 100), st.floats(0, 100), st.integers(2, 9))
def test_a_higher_level_is_never_a_lower_tier(one: float, other: float, runs: int) -> None:
    low, high = sorted((one, other))
    assert SURER.index(tier(low, runs)) <= SURER.index(tier(high, runs))


def test_second_nature_takes_more_than_luck() -> None:
    assert tier(100, SECOND_NATURE_RUNS - 1) is Tier.SOLID
    assert tier(100, SECOND_NATURE_RUNS) is Tier.SECOND_NATURE
    assert tier(0, 50) is Tier.NOT_YET


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([], ""),
        ([40], ""),
        ([40, 60], "up 20 since the first run"),
        ([40, 90, 30], "down 10 since the first run"),
        ([40, 60, 40], "as in the first run"),
    ],
)
def test_a_change_is_said_in_words(values: list[int], words: str) -> None:
    assert change(values) == words


def test_a_theme_is_a_series_from_the_oldest_run_to_the_last() -> None:
    (group,) = progress([with_theme(2, 1.0), with_theme(0, 0.25), with_theme(1, 0.5)])
    (theme,) = group.themes
    assert (theme.label, theme.values, theme.change) == ("Harm", (25, 50, 100), "up 75 since the first run")
    assert 50 < theme.level < 100


def test_a_run_without_a_theme_is_no_gap_in_it() -> None:
    (group,) = progress([with_theme(0, 0.5), a_run(1), with_theme(2, 1.0)])
    assert group.themes[0].values == (50, 100)
    assert len(group.score.values) == 3


def test_a_theme_that_the_scenario_has_lost_is_not_shown() -> None:
    (group,) = progress([with_theme(0, 0.5), a_run(1)])
    assert group.themes == ()


@pytest.mark.parametrize("other", [{"scenario": "large"}, {"mode": "meeting"}, {"length": "short"}])
def test_only_runs_of_one_scenario_mode_and_length_are_compared(other: dict[str, Any]) -> None:
    groups = progress([a_run(0, 40), a_run(1, 90, **other), a_run(2, 60)])
    assert [group.score.values for group in groups] == [(40, 60), (90,)]


def test_what_was_rehearsed_last_comes_first() -> None:
    groups = progress([a_run(0, mode="meeting"), a_run(1), a_run(2, mode="meeting"), a_run(1.5, length="short")])
    assert [(group.mode, group.length) for group in groups] == [("meeting", "whole"), ("coach", "short"), ("coach", "whole")]


@pytest.mark.parametrize("left_out", [{"ended": "quit"}, {"ended": "no_more_replies"}, {"length": "drill", "mode": "drill"}])
def test_a_run_that_was_left_and_a_drill_are_no_measure(left_out: dict[str, Any]) -> None:
    assert progress([a_run(0, **left_out)]) == ()
    (group,) = progress([a_run(0, 40), a_run(1, 0, **left_out)])
    assert group.score.values == (40,)


@pytest.mark.parametrize("ended", ["ending", "done", "time_up"])
def test_a_run_that_came_to_an_end_or_ran_out_of_time_counts(ended: str) -> None:
    assert len(progress([a_run(0, ended=ended)])) == 1


def test_no_runs_are_no_progress() -> None:
    assert progress([]) == ()


def test_the_weakest_points_come_first_and_a_solid_one_is_not_among_them() -> None:
    runs = [
        a_run(0, points={"ask": Standing.MISSED, "cause": Standing.MISSED, "harm": Standing.MISSED}),
        a_run(1, points={"ask": Standing.MISSED, "cause": Standing.PARTLY, "harm": Standing.COVERED}),
        a_run(2, points={"ask": Standing.CONTRADICTED, "cause": Standing.PARTLY, "harm": Standing.COVERED}),
    ]
    (group,) = progress(runs)
    assert [(weak.label, weak.last, weak.covered, weak.asked) for weak in group.weakest] == [
        ("Ask", Standing.CONTRADICTED, 0, 3),
        ("Cause", Standing.PARTLY, 0, 3),
    ]


@pytest.mark.parametrize("unsaid", [Standing.CLAIMED, Standing.NOT_REACHED])
def test_a_point_that_was_claimed_or_not_reached_is_not_called_weak_for_it(unsaid: Standing) -> None:
    (group,) = progress([a_run(0, points={"ask": unsaid})])
    assert group.weakest == ()


def test_a_few_weak_points_are_enough_at_a_time() -> None:
    (group,) = progress([a_run(0, points={f"p{number}": Standing.MISSED for number in range(9)})])
    assert len(group.weakest) == MOST_WEAK


def test_the_values_of_progress_reach_no_part_of_the_meeting() -> None:
    program = "import sys, trainer.report.progress.values; print(*(name for name in sys.modules if name.startswith('trainer.')))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert {name.split(".")[1] for name in loaded} == {"report", "scoring"}
