"""Progress as plain values: how scores and themes move over runs, what is weak now, what to drill again.

Light on purpose: screens import these without reaching the engine, the store or the reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from trainer.scoring.run_result import RunResult
from trainer.scoring.standing import Standing

__all__ = ["Due", "Progress", "RunResult", "Standing", "Tier", "Trend", "WeakPoint"]


class Tier(StrEnum):
    """How sure something is, in words: a number alone says more than it knows."""

    ONE_RUN = "one run so far"
    """Nothing rests on one run."""
    NOT_YET = "not yet"
    GETTING_THERE = "getting there"
    SOLID = "solid"
    SECOND_NATURE = "second nature"


@dataclass(frozen=True)
class Trend:
    """One thing measured in run after run."""

    id: str
    """Of the theme; empty for the score."""
    label: str
    values: tuple[int, ...]
    """0..100, oldest first; runs that did not ask for it are left out."""
    level: int
    """0..100 now, where recent runs weigh more."""
    tier: Tier
    change: str
    """The last run beside the first, in words; empty for one run."""


@dataclass(frozen=True)
class WeakPoint:
    """A key point that does not come yet."""

    point: str
    label: str
    last: Standing
    """How far it came in the last run that asked for it."""
    covered: int
    """Runs in which it was said in full."""
    asked: int
    """Runs in which it was asked for."""


@dataclass(frozen=True)
class Progress:
    """The runs of one scenario in one mode and length, which can be compared with each other."""

    scenario: str
    title: str
    mode: str
    length: str
    runs: tuple[RunResult, ...]
    """Oldest first, at least one."""
    score: Trend
    themes: tuple[Trend, ...]
    """In the scenario's order."""
    weakest: tuple[WeakPoint, ...]
    """Weakest first, a few at most."""


@dataclass(frozen=True)
class Due:
    """A key point to drill."""

    scenario: str
    title: str
    point: str
    label: str
    when: datetime
    """From when on; in the time zone that was asked with."""
    step: int
    """How many times it was said since it was last missed, each on its day: 0 to 3."""
    incident: str = ""
    """Name of the incident it was last rehearsed on; empty for the example."""
