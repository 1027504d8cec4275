"""A text as the reader sees it: clauses with words, denial, acts, quantities and the keys they can be found under.

Owns the step from raw text to `Clause`; replies, phrases and role's lines all go through it. Must never compare two texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from trainer.matching.acts import ActHit, acts_of
from trainer.matching.clauses import RawClause, split_clauses
from trainer.matching.lexicon import Lexicon
from trainer.matching.polarity import PLAIN, WEAK, polarity_of, prefix_base, turns
from trainer.matching.typos import Mender
from trainer.text.quantities import Quantity, Use, quantities_of
from trainer.text.values import Kind, Span
from trainer.text.words import Word, bag, opened, stem, words_of

_SUBORDINATE = bag("when whenever while if unless once")
_BRIEF = 7200
"""Seconds up to which a time is short for a repair."""


@dataclass(frozen=True, slots=True)
class Term:
    """Something a clause holds that a phrase may ask for."""

    key: str
    """A stem, `@head` for a group, `!act` for an act."""
    polarity: int
    place: int
    """Index of its (first) word in the clause."""
    weight: float
    """0..1; that of its word, 1 for idioms and acts."""
    credit: float = 1.0


@dataclass(frozen=True)
class Clause:
    """One clause, read."""

    words: tuple[Word, ...]
    polarity: tuple[int, ...]
    terms: tuple[Term, ...]
    idioms: tuple[tuple[int, int, str], ...]
    """First word, one past the last, and head of each idiom of several words."""
    acts: tuple[ActHit, ...]
    quantities: tuple[Quantity, ...]
    raw: RawClause
    conceded: bool = False
    """Said only to be turned by the contrast that follows: `I know you want X, but`."""

    turned: bool = False
    """Denied as a whole: `I don't think that ...`."""

    turned_far: bool = False
    """In a sentence denied to its end: `it is not true that ...`."""

    hangs: bool = False
    """Hangs on a clause denied as a whole: `..., when this`."""

    borrowed: bool = False
    """A bare yes that takes over what was asked: nobody may be accused by it."""

    @cached_property
    def span(self) -> Span:
        """From its first to its last word."""
        return Span(self.words[0].start, self.words[-1].end)

    @cached_property
    def text(self) -> str:
        """Its normal words, one space between."""
        return " ".join(word.norm for word in self.words)

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of its acts."""
        return frozenset(act.act for act in self.acts)

    @cached_property
    def bare_assent(self) -> bool:
        """`All right`, `fine` and nothing else."""
        accepted = {place for act in self.acts if act.act == "accept" for place in range(act.first, act.last)}
        return bool(accepted) and len(self.words) <= 3 and accepted >= {term.place for term in self.terms if term.weight == 1.0}

    @cached_property
    def question(self) -> bool:
        """Asked, and not a polite request."""
        return "?" in self.raw.end_mark and "request" not in self.names

    @cached_property
    def asserted(self) -> bool:
        """Stated as so: neither asked nor supposed nor quoted nor conceded."""
        return not (self.question or self.raw.conditional or self.raw.quoted or self.conceded)


def parse(text: str, lexicon: Lexicon, mender: Mender | None = None) -> tuple[Clause, ...]:
    """Clauses of a text in order; empty when it holds no word."""
    words = words_of(text)
    if mender is not None:
        words = tuple(mended for word in words for mended in _mended(word, mender))
    return _with_concessions(_with_turned([_clause(raw, lexicon) for raw in split_clauses(words)]))


def _mended(word: Word, mender: Mender) -> tuple[Word, ...]:
    if word.is_mark or not word.norm.isalpha():
        return (word,)
    mended = mender.mend(word.norm)
    return (word,) if mended == word.norm else tuple(Word(word.start, word.end, norm, stem(norm)) for norm in opened(mended))


def _clause(raw: RawClause, lexicon: Lexicon) -> Clause:
    words = raw.words
    polarity = polarity_of(words, lexicon)
    acts = acts_of(words, polarity)
    idioms = _idioms(words, lexicon)
    quantities = quantities_of(words)
    if raw.conditional:
        polarity = (WEAK,) * len(words)
    terms = [*_word_terms(words, polarity, lexicon)]
    terms.extend(Term(f"@{head}", polarity[first], first, 1.0) for first, _, head in idioms)
    terms.extend(Term("@quick", polarity[found.first], found.first, 1.0) for found in quantities if _brief(found))
    terms.extend(Term(f"!{act.act}", PLAIN, act.first, 1.0) for act in acts)
    return Clause(words, polarity, tuple(terms), idioms, acts, quantities, raw)


def _brief(quantity: Quantity) -> bool:
    """`In an hour`, `in ten minutes`: as good as quick."""
    return quantity.kind is Kind.DURATION and quantity.use is Use.WITHIN and quantity.high <= _BRIEF


def _word_terms(words: Sequence[Word], polarity: Sequence[int], lexicon: Lexicon) -> list[Term]:
    terms: list[Term] = []
    for place, (word, sign) in enumerate(zip(words, polarity, strict=True)):
        weight = lexicon.weight(word)
        heads = lexicon.heads.get(word.stem, ())
        if not weight and not heads:
            continue
        terms.append(Term(word.stem, sign, place, weight))
        terms.extend(Term(f"@{head}", sign, place, weight) for head in heads)
        base = prefix_base(word.stem, lexicon.bases) if not heads or word.stem.startswith("un") else None
        if base is not None:
            terms.append(Term(base, -sign, place, weight))
            terms.extend(Term(f"@{head}", -sign, place, weight) for head in lexicon.heads.get(base, ()))
    return terms


def _idioms(words: Sequence[Word], lexicon: Lexicon) -> tuple[tuple[int, int, str], ...]:
    stems = [word.stem for word in words]
    present = frozenset(stems)
    found: list[tuple[int, int, str]] = []
    for place, first in enumerate(stems):
        for idiom in lexicon.idioms.get(first, ()):
            end = idiom.end_at(stems, place) if idiom.needed <= present else -1
            if end > 0:
                found.append((place, end, idiom.head))
    return tuple(found)


def _with_turned(clauses: Sequence[Clause]) -> list[Clause]:
    """Marks what a sentence denies as a whole, and what hangs on it."""
    marked: list[Clause] = []
    before = Clause((), (), (), (), (), (), RawClause(()))
    for clause in clauses:
        own, formal = turns(clause.words)
        apart = clause.raw.new_sentence or clause.raw.contrast
        far = formal or (before.turned_far and not apart)
        hangs = not own and (far or ((before.turned or before.hangs) and not apart and clause.words[0].norm in _SUBORDINATE))
        before = replace(clause, turned=own, turned_far=far, hangs=hangs) if own or far or hangs else clause
        marked.append(before)
    return marked


def _with_concessions(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Marks what is only granted: an acknowledging clause, and what hangs on it, before a contrast in the same breath."""
    marked = list(clauses)
    for at, clause in enumerate(clauses):
        if not clause.raw.contrast or clause.words[0].norm not in {"but", "however", "yet"}:
            continue
        start = at - 1
        while start > 0 and not clauses[start].raw.new_sentence and not clauses[start].raw.contrast:
            start -= 1
        if start >= 0 and "acknowledge" in clauses[start].names:
            for place in range(start, at):
                marked[place] = replace(marked[place], conceded=True)
    return tuple(marked)


def keys_of(clauses: Sequence[Clause]) -> Mapping[str, int]:
    """Every key of a text with its polarity, for a role's line."""
    return {term.key: term.polarity for clause in clauses for term in clause.terms}
