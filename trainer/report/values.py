"""Debrief and brief as values: what they say, before anybody draws them.

Light on purpose: screens import these without reaching the engine, the store or the reader.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Standing(StrEnum):
    """Where a key point stands at the end, as a person would say it."""

    COVERED = "covered"
    PARTLY = "partly"
    CLAIMED = "claimed"
    """The player pressed "I said that": unscored, shown apart."""
    TOLD = "told"
    """The coach gave it."""
    CONTRADICTED = "contradicted"
    MISSED = "missed"
    NOT_REACHED = "not reached"
    """The meeting stopped before anybody asked."""


@dataclass(frozen=True)
class PointResult:
    """One key point in the debrief."""

    point: str
    label: str
    standing: Standing
    required: bool
    """Required points carry the score, the others can only add."""
    quotes: tuple[str, ...] = ()
    """The player's own words that earned it (or denied it), in order."""
    open: tuple[str, ...] = ()
    """For a partly said point: labels of the parts that are missing."""
    model: str = ""
    """A good line with the player's own facts; empty when none applies."""
    why: str = ""
    """Why it matters."""


@dataclass(frozen=True)
class ThemeResult:
    """A bar of the scorecard."""

    label: str
    share: float
    """0..1."""


@dataclass(frozen=True)
class MistakeResult:
    """A move a role answered."""

    label: str
    repaired: bool
    blocks: bool
    """While open, the rehearsal is not passed."""
    quote: str
    """The player's words; empty when they are not known."""
    correction: str
    """The better line."""


@dataclass(frozen=True)
class TrustMove:
    """One step of a role's trust."""

    warmer: bool
    because: str
    """What moved it, in words."""


@dataclass(frozen=True)
class TrustResult:
    """How a role came to see the player."""

    role: str
    name: str
    word: str
    """Trust as a word, never a number."""
    moves: tuple[TrustMove, ...] = ()


@dataclass(frozen=True)
class Finish:
    """Why the rehearsal ended, apart from the score."""

    headline: str
    """Short: the ending's label, or how it was stopped."""
    result: str | None
    """`won`, `mixed` or `lost`; None when no ending was reached."""
    epilogue: str = ""
    reasons: tuple[str, ...] = ()
    """What in the meeting led to this ending."""
    in_the_way: tuple[str, ...] = ()
    """What stood between this and the best ending."""
    best: str = ""
    """Label of that best ending."""


@dataclass(frozen=True)
class Debrief:
    """All that is shown after a rehearsal, however it ended."""

    title: str
    incident: str
    """Name of the incident; empty for the example."""
    finish: Finish
    score: int
    """0-100."""
    first_score: int
    """The same from first tries only; equal when nothing was retried."""
    passed: bool
    not_passed: tuple[str, ...]
    """Why not, one sentence each; empty when passed."""
    themes: tuple[ThemeResult, ...]
    points: tuple[PointResult, ...]
    """Required ones and extras, in the order of the scenario; out of play ones left out."""
    mistakes: tuple[MistakeResult, ...]
    trust: tuple[TrustResult, ...]
    replies: int
    """How many replies were given, retried ones once."""

    def standing(self, *standings: Standing, required: bool = True) -> tuple[PointResult, ...]:
        """The points that stand so, required ones or extras."""
        return tuple(point for point in self.points if point.required is required and point.standing in standings)


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


@dataclass(frozen=True)
class BriefPart:
    """A headed part of the brief."""

    heading: str
    lines: tuple[BriefLine, ...]


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

    @property
    def own_sentences(self) -> int:
        """How many lines are the player's own, each counted once."""
        return len({line.text for part in self.parts for line in part.lines if line.source is Source.SAID})


class Tone(StrEnum):
    """What a line under a debrief entry is."""

    QUOTE = "quote"
    """The player's own words."""
    BETTER = "better"
    """A line to say instead."""
    OPEN = "open"
    """What was missing."""
    WHY = "why"
    NOTE = "note"


class Mood(StrEnum):
    """How a section is shown: one mark and one colour each."""

    GOOD = "good"
    HALF = "half"
    BAD = "bad"
    PLAIN = "plain"


@dataclass(frozen=True)
class EntryLine:
    """One line under an entry."""

    tone: Tone
    text: str


@dataclass(frozen=True)
class Entry:
    """One item of a debrief section."""

    title: str
    lines: tuple[EntryLine, ...] = ()


@dataclass(frozen=True)
class Section:
    """A headed part of the debrief; only made when it has something to say."""

    heading: str
    mood: Mood
    entries: tuple[Entry, ...]
    lead: str = ""
    """One sentence under the heading."""
