"""What a fact of a kind may be: a duration is more than nothing."""

from __future__ import annotations

import json

import pytest

from trainer.scenario.fact_values import kind_problem
from trainer.scenario.models import Fact

ESTIMATE = Fact.model_validate_json(json.dumps({"label": "Estimate", "ask": "How long?", "example": "4-6 hours", "kind": "duration"}))


@pytest.mark.parametrize(
    "value",
    ["0 hours", "zero minutes", "0.0 days", "-3 hours", "about -3 hours", "\N{MINUS SIGN}3 hours", "minus two days", "negative seven days"],
)
def test_a_duration_of_nothing_or_less_is_refused_with_what_to_write(value: str) -> None:
    found = kind_problem(ESTIMATE, value)
    assert found is not None
    check, message, mend = found
    assert check == "wrong-kind"
    assert message == f"Estimate has to be more than nothing; '{value}' is not"
    assert "4-6 hours" in mend


@pytest.mark.parametrize(
    "value",
    [
        "4-6 hours",
        "4 -6 hours",
        "4 - 6 hours",
        "0-2 hours",
        "half an hour",
        "fix and tests - 3 hours",
        "a two-hour fix",
        "2 days minus an hour",
    ],
)
def test_a_hyphen_takes_nothing_away(value: str) -> None:
    assert kind_problem(ESTIMATE, value) is None
