"""The brief claims nothing that neither the facts nor the player said, and what is not known is on it to the last."""

from __future__ import annotations

import re

import pytest

from trainer.meeting.engine import begin
from trainer.meeting.lines import model_line
from trainer.meeting.options import Options
from trainer.meeting.run import ScriptedReply, run
from trainer.meeting.script import prepare
from trainer.report.brief.gather import brief
from trainer.report.brief.markdown import render
from trainer.report.brief.values import Brief, BriefLine, Source
from trainer.scenario.incident import LONGEST_VALUE, make_incident
from trainer.scenario.library import bundled
from trainer.scenario.load import load_scenario
from trainer.scenario.models import Scenario

NEEDED = {
    "bug": "when a tablet syncs after being offline, it overwrites a patient's allergy list with an empty one",
    "impact": "nurses see no allergies for patients who have them, and could give a drug that harms someone",
    "estimate": "1 to 2 days",
}
SHIPPED = ("release-halt", "release-halt-short", "scope-cut", "post-incident-review", "rollback-after-release")
OPEN_SO_FAR = re.compile(r"\b(?:yet|still have to)\b")
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


def test_a_cause_that_is_suspected_stands_as_one_and_fits_the_line(scenario: Scenario) -> None:
    suspected = page(scenario, NEEDED | {"cause": "I suspect the new sync key leaves out the tablet"})
    facts = {line.label: line.text for part in suspected.parts for line in part.lines if line.source is Source.FACT}
    assert facts["The cause"] == "probably the new sync key leaves out the tablet"
    script = prepare(scenario, make_incident(scenario, "allergies", NEEDED | {"cause": "I suspect the new sync key leaves out the tablet"}))
    line = model_line(script, begin(script, Options())[0], "root_cause")
    assert line == "As far as we know today, the cause is probably that the new sync key leaves out the tablet."


def test_what_is_said_to_be_unknown_claims_nothing_else(scenario: Scenario) -> None:
    """A blank says that nobody has told yet, and nothing about the bug, what was tried or what is being done."""
    claims = re.compile(r"reproduc|price|trust us|still (?:checking|counting|looking)|list what|every|prove", re.IGNORECASE)
    for name in SHIPPED:
        facts = load_scenario(bundled() / f"{name}.yaml").facts
        sentences = [fact.unknown for fact in facts.values() if fact.unknown]
        assert [one for one in sentences if claims.search(one.replace("how to prove", ""))] == []
        assert [one for one in sentences if not OPEN_SO_FAR.search(one)] == []


def test_what_a_blank_leaves_open_goes_once_the_player_has_said_something_to_it(scenario: Scenario) -> None:
    script = prepare(scenario, make_incident(scenario, "allergies", NEEDED))
    blank = scenario.facts["evidence"].unknown
    assert blank in texts(brief(script))
    told = [ScriptedReply("We found it this morning. The logs show it clearly, and I have seen it with my own eyes in the traces.")]
    assert blank not in texts(brief(script, run(script, told, Options()).events))


def test_a_fuller_page_keeps_the_reason_behind_the_no(scenario: Scenario) -> None:
    full = NEEDED | ALSO | {
        "cause": "I suspect the sync writes an empty list before it has read the old one",
        "consequence": "a report to the authorities within three days, and clinics that leave us for good because of it",
        "previous_version": "release 4.1 from last week, which is still on the standby machines and was checked this morning",
        "feature_flag": "the sync_v2 flag, which every tablet reads on start and which Operations can set without a release",
        "decider": "Marta, our CTO",
        "unknowns": "how many lists were emptied before we noticed, and whether anybody has been given a drug because of it",
        "exit_criteria": "the offline test passes on twenty tablets and the clinic in Lund has tried it for a day",
        "who_tells_customers": "Marta together with Support",
    }  # fmt: skip
    assert any(
        "warning" in line.text.lower() and line.label == scenario.key_points["no_mitigation"].label for line in lines(page(scenario, full))
    )


def texts(full: Brief) -> list[str]:
    return [line.text for line in lines(full)]


def lines(full: Brief) -> list[BriefLine]:
    return [line for part in full.parts for line in part.lines]
