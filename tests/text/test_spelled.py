"""English number words are read whole: what somebody says of an amount is that amount."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.text.spelled import spelled_at
from trainer.text.words import words_of

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def below_hundred(number: int, hyphen: str) -> str:
    tens, units = divmod(number, 10)
    if number < 20:
        return SMALL[number]
    return TENS[tens] if not units else f"{TENS[tens]}{hyphen}{SMALL[units]}"


def below_thousand(number: int, hyphen: str, link: str) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return below_hundred(rest, hyphen)
    return f"{SMALL[hundreds]} hundred" + (f"{link}{below_hundred(rest, hyphen)}" if rest else "")


def in_words(number: int, hyphen: str = "-", link: str = " and ", comma: str = " ") -> str:
    """A whole number below a billion as people say it."""
    parts = [
        f"{below_thousand(number // size % 1000, hyphen, link)} {name}"
        for size, name in ((1_000_000, "million"), (1_000, "thousand"))
        if number // size % 1000
    ]
    rest = number % 1000
    if rest and parts:
        parts.append(f"and {below_hundred(rest, hyphen)}" if rest < 100 and link == " and " else below_thousand(rest, hyphen, link))
    elif rest or not parts:
        parts.append(below_thousand(rest, hyphen, link))
    return parts[0] + "".join(f"{' ' if part.startswith('and ') or 'hundred' not in part else comma}{part}" for part in parts[1:])


def without_marks(text: str) -> str:
    return text.replace(",", "").replace("-", " ")


@given(
    st.integers(0, 999_999_999) | st.integers(0, 2_000),
    st.sampled_from(["-", " "]),
    st.sampled_from([" and ", " "]),
    st.sampled_from([" ", ", "]),
    st.sampled_from([str, str.upper, str.title]),
    st.sampled_from([str, without_marks]),
)
def test_a_number_said_in_words_is_read_as_that_number(
    number: int, hyphen: str, link: str, comma: str, case: object, marks: object
) -> None:
    assert callable(case)
    assert callable(marks)
    words = words_of(marks(case(in_words(number, hyphen, link, comma))))
    assert spelled_at(words, 0) == (number, len(words))


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("a couple of", 2), ("a couple", 2), ("half", 0.5), ("half a million", 5e5), ("half a dozen", 6), ("two dozen", 24),
        ("two and a half", 2.5), ("two-and-a-half", 2.5), ("two and a half million", 2.5e6), ("a million and a half", 1.5e6),
        ("a quarter of a million", 2.5e5), ("three quarters of an hour", 0.75), ("one and three quarters", 1.75), ("a hundred", 100),
        ("a hundred and twenty", 120), ("a thousand", 1000), ("a few thousand", 3000), ("a couple of hundred", 200),
        ("nineteen hundred", 1900), ("twenty-four hundred", 2400), ("one point five million", 1.5e6), ("two hundred thousand", 2e5),
        ("hundreds", 100), ("a billion", 1e9), ("fourty", 40),
    ],
)  # fmt: skip
def test_what_people_say_instead_of_a_plain_number_has_its_worth(said: str, value: float) -> None:
    found = spelled_at(words_of(said), 0)
    assert found is not None
    assert found[0] == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("a hundred and two hundred", 100), ("a thousand and two thousand", 1000), ("two-three hours", 2), ("twenty - two", 20),
        ("twenty, two of them", 20), ("two thousand, five people", 2000), ("two and half the team", 2), ("ten and twenty", 10),
        ("five, six", 5), ("one one", 1), ("a hundred and nobody", 100),
    ],
)  # fmt: skip
def test_a_number_ends_where_another_or_something_else_begins(said: str, value: float) -> None:
    found = spelled_at(words_of(said), 0)
    assert found is not None
    assert found[0] == value


@pytest.mark.parametrize("said", ["", "a", "an hour", "the", "and", "point five", "seventh", "tenant", "a seven"])
def test_other_words_are_no_number(said: str) -> None:
    assert spelled_at(words_of(said), 0) is None


@given(
    st.lists(
        st.sampled_from(
            [*SMALL, *TENS[2:], "a", "and", "of", "half", "quarter", "hundred", "thousand", "million", "-", ",", "point", "couple"]
        ),
        max_size=12,
    )
)
def test_no_words_break_it_and_it_never_reads_past_their_end(said: list[str]) -> None:
    words = words_of(" ".join(said))
    for at in range(len(words)):
        found = spelled_at(words, at)
        assert found is None or (at < found[1] <= len(words) and found[0] >= 0)
