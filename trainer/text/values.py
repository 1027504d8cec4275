"""Small values every layer shares: spans, verdicts, the kinds of a fact, the flags."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of a reply: code points `start` (inclusive) to `end` (exclusive)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The stretch itself."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Verdict(StrEnum):
    """What a listener would have heard of one key point."""

    COVERED = "covered"
    PARTLY = "partly"
    MISSING = "missing"
    CONTRADICTED = "contradicted"


class Kind(StrEnum):
    """What sort of value a fact has. All but text are compared as quantities."""

    TEXT = "text"
    DURATION = "duration"
    TIME = "time"
    PERCENT = "percent"
    COUNT = "count"
    MONEY = "money"


class Flag(StrEnum):
    """The manner of one reply."""

    CAVES = "caves"
    BLAME = "blame"
    OVERPROMISE = "overpromise"
    ALARMIST = "alarmist"
    DOWNPLAYS = "downplays"
    HEDGING = "hedging"
    OFFTOPIC = "offtopic"
