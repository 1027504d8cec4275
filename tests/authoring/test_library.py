"""Every scenario that is shipped can be trusted: checked, tested, and nothing in it that nobody has tried."""

from __future__ import annotations

from functools import cache

import pytest

from trainer.authoring.check import check_folder
from trainer.authoring.testing.outcome import Outcome, run_tests
from trainer.authoring.testing.text import outcome_lines
from trainer.scenario.cases import cases_beside, load_cases
from trainer.scenario.library import bundled, listed
from trainer.scenario.load import load_scenario
from trainer.scenario.plays import load_plays, plays_beside

SHIPPED = {one.id: one.path for one in listed()}
TRIED = ("states", "ways on", "interjections", "endings")
"""What playthroughs have to reach all of."""
FEWEST_CASES, FEWEST_PLAYS = 60, 3


@cache
def outcome(name: str) -> Outcome:
    return run_tests(SHIPPED[name])


def test_nothing_in_the_folder_earns_a_warning() -> None:
    assert check_folder(bundled()) == ()


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scenario_has_cases_and_playthroughs_enough(name: str) -> None:
    assert len(load_cases(cases_beside(SHIPPED[name]))) >= FEWEST_CASES
    assert len(load_plays(plays_beside(SHIPPED[name]))) >= FEWEST_PLAYS


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scenario_passes_its_tests(name: str) -> None:
    found = outcome(name)
    assert found.passed, "\n".join(outcome_lines(found))
    assert found.cases is not None
    assert found.cases.musts > 0


@pytest.mark.parametrize("name", SHIPPED)
def test_every_point_of_a_shipped_scenario_has_labelled_replies(name: str) -> None:
    found = outcome(name)
    assert found.cases is not None
    moments = load_scenario(SHIPPED[name]).states
    asked = {point for moment in moments.values() if not moment.detour for point in moment.requires}
    assert asked <= set(found.cases.points)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_state_way_interjection_and_ending_of_a_shipped_scenario_is_played(name: str) -> None:
    unreached = [f"{one.path}, line {one.line}" for kind in outcome(name).coverage if kind.kind in TRIED for one in kind.unreached]
    assert unreached == []
