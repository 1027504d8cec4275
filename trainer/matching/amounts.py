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
from trainer.matching.tense import AHEAD, DOERS, is_told
from trainer.text.quantities import Quantity, Use
from trainer.text.values import Kind, Span
from trainer.text.words import Word, bag

_NEWS_HEADS = frozenset({"@update", "@meet", "@firm"})
_WORK_HEADS = frozenset({"@fix", "@patch", "@valid", "@finish"})
_RELEASE_HEADS = frozenset({"@halt", "@ship"})

_LEADS = bag("within in by at before around about approximately roughly until till after between every under over")
_MOST_LEADS = 2
_NEGATORS = bag("no not never without")
_KNOWING = bag("know tell hear see confirm")
_FEASIBLE = bag("possible doable realistic feasible likely safe fine good best earliest latest ok out off")
"""What a day is called in `Friday's realistic`; another word after `Friday's` is a thing named by its day."""
_DETERMINERS = bag("the a this that our your my last each")


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
                span = _span(clause.words, quantity)
                hits.setdefault(key, FacetHit(facet.facet, Strength.MET, make_evidence(reply, span, f"a {facet.kind}", 0.9)))
                agrees = facet.expected is None or facet.expected.kind is not quantity.kind or quantity.same_as(facet.expected)
                said = _span(clause.words, quantity, led=False).of(reply.text)
                note = None if agrees else QuantityNote(facet.point, facet.facet, said, facet.value)
                notes[key] = note if key not in notes else notes[key] and note
    return Amounts(tuple((point, hit) for (point, _), hit in hits.items()), tuple(note for note in notes.values() if note))


def _span(words: Sequence[Word], quantity: Quantity, *, led: bool = True) -> Span:
    """The quantity, with what leads up to it: `within the hour`, `in about two hours`."""
    first = quantity.first
    while led and first > max(0, quantity.first - _MOST_LEADS) and words[first - 1].norm in _LEADS:
        first -= 1
    return Span(words[first].start, words[quantity.last - 1].end)


def _wanting(book: Book, reply: Reply, at: int, quantity: Quantity) -> Iterator[KindFacet]:
    """Facets this quantity may meet; between facets of work and of news the clause decides."""
    words = reply.clauses[at].words
    if _denied(reply, at, quantity) or quantity.use is Use.PAST:
        return
    timed = quantity.kind in {Kind.DURATION, Kind.TIME}
    if timed and (_names_a_thing(book, reply, words, quantity) or _is_of_a_thing(book, words, quantity)):
        return
    told = is_told(words, quantity)
    suited = [facet for facet in book.kinds if _suits(facet, quantity) and (facet.told or not told)]
    listened = [facet for facet in suited if facet.point in reply.heard.listens_for]
    if not listened and quantity.kind is Kind.TIME and _is_of_the_release(reply, at):
        return
    news = _is_news(reply, at, quantity)
    for facet in listened or suited:
        if quantity.use is Use.EVERY or facet.news == news or facet.kind not in {Kind.DURATION, Kind.TIME}:
            yield facet


def _names_a_thing(book: Book, reply: Reply, words: Sequence[Word], quantity: Quantity) -> bool:
    """A day that only says which one is meant: `Friday's build`, `the Friday build`."""
    if quantity.kind is not Kind.TIME or quantity.last - quantity.first > 1 or quantity.last >= len(words):
        return False
    day, thing = words[quantity.first], words[quantity.last]
    beside = reply.text[day.end : thing.start].isspace()
    if not beside or thing.norm in _FEASIBLE or book.lexicon.weight(thing) < 1.0:
        return False
    owned = reply.text[day.start : day.end].lower().endswith(("'s", "’s"))
    return owned or (quantity.first > 0 and words[quantity.first - 1].norm in _DETERMINERS)


def _is_of_a_thing(book: Book, words: Sequence[Word], quantity: Quantity) -> bool:
    """Part of what is said to be this or that if it were so: `a patch in a few hours would go out untested` plans nothing."""
    before, after = words[: quantity.first], words[quantity.last :]
    supposed = any(word.norm == "would" for word in after) and AHEAD.isdisjoint(word.norm for word in before)
    return supposed and any(book.lexicon.weight(word) >= 1.0 for word in before) and not DOERS.intersection(word.norm for word in before)


def _denied(reply: Reply, at: int, quantity: Quantity) -> bool:
    """Inside a negation that no comma ended: `no promises, four hours` denies no hours."""
    clause = reply.clauses[at]
    if clause.polarity[quantity.first] == PLAIN:
        return False
    start = next((place for place in range(quantity.first) if clause.words[place].norm in _NEGATORS), quantity.first)
    return "," not in reply.text[clause.words[start].end : clause.words[quantity.first].start]


def _is_of_the_release(reply: Reply, at: int) -> bool:
    """When to go out or to stop, where nobody asked for a time: `I'd hold tonight` plans no work."""
    keys = {term.key for term in reply.clauses[at].terms if term.credit == 1.0}
    return bool(keys & _RELEASE_HEADS) and not keys & (_WORK_HEADS | _NEWS_HEADS)


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
