"""The brief claims nothing that neither the facts nor the player said, and what is not known is on it to the last."""

from __future__ import annotations

import re

import pytest

from trainer.meeting.script import prepare
from trainer.report.brief.gather import brief
from trainer.report.brief.markdown import render
from trainer.report.brief.values import Brief, Source
from trainer.scenario.incident import LONGEST_VALUE, make_incident
from trainer.scenario.library import bundled
from trainer.scenario.load import load_scenario
from trainer.scenario.models import Scenario

NEEDED = {
    "bug": "when a tablet syncs after being offline, it overwrites a patient's allergy list with an empty one",
    "impact": "nurses see no allergies for patients who have them, and could give a drug that harms someone",
    "estimate": "1 to 2 days",
}
ALSO = {"decide_by": "2 pm", "next_update": "at three this afternoon", "evidence": "two tablets in the clinic in Lund"}


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario(bundled() / "release-halt.yaml")


def page(scenario: Scenario, facts: dict[str, str]) -> Brief:
    return brief(prepare(scenario, make_incident(scenario, "allergies", facts)))


@pytest.mark.parametrize("facts", [NEEDED, NEEDED | ALSO], ids=["only what is needed", "some more"])
def test_every_figure_on_the_page_is_one_of_the_facts(scenario: Scenario, facts: dict[str, str]) -> None:
    numbers = re.findall(r"\d+", render(page(scenario, facts)))
    assert set(numbers) <= set(re.findall(r"\d+", " ".join(facts.values())))
    assert numbers, "the estimate is on it"


def test_two_facts_with_one_answer_stand_both(scenario: Scenario) -> None:
    decided = page(scenario, NEEDED | {"decider": "the head of Sales", "who_tells_customers": "Sales"})
    facts = {line.label: line.text for part in decided.parts for line in part.lines if line.source is Source.FACT}
    assert (facts["Who decides"], facts["Who tells customers"]) == ("the head of Sales", "Sales")


def test_when_to_meet_is_left_to_be_filled_in(scenario: Scenario) -> None:
    when = next(line.text for line in page(scenario, NEEDED).parts[0].lines if line.text.startswith("When:"))
    assert "(time)" in when


@pytest.mark.parametrize("words", [30, LONGEST_VALUE // 5], ids=["long", "as long as can be"])
def test_the_fuller_the_page_the_more_what_is_not_known_stays(scenario: Scenario, words: int) -> None:
    """However long the facts are, everything that is open stands on the page; other lines go first."""
    long = " ".join(["word"] * words)
    facts = NEEDED | {"bug": long, "impact": long, "cause": long, "consequence": long, "exit_criteria": long, "unknowns": long}
    full = page(scenario, facts)
    assert full.left_out
    text = " ".join(line.text for part in full.parts for line in part.lines)
    open_facts = ("evidence", "reversible", "previous_version", "feature_flag", "decider", "decide_by", "who_tells_customers")
    assert [name for name in open_facts if str(scenario.facts[name].unknown) not in text] == []
