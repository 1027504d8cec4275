"""A sentence in the brief says something on its own, and nothing stands there twice."""

from __future__ import annotations

import pytest

from tests.report.plays import played
from tests.small_meeting import PLAIN
from trainer.meeting.options import Options
from trainer.meeting.run import ScriptedReply, run
from trainer.meeting.script import Script, prepare
from trainer.report.brief.gather import brief
from trainer.report.brief.own_footing import Lean, alike, lean_of, refuses_with_reason
from trainer.report.brief.values import Brief, Source
from trainer.scenario.incident import make_incident
from trainer.scenario.library import bundled
from trainer.scenario.load import load_scenario

LEANING = {
    "One of them could give a drug that harms somebody.": Lean.MANY,
    "But each of these has patients.": Lean.MANY,
    "They would be charged twice.": Lean.MANY,
    "Those are real people.": Lean.MANY,
    "If we ship, they get the wrong drug.": Lean.MANY,
    "It is critical: a wrong drug can kill someone.": Lean.ONE,
    "And that means another week.": Lean.ONE,
    "Those clinics have patients, too.": Lean.NOTHING,
    "Nurses trust the list, and they give the drug.": Lean.NOTHING,
    "This is critical.": Lean.NOTHING,
    "This release has to wait.": Lean.NOTHING,
    "I would not ship it.": Lean.NOTHING,
}


@pytest.mark.parametrize(("sentence", "lean"), LEANING.items(), ids=LEANING)
def test_what_a_sentence_leans_on(sentence: str, lean: Lean) -> None:
    assert lean_of(sentence) is lean


ALIKE = {
    "the same no, once longer": ("No. Not even for five percent.", "No, not even five percent. Those are real customers.", True),
    "a no to two things": ("No, not even five percent of them.", "No, a warning label helps nobody.", False),
    "one word in common": ("Please hold.", "We hold it until the fix is tested.", False),
}


@pytest.mark.parametrize(("one", "other", "same"), ALIKE.values(), ids=ALIKE)
def test_two_lines_that_say_the_same(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is alike(other, one) is same


def test_a_refusal_gives_its_reason_when_it_says_what_would_follow() -> None:
    assert refuses_with_reason("No, a warning won't stop a nurse from giving it.")
    assert refuses_with_reason("I can't agree, because they would still pay twice.")
    assert not refuses_with_reason("No, I won't do that.")
    assert not refuses_with_reason("A warning would be fine.")


ALLERGIES = {
    "bug": "when a tablet syncs after being offline, it overwrites a patient's allergy list with an empty one",
    "impact": "nurses see no allergies for patients who have them, and could give a drug that harms someone",
    "estimate": "1 to 2 days",
}


def allergies() -> Script:
    scenario = load_scenario(bundled() / "release-halt.yaml")
    return prepare(scenario, make_incident(scenario, "allergies", ALLERGIES))


def after(*replies: ScriptedReply) -> Brief:
    script = allergies()
    return brief(script, run(script, list(replies), Options()).events)


def said(page: Brief) -> list[str]:
    return [line.text for part in page.parts for line in part.lines if line.source is Source.SAID]


def test_a_sentence_that_leans_on_the_one_before_takes_it_along() -> None:
    page = after(
        ScriptedReply("Nurses will see no allergies for patients who have them. One of them could give a drug that harms somebody.")
    )
    assert "Nurses will see no allergies for patients who have them. One of them could give a drug that harms somebody." in said(page)


def test_a_sentence_that_leans_on_nothing_that_was_said_gives_way_to_the_model_line() -> None:
    page = after(ScriptedReply("One of them could give a drug that harms somebody."))
    assert not [text for text in said(page) if text.startswith("One of them")]


REASON = "I can see what this costs you, and a warning won't stop a nurse from giving penicillin to somebody allergic to it. So no."


def test_of_two_refusals_the_one_that_gives_its_reason_is_taken() -> None:
    page = after(ScriptedReply(REASON, "sales_warning"), ScriptedReply("No. Not even for five percent.", "sales_warning"))
    assert REASON in said(page)


def test_a_bare_no_is_quoted_nowhere_but_where_its_question_can_be_guessed() -> None:
    page = after(ScriptedReply("No. Not even for five percent.", "sales_warning"))
    refusals = next(part for part in page.parts if part.heading == "Refusals, ready")
    assert refusals.lines[0].source is Source.MODEL
    assert sum("five percent" in line.text for line in refusals.lines) <= 1


def test_a_model_line_beside_an_own_sentence_that_says_the_same_is_left_out() -> None:
    both = [{"heading": "Say", "items": [{"point": "severity"}, {"point": "no_warning"}]}]
    points = PLAIN["key_points"] | {"no_warning": PLAIN["key_points"]["no_warning"] | {"model": "This blocks the release."}}
    page = played("Morning all. This is critical, it blocks the release! Thanks.", brief=both, key_points=points).brief()
    assert [line.text for line in page.parts[0].lines] == ["This is critical, it blocks the release!"]
