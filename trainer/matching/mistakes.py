"""Mistakes heard and mistakes taken back.

Owns when a mistake is sure. A false accusation is worse than a missed one: anything asked, supposed, granted before a `but`,
denied, or refused in the same reply is not sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trainer.matching.book import Book, Owner, Part
from trainer.matching.fitting import Fit, evidence_of, explained, verbatim
from trainer.matching.lexicon import SAME
from trainer.matching.parse import Clause, Term
from trainer.matching.phrases import Phrase, heart_of
from trainer.matching.polarity import PLAIN
from trainer.matching.reading import FlagHit, MistakeHit
from trainer.matching.reply import Reply, is_bound, only_thought_of
from trainer.text.values import Flag
from trainer.text.words import bag, words_of

_SURE, _HEARD, _REPAIRED = 0.8, 0.66, 0.65
_EXACT = 0.5
"""Share of the phrase's content words that must be said as they are, unless an act is shared."""
_EXPLAINED = 0.5
"""Share of the clause's own content the phrase must account for."""
_BY_MANNER = 0.85
"""How clear a move is at most that its manner alone tells: enough to ask about it anywhere, held against nobody who was not asked."""
_OF_IT = 0.6
"""Share of a clause's own content words that must be about the move."""
_DENIALS = bag("not never no nothing without")
_OUTRIGHT = 0.85
"""Share of a match that must be asserted without any negation about."""


def mistakes_of(book: Book, reply: Reply, ordered: Sequence[Fit], flags: Sequence[FlagHit]) -> tuple[MistakeHit, ...]:
    """Each mistake once, by its phrases or by its flag."""
    found: dict[str, MistakeHit] = {}
    for fit in ordered:
        owner = book.entries[fit.match.entry].owner
        if owner.part is not Part.DETECT or fit.value < _HEARD or owner.id in found or not _stated(book, reply, fit):
            continue
        clear = fit.match.whole >= 1.0 and (fit.match.exact >= _EXACT or _stance(fit)) and explained(reply, fit.match) >= _EXPLAINED
        if not clear and not verbatim(book, reply, fit):
            continue
        sure = fit.value >= _SURE and fit.match.sure >= _OUTRIGHT and not (_taken_back(reply, fit) or _asks(reply, fit))
        found[owner.id] = MistakeHit(owner.id, sure, evidence_of(book, reply, fit))
    listened = set(reply.heard.listens_for)
    for mistake in book.mistakes.values():
        flag = next((flag for flag in flags if flag.flag is mistake.flag and flag.sure), None)
        known = found.get(mistake.id)
        if flag is None or (known is not None and known.sure):
            continue
        if listened.intersection(mistake.contradicts):
            found[mistake.id] = MistakeHit(mistake.id, True, flag.evidence)
        elif mistake.contradicts and _names_it(book, reply, mistake.id, flag):
            evidence = replace(flag.evidence, similarity=min(flag.evidence.similarity, _BY_MANNER))
            found[mistake.id] = MistakeHit(mistake.id, True, evidence)
    return tuple(found[mistake] for mistake in book.mistakes if mistake in found)


def _names_it(book: Book, reply: Reply, mistake: str, flag: FlagHit) -> bool:
    """The clauses that raised the flag speak of what most wordings of the move speak of, and of little else.

    `A warning could do` names it, `a notice on the status page` speaks of something else, and `let's do that` names nothing. What is
    done besides is no part of it.
    """
    phrases = [entry.phrase for entry in book.entries if entry.owner == Owner(Part.DETECT, mistake)]
    heart, known = (
        heart_of(phrases),
        {accept.key for phrase in phrases for token in phrase.tokens for accept in token.accepts if accept.credit >= SAME},
    )
    span = flag.evidence.span
    said = [term for clause in reply.clauses if clause.span.overlaps(span) for term in _first_deed(clause)]
    places = {term.place for term in said if term.key[0] not in "@!"}
    named = {term.place for term in said if term.key in known}
    return any(term.key in heart and term.polarity == PLAIN for term in said) and len(named & places) >= _OF_IT * len(places)


def _first_deed(clause: Clause) -> Iterator[Term]:
    """What it says in content words before an `and` leads to another deed: `let's ship it` of `let's ship it and fix it after`."""
    norms = [word.norm for word in clause.words]
    end = norms.index("and") if "and" in norms else len(norms)
    held = [term for term in clause.terms if term.weight == 1.0 and term.credit == 1.0]
    first = [term for term in held if term.place < end]
    yield from first if any(term.key[0] not in "@!" for term in first) else held


def with_mistakes(book: Book, flags: Sequence[FlagHit], mistakes: Sequence[MistakeHit]) -> tuple[FlagHit, ...]:
    """Flags, and those of mistakes heard for sure: an author's wording of a move carries its manner."""
    told = {hit.flag for hit in flags if hit.sure}
    added: dict[Flag, FlagHit] = {}
    for hit in mistakes:
        flag = book.mistakes[hit.mistake].flag
        if flag is not None and flag not in told and hit.sure:
            added.setdefault(flag, FlagHit(flag, True, hit.evidence))
    return (*(hit for hit in flags if hit.flag not in added), *added.values())


def _stated(book: Book, reply: Reply, fit: Fit) -> bool:
    clauses = [reply.clauses[clause] for clause, _ in fit.match.places]
    if all(clause.borrowed for clause in clauses):
        return False
    phrase = book.entries[fit.match.entry].phrase
    supposed = any(not clause.asserted for clause in clauses) or any(only_thought_of(reply.clauses, at) for at, _ in fit.match.places)
    if supposed or fit.match.conflict > 0 or _denies_more(clauses, phrase):
        return False
    if sum(token.counts for token in phrase.tokens) < 2 and not verbatim(book, reply, fit):
        return False
    return "refuse" in phrase.acts or not any("refuse" in clause.names for clause in (*clauses, *_leading_in(reply, fit)))


def _denies_more(clauses: Sequence[Clause], phrase: Phrase) -> bool:
    """A denial the phrase does not hold, wherever in the clause: `releasing it with a notice is not something I back`."""
    own = {word.norm for word in words_of(phrase.text)}
    return any(word.norm in _DENIALS and word.norm not in own for clause in clauses for word in clause.words)


def _leading_in(reply: Reply, fit: Fit) -> list[Clause]:
    """The clause before, in the same breath: `no, ...`."""
    first = min(clause for clause, _ in fit.match.places)
    return [reply.clauses[first - 1]] if first and not reply.clauses[first].raw.new_sentence else []


def _stance(fit: Fit) -> bool:
    """The phrase agrees or commits, and so does the clause."""
    return bool(fit.match.acts & {"accept", "request"})


def _asks(reply: Reply, fit: Fit) -> bool:
    """`Would you ship it with a warning?` may well be a request; it is no move that is held against anybody without asking."""
    return any("?" in reply.clauses[clause].raw.end_mark for clause, _ in fit.match.places)


def _taken_back(reply: Reply, fit: Fit) -> bool:
    """Refused, turned or bound to a condition by what follows, or put as one way among others."""
    last = max(clause for clause, _ in fit.match.places)
    turned = any("refuse" in clause.names or clause.raw.contrast or clause.raw.conditional for clause in reply.clauses[last + 1 :])
    return turned or is_bound(reply.clauses, last)


def repairs_of(book: Book, reply: Reply, ordered: Sequence[Fit]) -> tuple[str, ...]:
    """Mistakes that a repair phrase takes back."""
    said = {book.entries[fit.match.entry].owner.id for fit in ordered if _takes_back(book, reply, fit)}
    return tuple(mistake for mistake in book.mistakes if mistake in said)


def _takes_back(book: Book, reply: Reply, fit: Fit) -> bool:
    entry = book.entries[fit.match.entry]
    if entry.owner.part is not Part.REPAIR or fit.value < _REPAIRED or fit.match.conflict > 0:
        return False
    if "refuse" in entry.phrase.acts:
        return "refuse" in fit.match.acts and fit.match.whole >= 0.5
    return verbatim(book, reply, fit) or (entry.phrase.content >= 2 and fit.match.whole >= 1.0 and fit.match.exact >= _EXACT)
