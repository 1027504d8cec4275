"""Numbers in words and digits: `twenty-four`, `a couple of`, `4,000`, `$50k`, and the units of time they may stand before.

Owns what one number is worth and where it ends. Must never decide what it counts (`trainer.text.quantities`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trainer.text.spelled import and_a_part, scale_of, scaled, spelled_at
from trainer.text.words import Word, bag

_UNITS = {
    "second": 1, "minute": 60, "hour": 3600, "h": 3600, "day": 86_400, "d": 86_400, "night": 43_200, "week": 604_800, "w": 604_800,
    "sprint": 1_209_600, "fortnight": 1_209_600, "month": 2_592_000, "quarter": 7_776_000, "year": 31_536_000, "yr": 31_536_000, "m": 60,
    "afternoon": 14_400, "morning": 14_400,
}  # fmt: skip
_LETTERS = bag("h d w m")
"""Units that are one letter: only right after a figure."""
EVERY = bag("every each per")
BEFORE_WITHIN = bag("in within inside under after until till by before")
_ARTICLES = bag("a an the another")
_COUNTED = bag("couple few dozen half quarter hundred thousand million")
MONEY_WORDS = bag("dollar dollars euro euros pound pounds usd eur gbp chf yen bucks quid")
CURRENCY = "$€£¥₹"
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9}
_MILLION = 1e6
_MOST = 1e15
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")


@dataclass(frozen=True, slots=True)
class Number:
    """One number."""

    value: float
    last: int
    """Index one past its last word."""
    percent: bool = False
    money: bool = False
    minutes: bool = False
    """Written with an `m` that is a million or minutes; the value is without it."""
    scale: float = 1.0
    """What its last word or letter multiplies with: in `4 to 6 thousand` that of the 6 holds for the 4 too."""


def number_at(words: Sequence[Word], at: int) -> Number | None:
    """The number that begins here, if one does."""
    if at >= len(words):
        return None
    norm = words[at].norm
    if norm[0].isdecimal() or norm[0] in CURRENCY:
        return _digits(words, at)
    if (found := spelled_at(words, at)) is not None:
        return Number(min(found[0], _MOST), found[1], scale=scale_of(norm_at(words, found[1] - 1)))
    if norm in _ARTICLES:
        return _one(words, at)
    every = norm_at(words, at - 1) in EVERY and unit_at(words, at) is not None
    return Number(1.0, at) if every else None


def _one(words: Sequence[Word], at: int) -> Number | None:
    """`another couple`, `an hour`, `the hour` after `within`."""
    following = norm_at(words, at + 1)
    if following in _COUNTED and (found := spelled_at(words, at + 1)) is not None:
        return Number(min(found[0], _MOST), found[1])
    if words[at].norm == "the" and norm_at(words, at - 1) not in BEFORE_WITHIN | {"of", "next"}:
        return None
    skipped = at + 1 + (following in {"full", "whole", "working", "good", "solid", "next"})
    if unit_at(words, skipped) is None or norm_at(words, skipped) in _LETTERS | {"second", "quarter"}:
        return None
    return Number(1.0, at + 1)


def _digits(words: Sequence[Word], at: int) -> Number | None:
    """`4,000`, `$1.5M`, `20k`, `€20m`, `1.5 million`, `2 and a half`."""
    norm = words[at].norm
    money, percent = norm[0] in CURRENCY or norm[-1] in CURRENCY, norm.endswith("%")
    body = norm.strip(f"{CURRENCY}%")
    figure = body.rstrip("bikmno")
    suffix, last = body[len(figure) :], at + 1
    if ":" in figure:
        return None
    if not suffix and not percent and _is_letter_for_scale(words, last, money=money):
        suffix, last = words[last].norm.replace("ok", "k"), last + 1
    if suffix == "m" and not money:
        return Number(plain_number(figure), last, minutes=True, scale=_MILLION)
    if percent:
        return Number(min(plain_number(figure.replace(",", "."), decimal=True), _MOST), last, percent=True)
    if suffix:
        factor = _SUFFIXES.get(suffix, 1.0)
        return Number(min(plain_number(figure, decimal=True) * factor, _MOST), last, money=money, scale=factor)
    return _with_words(words, figure, last, money=money)


def _with_words(words: Sequence[Word], figure: str, last: int, *, money: bool) -> Number:
    """A figure and the scale or part said after it: `1.5 million`, `2 and a half`, `2½`."""
    value, end = scaled(words, plain_number(figure, decimal=True), last)
    if end == last:
        decimal = unit_at(words, last) is not None or norm_at(words, last) in {"percent", "per"}
        value = plain_number(figure, decimal=decimal)
        part = None if money else and_a_part(words, last)
        value, end = scaled(words, value + part[0], part[1]) if part else (value, last)
    scale = scale_of(norm_at(words, end - 1)) if end > last else 1.0
    return Number(min(value, _MOST), end, money=money, scale=scale)


def _is_letter_for_scale(words: Sequence[Word], at: int, *, money: bool) -> bool:
    """`20 k`; of money `$2B` and `20 m euros` too."""
    if not 0 < at < len(words) or words[at].start - words[at - 1].end > 1:
        return False
    letters = words[at].end - words[at].start
    priced = money or norm_at(words, at + 1) in MONEY_WORDS
    return (words[at].norm == "ok" and letters == 1) or (priced and words[at].norm in _SUFFIXES)


def plain_number(body: str, *, decimal: bool = False) -> float:
    """A number as typed: `4,000`, `2.400`, `1,500.50` and `1.500,50`, `4.5`, `1.2.3` (taken as 1.2).

    One dot before three figures sets thousands apart (`2.400`), unless `decimal` says that it does not (`99.999%`).
    """
    commas, dots = body.count(","), body.count(".")
    if commas and dots:
        mark = max(",", ".", key=body.rfind)
        text = body.replace("." if mark == "," else ",", "").replace(mark, ".")
    elif _GROUPS.fullmatch(body) and not (decimal and dots == 1):
        text = body.replace(",", "").replace(".", "")
    else:
        text = body.replace(",", ".")
    try:
        return min(float(".".join(text.split(".")[:2])), _MOST)
    except ValueError:
        return 0.0


def unit_at(words: Sequence[Word], at: int) -> float | None:
    """Seconds of the unit of time here, None when there is none."""
    norm = norm_at(words, at)
    return _UNITS.get(norm) or _UNITS.get(norm[:-1] if norm.endswith("s") else "")


def norm_at(words: Sequence[Word], at: int) -> str:
    """The normal word there, empty beyond the ends."""
    return words[at].norm if 0 <= at < len(words) else ""
