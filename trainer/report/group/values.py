"""What many shared rehearsals come to, as values: a page to talk about, never a list of who was best."""

from __future__ import annotations

from dataclasses import dataclass

FEWEST_FOR_SHARES = 3
"""Rehearsals a point needs before its share is told: one of two is no half of anybody."""


@dataclass(frozen=True)
class PointTally:
    """How one key point came out over all rehearsals in which it carried the score and somebody could have said it."""

    point: str
    label: str
    theme: str
    runs: int
    """Rehearsals that count here."""
    heard: int
    partly: int
    contradicted: int
    told: int
    claimed: int
    missed: int

    @property
    def not_heard(self) -> int:
        """Rehearsals in which the listeners did not hear it: missed, denied, or only given by the coach."""
        return self.missed + self.contradicted + self.told

    @property
    def share(self) -> float | None:
        """Share not heard, 0..1; None where there are too few rehearsals to speak of shares."""
        return self.not_heard / self.runs if self.runs >= FEWEST_FOR_SHARES else None

    @property
    def varied(self) -> int:
        """How evenly heard and not heard are split: the smaller of the two."""
        return min(self.heard, self.not_heard)


@dataclass(frozen=True)
class Happened:
    """How often something happened, and at which moment."""

    what: str
    """A mistake's label, or a way of leaving."""
    about: str
    """What the moment is about."""
    runs: int
    """Rehearsals in which it happened there."""
    repaired: int = 0
    """Of these, in how many it was taken back by the end."""


@dataclass(frozen=True)
class SideBySide:
    """Answers to one question that differ in one point."""

    point: str
    label: str
    moment: str
    about: str
    """What the question is about."""
    role: str
    line: str
    """The question as one of them heard it."""
    heard: tuple[str, ...]
    """Answers in which the point was heard."""
    not_heard: tuple[str, ...]


@dataclass(frozen=True)
class Practice:
    """One thing to practise next."""

    point: str
    label: str
    because: str


@dataclass(frozen=True)
class GroupOf:
    """One scenario's part of the page."""

    scenario: str
    title: str
    versions: int
    """How many versions of the scenario the rehearsals are of."""
    runs: int
    passed: int
    finished: int
    """Rehearsals that came to their own end."""
    names: tuple[str, ...]
    """Those who chose to be named, in alphabetical order."""
    modes: tuple[tuple[str, int], ...]
    """Mode and length in words, and how many."""
    points: tuple[PointTally, ...]
    """The most missed first."""
    conceded: tuple[Happened, ...]
    gave_up: tuple[Happened, ...]
    side_by_side: tuple[SideBySide, ...]
    practise: tuple[Practice, ...]


@dataclass(frozen=True)
class Group:
    """The whole page."""

    runs: int
    copies: int
    """Files that were the copy of another, counted once."""
    skipped: tuple[str, ...]
    """Files that could not be read, by name."""
    scenarios: tuple[GroupOf, ...]
