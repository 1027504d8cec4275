"""Meanings: some six hundred messages that people get across in work meetings, and how likely words say each of them.

A clause and a phrase are compared by the meanings both suggest, as explicit semantic analysis compares texts by the articles they
suggest (Gabrilovich and Markovitch 2007). The model is a net of one hidden layer over two inputs: keys met in the wordings (words, word
pairs, groups, acts), and the mean of general word vectors, which knows words that no wording holds. It is learnt by
`scripts/learn_meanings.py` from the wordings in `data/meanings/`; where the word vectors come from: decision 0086.
Owns the model's files and its arithmetic. Must never see a scenario.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from trainer.matching.parse import Clause

_LINE_LEFT = 0.6
"""What is left of a key's pull when the role's line holds it."""
DENIED = "~"
"""Behind a key whose word is denied."""
_NUMBER = "#number"
_HOLLOW = "manner."

Table: TypeAlias = NDArray[np.float64]
"""Rows are texts, columns meanings."""


@dataclass(frozen=True, eq=False)
class Codes:
    """A short row of whole numbers for each of many names, and how rare each is."""

    place: Mapping[str, int]
    rows: NDArray[np.int8]
    scale: NDArray[np.float32]
    """What one step of a row's numbers is worth."""
    rarity: NDArray[np.float32]

    def summed(self, names: Iterable[tuple[str, float]]) -> tuple[Table, float]:
        """The rows of the names known, each times its weight and rarity, added up; and the sum of their squared rarities."""
        known = [(self.place[name], weight) for name, weight in names if name in self.place]
        at = np.array([place for place, _ in known], dtype=np.intp)
        rarity = self.rarity[at].astype(np.float64)
        weights = rarity * self.scale[at] * np.array([weight for _, weight in known], dtype=np.float64)
        return weights @ self.rows[at].astype(np.float64), float((rarity**2).sum())


@dataclass(frozen=True, eq=False)
class Sense:
    """What stretches of text say: the hidden layer, and the meanings it suggests. A row a stretch."""

    hidden: Table
    """Of length 1, or zeros."""
    shares: Table
    """How likely it says each meaning; a row adds up to 1, or is zeros where nothing is known."""
    words: Table
    """The mean word vector, of length 1, or zeros."""


@dataclass(frozen=True, eq=False)
class Meanings:
    """The learnt model. Compared by identity."""

    ids: tuple[str, ...]
    says: tuple[str, ...]
    """What each meaning says, for people: `says it cannot be predicted who is hit`."""
    contrary: NDArray[np.bool_]
    """Square: whether two meanings say the opposite."""
    hollow: Table
    """1 for a meaning that is no answer: how people talk who say nothing."""
    keys: Codes
    words: Codes
    """General word vectors, by stem."""
    from_keys: Table
    from_words: Table
    hidden_bias: Table
    out: Table
    out_bias: Table

    def sense(self, clauses: Sequence[Set[str]], runs: Sequence[tuple[int, int]], line: Set[str] = frozenset()) -> Sense:
        """What each run of clauses (first, one past the last) says.

        `clauses` are keys as `meaning_keys` gives them. Keys of the role's line pull less.
        """
        if not runs:
            return Sense(*(np.zeros((0, width)) for width in (len(self.hidden_bias), len(self.out_bias), len(self.from_words))))
        coded = [self.keys.summed((key, _LINE_LEFT if key in line else 1.0) for key in sorted(keys)) for keys in clauses]
        worded = [self._worded(keys) for keys in clauses]
        squares = np.array([sum(coded[at][1] for at in range(first, last)) for first, last in runs])[:, None]
        sums = np.stack([np.sum([coded[at][0] for at in range(first, last)], axis=0) for first, last in runs])
        vectors = of_length_one(np.stack([np.sum([worded[at] for at in range(first, last)], axis=0) for first, last in runs]))
        inner = sums / np.sqrt(np.maximum(squares, 1.0)) @ self.from_keys + vectors @ self.from_words + self.hidden_bias
        known = (squares > 0) | vectors.any(axis=1, keepdims=True)
        hidden = np.maximum(inner, 0.0) * known
        scores = hidden @ self.out + self.out_bias
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return Sense(of_length_one(hidden), powers / powers.sum(axis=1, keepdims=True) * known, vectors)

    def vector(self, clauses: Sequence[Set[str]]) -> Table:
        """The mean word vector of each clause, of length 1; a row of zeros where no word is known."""
        return of_length_one(np.stack([self._worded(keys) for keys in clauses]))

    def _worded(self, keys: Set[str]) -> Table:
        return self.words.summed((word, 1.0) for word in stems_of(keys))[0]

    def pull_of(self, key: str) -> Table:
        """What one key pulls the hidden layer towards; zeros for a key never met."""
        coded, _ = self.keys.summed([(key, 1.0)])
        worded, _ = self.words.summed([(key.removesuffix(DENIED), 1.0)])
        pull: Table = coded @ self.from_keys + worded @ self.from_words
        return pull

    def rarity_of(self, word: str) -> float:
        """How rare a word is among the wordings; 0 for one never met."""
        place = self.words.place.get(word)
        return float(self.words.rarity[place]) if place is not None else 0.0


def stems_of(keys: Iterable[str]) -> list[str]:
    """The plain words among keys, in order."""
    return sorted(word for key in keys if (word := key.removesuffix(DENIED)).isalpha())


def of_length_one(rows: Table) -> Table:
    """Each row divided by its length; a row of zeros stays one."""
    lengths = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    scaled: Table = rows / np.maximum(lengths, 1e-9)
    return scaled


def meaning_keys(clause: Clause) -> frozenset[str]:
    """What a clause holds that may suggest a meaning: words, neighbouring words, groups, acts, kinds of quantities."""
    return frozenset(_keys(clause))


def _keys(clause: Clause) -> Iterable[str]:
    stems = [word.stem if any(map(str.isalpha, word.stem)) else _NUMBER for word in clause.words]
    for stem, polarity in zip(stems, clause.polarity, strict=True):
        yield stem + DENIED if polarity < 0 else stem
    for first, second in zip(["^", *stems], stems, strict=False):
        yield f"{first}_{second}"
    for term in clause.terms:
        if term.key[0] == "@" and term.credit == 1.0:
            yield term.key + DENIED if term.polarity < 0 else term.key
    for act in clause.acts:
        yield f"!{act.act}"
    for quantity in clause.quantities:
        denied = clause.polarity[quantity.first] < 0
        yield f"#{quantity.kind}:{quantity.use}{DENIED if denied else ''}"


@lru_cache(maxsize=1)
def shared_meanings() -> Meanings:
    """The model that ships with the product."""
    folder = resources.files("trainer.matching").joinpath("data")
    named = json.loads(folder.joinpath("meanings.json").read_text(encoding="utf-8"))
    with folder.joinpath("meanings.npz").open("rb") as model, folder.joinpath("words.npz").open("rb") as words:
        return assembled(named, dict(np.load(model)), dict(np.load(words)))


def assembled(named: Mapping[str, object], model: Mapping[str, NDArray[np.generic]], words: Mapping[str, NDArray[np.generic]]) -> Meanings:
    """The model as `scripts/learn_meanings.py` writes it: what it names, its numbers, and the word vectors it was learnt with."""
    meanings, opposites = named["meanings"], named["opposites"]
    if not isinstance(meanings, list) or not isinstance(opposites, list):
        raise TypeError("meanings and opposites are lists")
    contrary = np.zeros((len(meanings), len(meanings)), dtype=np.bool_)
    for left, right in opposites:
        contrary[left, right] = contrary[right, left] = True
    return Meanings(
        ids=tuple(name for name, _ in meanings),
        says=tuple(says for _, says in meanings),
        contrary=contrary,
        hollow=np.array([name.startswith(_HOLLOW) for name, _ in meanings], dtype=np.float64),
        keys=_codes(model["keys"], model["key_rows"], model["key_scale"], model["key_rarity"]),
        words=_codes(words["stems"], words["rows"], words["scale"], model["word_rarity"]),
        from_keys=model["from_keys"].astype(np.float64),
        from_words=model["from_words"].astype(np.float64),
        hidden_bias=model["hidden_bias"].astype(np.float64),
        out=model["out"].astype(np.float64),
        out_bias=model["out_bias"].astype(np.float64),
    )


def _codes(names: NDArray[np.generic], rows: NDArray[np.generic], scale: NDArray[np.generic], rarity: NDArray[np.generic]) -> Codes:
    """`names` are bytes: one a line."""
    listed = names.tobytes().decode().split("\n")
    return Codes({name: at for at, name in enumerate(listed)}, rows.astype(np.int8), scale.astype(np.float32), rarity.astype(np.float32))
