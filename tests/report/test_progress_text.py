"""Progress as text: curves for the eye, and the same in numbers for the ear."""

from __future__ import annotations

import shlex
from datetime import UTC
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pty_tools import HOSTILE
from tests.report.results import a_run, days
from trainer.report.progress.due import planned
from trainer.report.progress.gather import progress
from trainer.report.progress.text import BAR, MOST_AT_ONCE, MOST_SHOWN, bar, render, sparkline
from trainer.report.progress.values import RunResult, Standing
from trainer.text.clean import clean


def page(*runs: RunResult, day: float = 20, files: dict[str, str] | None = None) -> str:
    return render(progress(runs), planned(runs, UTC), days(day), files=files or {})


@given(st.integers(-5, 105))
def test_a_bar_is_always_as_long(value: int) -> None:
    assert len(bar(value)) == BAR
    assert set(bar(value)) <= {"█", "░"}


def test_a_bar_and_a_curve_go_from_nothing_to_all() -> None:
    assert (bar(0), bar(100)) == ("░" * BAR, "█" * BAR)
    assert sparkline([0, 100]) == "▁█"


@given(st.lists(st.integers(0, 100), max_size=30))
def test_a_curve_rises_where_its_values_rise(values: list[int]) -> None:
    curve = sparkline(values)
    assert len(curve) == len(values)
    for (low, high), (here, there) in zip(pairwise(values), pairwise(curve), strict=True):
        assert (here <= there) if low <= high else (here >= there)


def test_a_curve_has_its_numbers_beside_it() -> None:
    shown = page(*(a_run(day, score) for day, score in enumerate((40, 60, 80))))
    assert "▃▅▆" in shown
    assert "40, 60, 80: up 40 since the first run" in shown
    assert "coach mode, whole meeting, 3 runs, the latest weighs most" in shown


def test_one_run_is_no_curve() -> None:
    shown = page(a_run(0, 40))
    assert "one run so far" in shown
    assert "▃" not in shown


def test_of_many_runs_the_last_ones_are_shown() -> None:
    shown = page(*(a_run(day, day) for day in range(30)))
    numbers = ", ".join(str(day) for day in range(30 - MOST_SHOWN, 30))
    assert f"last {numbers}: up 29 since the first run" in shown


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing.MISSED, "in full in 1 of 2 runs, last time not said"),
        (Standing.PARTLY, "in full in 1 of 2 runs, last time in part"),
        (Standing.CONTRADICTED, "in full in 1 of 2 runs, last time denied"),
        (Standing.TOLD, "in full in 1 of 2 runs, last time told by the coach"),
    ],
)
def test_a_weak_point_says_how_it_went(standing: Standing, words: str) -> None:
    shown = page(a_run(0, points={"ask": Standing.COVERED}), a_run(1, points={"ask": standing}))
    assert f"- Ask: {words}" in shown


@pytest.mark.parametrize(("runs", "words"), [(1, "asked once, not said"), (2, "in full in none of 2 runs, last time not said")])
def test_a_point_never_said_in_full_is_told_without_a_zero(runs: int, words: str) -> None:
    assert f"- Ask: {words}" in page(*(a_run(day, points={"ask": Standing.MISSED}) for day in range(runs)))


def test_a_drill_that_is_due_has_its_command() -> None:
    shown = page(a_run(0, points={f"p{number}": Standing.MISSED for number in range(5)}))
    assert "DUE FOR A DRILL: A small meeting" in shown
    assert "- P4, since 2026-03-02" in shown
    assert f"  trainer play small --mode drill --points {','.join(f'p{number}' for number in range(MOST_AT_ONCE))}\n" in shown


def test_the_command_for_a_drill_is_on_the_incident_of_the_weak_run() -> None:
    shown = page(a_run(0, incident="Acme pay", points={"ask": Standing.MISSED}), files={"Acme pay": "/my home/acme-pay.yaml"})
    assert "DUE FOR A DRILL: A small meeting (Acme pay)" in shown
    assert "  trainer play small --incident '/my home/acme-pay.yaml' --mode drill --points ask\n" in shown


def test_an_incident_whose_file_is_not_known_is_named_for_the_player_to_find() -> None:
    shown = page(a_run(0, incident="Acme pay", points={"ask": Standing.MISSED}))
    assert "  trainer play small --incident FILE --mode drill --points ask\n" in shown
    assert "FILE is that of your incident “Acme pay”" in shown


def test_drills_on_different_incidents_have_a_command_each() -> None:
    runs = (a_run(0, incident="Acme", points={"ask": Standing.MISSED}), a_run(1, points={"harm": Standing.MISSED}))
    shown = page(*runs, files={"Acme": "acme.yaml"})
    assert "  trainer play small --incident acme.yaml --mode drill --points ask\n" in shown
    assert "  trainer play small --mode drill --points harm\n" in shown


def test_a_command_holds_nothing_that_a_shell_would_obey() -> None:
    runs = a_run(0, scenario="x; touch y", incident="A", points={"a$(b)": Standing.MISSED})
    (command,) = (line for line in page(runs, files={"A": "it's\nmine.yaml"}).splitlines() if "--mode drill" in line)
    assert shlex.split(command) == ["trainer", "play", "x; touch y", "--incident", "it's mine.yaml", "--mode", "drill", "--points", "a$(b)"]


def test_a_drill_for_another_day_is_told_apart() -> None:
    runs = (a_run(0, points={"ask": Standing.MISSED}), a_run(0.1, points={"ask": Standing.COVERED}))
    assert "AGAIN LATER\n- Ask (A small meeting), from 2026-03-03" in page(*runs, day=0.1)
    assert "- Ask, since today" in page(*runs, day=1)


def test_nothing_is_said_of_drills_where_none_are_to_come() -> None:
    shown = page(a_run(0, points={"ask": Standing.COVERED}))
    assert "DRILL" not in shown
    assert "LATER" not in shown


def test_no_text_of_a_scenario_orders_a_terminal_about() -> None:
    hostile = {"title": f"title {HOSTILE}", "theme_labels": {"harm": f"harm {HOSTILE}"}, "point_labels": {"ask": f"ask {HOSTILE}"}}
    runs = [a_run(day, themes={"harm": 0.5}, points={"ask": Standing.MISSED}, **hostile) for day in (0, 1)]
    shown = page(*runs)
    assert shown == clean(shown)
    assert "harm" in shown
