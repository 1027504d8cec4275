"""The brief as values: what it says, before anybody draws it.

Light on purpose: screens import these without reaching the engine, the store or the reader.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Source(StrEnum):
    """Where a sentence of the brief comes from."""

    SAID = "said"
    """The player's own sentence."""
    MODEL = "model"
    """The scenario's good line, with the player's facts."""
    FACT = "fact"
    UNKNOWN = "unknown"
    """The honest sentence for a fact that is not known."""
    FIXED = "fixed"


@dataclass(frozen=True)
class BriefLine:
    """One entry of the brief."""

    text: str
    source: Source
    label: str = ""
    """For a fact: its short name; for a point: the point's."""
    rank: int = 5
    """1 always stays on the page, 9 goes first."""
    instead: str = ""
    """For an own sentence: the model line, should the sentence turn out too long where it stands."""


@dataclass(frozen=True)
class BriefPart:
    """A headed part of the brief."""

    heading: str
    lines: tuple[BriefLine, ...]
    message: bool = False
    """Something to copy and send: its lines stay apart, without marks."""
    aloud: int | None = None
    """Something to say: the most words it may have."""


@dataclass(frozen=True)
class Brief:
    """The page to take into the real meeting."""

    title: str
    incident: str
    """Name of the incident; empty for the example."""
    example: bool
    """Made from the example's facts, not the player's own."""
    parts: tuple[BriefPart, ...] = field(default=())
    only_own: bool = False
    """Only the facts and the player's own sentences: nothing to read out in a meeting without a coach."""
    left_out: tuple[str, ...] = ()
    """What did not fit on the page, each by its short name."""

    @property
    def own_sentences(self) -> int:
        """How many lines are the player's own, each counted once."""
        return len({line.text for part in self.parts for line in part.lines if line.source is Source.SAID})
