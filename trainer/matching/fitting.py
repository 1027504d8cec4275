"""How well matches fit with all about their clauses counted in: mood, length, what the clause says besides, rivals of other points.

Owns the value of a fit and the evidence shown for it. Must never decide a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trainer.matching.book import Book, Part
from trainer.matching.match import Match
from trainer.matching.phrases import Phrase
from trainer.matching.polarity import PLAIN
from trainer.matching.reading import Evidence
from trainer.matching.reply import Reply
from trainer.text.values import Span
from trainer.text.words import bag, place_of

MET, NEAR = 0.6, 0.35
"""Value from which words alone meet a facet or nearly meet it."""
NEAR_MISS = 0.2
"""Value from which a fit is worth showing."""
_LONG_FROM, _LONG_BY = 5.0, 0.14
"""A phrase heavier than the first needs less of it found, at most by the second."""
_MOSTLY = 0.55
"""Similarity from which one thing in common is enough."""
_LONG = 1.8
"""Weight from which a phrase counts as long."""
_RIVAL_MARGIN, _OUTSIDE_MARGIN, _RIVAL_LEFT = 0.12, 0.4, 0.9
_OUTSIDER_LEFT = 0.85
_AGAINST_LEFT = 0.5
_DENIED_WORD, _DENIAL_LOST = 0.5, 0.8
"""A phrase that denies something is hardly met when that word is not there; below the first credit it is not."""
_QUESTION_LEFT, _CONCEDED_LEFT = 0.42, 0.6
_WHOLE_ACTS = frozenset({"refuse", "thank", "own", "acknowledge"})
"""Acts that say something by themselves."""
_SOON = bag("soon shortly later asap tonight tomorrow today")


@dataclass(slots=True)
class Fit:
    """A match with all about its clause counted in. Not frozen for the reason `Match` is not."""

    match: Match
    value: float
    """0..1, comparable with `MET` and `NEAR` whatever the phrase's length."""


def fits(book: Book, reply: Reply, found: Iterable[Match]) -> tuple[Fit, ...]:
    """Matches with mood, length and rivals counted in, best first."""
    plain = [Fit(match, _value(book, reply, match)) for match in found]
    worth = [fit for fit in plain if fit.value >= NEAR_MISS or fit.match.conflict >= NEAR_MISS]
    return tuple(sorted(_listwise(book, reply, worth), key=lambda fit: (-fit.value, fit.match.first, fit.match.last, fit.match.entry)))


def _value(book: Book, reply: Reply, match: Match) -> float:
    phrase = book.entries[match.entry].phrase
    if _says_nothing(reply, match, phrase):
        return 0.0
    ease = max(0.0, min(1.0, (phrase.weight - 2.5) / (_LONG_FROM - 2.5))) * _LONG_BY
    value = match.similarity * (1 + ease / MET)
    used = {clause for clause, _ in match.places}
    if value * 1.3 < NEAR_MISS and match.conflict < NEAR_MISS:
        return 0.0
    if all(reply.clauses[clause].question for clause in used):
        value *= _QUESTION_LEFT
    if any(reply.clauses[clause].conceded for clause in used) and "acknowledge" not in phrase.acts:
        value *= _CONCEDED_LEFT
    if match.denial < _DENIED_WORD:
        value *= _DENIAL_LOST
    if _speaks_against(book, reply, match):
        value *= _AGAINST_LEFT
    floor = 0.9 if phrase.weight >= _LONG else 0.75
    value *= floor + (1 - floor) * explained(reply, match)
    if not _enough(match) or _unsaid(match) or (book.entries[match.entry].partial and not _announces(reply, match)):
        value = min(value, NEAR - 0.01)
    if match.conflict > match.similarity * 0.5:
        value *= 0.3
    elif match.conflict:
        value -= match.conflict * 0.5
    return max(0.0, min(1.0, value))


def _says_nothing(reply: Reply, match: Match, phrase: Phrase) -> bool:
    """Only repeated, or said only to be denied with the sentence it hangs on."""
    echoed = all(reply.echo[clause] for clause in range(match.first, match.last))
    return echoed or (not phrase.denies and all(reply.clauses[clause].hangs for clause, _ in match.places))


def _speaks_against(book: Book, reply: Reply, match: Match) -> bool:
    """The clause plainly says the opposite of what the facet is about, and nothing of it: `ship` where all ask to hold."""
    owner = book.entries[match.entry].owner
    against = book.against.get((owner.id, owner.facet))
    if against is None or match.core:
        return False
    used = {clause for clause, _ in match.places}
    return any(term.key in against and term.polarity == PLAIN for clause in used for term in reply.clauses[clause].terms)


def _enough(match: Match) -> bool:
    """Two things in common, or the one thing the phrase is about said clearly."""
    return len(match.places) >= 2 or match.whole >= 1.0 or match.core or match.similarity >= _MOSTLY


def _unsaid(match: Match) -> bool:
    """Only an act is shared, one that says nothing without its object: whoever asks need not ask for a halt."""
    return not match.acts & _WHOLE_ACTS and all(place < 0 for _, place in match.places)


def _announces(reply: Reply, match: Match) -> bool:
    """Something is promised or a quantity named: the rest of a phrase whose quantity is read apart."""
    clauses = reply.clauses[match.first : match.last]
    return any(clause.quantities or any(word.norm in _SOON for word in clause.words) for clause in clauses)


def explained(reply: Reply, match: Match) -> float:
    """0..1 share of the clause's own content words the phrase accounts for."""
    content = [reply.content[clause] - reply.acting(clause, match.acts) for clause in {clause for clause, _ in match.places}]
    size = sum(map(len, content))
    return sum(len(places & match.places) for places in content) / size if size else 1.0


def _listwise(book: Book, reply: Reply, all_fits: Sequence[Fit]) -> list[Fit]:
    """A clause goes to the point it fits best: what a rival explains better with the same words counts less."""
    listened = set(reply.heard.listens_for)
    rivals: dict[tuple[int, int], list[tuple[float, str, frozenset[tuple[int, int]]]]] = {}
    for fit in all_fits:
        owner = book.entries[fit.match.entry].owner
        if owner.part is Part.FACET and fit.value >= NEAR:
            value = fit.value - (_RIVAL_MARGIN if owner.id in listened or not listened else _OUTSIDE_MARGIN)
            rivals.setdefault((fit.match.first, fit.match.last), []).append((value, owner.id, fit.match.places))
    kept: list[Fit] = []
    for fit in all_fits:
        owner = book.entries[fit.match.entry].owner
        value = fit.value
        if owner.part is Part.FACET:
            for rival, point, places in rivals.get((fit.match.first, fit.match.last), ()):
                if rival > fit.value and point != owner.id and fit.match.places <= places:
                    value *= _RIVAL_LEFT
                    break
            if listened and owner.id not in listened:
                value *= _OUTSIDER_LEFT
        kept.append(fit if value == fit.value else Fit(fit.match, value))
    return kept


def evidence_of(book: Book, reply: Reply, fit: Fit) -> Evidence:
    """The words that earned a match."""
    span = fit.match.span(reply.clauses)
    return make_evidence(reply, span, book.entries[fit.match.entry].phrase.text, fit.value)


def make_evidence(reply: Reply, span: Span, phrase: str, similarity: float) -> Evidence:
    """`text` is the raw reply's."""
    return Evidence(span.start, span.end, span.of(reply.text), phrase, round(min(1.0, similarity), 3))


def verbatim(book: Book, reply: Reply, fit: Fit) -> bool:
    """The phrase stands in one clause, word for word."""
    wanted = book.entries[fit.match.entry].phrase.run
    clauses = reply.clauses[fit.match.first : fit.match.last]
    return any(place_of(wanted, [word.stem for word in clause.words]) >= 0 for clause in clauses)
