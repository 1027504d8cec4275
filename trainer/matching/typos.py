"""Mending of typos: one slip in a long word still names that word.

Owns nothing but the lookup (deletion neighbours, after Garbe's SymSpell, verified with rapidfuzz). Must never touch a word it knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from trainer.text.words import bag

MIN_LENGTH = 6
"""A slip in a shorter word makes another word too often."""


_CONTRACTED = bag("doesnt didnt arent wasnt werent wouldnt couldnt shouldnt hasnt havent hadnt mustnt cannot")


@dataclass(frozen=True)
class Mender:
    """Words known, and the neighbours one letter away."""

    known: frozenset[str]
    neighbours: Mapping[str, tuple[str, ...]]
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
            for candidate in self.neighbours.get(near, ()):
                closer = best is None or self._rank(word, candidate) < self._rank(word, best)
                if closer and candidate[0] in word[:2] and OSA.distance(word, candidate, score_cutoff=1) == 1:
                    best = candidate
        return best or word

    def _rank(self, word: str, candidate: str) -> tuple[bool, bool, int, str]:
        return candidate not in self.preferred, word[0] != candidate[0], abs(len(word) - len(candidate)), candidate


def make_mender(words: Iterable[str], preferred: Iterable[str]) -> Mender:
    """A mender for these words, preferred ones first."""
    own = frozenset(preferred)
    known = frozenset(words) | own | _CONTRACTED
    neighbours: dict[str, list[str]] = {}
    for word in sorted(known):
        if len(word) >= MIN_LENGTH and word.isalpha():
            for near in {word, *_without_one(word)}:
                neighbours.setdefault(near, []).append(word)
    return Mender(known, {near: tuple(found) for near, found in neighbours.items()}, own)


def _without_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))
