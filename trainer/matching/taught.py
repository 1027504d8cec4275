"""What labelled replies to a point have taught: how far the chances of that very point move with what a reply says.

The chances (`chances.py`) know any point of any scenario by its phrases alone. Where people have labelled many replies to one point, a
small net learns where they hear it otherwise. It looks at every stretch of a reply by what it means and by its words, in one space for
all points, and adds up what the stretches say of a point, the loudest most (multiple instance learning; Dietterich and others 1997). A
point is known by its phrases, not by its name: another scenario's point, or one whose facts are others, is never mistaken for it.
Owns `data/taught.npz`, written by `scripts/learn_taught.py`. Must never decide a verdict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from trainer.matching.nearness import SHARP, Rows

MEAN_COUNTS = 0.3
"""What the mean of all stretches counts beside the loudest."""
_MOST = 3.5
"""How far a chance may be moved, in log odds: what speaks for a point by itself always counts a little."""


@dataclass(frozen=True, eq=False)
class Space:
    """Where the net lays out stretches of a reply, the same for all points."""

    from_said: Rows
    said_bias: Rows
    place: Mapping[str, int]
    """The keys it knows (`meanings.meaning_keys`)."""
    from_key: Rows

    def said(self, laid: Rows, keys: Sequence[Set[str]], runs: Sequence[tuple[int, int]]) -> Rows:
        """A row a stretch. `laid` is what each says (`nearness.laid_out`), `keys` are those of each clause, `runs` the clauses of each."""
        inner = laid @ self.from_said + self.said_bias
        for row, (first, last) in enumerate(runs):
            known = sorted(self.place[key] for key in frozenset[str]().union(*keys[first:last]) if key in self.place)
            inner[row] += self.from_key[known].sum(axis=0)
        found: Rows = np.tanh(inner)
        return found


@dataclass(frozen=True, eq=False)
class Lesson:
    """What was taught of one point."""

    bias: tuple[float, float]
    """Of being heard at all, and in full."""
    weights: Rows
    """Two rows, a column a dimension of the space."""


@dataclass(frozen=True, slots=True)
class Move:
    """By how much a reply moves the chances of a point, in log odds."""

    present: float
    covered: float
    clause: int
    """The clause that speaks loudest for it."""


def move_of(lesson: Lesson, said: Rows, runs: Sequence[tuple[int, int]]) -> Move:
    """What a reply changes. `said` has a row a stretch, at least one; `runs` are the clauses of each."""
    speaks = said @ lesson.weights.T
    top = speaks.max(axis=0)
    loudest = top + np.log(np.exp(SHARP * (speaks - top)).mean(axis=0)) / SHARP
    moves = np.clip(loudest + MEAN_COUNTS * speaks.mean(axis=0) + lesson.bias, -_MOST, _MOST)
    clause = max((float(speaks[row, 0]), -first) for row, (first, last) in enumerate(runs) if last - first == 1)[1]
    return Move(round(float(moves[0]), 4), round(float(moves[1]), 4), -clause)


@dataclass(frozen=True, eq=False)
class Taught:
    """Lessons with the space they were learnt in."""

    space: Space
    lessons: Mapping[str, Lesson]
    """By point; by what points are known by as long as no book has asked for its own."""

    def of(self, known_by: Mapping[str, str]) -> Taught:
        """The lessons of these points, of those that have any. Point -> what it is known by."""
        return Taught(self.space, {point: self.lessons[name] for point, name in known_by.items() if name in self.lessons})

    def moves(self, points: Set[str], laid: Rows, keys: Sequence[Set[str]], runs: Sequence[tuple[int, int]]) -> dict[str, Move]:
        """By how much a reply moves each of these points that has a lesson; as for `Space.said`."""
        wanted = [point for point in self.lessons if point in points]
        if not wanted or not runs:
            return {}
        said = self.space.said(laid, keys, runs)
        return {point: move_of(self.lessons[point], said, runs) for point in wanted}


@lru_cache(maxsize=1)
def shared_taught() -> Taught:
    """What ships with the product."""
    with resources.files("trainer.matching").joinpath("data", "taught.npz").open("rb") as file:
        return taught_from(dict(np.load(file)))


def taught_from(model: Mapping[str, NDArray[np.generic]]) -> Taught:
    """The lessons as `scripts/learn_taught.py` writes them."""
    names, keys = (model[name].tobytes().decode().split() for name in ("known_by", "keys"))
    from_said, said_bias, scale, weights = (model[name].astype(np.float32) for name in ("from_said", "said_bias", "key_scale", "weights"))
    lessons = zip(names, model["bias"].astype(np.float64), weights, strict=True)
    return Taught(
        Space(from_said, said_bias, {key: at for at, key in enumerate(keys)}, model["key_rows"].astype(np.float32) * scale),
        {name: Lesson((float(bias[0]), float(bias[1])), rows) for name, bias, rows in lessons},
    )
