"""What labelled replies to a point have taught: how far the chances of that very point move with the meanings a reply suggests.

The chances (`chances.py`) know any point of any scenario by its phrases alone. Where people have labelled many replies to one point, a
Gaussian process classifier (Rasmussen and Williams 2006, chapter 3) learns where they hear it otherwise: its prior mean is what the
chances say, its kernel the product of what two replies suggest. `scripts/learn_taught.py` writes it as one weight a meaning. A point is
known by its phrases, not by its name, so that another scenario's point, or one whose facts are others, is never mistaken for it.
Owns `data/taught.npz`. Must never look at words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from trainer.matching.meanings import Table

_MOST = 2.5
"""How far a chance may be moved, in log odds: nothing that speaks for a point by itself is needed less than a little."""


@dataclass(frozen=True, eq=False)
class Lesson:
    """What was taught of one point."""

    bias: tuple[float, float]
    """Of being heard at all, and in full."""
    weights: Table
    """Two rows, a column a meaning."""


@dataclass(frozen=True, slots=True)
class Move:
    """By how much a reply moves the chances of a point, in log odds."""

    present: float
    covered: float
    clause: int
    """The clause that speaks loudest for it."""


def suggested(said: Table) -> Table:
    """For each meaning the square root of its largest share in any clause. `said` has a row a clause."""
    most: Table = np.sqrt(said.max(axis=0))
    return most


def move_of(lesson: Lesson, clauses: Sequence[int], said: Table) -> Move:
    """What a reply changes. `said` is what each of its clauses suggests, a row a clause, at least one."""
    shares = np.sqrt(said)
    present, covered = (
        round(float(np.clip(bias + row @ shares.max(axis=0), -_MOST, _MOST)), 6)
        for bias, row in zip(lesson.bias, lesson.weights, strict=True)
    )
    speaks = np.where(shares == shares.max(axis=0), shares, 0.0) * np.maximum(lesson.weights[0], 0.0)
    return Move(present, covered, clauses[int(speaks.sum(axis=1).argmax())])


@lru_cache(maxsize=1)
def shared_lessons() -> Mapping[str, Lesson]:
    """What ships with the product, by what a point is known by."""
    with resources.files("trainer.matching").joinpath("data", "taught.npz").open("rb") as file:
        return lessons_from(dict(np.load(file)))


def lessons_from(model: Mapping[str, NDArray[np.generic]]) -> Mapping[str, Lesson]:
    """The lessons as `scripts/learn_taught.py` writes them."""
    names = model["known_by"].tobytes().decode().split()
    weights = model["rows"].astype(np.float64) * model["scale"].astype(np.float64)[..., None]
    return {name: Lesson((float(bias[0]), float(bias[1])), rows) for name, bias, rows in zip(names, model["bias"], weights, strict=True)}
