"""How near a stretch of a reply comes to saying a phrase: a small net learnt from pairs that people labelled.

Two texts may be alike in meaning and one not say the other: `we found no cause` and `we found the cause`, the question and its answer. The
net looks at a stretch and a phrase side by side, by their product and their difference in a space of its own, as sentences are
compared for entailment (Mou and others 2016), and adds up log odds over all stretches and phrases of a facet.
Owns `data/nearness.npz`, learnt by `scripts/learn_chances.py`. Must never see words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from trainer.matching.meanings import Sense

Rows: TypeAlias = NDArray[np.float32]

_HIDDEN, _SHARES, _WORDS = 3.0, 3.0, 1.5
SHARP = 2.0
"""How much the nearest pair counts beside the others."""
_AT_ONCE = 8
"""Stretches looked at together: more would not fit into a processor's cache."""
_MOST = 2.0
"""Log odds at most, either way: what the named features say is never drowned."""


@dataclass(frozen=True, eq=False)
class Nearness:
    """The learnt net."""

    from_said: Rows
    said_bias: Rows
    from_phrase: Rows
    phrase_bias: Rows
    product: Rows
    apart: Rows
    own: Rows
    inner_bias: Rows
    out: Rows
    out_bias: Rows
    pooled: Rows
    """What the nearest pairs and the mean of all count."""

    def said(self, rows: Rows) -> Rows:
        """Stretches of a reply, laid out, in the net's space: a row each."""
        found: Rows = np.tanh(rows @ self.from_said + self.said_bias)
        return found

    def asked(self, rows: Rows) -> Rows:
        """Phrases, laid out, in the net's space: a row each."""
        found: Rows = np.tanh(rows @ self.from_phrase + self.phrase_bias)
        return found

    def odds(self, said: Rows, asked: Rows, starts: NDArray[np.intp]) -> Rows:
        """Log odds that each facet is heard at all, and in full: a row a facet. `starts`: where each facet's phrases begin in `asked`."""
        pairs = np.concatenate([self._pairs(said[at : at + _AT_ONCE], asked) for at in range(0, len(said), _AT_ONCE)])
        sizes = (np.diff([*starts, len(asked)]) * len(said))[:, None]
        top = float(pairs.max())
        sharp = np.add.reduceat(np.exp(SHARP * (pairs - top)).sum(axis=0), starts)
        nearest = top + np.log(np.maximum(sharp, 1e-30)) / SHARP - np.log(sizes) / SHARP
        mean = np.add.reduceat(pairs.sum(axis=0), starts) / sizes
        found: Rows = np.clip(self.pooled[0] * nearest + self.pooled[1] * mean, -_MOST, _MOST).astype(np.float32)
        return found

    def _pairs(self, said: Rows, asked: Rows) -> Rows:
        """Every stretch with every phrase: stretches, phrases, heard at all and in full."""
        products, gaps = said[:, None] * asked[None], np.abs(said[:, None] - asked[None])
        inner = products @ self.product + gaps @ self.apart + (said @ self.own)[:, None] + self.inner_bias
        found: Rows = np.maximum(inner, 0.0) @ self.out + self.out_bias
        return found


def laid_out(sense: Sense) -> Rows:
    """What stretches say as the net takes it in: a row each."""
    rows = np.hstack([_HIDDEN * sense.hidden, _SHARES * np.sqrt(sense.shares), _WORDS * sense.words])
    found: Rows = rows.astype(np.float32)
    return found


@lru_cache(maxsize=1)
def shared_nearness() -> Nearness:
    """The net that ships with the product."""
    with resources.files("trainer.matching").joinpath("data", "nearness.npz").open("rb") as file:
        return nearness_from(dict(np.load(file)))


def nearness_from(model: Mapping[str, NDArray[np.generic]]) -> Nearness:
    """The net as `scripts/learn_chances.py` writes it."""
    return Nearness(**{name: model[name].astype(np.float32) for name in Nearness.__dataclass_fields__})
