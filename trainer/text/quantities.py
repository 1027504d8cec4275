"""Quantities in words: durations, times, percentages, money, counts, compared as quantities and not as strings.

Owns what `4-6 hours`, `half a day`, `by 3pm`, `every 30 minutes`, `3%` and `$50k` mean. Must never decide what a quantity is
about: that needs the clause around it (`trainer.matching`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from trainer.text.numbers import BEFORE_WITHIN, EVERY, norm_at, number_at, plain_number, unit_at
from trainer.text.values import Kind
from trainer.text.words import Word, bag


class Use(StrEnum):
    """How a quantity of time stands in its clause."""

    PLAIN = "plain"
    EVERY = "every"
    """Recurrence: every 30 minutes, hourly."""
    PAST = "past"
    """Two hours ago, this morning, since noon."""
    WITHIN = "within"
    """Time until something: in an hour, within the hour."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity. Seconds for a duration, seconds after midnight or an opaque order for a time, else plain numbers."""

    kind: Kind
    low: float
    high: float
    first: int
    """Index of its first word in the words given, and one past its last."""
    last: int
    use: Use = Use.PLAIN

    def same_as(self, other: Quantity) -> bool:
        """Whether the two overlap: `5 hours` agrees with `4-6 hours`."""
        return self.kind is other.kind and self.low <= other.high * 1.001 and other.low <= self.high * 1.001


_RECURRING = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "nightly": 86_400, "monthly": 2_592_000}
_CLOCK_WORDS = {
    "noon": 43_200, "midday": 43_200, "midnight": 86_400, "lunch": 43_200, "lunchtime": 43_200, "tonight": 72_000, "tomorrow": 120_000,
    "monday": 200_001, "tuesday": 200_002, "wednesday": 200_003, "thursday": 200_004, "friday": 200_005, "saturday": 200_006,
    "sunday": 200_007, "evening": 68_400, "overnight": 86_000, "weekend": 200_006,
}  # fmt: skip
_MONEY_WORDS = bag("dollar dollars euro euros pound pounds usd eur gbp bucks quid")
_GLUE = bag("a an the of or to and - – — about around roughly maybe perhaps another more full working whole good solid")
_CLOCK_MARKS = bag("am pm oclock")
_BEFORE_CLOCK = bag("by until till before at")
_AFTER_CLOCK = bag("today tonight tomorrow . , and latest") | {""}
_ENDS = bag("day business today week afternoon play month quarter sprint")
_SPANS = bag("afternoon evening week today month sprint quarter release year")
_PAST_AFTER = bag("ago earlier back before")
_PAST_BEFORE = bag("past last previous since")


def quantities_of(words: Sequence[Word]) -> tuple[Quantity, ...]:
    """Every quantity in the words, left to right, none inside another."""
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        quantity = _quantity_at(words, at)
        if quantity is None:
            at += 1
            continue
        found.append(quantity)
        at = quantity.last
    return tuple(found)


def parse_quantity(words: Sequence[Word], kind: Kind) -> Quantity | None:
    """The first quantity of this kind, for an incident's own value."""
    return next((found for found in quantities_of(words) if found.kind is kind), None)


def _quantity_at(words: Sequence[Word], at: int) -> Quantity | None:
    return _time_at(words, at) or _recurring_at(words, at) or _numeric_at(words, at)


def _numeric_at(words: Sequence[Word], at: int) -> Quantity | None:
    low = number_at(words, at)
    if low is None:
        return None
    high, end = low, low.last
    if end < len(words) and words[end].norm in {"-", "–", "—", "to", "or", "and"}:
        second = number_at(words, end + 1)
        if second is not None and second.value >= low.value and words[end + 1].norm not in {"a", "an", "the"}:
            high, end = second, second.last
    if words[end - 1].norm.endswith("m") and words[end - 1].norm[0].isdecimal():  # `30m` is minutes, `$30m` is not
        return Quantity(
            Kind.DURATION,
            low.value / 1e6 * 60 if low.value >= 1e6 else low.value * 60,
            high.value / 1e6 * 60,
            at,
            end,
            _use(words, at, end),
        )
    money, percent = low.money or high.money, low.percent or high.percent
    if percent or norm_at(words, end) == "percent" or (norm_at(words, end) == "per" and norm_at(words, end + 1) == "cent"):
        return Quantity(Kind.PERCENT, low.value, high.value, at, end if percent else end + 1)
    if money or norm_at(words, end) in _MONEY_WORDS:
        return Quantity(Kind.MONEY, low.value, high.value, at, end if money else end + 1)
    return _duration_at(words, at, end, low.value, high.value) or _count_at(words, at, end, low.value, high.value)


def _duration_at(words: Sequence[Word], at: int, end: int, low: float, high: float) -> Quantity | None:
    """`4-6 hours`, `half a day`, `an hour and a half`, `a couple more hours`."""
    place = end
    while place < len(words) and place < end + 3 and words[place].norm in _GLUE and unit_at(words, place) is None:
        place += 1
    unit = unit_at(words, place)
    if unit is None:
        return None
    last = place + 1
    if [norm_at(words, last + step) for step in range(3)] == ["and", "a", "half"]:
        low, high, last = low + 0.5, high + 0.5, last + 3
    return Quantity(Kind.DURATION, low * unit, high * unit, at, last, _use(words, at, last))


def _count_at(words: Sequence[Word], at: int, end: int, low: float, high: float) -> Quantity | None:
    if words[at].norm in {"a", "an", "the", "one", "half", "quarter", "few", "couple", "several"}:
        return None
    base = number_at(words, end + (2 if norm_at(words, end + 1) == "of" else 1)) if norm_at(words, end) in {"in", "out"} else None
    if base is not None and base.value > high > 0:  # `one in fifty`, `3 out of 100`
        return Quantity(Kind.PERCENT, 100 * low / base.value, 100 * high / base.value, at, base.last)
    return Quantity(Kind.COUNT, low, high, at, end)


def _use(words: Sequence[Word], first: int, last: int) -> Use:
    before = [norm_at(words, first - step) for step in (1, 2, 3)]
    if before[0] in EVERY or (before[0] == "the" and before[1] == "on"):  # on the hour
        return Use.EVERY
    if norm_at(words, last) in _PAST_AFTER or before[0] in _PAST_BEFORE or (before[0] == "the" and before[1] in _PAST_BEFORE):
        return Use.PAST
    skipped = [word for word in before if word not in {"the", "about", "around", "roughly", "next", "another", "maybe", "top", "of"}]
    return Use.WITHIN if skipped and skipped[0] in BEFORE_WITHIN else Use.PLAIN


def _recurring_at(words: Sequence[Word], at: int) -> Quantity | None:
    seconds = _RECURRING.get(words[at].norm)
    if seconds is None:
        return None
    if norm_at(words, at - 1) == "half" or (norm_at(words, at - 1) == "-" and norm_at(words, at - 2) == "half"):
        seconds //= 2
    return Quantity(Kind.DURATION, seconds, seconds, at, at + 1, Use.EVERY)


def _time_at(words: Sequence[Word], at: int) -> Quantity | None:
    """`3pm`, `by 15:30`, `end of day`, `tomorrow morning`, `this afternoon`, `next week`."""
    return _clock_at(words, at) or _end_at(words, at) or _past_at(words, at) or _day_at(words, at)


def _clock_at(words: Sequence[Word], at: int) -> Quantity | None:
    norm, following, before = words[at].norm, norm_at(words, at + 1), norm_at(words, at - 1)
    if not norm[0].isdecimal():
        return None
    if ":" in norm or following in _CLOCK_MARKS:
        hours, _, minutes = norm.partition(":")
        afternoon = 43_200 if following == "pm" and plain_number(hours) < 12 else 0
        seconds = plain_number(hours) * 3600 + plain_number(minutes or "0") * 60 + afternoon
        return Quantity(Kind.TIME, seconds, seconds, at, at + 1 + (following in _CLOCK_MARKS), _time_use(before))
    alone = norm.isdecimal() and float(norm) <= 24 and unit_at(words, at + 1) is None
    if alone and before in _BEFORE_CLOCK and following in _AFTER_CLOCK:
        hour = float(norm) + (12 if float(norm) < 8 else 0)
        return Quantity(Kind.TIME, hour * 3600, hour * 3600, at, at + 1, _time_use(before))
    return None


def _end_at(words: Sequence[Word], at: int) -> Quantity | None:
    """`end of day`, `close of play`."""
    if words[at].norm not in {"end", "close"} or norm_at(words, at + 1) != "of":
        return None
    skip = 3 if norm_at(words, at + 2) in {"the", "this", "play"} else 2
    if norm_at(words, at + skip) not in _ENDS and skip != 3:
        return None
    return Quantity(Kind.TIME, 64_800, 64_800, at, min(len(words), at + skip + 1), _time_use(norm_at(words, at - 1)))


def _past_at(words: Sequence[Word], at: int) -> Quantity | None:
    pair = (words[at].norm, norm_at(words, at + 1))
    if pair[0] in {"yesterday", "earlier"} or pair in {("this", "morning"), ("last", "night"), ("last", "week")}:
        return Quantity(Kind.TIME, 0, 0, at, at + 1 + (pair[0] in {"this", "last"}), Use.PAST)
    return None


def _day_at(words: Sequence[Word], at: int) -> Quantity | None:
    norm, following, before = words[at].norm, norm_at(words, at + 1), norm_at(words, at - 1)
    if norm in {"this", "next", "later"} and following in _SPANS:
        return Quantity(Kind.TIME, 54_000, 72_000, at, at + 2, _time_use(before))
    if norm not in _CLOCK_WORDS:
        return None
    seconds = _CLOCK_WORDS[norm]
    last = at + 1 + (following in {"morning", "afternoon", "evening", "night", "noon"})
    return Quantity(Kind.TIME, seconds, seconds + (80_000 if norm == "tomorrow" else 0), at, last, _time_use(before))


def _time_use(before: str) -> Use:
    return Use.EVERY if before in EVERY else Use.PAST if before in {"since", "last"} else Use.PLAIN
