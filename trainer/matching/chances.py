"""How likely a listener hears a facet at all, and in full: two logistic regressions over the named features.

The weights in `data/chances.json` are learnt by `scripts/learn_chances.py` from labelled replies to meetings of every kind, so that they
say nothing about any one scenario. Owns reading them. Must never measure a feature.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from trainer.matching.features import NAMES, Features


@dataclass(frozen=True, slots=True)
class Chances:
    """0..1 each."""

    present: float
    """That a listener hears at least part of it."""
    covered: float
    """That a listener comes away knowing it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """One logistic regression."""

    bias: float
    weights: tuple[float, ...]
    """In the order of `NAMES`."""

    def chance(self, row: tuple[float, ...]) -> float:
        """0..1."""
        return logistic(self.bias + sum(weight * value for weight, value in zip(self.weights, row, strict=True)))


def logistic(score: float) -> float:
    """0..1."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def logit(chance: float) -> float:
    """Log odds of a chance."""
    chance = min(max(chance, 1e-6), 1.0 - 1e-6)
    return math.log(chance / (1.0 - chance))


def shifted(chance: float, by: float) -> float:
    """A chance moved by so much in log odds."""
    return logistic(logit(chance) + by)


def chances_of(features: Features) -> Chances:
    """Both chances of a facet."""
    present, covered = shared_weights()
    row = features.row()
    return Chances(present.chance(row), covered.chance(row))


@lru_cache(maxsize=1)
def shared_weights() -> tuple[Weights, Weights]:
    """Weights of being heard at all and of being heard in full."""
    data = json.loads(resources.files("trainer.matching").joinpath("data", "chances.json").read_text(encoding="utf-8"))
    return _weights(data["present"]), _weights(data["covered"])


def _weights(table: Mapping[str, float]) -> Weights:
    return Weights(float(table["bias"]), tuple(float(table[name]) for name in NAMES))
