"""The labelled replies that ship beside the release-halt meeting, set beside what the reader hears in them."""

from __future__ import annotations

import sys

import pytest

from trainer.authoring.calibrate import Calibration, calibrate
from trainer.authoring.cases import read_examples
from trainer.meeting.script import prepare
from trainer.scenario.cases import cases_beside
from trainer.scenario.incident import example_incident
from trainer.scenario.library import bundled
from trainer.scenario.load import load_scenario

PATH = bundled() / "release-halt.yaml"


@pytest.fixture(scope="module")
def found() -> Calibration:
    scenario = load_scenario(PATH)
    return calibrate(prepare(scenario, example_incident(scenario)), read_examples(cases_beside(PATH), scenario))


def test_the_reader_agrees_with_the_cases_as_far_as_the_scenario_asks(found: Calibration) -> None:
    for one in found.unkept:
        sys.stdout.write(f"must hold and does not: {one.place} {one.state}: {'; '.join(one.broken)}\n")
    assert found.pooled is not None
    assert found.rest is not None
    assert found.pooled.value >= found.asked
    assert found.rest.value >= found.asked


def test_every_point_of_the_meeting_has_labelled_replies(found: Calibration) -> None:
    assert set(found.points) == set(load_scenario(PATH).key_points)


def test_every_case_that_must_hold_does(found: Calibration) -> None:
    assert found.musts > 0
    assert [(one.place, one.broken) for one in found.unkept] == []
