"""Which phrases are worth a closer look: a quick upper bound for each, against a bar that depends on who listens.

Owns the bars. Must never decide how well a phrase fits: what it leaves out could not have reached its bar.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache

from trainer.matching.book import Book, Entry, Part
from trainer.matching.parse import Term

DEMOTED = 0.45
"""What is left of a word's weight when the role's line holds it."""
SMALLEST_WHOLE = 0.6
"""A phrase of demoted words only cannot reach full coverage."""
WORTH, _FAR_WORTH = 0.3, 0.6
"""Share of a phrase that must be touched for it to be looked at."""


@lru_cache(maxsize=256)
def bars_of(book: Book, line: Set[str], listens_for: tuple[str, ...], asks: bool) -> tuple[float, ...]:
    """For each phrase the share of its weight that must be within reach for it to be looked at.

    Higher for points nobody listens for at the moment, out of reach for questions back when nothing is asked. Memoised: the same
    line stands before many replies.
    """
    listened = frozenset(listens_for) or frozenset(book.points)
    demoted: dict[int, float] = {}
    for key in line:
        for entry, weight in book.named.get(key, ()):
            demoted[entry] = demoted.get(entry, 0.0) + weight * (1 - DEMOTED)
    bars = [_bar(entry, listened, asks) for entry in book.entries]
    for entry, weight in demoted.items():
        whole = book.entries[entry].phrase.weight
        bars[entry] *= max(whole - weight, min(whole, SMALLEST_WHOLE)) / whole
    return tuple(bars)


def _bar(entry: Entry, listened: frozenset[str], asks: bool) -> float:
    if entry.owner.part is Part.ASKED:
        return WORTH if asks else math.inf
    return _FAR_WORTH if entry.owner.part in {Part.FACET, Part.DENIAL} and entry.owner.id not in listened else WORTH


def bounds(book: Book, terms: Sequence[Term]) -> dict[int, float]:
    """Entry -> a share of its weight that the clause does not exceed; quick, so that most phrases are looked at no closer."""
    shares: dict[int, float] = {}
    for term in terms:
        for posting in book.postings.get(term.key, ()):
            shares[posting.entry] = shares.get(posting.entry, 0.0) + posting.share
    return shares


def alone(reach: Mapping[int, float], bars: Sequence[float]) -> list[int]:
    """Phrases one clause may bring to their bar."""
    return [entry for entry, share in reach.items() if share >= bars[entry]]


def together(reach: Sequence[Mapping[int, float]], bars: Sequence[float]) -> list[int]:
    """Phrases touched by the first and the last clause of a window: others are found by a smaller one."""
    first, last = reach[0], reach[-1]
    shared = [entry for entry in first if entry in last and bars[entry] <= WORTH]
    return [entry for entry in shared if sum(clause.get(entry, 0.0) for clause in reach) >= bars[entry]]
