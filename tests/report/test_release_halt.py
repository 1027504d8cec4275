"""The brief of the scenario that ships."""

from __future__ import annotations

from functools import cache

import pytest

from trainer.meeting.script import Script, prepare
from trainer.report import brief_markdown, brief_text
from trainer.report.brief import brief
from trainer.report.values import Source
from trainer.scenario.incident import example_incident, make_incident
from trainer.scenario.library import bundled
from trainer.scenario.load import load_scenario

PAGE_LINES, PAGE_WIDTH = 66, 100
"""What fits on one printed page in a small but readable type."""
HONEST = {
    "bug": "some invoices are sent twice",
    "impact": "customers in two countries pay twice",
    "estimate": "2 days",
    "cause": "unknown",
    "evidence": "none",
    "feature_flag": "none",
    "previous_version": "none",
}


@cache
def script(own: bool) -> Script:
    scenario = load_scenario(bundled() / "release-halt.yaml")
    incident = make_incident(scenario, "invoices", HONEST) if own else example_incident(scenario)
    return prepare(scenario, incident)


@pytest.mark.parametrize("own", [False, True], ids=["the example", "an honest own incident"])
def test_it_fits_on_one_printed_page(own: bool) -> None:
    rendered = brief_text.render(brief(script(own)), PAGE_WIDTH)
    assert len([line for line in rendered.splitlines() if line]) <= PAGE_LINES


def test_what_the_incident_does_not_know_is_claimed_nowhere() -> None:
    page = brief_markdown.render(brief(script(own=True)))
    facts = script(own=True).scenario.facts
    for name in ("cause", "evidence", "feature_flag", "previous_version", "exit_criteria", "decide_by"):
        for wording in (facts[name].example, *facts[name].said_as):
            assert wording not in page, f"{name}: {wording}"
    assert "{" not in page


def test_what_is_not_known_is_said_with_the_facts_own_sentence() -> None:
    lines = [line for part in brief(script(own=True)).parts for line in part.lines]
    said = {line.text for line in lines if line.source is Source.UNKNOWN}
    facts = script(own=True).scenario.facts
    assert facts["cause"].unknown in said
    assert facts["feature_flag"].none in said
