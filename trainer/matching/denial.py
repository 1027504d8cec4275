"""Whether a reply says the opposite of a point, and where.

Owns what counts as a denial. Missing one is better than accusing somebody: only one clause, said outright, in the phrase's own words or
with its stance.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from trainer.matching.book import Book, Owner, Part
from trainer.matching.fitting import MET, Fit, explained, make_evidence
from trainer.matching.parse import Clause
from trainer.matching.phrases import Phrase
from trainer.matching.reading import Evidence, FacetHit, Strength
from trainer.matching.reply import Reply, only_thought_of
from trainer.text.values import Span
from trainer.text.words import Word, bag, place_of, words_of

_DENIES, _DENIAL_EXPLAINS, _SINGLE_EXPLAINS, _EXACT = 0.7, 0.45, 0.75, 0.93
_OWN_WORDS = 0.5
"""Share of a phrase's content words that must stand in the clause as they are for it to deny a point."""
_NEARLY_ALL = 0.55
"""Share of all its words that must be said of a phrase that has no content word to be known by."""
_MANY = 1 / 3
"""Share of a facet's phrases that deny something from which it is about what is not so."""
_TURNS = bag("not no never nothing nobody if unless whether without hardly once when until")
"""Small words that make a wording mean something else when they stand beside it."""
_OURS = bag("i we us you let")
_POSSIBLE = frozenset(["could", "might", "may"])


def denied_by(book: Book, reply: Reply, ordered: Sequence[Fit], hits: Iterable[FacetHit]) -> Evidence | None:
    """The last clear denial, unless something said after it meets the point."""
    whole = [(span, fit) for fit in ordered if (span := _said_whole(book, reply, fit)) is not None]
    if whole:
        span, fit = max(whole, key=lambda one: one[0].end)
        if not any(hit.strength is Strength.MET and hit.evidence.start >= span.end for hit in hits):
            return make_evidence(reply, span, book.entries[fit.match.entry].phrase.text, 1.0)
    denials = [fit for fit in ordered if _is_denial(book, reply, fit) and not _better_explained(book, fit, ordered)]
    if not denials:
        return None
    last = max(denials, key=lambda fit: (fit.match.span(reply.clauses).end, fit.value))
    span = last.match.span(reply.clauses)
    met = [hit.evidence for hit in hits if hit.strength is Strength.MET]
    if any(evidence.end > span.end or (evidence.start >= span.start and evidence.similarity >= last.value) for evidence in met):
        return None
    return make_evidence(reply, span, book.entries[last.match.entry].phrase.text, max(last.value, last.match.conflict))


def _said_whole(book: Book, reply: Reply, fit: Fit) -> Span | None:
    """Where an author's wording of the opposite stands word for word with nothing of weight about it; nothing counts more than that."""
    entry = book.entries[fit.match.entry]
    if entry.owner.part is not Part.DENIAL or fit.match.whole < 1.0:
        return None
    wanted = entry.phrase.run
    for first in range(fit.match.first, fit.match.last):
        words: list[Word] = []
        for last in range(first, len(reply.clauses)):
            words += reply.clauses[last].words
            if len(words) >= len(wanted):
                break
        at = place_of(wanted, [word.stem for word in words])
        rest = [*words[:at], *words[at + len(wanted) :]]
        unmeant = "?" in reply.clauses[last].raw.end_mark or _turned(reply, last)
        if at >= 0 and not unmeant and all(book.lexicon.weight(word) < 1 and word.norm not in _TURNS for word in rest):
            return Span(words[0].start, words[-1].end)
    return None


@lru_cache(maxsize=256)
def often_denies(book: Book, facet: tuple[str, str]) -> bool:
    """Whether many phrases of a (point, facet) say that something is not so. A memo only."""
    owner = Owner(Part.FACET, *facet)
    denying = [entry.phrase.denies for entry in book.entries if entry.owner == owner]
    return sum(denying) >= len(denying) * _MANY


def _better_explained(book: Book, denial: Fit, ordered: Sequence[Fit]) -> bool:
    """A phrase that meets the point accounts for the same words and more: `the patches failed` is no `we can patch it`."""
    return any(
        fit.value >= MET and denial.match.places < fit.match.places and book.entries[fit.match.entry].owner.part is Part.FACET
        for fit in ordered
    )


def _is_denial(book: Book, reply: Reply, fit: Fit) -> bool:
    """One clause, said outright in the phrase's own words or with its stance; an assent beside it may help, alone it accuses nobody."""
    owner, phrase = book.entries[fit.match.entry].owner, book.entries[fit.match.entry].phrase
    if fit.value < _DENIES if owner.part is Part.DENIAL else fit.match.conflict < 0.5:
        return False
    places = {clause for clause, _ in fit.match.places}
    said = [reply.clauses[clause] for clause in places]
    own = [clause for clause in said if not (clause.borrowed or clause.bare_assent)]
    # `would you ship it?` may ask for something; neither that nor what only follows denies anything
    asks = any("?" in clause.raw.end_mark or _only_follows(phrase, clause) for clause in said)
    if asks or len(own) != 1 or not all(clause.asserted for clause in said) or any(_turned(reply, clause) for clause in places):
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


def _only_follows(phrase: Phrase, clause: Clause) -> bool:
    """`A quick patch would go out untested` tells what would come of something; it is no plan of ours to `ship it without testing`."""
    norms = [word.norm for word in clause.words]
    if "would" not in norms or not _OURS.isdisjoint(norms[: norms.index("would")]):
        return False
    wanted = [word.norm for word in words_of(phrase.text) if not word.is_mark]
    return not _OURS.isdisjoint(wanted) and "would" not in wanted and "accept" not in clause.names


def _turned(reply: Reply, at: int) -> bool:
    """`We could ship it, but ...`, `a warning would be fine if ...`: only thought of, and turned by what follows."""
    if only_thought_of(reply.clauses, at):
        return True
    if at + 1 == len(reply.clauses):
        return False
    held, after = {word.norm for word in reply.clauses[at].words}, reply.clauses[at + 1].raw
    return (after.contrast and not held.isdisjoint(_POSSIBLE)) or (after.conditional and not after.new_sentence and "would" in held)


def _spoken(phrase: Phrase, clauses: Iterable[Clause]) -> float:
    """0..1 share of all the phrase's words, the lightest too, that the clauses hold as they are."""
    held = {word.stem for clause in clauses for word in clause.words}
    return sum(stem in held for stem in phrase.stems) / max(1, len(phrase.stems))
