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


SAME = {
    "seventy-two hours": (Kind.DURATION, 72 * HOUR, ["seventy two hours", "72 hours", "72h", "3d", "3 d", "three days", "72 hrs"]),
    "two and a half hours": (
        Kind.DURATION, 2.5 * HOUR,
        ["2.5 hours", "2½ hours", "2h30", "2h30m", "2h 30m", "2 hours 30 minutes", "two hours and thirty minutes", "150 minutes", "150m",
         "two hours and a half", "2 and a half hours"],
    ),
    "an hour and a quarter": (Kind.DURATION, 1.25 * HOUR, ["1.25 hours", "75 min", "1h15", "an hour and 15 minutes"]),
    "three quarters of an hour": (Kind.DURATION, 0.75 * HOUR, ["45 minutes", "forty-five minutes", "45m"]),
    "$1.5M": (
        Kind.MONEY, 1.5e6,
        ["$1.5 million", "1.5 million dollars", "1.5M dollars", "1.5m USD", "USD 1.5 million", "$1,500,000", "$1 500 000", "$1.500.000",
         "one and a half million dollars", "a million and a half dollars", "one point five million dollars", "1.5 million US dollars",
         "$1500k", "1500000$", "$1.5mn", "$1.5 m"],
    ),
    "€20m": (Kind.MONEY, 2e7, ["20m€", "20 million euros", "20 m euros", "twenty million euros", "EUR 20m", "20 000 000 €"]),
    "£2bn": (Kind.MONEY, 2e9, ["£2B", "two billion pounds", "2 billion quid"]),
    "2,400 orders": (
        Kind.COUNT, 2400,
        ["2400 orders", "2 400 orders", "2.400 orders", "2.4k orders", "two thousand four hundred orders", "twenty-four hundred orders",
         "2,400.00 orders", "2.400,00 orders", "two thousand, four hundred orders"],
    ),
    "20k rows": (Kind.COUNT, 20_000, ["20 k rows", "20K rows", "20,000 rows", "twenty thousand rows", "20 thousand rows"]),
    "a hundred and twenty users": (Kind.COUNT, 120, ["120 users", "one hundred and twenty users", "ten dozen users"]),
    "seventeen percent": (Kind.PERCENT, 17, ["17%", "17 %", "17 per cent", "17 in 100"]),
    "99.999%": (Kind.PERCENT, 99.999, ["99.999 percent", "99,999 %"]),
    "at 17:30": (
        Kind.TIME, 17.5 * HOUR,
        ["at 17.30", "5:30 pm", "5:30pm", "5.30 p.m.", "by 5:30", "half past five", "half past 5",
         "thirty minutes past five", "at five thirty",
         "at 17h30", "17:30:00", "5:30 PM today"],
    ),
    "quarter to six": (Kind.TIME, 17.75 * HOUR, ["a quarter to six", "17:45", "5:45pm", "quarter to 6 pm", "by five forty-five"]),
    "ten past nine am": (Kind.TIME, 9 * HOUR + 600, ["9:10", "09:10", "9.10 am", "ten minutes past nine"]),
    "by five": (Kind.TIME, 17 * HOUR, ["by 5", "5pm", "5 p.m.", "by five o'clock", "17:00", "by five today", "five pm"]),
    "12 am": (Kind.TIME, 0, ["12:00 am", "at 0:00"]),
}  # fmt: skip
FORMS = [(kind, worth, form) for said, (kind, worth, others) in SAME.items() for form in (said, *others)]


@pytest.mark.parametrize(("kind", "worth", "form"), FORMS, ids=[form for _, _, form in FORMS])
def test_the_same_amount_in_any_form_is_one_amount(kind: Kind, worth: float, form: str) -> None:
    (found,) = quantities_of(words_of(f"We think {form}."))
    assert found.kind is kind
    assert (found.low, found.high) == pytest.approx((worth, worth))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$4 to $6 million", 4e6, 6e6), ("$20-30m", 2e7, 3e7), ("4 to 6 thousand dollars", 4000, 6000), ("$900 to $2k", 900, 2000),
        ("two or three hundred euros", 200, 300), ("between a hundred and two hundred dollars", 100, 200),
    ],
)  # fmt: skip
def test_the_scale_of_a_ranges_end_is_that_of_its_beginning_too(text: str, low: float, high: float) -> None:
    found = _first(text)
    assert (found.kind, found.low, found.high) == (Kind.MONEY, low, high)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("five to six hours", Kind.DURATION), ("five to six people", Kind.COUNT), ("1.5 hours", Kind.DURATION),
     ("by 2.30 hours", Kind.DURATION),
     ("17.30 dollars", Kind.MONEY), ("a quarter of the users", None), ("one by one", None), ("half the team", None),
     ("a few of us", None), ("the quarter is lost", None)],
)  # fmt: skip
def test_what_only_looks_like_a_time_or_an_amount_is_none(text: str, kind: Kind | None) -> None:
    kinds = {found.kind for found in quantities_of(words_of(text))}
    assert kinds <= {kind}


@given(
    st.lists(
        st.sampled_from(
            ["a", "hundred", "and", "2", "400", "$1.5", "m", "h30", "half", "past", "to", "five", "-", "million", "of", "point"]
        )
    )
)
def test_no_row_of_number_words_breaks_it(said: list[str]) -> None:
    words = words_of(" ".join(said))
    assert all(found.low <= found.high for found in quantities_of(words))


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
