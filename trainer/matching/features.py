"""What speaks for a facet being met, as named numbers: the table the learnt weights read.

Owns the names and how each is measured. Must never weigh them: `chances.py` does.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from trainer.matching.bearing import Bearing
from trainer.matching.book import Book, Owner, Part
from trainer.matching.fitting import Fit
from trainer.matching.likeness import Likeness
from trainer.matching.reply import Reply

_MOST_PLACES = 4
_BROAD = 3
_FEW = 6


@dataclass(frozen=True, slots=True)
class Features:
    """All 0..1 unless said otherwise."""

    nearest: float
    """Likeness in meaning to the nearest phrase."""
    lead: float
    """-1..1: lead in meaning over the other points listened for."""
    sense: float
    """Likeness in what stands behind the meanings."""
    overlap: float
    """Likeness in meaning to all phrases together."""
    opposite: float
    """Likeness to the opposite of what they say."""
    hollow: float
    """How likely the reply as a whole is no answer at all."""
    substance: float
    """How much of an answer the reply as a whole is, roughly 0..2."""
    giving_in: float
    """How far the reply as a whole gives in or plays down."""
    kinship: float
    """Share of a phrase that words of the reply account for, by how alike words are."""
    value: float
    """How well the best phrase is found in words."""
    contest: float
    """-1..1: lead in words over the other points, on the same clauses."""
    breadth: float
    """How well the three best phrases are found, on average."""
    places: float
    """How many words of the reply earned the best fit, four or more being 1."""
    exact: float
    """Share of the best phrase's content words found as they are."""
    act: float
    """Share of the phrases that show an act the reply shows too."""
    amount: float
    """1 when a quantity of the facet's kind was named."""
    required: float
    """1 for a point the question is about, 0 for an extra."""
    denies: float
    """Share of the facet's phrases that deny something."""
    phrases: float
    """Logarithm of how many phrases the point has, six at least: the best of many is higher by chance."""
    facets: float
    """How many facets the point has besides this one."""
    told: float
    """Log odds that it is heard at all, by the net that sets stretches and phrases side by side (`nearness.py`)."""
    told_fully: float
    """The same for being heard in full."""

    def row(self) -> tuple[float, ...]:
        """In the order of `NAMES`."""
        row: tuple[float, ...] = _ROW(self)
        return row


NAMES = tuple(Features.__dataclass_fields__)
_ROW = attrgetter(*NAMES)


def features_of(
    book: Book,
    reply: Reply,
    facet: tuple[str, str],
    meant: tuple[Likeness, Bearing],
    fits: Sequence[Fit],
    rivals: Sequence[Fit],
    amount: bool,
) -> Features:
    """`fits` are the facet's own, best first; `rivals` those of other points listened for."""
    likeness, bearing = meant
    best = fits[0] if fits and fits[0].value else None
    found: dict[int, float] = {}
    for fit in fits:
        found[fit.match.entry] = max(found.get(fit.match.entry, 0.0), fit.value)
    value = best.value if best else 0.0
    acts = _acts(book, *facet)
    shown = {name for clause in reply.clauses for name in clause.names}
    return Features(
        nearest=likeness.nearest,
        lead=likeness.lead,
        sense=likeness.sense,
        overlap=likeness.overlap,
        opposite=likeness.opposite,
        hollow=likeness.hollow,
        substance=bearing.substance,
        giving_in=bearing.giving_in,
        kinship=likeness.kinship,
        value=value,
        contest=value - _best_rival(best, rivals),
        breadth=sum(sorted(found.values(), reverse=True)[:_BROAD]) / _BROAD,
        places=min(_MOST_PLACES, len(best.match.places)) / _MOST_PLACES if best else 0.0,
        exact=best.match.exact if best else 0.0,
        act=max((share for act, share in acts.items() if act in shown), default=0.0),
        amount=float(amount),
        required=float(facet[0] in (reply.heard.requires or book.points)),
        denies=likeness.denies,
        phrases=math.log(1 + max(_FEW, _count(book, facet[0]))),
        facets=float(len(book.points[facet[0]].facets) - 1),
        told=likeness.told,
        told_fully=likeness.told_fully,
    )


def _best_rival(best: Fit | None, rivals: Sequence[Fit]) -> float:
    if best is None:
        return 0.0
    first, last = best.match.first, best.match.last
    return max((rival.value for rival in rivals if rival.match.first < last and first < rival.match.last), default=0.0)


@lru_cache(maxsize=256)
def _acts(book: Book, point: str, facet: str) -> Mapping[str, float]:
    """Act -> share of the facet's phrases that show it. A memo only."""
    phrases = [entry.phrase for entry in book.entries if entry.owner == Owner(Part.FACET, point, facet)]
    acts = {act for phrase in phrases for act in phrase.acts}
    return {act: sum(act in phrase.acts for phrase in phrases) / len(phrases) for act in acts}


@lru_cache(maxsize=256)
def _count(book: Book, point: str) -> int:
    return sum(entry.owner.part is Part.FACET and entry.owner.id == point for entry in book.entries)
