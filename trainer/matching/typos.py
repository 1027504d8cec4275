"""Mending of typos: one slip in a long word still names that word.

Owns nothing but the lookup (deletion neighbours, after Garbe's SymSpell, verified with rapidfuzz). Must never touch a word it knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from rapidfuzz.distance import OSA

from trainer.text.words import bag

MIN_LENGTH = 6
"""A slip in a shorter word makes another word too often."""


_CONTRACTED = bag("doesnt didnt arent wasnt werent wouldnt couldnt shouldnt hasnt havent hadnt mustnt cannot")


@dataclass(frozen=True)
class Mender:
    """Words known, and the neighbours one letter away."""

    known: frozenset[str]
    neighbours: tuple[Mapping[str, Sequence[str]], ...]
    """Of the shared words, and of the scenario's own."""
    preferred: frozenset[str]
    """The scenario's own words: of two words one letter away they are the likelier."""

    def mend(self, word: str) -> str:
        """The known word one slip (insert, drop, swap, replace) away, or the word itself.

        Nobody leaves out the first letter or hits another: `sleep` is no slip for `asleep`.
        """
        if len(word) < MIN_LENGTH - 1 or word in self.known or not word.isalpha():
            return word
        best: str | None = None
        for near in (word, *_without_one(word)):
            for candidate in chain.from_iterable(found.get(near, ()) for found in self.neighbours):
                closer = best is None or self._rank(word, candidate) < self._rank(word, best)
                if closer and candidate[0] in word[:2] and OSA.distance(word, candidate, score_cutoff=1) == 1:
                    best = candidate
        return best or word

    def _rank(self, word: str, candidate: str) -> tuple[bool, bool, int, str]:
        return candidate not in self.preferred, word[0] != candidate[0], abs(len(word) - len(candidate)), candidate


def make_mender(words: Iterable[str], preferred: Iterable[str]) -> Mender:
    """A mender for these words, preferred ones first."""
    own, shared = frozenset(preferred), frozenset(words) | _CONTRACTED
    return Mender(shared | own, (_neighbours_of_shared(shared), _neighbours(own - shared)), own)


@lru_cache(maxsize=4)
def _neighbours_of_shared(words: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """A memo: thousands of words, the same for every scenario without synonyms of its own."""
    return _neighbours(words)


def _neighbours(words: Iterable[str]) -> Mapping[str, Sequence[str]]:
    neighbours: dict[str, list[str]] = {}
    for word in words:
        if len(word) >= MIN_LENGTH and word.isalpha():
            for near in {word, *_without_one(word)}:
                neighbours.setdefault(near, []).append(word)
    return neighbours


def _without_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))
