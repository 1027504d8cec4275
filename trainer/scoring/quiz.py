"""A quiz over the words of the trade: whether an answer in somebody's own words says what a word means.

Owns what is compared with what, and when an answer counts although, or does not count because, of how it is put. Reads with the reader
of the meetings. Keeps nothing of an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from trainer.matching.book import Book, compile_book
from trainer.matching.lexicon import shared_lexicon
from trainer.matching.question import FacetSpec, Heard, PhraseSource, PointSpec
from trainer.matching.reader import read
from trainer.matching.reading import Evidence, PointReading
from trainer.scenario.models import Term
from trainer.text.values import Verdict
from trainer.text.words import stems_in, words_of

_FEW_WORDS = 5
"""Up to so many words are read by what they say alone; where half a meaning fits them as well as the whole, half it is."""
_LEAST_WORDS = 5
"""Words from which an answer without any little word may be a heap of the right ones."""
_IN_ORDER = 0.6
"""Share of such a heap that has to stand in the order of one wording to be a short answer instead."""
_LIKE_ANOTHER = 1.7
"""Fit (0..2) from which an answer that says nothing of its own word may be said to give the meaning of another."""


class Slip(StrEnum):
    """Why an answer did not count in full, where that can be told."""

    NONE = "none"
    GIVEN_BACK = "given_back"
    """Nothing but the word itself."""
    HEAP = "heap"
    """The right words in a row, nothing said with them."""
    ANOTHER = "another"
    """It says what another word means."""
    TURNED = "turned"
    """It says what the word does not mean."""


@dataclass(frozen=True)
class Answered:
    """What was found in one answer."""

    verdict: Verdict
    """Covered, partly or missing; never contradicted: a quiz accuses nobody."""
    evidence: Evidence | None = None
    """The words that earned the verdict; None for missing."""
    slip: Slip = Slip.NONE
    another: str | None = None
    """The word whose meaning was given, for ANOTHER."""


class _Side(StrEnum):
    """What a wording is for."""

    SAID = "said"
    HALF = "half"
    TURNED = "turned"


@dataclass(frozen=True)
class Quiz:
    """The words of a glossary, ready to be asked."""

    terms: tuple[Term, ...]
    """Each word once, the first of two entries."""
    book: Book


def prepare_quiz(glossary: Sequence[Term]) -> Quiz:
    """The words of a glossary with what means the same; compiling takes a moment, so keep it."""
    terms = tuple({one.term: one for one in reversed(glossary)}[name] for name in dict.fromkeys(one.term for one in glossary))
    points = tuple(_point(at, side, texts) for at, term in enumerate(terms) for side, texts in _wordings(term))
    return Quiz(terms, compile_book(PhraseSource(points)))


def read_answer(quiz: Quiz, term: str, answer: str) -> Answered:
    """What an answer says of the meaning of `term`. Raises KeyError for a word that is not in the quiz."""
    at = _place(quiz, term)
    own = _own_wording(quiz.terms[at], answer)
    if own is not None:
        return own
    if _gives_back(term, answer):
        return Answered(Verdict.MISSING, slip=Slip.GIVEN_BACK)
    listens_for = tuple(_id(at, side) for side in _Side)
    points = read(quiz.book, answer, Heard(line=term, listens_for=listens_for, requires=(_id(at, _Side.SAID),), bears=False)).points
    said, half, turned = (points.get(one, _NOTHING) for one in listens_for)
    heard = [one for one in (said, half, turned) if one.hits]
    if not heard or max(heard, key=_fit) is turned:
        return _missed(quiz, at, answer, _fit(turned) if heard else 0.0)
    too_few = len(_stems(answer)) <= _FEW_WORDS and bool(half.hits) and _fit(half) >= _fit(said)
    if said.verdict is not Verdict.COVERED or _fit(turned) >= _fit(said) or too_few:
        return Answered(Verdict.PARTLY, (said if said.hits and not half.hits else half).hits[0].evidence)
    if _is_heap(quiz.terms[at], answer):
        return Answered(Verdict.PARTLY, said.hits[0].evidence, Slip.HEAP)
    return Answered(Verdict.COVERED, said.hits[0].evidence)


_NOTHING = PointReading(Verdict.MISSING, 0.0)


def _place(quiz: Quiz, term: str) -> int:
    places = {one.term: at for at, one in enumerate(quiz.terms)}
    return places[term]


def _id(at: int, side: _Side) -> str:
    return f"{at}:{side}"


def _point(at: int, side: _Side, texts: tuple[str, ...]) -> PointSpec:
    return PointSpec(_id(at, side), (FacetSpec(side, texts),), need=1)


def _wordings(term: Term) -> Iterator[tuple[_Side, tuple[str, ...]]]:
    """The plain sentence for business people counts as well: whoever can say it that way knows the word."""
    yield _Side.SAID, (term.meaning, term.say_to_business, *term.said_as)
    if term.half_said_as:
        yield _Side.HALF, term.half_said_as
    if term.contradicted_by:
        yield _Side.TURNED, term.contradicted_by


def _own_wording(term: Term, answer: str) -> Answered | None:
    """An answer that is a wording of the author's, word for word, counts as what that wording is for."""
    stems = _stems(answer)
    exact = ((side, text) for side, texts in _wordings(term) for text in texts if stems and stems == _stems(text))
    for side, text in exact:
        if side is _Side.TURNED:
            return Answered(Verdict.MISSING, slip=Slip.TURNED)
        return Answered(Verdict.COVERED if side is _Side.SAID else Verdict.PARTLY, Evidence(0, len(answer), answer, text, 1.0))
    return None


def _fit(reading: PointReading) -> float:
    """0..2: how surely it is heard, and how close the words are."""
    return reading.score + max((hit.evidence.similarity for hit in reading.hits), default=0.0)


def _missed(quiz: Quiz, at: int, answer: str, turned: float) -> Answered:
    """Not what the word means; perhaps what another one does. `turned`: how well it fits what the word does not mean."""
    others = {_id(place, _Side.SAID): one.term for place, one in enumerate(quiz.terms) if place != at}
    points = read(quiz.book, answer, Heard(listens_for=tuple(others), bears=False)).points if others else {}
    fits = {name: _fit(points[name]) for name in others if points[name].verdict is Verdict.COVERED}
    best = max(fits, key=lambda name: fits[name], default=None)
    if best is not None and fits[best] >= max(turned, _LIKE_ANOTHER):
        return Answered(Verdict.MISSING, slip=Slip.ANOTHER, another=others[best])
    return Answered(Verdict.MISSING, slip=Slip.TURNED if turned else Slip.NONE)


def _gives_back(term: str, answer: str) -> bool:
    """Whether the answer holds content and all of it is the word itself: `a flag for a feature`."""
    own = set(_content(term))
    said = _content(answer)
    return bool(said) and own.issuperset(said)


def _is_heap(term: Term, answer: str) -> bool:
    """Whether it is words in a row: no little word between them, and not in the order of any wording."""
    stems = _stems(answer)
    if len(stems) < _LEAST_WORDS or len(_content(answer)) < len(stems):
        return False
    known = (_stems(text) for _, texts in _wordings(term) for text in texts)
    return all(_in_order(stems, wording) < _IN_ORDER * len(stems) for wording in known)


def _stems(text: str) -> list[str]:
    return list(stems_in(text))


def _content(text: str) -> list[str]:
    """Stems of the words that mean something by themselves."""
    lexicon = shared_lexicon()
    return [word.stem for word in words_of(text) if not word.is_mark and lexicon.weight(word) > 0]


def _in_order(words: Sequence[str], wording: Sequence[str]) -> int:
    """How many of the words stand in the wording, in the same order (longest common subsequence)."""
    row = [0] * (len(wording) + 1)
    for word in words:
        above = row
        row = [0]
        for at, other in enumerate(wording, start=1):
            row.append(above[at - 1] + 1 if word == other else max(above[at], row[-1]))
    return row[-1]
