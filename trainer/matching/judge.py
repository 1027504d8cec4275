"""From matches to points: facet hits, denial, near misses, list-wise between rivals.

Owns thresholds and the choice of evidence. Must never read text itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trainer.matching.book import Book, Part
from trainer.matching.match import Match
from trainer.matching.parse import Clause
from trainer.matching.phrases import Phrase
from trainer.matching.polarity import PLAIN
from trainer.matching.question import PointSpec
from trainer.matching.reading import Evidence, FacetHit, PointReading, Strength
from trainer.matching.reply import Reply
from trainer.matching.verdicts import banded, verdict_of
from trainer.text.values import Span, Verdict
from trainer.text.words import bag

MET, NEAR = 0.6, 0.35
"""Similarity from which a facet is met or nearly met."""
_MET_OUTSIDE, _NEAR_OUTSIDE = 0.68, 0.5
"""The same for a point nobody listens for at the moment."""
_LONG_FROM, _LONG_BY = 5.0, 0.14
"""A phrase heavier than the first needs less of it found, at most by the second."""
DENIES, _DENIAL_EXPLAINS, _SINGLE_EXPLAINS, _EXACT = 0.7, 0.45, 0.75, 0.93
_OWN_WORDS = 0.5
"""Share of a phrase's content words that must stand in the clause as they are for it to deny a point."""
_NEARLY_ALL = 0.55
"""Share of all its words that must be said of a phrase that has no content word to be known by."""
_NEAR_MISS = 0.2
_MOSTLY = 0.55
"""Similarity from which one thing in common is enough."""
_GOOD_PART = 0.35
"""Share of a phrase's content words that must be clearly found for it to be nearly met."""
_LONG = 1.8
"""Weight from which a phrase counts as long."""
_RIVAL_MARGIN, _OUTSIDE_MARGIN, _RIVAL_LEFT = 0.12, 0.4, 0.9
_OUTSIDER_LEFT = 0.85
_AGAINST_LEFT = 0.5
_DENIED_WORD, _DENIAL_LOST = 0.5, 0.8
"""A phrase that denies something is hardly met when that word is not there; below the first credit it is not."""
_QUESTION_LEFT, _CONCEDED_LEFT, _ECHO_LEFT = 0.42, 0.6, 0.0


@dataclass(slots=True)
class Fit:
    """A match with all about its clause counted in. Not frozen for the reason `Match` is not."""

    match: Match
    value: float
    """0..1, comparable with `MET` and `NEAR` whatever the phrase's length."""


def fits(book: Book, reply: Reply, found: Iterable[Match]) -> tuple[Fit, ...]:
    """Matches with mood, length and rivals counted in, best first."""
    plain = [Fit(match, _value(book, reply, match)) for match in found]
    worth = [fit for fit in plain if fit.value >= _NEAR_MISS or fit.match.conflict >= _NEAR_MISS]
    return tuple(sorted(_listwise(book, reply, worth), key=lambda fit: (-fit.value, fit.match.first, fit.match.last, fit.match.entry)))


def _value(book: Book, reply: Reply, match: Match) -> float:
    phrase = book.entries[match.entry].phrase
    if all(reply.echo[clause] for clause in range(match.first, match.last)):
        return _ECHO_LEFT
    ease = max(0.0, min(1.0, (phrase.weight - 2.5) / (_LONG_FROM - 2.5))) * _LONG_BY
    value = match.similarity * (1 + ease / MET)
    used = {clause for clause, _ in match.places}
    if value * 1.3 < _NEAR_MISS and match.conflict < _NEAR_MISS:
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


def judge_point(book: Book, reply: Reply, spec: PointSpec, ordered: Sequence[Fit], rules: Mapping[str, FacetHit]) -> PointReading:
    """One point from its fits (best first) and from what quantities met."""
    if not ordered and not rules:
        return _NOTHING
    hits: dict[str, FacetHit] = dict(rules)
    outside = bool(reply.heard.listens_for) and spec.id not in reply.heard.listens_for
    met_from, near_from = (_MET_OUTSIDE, _NEAR_OUTSIDE) if outside else (MET, NEAR)
    for fit in ordered:
        owner = book.entries[fit.match.entry].owner
        if owner.part is not Part.FACET or fit.value < near_from or not _counts(fit.match, fit.value):
            continue
        full = fit.value >= met_from and not book.entries[fit.match.entry].partial and not _bare_list(reply, fit)
        strength = Strength.MET if full else Strength.NEAR
        known = hits.get(owner.facet)
        if known is None or (known.strength is Strength.NEAR and strength is Strength.MET):
            hits[owner.facet] = FacetHit(owner.facet, strength, evidence_of(book, reply, fit))
    denied = _denied(book, reply, ordered, hits.values())
    counted = [hit for hit in hits.values() if not any(facet.bonus and facet.id == hit.facet for facet in spec.facets)]
    met = sum(hit.strength is Strength.MET for hit in counted)
    verdict = verdict_of(spec.need, met, len(counted) - met, denied is not None)
    best = next((fit for fit in ordered if book.entries[fit.match.entry].owner.part is Part.FACET), None)
    score = banded(verdict, _fit_share(verdict, spec, met, hits.values(), best.value if best else 0.0))
    missed = evidence_of(book, reply, best) if verdict is Verdict.MISSING and best is not None and best.value >= _NEAR_MISS else None
    order = {facet.id: place for place, facet in enumerate(spec.facets)}
    return PointReading(verdict, score, tuple(sorted(hits.values(), key=lambda hit: order.get(hit.facet, 99))), denied, missed)


def _counts(match: Match, value: float) -> bool:
    """Whether a near fit is near for a reason: the heart of the facet, an act, or a good part of the phrase and not one loose word."""
    if value >= MET or match.core or match.acts:
        return True
    return match.whole >= _GOOD_PART and (match.exact > 0 or sum(place >= 0 for _, place in match.places) >= 2)


def _fit_share(verdict: Verdict, spec: PointSpec, met: int, hits: Iterable[FacetHit], best: float) -> float:
    if verdict is Verdict.MISSING:
        return best / NEAR * 0.999
    similarities = [hit.evidence.similarity for hit in hits]
    mean = sum(similarities) / len(similarities) if similarities else 0.0
    if verdict is Verdict.PARTLY:
        return (met + mean * 0.5) / max(1, spec.need)
    return (mean - MET) / (1 - MET)


def _denied(book: Book, reply: Reply, ordered: Sequence[Fit], hits: Iterable[FacetHit]) -> Evidence | None:
    """The last clear denial, unless something said after it meets the point."""
    denials = [fit for fit in ordered if _is_denial(book, reply, fit) and not _better_explained(book, fit, ordered)]
    if not denials:
        return None
    last = max(denials, key=lambda fit: (fit.match.span(reply.clauses).end, fit.value))
    span = last.match.span(reply.clauses)
    met = [hit.evidence for hit in hits if hit.strength is Strength.MET]
    if any(evidence.end > span.end or (evidence.start >= span.start and evidence.similarity >= last.value) for evidence in met):
        return None
    return make_evidence(reply, span, book.entries[last.match.entry].phrase.text, max(last.value, last.match.conflict))


def _better_explained(book: Book, denial: Fit, ordered: Sequence[Fit]) -> bool:
    """A phrase that meets the point accounts for the same words and more: `the patches failed` is no `we can patch it`."""
    return any(
        fit.value >= MET and denial.match.places < fit.match.places and book.entries[fit.match.entry].owner.part is Part.FACET
        for fit in ordered
    )


def _is_denial(book: Book, reply: Reply, fit: Fit) -> bool:
    """One clause, said outright in the phrase's own words or with its stance; an assent beside it may help, alone it accuses nobody."""
    owner, phrase = book.entries[fit.match.entry].owner, book.entries[fit.match.entry].phrase
    if fit.value < DENIES if owner.part is Part.DENIAL else fit.match.conflict < 0.5:
        return False
    places = {clause for clause, _ in fit.match.places}
    said = [reply.clauses[clause] for clause in places]
    own = [clause for clause in said if not (clause.borrowed or clause.bare_assent)]
    if len(own) != 1 or not all(clause.asserted for clause in said) or any(_turned(reply, clause) for clause in places):
        return False
    listened = owner.id in reply.heard.listens_for
    single = sum(token.counts for token in phrase.tokens) <= 1 and not phrase.acts
    words = {place for place in fit.match.places if place[1] >= 0}
    vague = len(words) < 2 and (not listened or (not words and fit.match.similarity < _EXACT))
    if vague or explained(reply, fit.match) < (_SINGLE_EXPLAINS if single else _DENIAL_EXPLAINS):
        return False
    in_its_words = fit.match.exact >= _OWN_WORDS or bool(fit.match.acts & {"accept", "refuse"})
    if not phrase.content and _spoken(phrase, said) < _NEARLY_ALL:
        return False
    if owner.part is Part.DENIAL:
        outright = fit.match.sure >= 0.8 and fit.match.whole == 1.0
        exact = not single if listened else fit.match.exact == 1.0
        return in_its_words and outright and (exact or fit.match.similarity >= _EXACT)
    affirms = listened and not phrase.acts and all(token.polarity > 0 for token in phrase.tokens)
    return affirms and in_its_words and fit.match.conflict + fit.match.similarity >= 0.85


def _turned(reply: Reply, at: int) -> bool:
    """`We could ship it, but ...`, `a warning would be fine if ...`: only thought of, and turned by what follows."""
    if at + 1 == len(reply.clauses):
        return False
    held, after = {word.norm for word in reply.clauses[at].words}, reply.clauses[at + 1].raw
    return (after.contrast and not held.isdisjoint(_POSSIBLE)) or (after.conditional and not after.new_sentence and "would" in held)


def _spoken(phrase: Phrase, clauses: Iterable[Clause]) -> float:
    """0..1 share of all the phrase's words, the lightest too, that the clauses hold as they are."""
    held = {word.stem for clause in clauses for word in clause.words}
    return sum(stem in held for stem in phrase.stems) / max(1, len(phrase.stems))


def _bare_list(reply: Reply, fit: Fit) -> bool:
    """Nouns in a row, nothing said of them: heard, but no statement."""
    for clause in range(fit.match.first, fit.match.last):
        words = reply.clauses[clause].words
        if not _is_list(reply, clause) or len(words) < 4:
            return False
    return True


def _is_list(reply: Reply, clause: int) -> bool:
    read = reply.clauses[clause]
    span = read.span.of(reply.text)
    parts = [part.split() for part in span.split(",")]
    functions = sum(word.norm in _FUNCTION for word in read.words)
    return len(parts) >= 4 and all(1 <= len(part) <= 2 for part in parts) and not functions and not read.quantities


_WHOLE_ACTS = frozenset({"refuse", "thank", "own", "acknowledge"})
"""Acts that say something by themselves."""
_NOTHING = PointReading(Verdict.MISSING, 0.0)
_SOON = bag("soon shortly later asap tonight tomorrow today")
_FUNCTION = bag("i we you it they is are was will can not no the a to of in on for with has have this that")
_POSSIBLE = frozenset(["could", "might", "may"])
