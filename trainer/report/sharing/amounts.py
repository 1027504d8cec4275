"""Own amounts and times found again in a text, in figures or words, in whatever form.

Owns when two of them are one for somebody who must not learn it: rather too often than too seldom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trainer.text.clock import HALF_DAY
from trainer.text.numbers import number_at
from trainer.text.quantities import Quantity, Use, quantities_of
from trainer.text.spelled import is_number_word
from trainer.text.values import Kind
from trainer.text.words import Word

TELLING_COUNT = 10
"""From here on a bare number in a text says something about one incident; two or three of anything stand in every sentence."""
_TELLING = frozenset({Kind.DURATION, Kind.PERCENT, Kind.MONEY})
_DIAL = re.compile(r"(?<![\d.:])([01]?\d|2[0-4])[.:hH]([0-5]\d)(?!\d)")
_DAY = 86_400
_MILLION = 1e6
_MINUTE = 60


@dataclass(frozen=True)
class Amounts:
    """What a fact says in numbers."""

    quantities: tuple[Quantity, ...] = ()
    numbers: frozenset[float] = frozenset()
    """Figures of them that give the incident away without a unit too."""
    clocks: frozenset[float] = frozenset()
    """Times of day in seconds, morning and afternoon as one."""


def amounts(parsed: Iterable[Sequence[Word]], kind: Kind) -> Amounts:
    """What the wordings of a fact of this kind say in numbers."""
    wanted = {kind, Kind.DURATION} if kind is Kind.TIME else {kind}
    quantities: list[Quantity] = []
    numbers: set[float] = set()
    for words in parsed:
        for one in quantities_of(words):
            if one.kind in wanted or _tells(words, one):
                quantities.append(one)
                numbers.update(_figures(words, one))
    clocks = frozenset(one.low % HALF_DAY for one in quantities if _on_a_clock(one))
    return Amounts(tuple(quantities), frozenset(numbers), clocks)


def counts(words: Sequence[Word]) -> frozenset[str]:
    """Figures among the words that stand without a unit."""
    return frozenset(words[one.first].norm for one in quantities_of(words) if one.kind is Kind.COUNT)


def found(words: Sequence[Word], text: str, own: Amounts) -> Iterator[tuple[int, int]]:
    """Stretches of `text`, which has these words, that say one of the amounts."""
    if not own.quantities:
        return
    for said in quantities_of(words):
        if _same(said, own) or _number_of(words, said) in own.numbers:
            yield words[said.first].start, words[said.last - 1].end
    if own.clocks:
        yield from (dial.span() for dial in _DIAL.finditer(text) if _seconds(dial) % HALF_DAY in own.clocks)


def _tells(words: Sequence[Word], one: Quantity) -> bool:
    """Whether a quantity gives an incident away by itself; `since this morning` does not, `at 17:30` and version `7.2` do."""
    named = [words[place].norm for place in range(one.first, one.last)]
    if one.kind is Kind.TIME:
        return _on_a_clock(one) and any(norm[0].isdecimal() or is_number_word(norm) for norm in named)
    return one.kind in _TELLING or (one.kind is Kind.COUNT and (one.low >= TELLING_COUNT or "." in named[0]))


def _on_a_clock(one: Quantity) -> bool:
    return one.kind is Kind.TIME and one.low == one.high < _DAY


def _same(said: Quantity, own: Amounts) -> bool:
    if said.kind is Kind.TIME and _on_a_clock(said) and said.low % HALF_DAY in own.clocks:
        return True
    return any(said.same_as(one) and (said.use is Use.EVERY) is (one.use is Use.EVERY) for one in own.quantities)


def _figures(words: Sequence[Word], one: Quantity) -> Iterator[float]:
    """Its numbers as they were said, where they are large enough to tell: 72 of `72 hours`, a million and a half of `$1.5M`."""
    place = one.first
    while place < one.last:
        number = number_at(words, place)
        if number is None or number.last == place:
            place += 1
            continue
        value = number.value * _MILLION if number.minutes and one.kind is not Kind.DURATION else number.value
        if value >= TELLING_COUNT and one.kind is not Kind.TIME:
            yield round(value, 6)
        place = number.last


def _number_of(words: Sequence[Word], said: Quantity) -> float | None:
    """What it would be without its unit: a bare number, a sum of money, the millions of `20m`."""
    if said.low != said.high:
        return None
    if said.kind in (Kind.COUNT, Kind.MONEY):
        return round(said.low, 6)
    if said.kind is Kind.DURATION and words[said.last - 1].norm[0].isdecimal() and said.last == said.first + 1:
        return round(said.low / _MINUTE * _MILLION, 6)
    return None


def _seconds(dial: re.Match[str]) -> int:
    return int(dial[1]) * 3600 + int(dial[2]) * 60
