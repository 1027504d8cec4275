"""The brief of the scenario that ships."""

from __future__ import annotations

from functools import cache

import pytest

from trainer.meeting.options import Options
from trainer.meeting.run import ScriptedReply, run
from trainer.meeting.script import Script, prepare
from trainer.report.brief import markdown as brief_markdown
from trainer.report.brief.gather import brief
from trainer.report.brief.values import Source
from trainer.scenario.incident import example_incident, make_incident
from trainer.scenario.library import bundled
from trainer.scenario.load import load_scenario

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
def test_with_facts_of_usual_length_nothing_has_to_be_left_out(own: bool) -> None:
    page = brief(script(own))
    assert page.left_out == ()
    assert len(page.parts) == len(script(own).scenario.brief)


def test_the_calling_message_says_harm_ask_when_and_who_a_line_each() -> None:
    message = brief(script(own=True)).parts[0]
    assert message.message
    assert [line.text.split(":")[0] for line in message.lines] == ["Harm", "Ask", "When", "Who must come"]


def test_the_clearest_ask_is_quoted_and_not_the_last_one() -> None:
    told = [
        "Double charges under load, about 3% of checkouts. Please hold the release.",
        "But no, deferring is possible but guts the launch.",
    ]
    live = run(script(own=False), [ScriptedReply(one) for one in told], Options())
    assert ("Please hold the release.", Source.SAID) in [
        (line.text, line.source) for line in brief(script(own=False), live.events).parts[1].lines
    ]


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


def test_whoever_the_facts_say_decides_nobody_else_is_said_to() -> None:
    """The briefing names no one who decides: the fact does, below it."""
    said = [line for variant in script(own=True).scenario.briefing for line in variant.lines]
    assert said
    assert not [line for line in said if "decides" in line]
