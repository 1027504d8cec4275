"""Quantities in words: durations, times, percentages, money, counts, compared as quantities and not as strings.

Owns what `4-6 hours`, `half a day`, `by 3pm`, `every 30 minutes`, `3%` and `$50k` mean. Must never decide what a quantity is
about: that needs the clause around it (`trainer.matching`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from trainer.text.clock import clock_at
from trainer.text.numbers import BEFORE_WITHIN, EVERY, MONEY_WORDS, Number, norm_at, number_at, unit_at
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
_MONEY_CODES = bag("usd eur gbp chf")
_MILLION = 1e6
_HOUR, _MINUTE = 3600, 60
_LEAST_COUNT = 10
"""Below it `a few`, `half`, `a couple` count nothing that anybody could check."""
_RANGE = {"-", "–", "—", "to", "or", "and"}
_GLUE = bag("a an the of or to and - – — about around roughly maybe perhaps another more full working whole good solid")
_ENDS = bag("day business today week afternoon play month quarter sprint")
_SHORT_UNITS = bag("h d w m")
_SPANS = bag("afternoon evening week today month sprint quarter release year")
_DASH = 3
"""Characters a dash takes, spaces and all."""
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
    if norm_at(words, end) in _RANGE:
        second = number_at(words, end + 1)
        if second is not None and _higher(low, second) and words[end + 1].norm not in {"a", "an", "the"}:
            high, end = second, second.last
    elif (second := _beside(words, end)) is not None and _higher(low, second):
        high, end = second, second.last
    least, most = _values(low, high)
    if low.percent or high.percent:
        return Quantity(Kind.PERCENT, least, most, at, end)
    if norm_at(words, end) == "percent" or (norm_at(words, end) == "per" and norm_at(words, end + 1) == "cent"):
        return Quantity(Kind.PERCENT, least, most, at, end + 1 + (norm_at(words, end) == "per"))
    if (sum_end := _money_end(words, at, end, low, high)) is not None:
        million = _MILLION if high.minutes else 1.0
        return Quantity(Kind.MONEY, least * million, most * million, at, sum_end)
    if high.minutes:  # `30m` is minutes, `$30m` is not
        return Quantity(Kind.DURATION, least * _MINUTE, most * _MINUTE, at, end, _use(words, at, end))
    return _duration_at(words, at, end, least, most) or _count_at(words, at, end, least, most)


def _beside(words: Sequence[Word], at: int) -> Number | None:
    """The second number of `4-6 hours` where the dash between the figures was left out with the other marks."""
    if not (0 < at < len(words)) or not all(words[place].norm[:1].isdecimal() for place in (at - 1, at)):
        return None
    second = number_at(words, at) if 1 <= words[at].start - words[at - 1].end <= _DASH else None
    counted = second is not None and (second.percent or second.minutes or unit_at(words, second.last) is not None)
    return second if counted else None


def _higher(low: Number, high: Number) -> bool:
    return high.value >= low.value and (high.minutes or not low.minutes)


def _values(low: Number, high: Number) -> tuple[float, float]:
    """Both ends; in `4 to 6 thousand` the thousand is the four's too."""
    shared = high.scale if not high.minutes and low.scale == 1 and low.value <= high.value / high.scale else 1
    return min(low.value * shared, high.value), high.value


def _money_end(words: Sequence[Word], at: int, end: int, low: Number, high: Number) -> int | None:
    """Index one past a sum of money, None where it is none: `$50k`, `50 dollars`, `20m US dollars`, `EUR 300`."""
    american = norm_at(words, end) == "us" and norm_at(words, end + 1) in MONEY_WORDS
    if american or norm_at(words, end) in MONEY_WORDS:
        return end + 1 + american
    return end if low.money or high.money or norm_at(words, at - 1) in _MONEY_CODES else None


def _duration_at(words: Sequence[Word], at: int, end: int, low: float, high: float) -> Quantity | None:
    """`4-6 hours`, `half a day`, `an hour and a half`, `a couple more hours`, `2 hours 30 minutes`, `2h30`."""
    if (short := _hours_and_minutes(words, end)) is not None:
        minutes, last = short
        seconds = minutes * _MINUTE
        return Quantity(Kind.DURATION, low * _HOUR + seconds, high * _HOUR + seconds, at, last, _use(words, at, last))
    place = end
    while place < len(words) and place < end + 3 and words[place].norm in _GLUE and unit_at(words, place) is None:
        place += 1
    unit = unit_at(words, place)
    if unit is None or (words[place].norm in _SHORT_UNITS and words[place].start - words[place - 1].end > 1):
        return None
    part, last = _rest(words, place, unit)
    return Quantity(Kind.DURATION, low * unit + part, high * unit + part, at, last, _use(words, at, last))


def _hours_and_minutes(words: Sequence[Word], at: int) -> tuple[float, int] | None:
    """The minutes of `2h30` and `2h30m`, after its hours."""
    norm = norm_at(words, at)
    if not (0 < at < len(words) and norm[0] == "h" and norm[1:].isdecimal() and words[at - 1].end == words[at].start):
        return None
    more = at + 1 < len(words) and words[at + 1].norm in {"m", "minute", "minutes"} and words[at].end == words[at + 1].start
    return float(norm[1:]), at + 1 + more


def _rest(words: Sequence[Word], place: int, unit: float) -> tuple[float, int]:
    """Seconds that follow a unit, `and a half`, `30 minutes`, and the index one past them."""
    last = place + 1
    half = [norm_at(words, last + step) for step in range(3)]
    if half[:2] == ["and", "a"] and half[2] in {"half", "quarter"}:
        return unit * (0.5 if half[2] == "half" else 0.25), last + 3
    first = last + (half[0] == "and")
    smaller = number_at(words, first)
    if smaller is None or words[first].norm in {"a", "an", "the"} or smaller.percent or smaller.money or smaller.last == first:
        return 0.0, last
    seconds, end = (_MINUTE, smaller.last) if smaller.minutes else (unit_at(words, smaller.last), smaller.last + 1)
    if seconds is None or seconds * smaller.value >= unit or norm_at(words, end - 1) in {"afternoon", "morning", "night", "quarter"}:
        return 0.0, last
    return seconds * smaller.value, end


def _count_at(words: Sequence[Word], at: int, end: int, low: float, high: float) -> Quantity | None:
    if high < _LEAST_COUNT and words[at].norm in {"a", "an", "the", "another", "one", "half", "quarter", "few", "couple", "several"}:
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
    return _on_the_clock(words, at) or _end_at(words, at) or _past_at(words, at) or _day_at(words, at)


def _on_the_clock(words: Sequence[Word], at: int) -> Quantity | None:
    found = clock_at(words, at)
    return None if found is None else Quantity(Kind.TIME, found[0], found[0], at, found[1], _time_use(norm_at(words, at - 1)))


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
