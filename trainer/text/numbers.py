"""Numbers in words and digits: `twenty-four`, `a couple of`, `4,000`, `$50k`, and the units of time they may stand before.

Owns what one number is worth and where it ends. Must never decide what it counts (`trainer.text.quantities`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.text.words import Word, bag

_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
    "hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12, "couple": 2, "few": 3, "several": 4, "half": 0.5, "quarter": 0.25,
}  # fmt: skip
_UNITS = {
    "second": 1, "minute": 60, "hour": 3600, "h": 3600, "day": 86_400, "night": 43_200, "week": 604_800, "sprint": 1_209_600,
    "fortnight": 1_209_600, "month": 2_592_000, "quarter": 7_776_000, "year": 31_536_000, "m": 60, "afternoon": 14_400, "morning": 14_400,
}  # fmt: skip
EVERY = bag("every each per")
BEFORE_WITHIN = bag("in within inside under after until till by before")
_ARTICLES = bag("a an the another")
_COUNTED = bag("couple few dozen half quarter hundred thousand")


@dataclass(frozen=True, slots=True)
class Number:
    """One number."""

    value: float
    last: int
    """Index one past its last word."""
    percent: bool = False
    money: bool = False


def number_at(words: Sequence[Word], at: int) -> Number | None:
    """The number that begins here, if one does."""
    if at >= len(words):
        return None
    norm = words[at].norm
    if norm[0].isdecimal() or norm[0] in "$€£":
        return _digits(norm, at)
    if norm in _SMALL:
        return _spelled(words, at)
    if norm in _ARTICLES:
        return _one(words, at)
    every = norm_at(words, at - 1) in EVERY and unit_at(words, at) is not None
    return Number(1.0, at) if every else None


def _spelled(words: Sequence[Word], at: int) -> Number:
    """`twenty-four`, `two hundred`, `five`."""
    value, last = float(_SMALL[words[at].norm]), at + 1
    if last < len(words) and words[last].norm == "-":
        last += 1
    following = _SMALL.get(norm_at(words, last), 0)
    if value >= 20 and 0 < following < 10:
        return Number(value + following, last + 1)
    if value >= 1 and following >= 100:
        return Number(value * following, last + 1)
    return Number(value, at + 1)


def _one(words: Sequence[Word], at: int) -> Number | None:
    """`a couple`, `an hour`, `the hour` after `within`."""
    following = norm_at(words, at + 1)
    if following in _COUNTED:
        return Number(float(_SMALL[following]), at + 2)
    if words[at].norm == "the" and norm_at(words, at - 1) not in BEFORE_WITHIN | {"of", "next"}:
        return None
    skipped = at + 1 + (following in {"full", "whole", "working", "good", "solid", "next"})
    if unit_at(words, skipped) is None or norm_at(words, skipped) in {"m", "h", "second", "quarter"}:
        return None
    return Number(1.0, at + 1)


def _digits(norm: str, at: int) -> Number | None:
    body = norm.strip("$€£%")
    scale = 1.0
    for suffix, factor in (("bn", 1e9), ("k", 1e3), ("m", 1e6)):
        if body.endswith(suffix):
            body, scale = body[: -len(suffix)], factor
            break
    if ":" in body:
        return None
    return Number(plain_number(body) * scale, at + 1, percent=norm.endswith("%"), money=norm[0] in "$€£")


def plain_number(body: str) -> float:
    """A number as typed: `4,000` and `4.5` and `1.2.3` (taken as 1.2)."""
    head, comma, tail = body.partition(",")
    text = head + tail.replace(",", "") if comma and len(tail.split(",")[0]) == 3 else body.replace(",", ".")
    try:
        return min(float(".".join(text.split(".")[:2])), 1e15)
    except ValueError:
        return 0.0


def unit_at(words: Sequence[Word], at: int) -> int | None:
    """Seconds of the unit of time here, None when there is none."""
    norm = norm_at(words, at)
    return _UNITS.get(norm) or _UNITS.get(norm[:-1] if norm.endswith("s") else "")


def norm_at(words: Sequence[Word], at: int) -> str:
    """The normal word there, empty beyond the ends."""
    return words[at].norm if 0 <= at < len(words) else ""
