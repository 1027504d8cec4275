"""How a reply bears itself as a whole: how much of an answer it is, and how far it gives in.

People hear a half-said point in an answer that has something to say, and doubt a well-worded one in a reply that gives in. Two linear
regressions over the meanings a reply suggests, learnt by `scripts/learn_chances.py` from labelled replies to other meetings.
Owns the weights in `data/bearing.json`. Must never look at a single point.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np

from trainer.matching.meanings import Table, shared_meanings


@dataclass(frozen=True, slots=True)
class Bearing:
    """Foretold from the meanings alone; roughly 0..2 and 0..1, never cut off. Unless said otherwise that of an ordinary answer."""

    substance: float = 1.0
    """The mean label of the points listened for, 2 being all of them in full."""
    giving_in: float = 0.1
    """Whether people hear that it gives in or plays down."""


@dataclass(frozen=True, eq=False)
class Slope:
    """One linear regression."""

    bias: float
    meanings: Table

    def at(self, shares: Table) -> float:
        """Rounded, so that the last bits of a processor's arithmetic decide nothing."""
        return round(self.bias + float(self.meanings @ shares), 6)


def pooled(said: Table) -> Table:
    """For each meaning the square root of its mean share over the stretches: a hint in one place counts, and so do a few.

    One stretch that suggests nothing is added, so that a single clause does not shout.
    """
    shares: Table = np.sqrt(said.sum(axis=0) / (len(said) + 1))
    return shares


def bearing_of(said: Table) -> Bearing:
    """Of a reply whose stretches suggest `said`: a row a stretch, a column a meaning."""
    substance, giving_in = shared_slopes()
    shares = pooled(said)
    return Bearing(substance.at(shares), giving_in.at(shares))


@lru_cache(maxsize=1)
def shared_slopes() -> tuple[Slope, Slope]:
    """Of substance and of giving in, as they ship with the product. A meaning they do not know weighs nothing."""
    data = json.loads(resources.files("trainer.matching").joinpath("data", "bearing.json").read_text(encoding="utf-8"))
    return _slope(data["substance"]), _slope(data["giving_in"])


def _slope(table: Mapping[str, float]) -> Slope:
    return Slope(float(table["bias"]), np.array([table.get(name, 0.0) for name in shared_meanings().ids], dtype=np.float64))
