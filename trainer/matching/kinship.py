"""How much of a phrase the words of a reply account for, word by word, by how alike words are in what they suggest.

Two words are kin when they pull towards the same meanings: `cash` and `money`, `halt` and `stop`. What the words together say is
compared in `likeness.py`; here it is things and their names. Must never decide a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from trainer.matching.book import Book, Part
from trainer.matching.lexicon import Lexicon
from trainer.matching.likeness import Stretches
from trainer.matching.meanings import DENIED, Table, of_length_one, shared_meanings
from trainer.matching.parse import Clause
from trainer.matching.reply import Reply

_KIN = 0.4
"""Likeness below which two words have nothing to do with each other."""
_DENIED_LEFT = 0.4
"""What is left of the likeness of two words of which one is denied."""
_UNKNOWN = 8.0
"""Rarity of a word the meanings do not know."""


@dataclass(frozen=True, eq=False)
class _Phrases:
    """The phrases of the facets listened for, word by word."""

    facets: tuple[tuple[str, str], ...]
    facet_of: NDArray[np.intp]
    """Place in `facets` of each phrase."""
    words: dict[str, int]
    """Word -> its row."""
    pulls: Table
    places: NDArray[np.intp]
    """Rows of all phrases' words, phrase by phrase."""
    starts: NDArray[np.intp]
    """Where each phrase begins in `places`."""
    weights: Table
    """Of each word in its phrase; a phrase's add up to 1."""


def kinships(book: Book, reply: Reply, stretches: Stretches, points: tuple[str, ...]) -> dict[tuple[str, str], float]:
    """For each facet of these points (all, when none are named) 0..1: the share of its best explained phrase some stretch accounts for."""
    phrases = _phrases(book, points)
    clauses = [weighed(clause, book.lexicon) for clause in reply.clauses]
    said = sorted({word for clause in clauses for word in clause})
    if not said or not stretches.runs or not len(phrases.places):
        return dict.fromkeys(phrases.facets, 0.0)
    kin = _pulls(said) @ phrases.pulls.T
    kin = np.where(kin >= _KIN, kin, 0.0)
    denied = np.array([word.endswith(DENIED) for word in said])[:, None] != np.array([word.endswith(DENIED) for word in phrases.words])
    kin[denied] *= _DENIED_LEFT
    for row, word in enumerate(said):
        if word in phrases.words:
            kin[row, phrases.words[word]] = 1.0
    row_of = {word: row for row, word in enumerate(said)}
    best = np.zeros(len(phrases.facets))
    for first, last in stretches.runs:
        rows = [row_of[word] for clause in clauses[first:last] for word in clause]
        if rows:
            found = kin[rows].max(axis=0)[phrases.places] * phrases.weights
            np.maximum.at(best, phrases.facet_of, np.add.reduceat(found, phrases.starts))
    return {facet: round(float(share), 6) for facet, share in zip(phrases.facets, best, strict=True)}


def weighed(clause: Clause, lexicon: Lexicon) -> dict[str, float]:
    """The words of a clause that carry weight, denied ones marked."""
    return {
        word.stem + (DENIED if polarity < 0 else ""): weight
        for word, polarity in zip(clause.words, clause.polarity, strict=True)
        if (weight := lexicon.weight(word)) > 0
    }


def _pulls(words: Sequence[str]) -> Table:
    """What each word pulls towards, of length 1."""
    return np.stack([_pull(word) for word in words])


@lru_cache(maxsize=4096)
def _pull(word: str) -> Table:
    """A memo only: the same words come again and again."""
    found: Table = of_length_one(shared_meanings().pull_of(word)[None])[0]
    return found


@lru_cache(maxsize=96)
def _phrases(book: Book, listens_for: tuple[str, ...]) -> _Phrases:
    """A memo only: the same points are looked at in many replies. Few are kept: a dozen moments, each megabytes, and some dozen points."""
    facets: dict[tuple[str, str], int] = {}
    facet_of: list[int] = []
    found: list[dict[str, float]] = []
    for entry in book.entries:
        heard = entry.owner.part is Part.FACET and (not listens_for or entry.owner.id in listens_for)
        words = _words(entry.phrase.clauses, book.lexicon) if heard else {}
        if words:
            facet_of.append(facets.setdefault((entry.owner.id, entry.owner.facet), len(facets)))
            found.append(words)
    names = sorted({word for words in found for word in words})
    row_of = {word: row for row, word in enumerate(names)}
    sizes = [len(words) for words in found]
    shares = [weight / sum(words.values()) for words in found for weight in words.values()]
    return _Phrases(
        facets=tuple(facets),
        facet_of=np.array(facet_of, dtype=np.intp),
        words=row_of,
        pulls=_pulls(names) if names else np.zeros((0, len(shared_meanings().hidden_bias))),
        places=np.array([row_of[word] for words in found for word in words], dtype=np.intp),
        starts=np.cumsum([0, *sizes[:-1]]) if sizes else np.zeros(0, dtype=np.intp),
        weights=np.array(shares, dtype=np.float64),
    )


def _words(clauses: Iterable[Clause], lexicon: Lexicon) -> dict[str, float]:
    """Each word with its weight times its rarity."""
    model = shared_meanings()
    return {
        word: weight * (model.rarity_of(word.removesuffix(DENIED)) or _UNKNOWN)
        for clause in clauses
        for word, weight in weighed(clause, lexicon).items()
    }
