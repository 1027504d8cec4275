"""What the reader found in one reply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from trainer.text.values import Flag, Span, Verdict


@dataclass(frozen=True)
class Evidence:
    """The words that earned something: `text == reply[start:end]`, offsets in code points of the raw reply."""

    start: int
    end: int
    text: str
    phrase: str
    """The author's phrase that fits best, or the name of the rule that met it (`a duration`)."""
    similarity: float
    """0..1."""

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


class Strength(StrEnum):
    """How well a facet was met."""

    MET = "met"
    NEAR = "near"


@dataclass(frozen=True)
class FacetHit:
    """A facet that this reply met, fully or nearly."""

    facet: str
    strength: Strength
    evidence: Evidence


@dataclass(frozen=True)
class PointReading:
    """One key point in one reply, this reply alone."""

    verdict: Verdict
    score: float
    """0..1, inside the verdict's band: missing < 0.35 <= partly < 0.7 <= covered; contradicted is 0."""
    hits: tuple[FacetHit, ...] = ()
    denied: Evidence | None = None
    """The clause that says the opposite, when that is the last clear statement on this point."""
    near_miss: Evidence | None = None
    """For a missing point: the clause and phrase that came closest."""


class Act(StrEnum):
    """What the reply is as a whole, where that decides the role's next move."""

    STATEMENT = "statement"
    QUESTION = "question"
    DONT_KNOW = "dont_know"
    YES = "yes"
    """A bare yes or ok, nothing else said."""
    NO = "no"
    """A bare no, nothing else said."""
    EMPTY = "empty"
    """Nothing that carries meaning: hmm, well, dots."""


@dataclass(frozen=True)
class FlagHit:
    """A flag heard, with the words that raised it."""

    flag: Flag
    sure: bool
    """High confidence; only then may it act as a mistake."""
    evidence: Evidence


@dataclass(frozen=True)
class MistakeHit:
    """A mistake heard. Below high confidence (`sure` false) the role only asks."""

    mistake: str
    sure: bool
    evidence: Evidence


@dataclass(frozen=True)
class QuantityNote:
    """A quantity that differs from the incident's: a note, never a lower verdict."""

    point: str
    facet: str
    said: str
    expected: str


@dataclass(frozen=True)
class Reading:
    """Everything found in one reply."""

    points: Mapping[str, PointReading]
    """Every point asked about, missing ones too."""
    act: Act
    flags: tuple[FlagHit, ...] = ()
    mistakes: tuple[MistakeHit, ...] = ()
    repairs: tuple[str, ...] = ()
    """Mistakes that a `repair` phrase in this reply takes back."""
    asked: str | None = None
    """The question back that was asked, if a role can answer it."""
    echo: tuple[Span, ...] = ()
    """Clauses that only repeat what was just said or shown."""
    notes: tuple[QuantityNote, ...] = ()
