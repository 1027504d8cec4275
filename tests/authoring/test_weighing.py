"""Advice on conditions is silent where it cannot be sure, and finds what no meeting can bring."""

from __future__ import annotations

import pytest

from tests.scenario.samples import changed
from trainer.authoring.check import advice
from trainer.scenario.files.source import source_of
from trainer.scenario.load import examine

WAY = "      - {when: {missing: ask}, to: pushback}"
CAN_HOLD = {
    "a_point_said": "{covered: ask}",
    "two_points_that_differ": "{covered: ask, missing: bug}",
    "one_of_two_verdicts": "{any: [{covered: ask}, {partly: ask}]}",
    "neither_of_two": "{not: {any: [{covered: ask}, {contradicted: ask}]}}",
    "a_mistake_left_open": "{mistake: {gives_in: open}}",
    "an_optional_fact": "{unknown: cause}",
    "an_optional_role": "{present: sales}",
    "trust_that_a_mistake_takes_again_and_again": "{trust: {pm: {below: 5}}}",
    "trust_that_a_point_brings": "{trust: {pm: {at_least: 65}}}",
    "an_interjection_that_may_have_come": "{visited: why_now}",
}
NEVER_HOLDS = {
    "a_point_said_and_not": ("{covered: ask, missing: ask}", "its parts exclude each other"),
    "a_point_said_and_not_deep_within": ("{covered: ask, any: [{missing: ask}, {partly: ask}]}", "its parts exclude each other"),
    "what_holds_and_what_does_not": ("{covered: ask, not: {covered: ask}}", "its parts exclude each other"),
    "a_state_that_comes_later": ("{visited: closing}", "the meeting cannot have been in 'closing' by then"),
    "a_fact_that_is_always_known": ("{unknown: bug}", "'bug' cannot stand like that: it is known"),
    "a_fact_that_has_no_none": ("{none: owner}", "'owner' cannot stand like that: it is known or unknown"),
    "trust_nothing_brings": ("{trust: {pm: {at_least: 66}}}", "trust of 'pm' stays between 0 and 65"),
}
ALWAYS_HOLDS = {
    "a_role_that_is_always_there": "{present: pm}",
    "a_fact_that_is_always_known": "{known: bug}",
    "this_very_state": "{visited: opening}",
    "said_or_not": "{any: [{covered: ask}, {not: {covered: ask}}]}",
    "every_verdict": "{any: [{covered: ask}, {partly: ask}, {missing: ask}, {contradicted: ask}]}",
    "trust_that_is_never_lost_so_far": "{any: [{trust: {pm: {below: 40}}}, {trust: {pm: {at_least: 40}}}]}",
}


def found(name: str, good: str, bad: str) -> list[str]:
    """What one check says of the small scenario with `good` made `bad`."""
    looked = examine(source_of("small.yaml", changed(good, bad)))
    return [problem.message for problem in advice(looked) if problem.check == name]


def when(condition: str) -> str:
    """A way on under this condition."""
    return WAY.replace("{missing: ask}", condition)


@pytest.mark.parametrize("case", CAN_HOLD)
def test_nothing_is_said_of_a_condition_that_can_hold_and_can_fail(case: str) -> None:
    for name in ("condition-never-true", "condition-always-true", "never-chosen"):
        assert found(name, WAY, when(CAN_HOLD[case])) == []


@pytest.mark.parametrize("case", NEVER_HOLDS)
def test_a_condition_that_cannot_hold_is_told_with_its_reason(case: str) -> None:
    condition, why = NEVER_HOLDS[case]
    messages = found("condition-never-true", WAY, when(condition))
    assert len(messages) == 1
    assert why in messages[0]


@pytest.mark.parametrize("case", ALWAYS_HOLDS)
def test_a_condition_that_cannot_fail_is_told(case: str) -> None:
    assert len(found("condition-always-true", WAY, when(ALWAYS_HOLDS[case]))) == 1


def test_only_the_innermost_part_that_cannot_hold_is_told() -> None:
    assert len(found("condition-never-true", WAY, when("{any: [{covered: bug}, {covered: ask, missing: ask}]}"))) == 1


def test_a_way_that_several_ways_before_it_catch_together_is_never_chosen() -> None:
    ways = [when(one) for one in ("{covered: ask}", "{missing: ask}", "{partly: ask}", "{contradicted: ask}", "{covered: [ask, bug]}")]
    assert len(found("never-chosen", WAY, "\n".join(ways))) == 1


def test_a_last_way_without_a_condition_is_needed_even_if_all_are_caught_before() -> None:
    """The format asks for it, so nobody is told to take it out."""
    ways = [when(one) for one in ("{covered: ask}", "{not: {covered: ask}}")]
    assert found("never-chosen", WAY, "\n".join(ways)) == []


def test_a_variant_whose_wordings_all_need_an_open_fact_catches_nothing_while_it_is_open() -> None:
    good = '    says: "All right. Anything else?"'
    variants = (
        '[{when: {covered: bug, known: cause}, lines: ["{cause}?"]}, {when: {covered: bug}, lines: ["Anything?"]}, {lines: ["Well?"]}]'
    )
    assert found("never-chosen", good, f"    says: {variants}") == []


def test_an_ending_that_breaks_in_is_not_hidden_by_one_that_is_looked_at_only_in_the_end() -> None:
    """A reply that opens the mistake ends the meeting there and then, whatever the endings before it ask for."""
    good = "  - id: gave_in\n    label: Shipped as it was"
    first = "  - id: slipped\n    label: Slipped\n    when: {mistake: {gives_in: ever}}\n    result: lost\n    epilogue: It slipped.\n"
    assert found("ending-never-reached", good, first + good) == []


def test_a_condition_with_more_to_try_than_is_worth_it_is_passed_over() -> None:
    """Twelve facts, points and roles deep, advice stays silent and quick."""
    parts = ", ".join(f"{{any: [{{covered: {a}}}, {{missing: {b}}}, {{partly: {a}}}, {{trust: {{pm: {{below: {n}}}}}}}]}}"
                      for n, (a, b) in enumerate([("ask", "bug"), ("cause", "thanks")] * 6, start=40))  # fmt: skip
    assert found("condition-always-true", WAY, when(f"{{not: {{any: [{parts}]}}}}")) == []
