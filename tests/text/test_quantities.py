"""Quantities are compared as quantities, in whatever words they come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.text.quantities import Quantity, Use, quantities_of
from trainer.text.values import Kind
from trainer.text.words import words_of

HOUR = 3600


def _first(text: str) -> Quantity:
    return quantities_of(words_of(text))[0]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("4-6 hours", 4, 6), ("four to six hours", 4, 6), ("4 to 6h", 4, 6), ("half an hour", 0.5, 0.5), ("an hour and a half", 1.5, 1.5),
        ("a couple of hours", 2, 2), ("half a day", 12, 12), ("30 minutes", 0.5, 0.5), ("twenty-four hours", 24, 24), ("90m", 1.5, 1.5),
    ],
)  # fmt: skip
def test_a_duration_is_its_length_in_seconds(text: str, low: float, high: float) -> None:
    found = _first(text)
    assert (found.kind, found.low, found.high) == (Kind.DURATION, low * HOUR, high * HOUR)


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("every 30 minutes", Use.EVERY), ("hourly", Use.EVERY), ("each hour", Use.EVERY), ("two hours ago", Use.PAST),
        ("the past two hours", Use.PAST),
        ("in about two hours", Use.WITHIN), ("within the hour", Use.WITHIN), ("two hours", Use.PLAIN),
    ],
)  # fmt: skip
def test_recurrence_past_and_time_until_are_told_apart(text: str, use: Use) -> None:
    assert _first(text).use is use


@pytest.mark.parametrize(
    ("text", "kind"),
    [("by 3pm", Kind.TIME), ("at 15:30", Kind.TIME), ("end of day", Kind.TIME), ("tomorrow morning", Kind.TIME), ("3%", Kind.PERCENT),
     ("three percent", Kind.PERCENT), ("3 out of 100", Kind.PERCENT), ("$50k", Kind.MONEY),
     ("50 dollars", Kind.MONEY), ("1,200 orders", Kind.COUNT)],
)  # fmt: skip
def test_each_kind_is_known(text: str, kind: Kind) -> None:
    assert _first(text).kind is kind


def test_overlapping_ranges_agree_and_others_do_not() -> None:
    assert _first("5 hours").same_as(_first("4-6 hours"))
    assert not _first("2 hours").same_as(_first("4-6 hours"))
    assert not _first("$50k").same_as(_first("$90k"))


@given(st.text(max_size=200))
def test_no_text_breaks_it_and_quantities_never_overlap(text: str) -> None:
    words = words_of(text)
    ends = 0
    for found in quantities_of(words):
        assert ends <= found.first < found.last <= len(words)
        ends = found.last
