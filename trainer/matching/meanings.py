"""Meanings: some six hundred messages that people get across in work meetings, and how likely words say each of them.

A clause and a phrase are compared by the meanings both suggest, as explicit semantic analysis compares texts by the articles they
suggest (Gabrilovich and Markovitch 2007). The weights in `data/meanings.json` are a softmax regression over words, word pairs, groups and
acts, learnt by `scripts/learn_meanings.py` from the wordings in `data/meanings/`.
Owns the model's file and its arithmetic. Must never see a scenario.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from trainer.matching.parse import Clause

SCALE = 10.0
"""Weights are stored as whole numbers of this fraction."""
_LINE_LEFT = 0.6
"""What is left of a key's pull when the role's line holds it."""
DENIED = "~"
"""Behind a key whose word is denied."""
_NUMBER = "#number"
_HOLLOW = "manner."

Table: TypeAlias = NDArray[np.float64]
"""Rows are texts, columns meanings."""


@dataclass(frozen=True, slots=True)
class Pull:
    """What one key does to the meanings."""

    rarity: float
    meanings: NDArray[np.intp]
    weights: Table


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
    bias: Table
    packed: Mapping[str, Sequence[int | Sequence[int]]]
    """Key -> rarity, meanings and weights, the numbers times `SCALE`; made arrays when first met, most keys never are."""
    _met: dict[str, Pull] = field(default_factory=dict)
    """A memo only."""

    def shares(self, clauses: Sequence[Set[str]], runs: Sequence[tuple[int, int]], line: Set[str] = frozenset()) -> Table:
        """For each run of clauses (first, one past the last) how likely it says each meaning; a row adds up to 1.

        `clauses` are keys as `meaning_keys` gives them. Keys of the role's line pull less. Without a key ever met, a row of zeros.
        """
        if not runs:
            return np.zeros((0, len(self.bias)))
        sums = [self._sum(keys, line) for keys in clauses]
        scores = np.stack([np.sum([sums[at][0] for at in range(first, last)], axis=0) for first, last in runs])
        squares = np.array([sum(sums[at][1] for at in range(first, last)) for first, last in runs])[:, None]
        scores = self.bias + scores / np.sqrt(np.maximum(squares, 1.0))
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares: Table = powers / powers.sum(axis=1, keepdims=True) * (squares > 0)
        return shares

    def _sum(self, keys: Set[str], line: Set[str]) -> tuple[Table, float]:
        """Pulls of all keys together, and the sum of their squared rarities."""
        known = [(key, pull) for key in sorted(keys) if (pull := self._pull(key)) is not None]
        if not known:
            return np.zeros(len(self.bias)), 0.0
        places = np.concatenate([pull.meanings for _, pull in known])
        weights = np.concatenate([pull.weights * (pull.rarity * (_LINE_LEFT if key in line else 1.0)) for key, pull in known])
        totals: Table = np.bincount(places, weights, len(self.bias)).astype(np.float64)
        return totals, sum((pull.rarity**2 for _, pull in known), 0.0)

    def pull_of(self, key: str) -> Table:
        """What one key pulls towards; zeros for a key never met."""
        pulls = np.zeros(len(self.bias))
        if (known := self._pull(key)) is not None:
            pulls[known.meanings] = known.weights
        return pulls

    def rarity_of(self, key: str) -> float:
        """How rare a key is; 0 for one never met."""
        known = self._pull(key)
        return known.rarity if known is not None else 0.0

    def _pull(self, key: str) -> Pull | None:
        known = self._met.get(key)
        if known is None and key in self.packed:
            rarity, meanings, weights = self.packed[key]
            known = Pull(float(rarity) / SCALE, np.array(meanings, dtype=np.intp), np.array(weights, dtype=np.float64) / SCALE)  # type: ignore[arg-type]
            self._met[key] = known
        return known


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
    return from_json(resources.files("trainer.matching").joinpath("data", "meanings.json").read_text(encoding="utf-8"))


def from_json(text: str) -> Meanings:
    """The model as `scripts/learn_meanings.py` writes it."""
    data = json.loads(text)
    size = len(data["meanings"])
    contrary = np.zeros((size, size), dtype=np.bool_)
    for left, right in data["opposites"]:
        contrary[left, right] = contrary[right, left] = True
    return Meanings(
        ids=tuple(name for name, _ in data["meanings"]),
        says=tuple(says for _, says in data["meanings"]),
        contrary=contrary,
        hollow=np.array([name.startswith(_HOLLOW) for name, _ in data["meanings"]], dtype=np.float64),
        bias=np.array(data["bias"], dtype=np.float64) / SCALE,
        packed=data["keys"],
    )
