"""Facets that any asserted quantity of a kind meets, and the notes where a value differs from the incident's.

Owns which of several time-like facets a duration belongs to. A different value never lowers a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.matching.book import Book, KindFacet
from trainer.matching.fitting import make_evidence
from trainer.matching.polarity import PLAIN
from trainer.matching.reading import FacetHit, QuantityNote, Strength
from trainer.matching.reply import Reply
from trainer.text.quantities import Quantity, Use
from trainer.text.values import Kind, Span
from trainer.text.words import Word, bag

_NEWS_HEADS = frozenset({"@update", "@meet", "@firm"})
_WORK_HEADS = frozenset({"@fix", "@patch", "@valid", "@finish"})

_NEGATORS = bag("no not never without")
_KNOWING = bag("know tell hear see confirm")
_AHEAD = bag(
    "will would shall can could may might must should need needs take takes going is are am be want wants give gives expect to until"
)
"""Words that speak of what is or will be."""
_LASTED = bag("took lasted")
_PAST = bag("found saw ran did was were got made built wrote began went came knew lost spent caught broke read set put cut sent left")
_SHORTEST_PAST = 3
"""Letters beyond which `-ed` ends a verb in the past: not `red`."""
_RECKONED = bag("said estimated reckoned thought figured planned guessed calculated told expected agreed promised meant hoped assumed")
"""What was said or reckoned holds still."""
_DOERS = bag("i we it they he she you")
_BETWEEN = bag("already just first only quickly have has had actually really both all")
_LINKS = bag("and then so")
_HAVING = bag("have has had get got getting having want see keep")


@dataclass(frozen=True)
class Amounts:
    """What quantities met, by point and facet, and the notes."""

    hits: tuple[tuple[str, FacetHit], ...]
    notes: tuple[QuantityNote, ...]


def amounts_of(book: Book, reply: Reply) -> Amounts:
    """Every facet with a kind against every asserted quantity."""
    hits: dict[tuple[str, str], FacetHit] = {}
    notes: dict[tuple[str, str], QuantityNote | None] = {}
    for at, clause in enumerate(reply.clauses):
        if reply.echo[at] or not clause.asserted:
            continue
        for quantity in clause.quantities:
            for facet in _wanting(book, reply, at, quantity):
                key = (facet.point, facet.facet)
                span = Span(clause.words[quantity.first].start, clause.words[quantity.last - 1].end)
                hits.setdefault(key, FacetHit(facet.facet, Strength.MET, make_evidence(reply, span, f"a {facet.kind}", 0.9)))
                agrees = facet.expected is None or facet.expected.kind is not quantity.kind or quantity.same_as(facet.expected)
                note = None if agrees else QuantityNote(facet.point, facet.facet, span.of(reply.text), facet.value)
                notes[key] = note if key not in notes else notes[key] and note
    return Amounts(tuple((point, hit) for (point, _), hit in hits.items()), tuple(note for note in notes.values() if note))


def _wanting(book: Book, reply: Reply, at: int, quantity: Quantity) -> Iterator[KindFacet]:
    """Facets this quantity may meet; between facets of work and of news the clause decides."""
    if _denied(reply, at, quantity) or quantity.use is Use.PAST or _is_over(reply.clauses[at].words, quantity):
        return
    suited = [facet for facet in book.kinds if _suits(facet, quantity)]
    listened = [facet for facet in suited if facet.point in reply.heard.listens_for] or suited
    news = _is_news(reply, at, quantity)
    for facet in listened:
        if quantity.use is Use.EVERY or facet.news == news or facet.kind not in {Kind.DURATION, Kind.TIME}:
            yield facet


def _is_over(words: Sequence[Word], quantity: Quantity) -> bool:
    """Told of something done: `I traced it within the hour`, `it took us two days`.

    Not so where anything before it, from the last `and` on, speaks of what is or will be (`I'll have it fixed in two hours`), or where it
    is what somebody reckoned (`I said two days`).
    """
    before = [word.norm for word in words[: quantity.first]]
    linked = next((place for place in range(len(before) - 1, 0, -1) if before[place] in _LINKS), 0)
    before = before[linked:]
    if quantity.kind not in {Kind.DURATION, Kind.TIME} or not (_AHEAD | _RECKONED).isdisjoint(before):
        return False
    return not _LASTED.isdisjoint(before) or any(_is_past(norm) and _has_doer(before[:place]) for place, norm in enumerate(before))


def _is_past(norm: str) -> bool:
    return norm in _PAST or (norm.endswith("ed") and len(norm) > _SHORTEST_PAST)


def _has_doer(before: Sequence[str]) -> bool:
    """Somebody right before a verb, or an `and`, with `already` and the like passed over; not the `it` of `get it fixed`."""
    place = next((at for at in range(len(before) - 1, -1, -1) if before[at] not in _BETWEEN), -1)
    return place >= 0 and before[place] in _DOERS | _LINKS and not (place and before[place - 1] in _HAVING)


def _denied(reply: Reply, at: int, quantity: Quantity) -> bool:
    """Inside a negation that no comma ended: `no promises, four hours` denies no hours."""
    clause = reply.clauses[at]
    if clause.polarity[quantity.first] == PLAIN:
        return False
    start = next((place for place in range(quantity.first) if clause.words[place].norm in _NEGATORS), quantity.first)
    return "," not in reply.text[clause.words[start].end : clause.words[quantity.first].start]


def _suits(facet: KindFacet, quantity: Quantity) -> bool:
    if quantity.kind is facet.kind:
        return quantity.kind is not Kind.DURATION or quantity.use in facet.uses
    # `by 3pm` may answer how long, `in an hour` may answer when
    return {quantity.kind, facet.kind} == {Kind.DURATION, Kind.TIME} and quantity.use is not Use.EVERY and facet.uses != {Use.EVERY}


def _is_news(reply: Reply, at: int, quantity: Quantity) -> bool:
    """Time until there is more to say: news words beside it, or right after it in the same breath."""
    keys = {term.key for term in reply.clauses[at].terms}
    if keys & _NEWS_HEADS or (quantity.use is Use.WITHIN and any(word.norm in _KNOWING for word in reply.clauses[at].words)):
        return not keys & _WORK_HEADS or quantity.use is Use.WITHIN
    following = reply.clauses[at + 1] if at + 1 < len(reply.clauses) else None
    if quantity.use is not Use.WITHIN or keys & _WORK_HEADS or following is None or following.raw.new_sentence:
        return False
    return bool({term.key for term in following.terms} & _NEWS_HEADS)
