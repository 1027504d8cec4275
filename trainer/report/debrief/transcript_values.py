"""The meeting as it was said, with the words that earned something marked: values to be drawn.

Light on purpose, as `trainer.report.debrief.values`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What a stretch of a reply did. The order is that of telling most: where stretches overlap, the earlier mark is shown."""

    MISTAKE = "mistake"
    CONTRADICTED = "contradicted"
    COVERED = "covered"
    PARTLY = "partly"
    MANNER = "manner"
    """Not what was said but how: a flag heard for certain."""


@dataclass(frozen=True)
class Stretch:
    """Marked words of one reply."""

    start: int
    """Code points of the text shown, `text[start:end]`."""
    end: int
    mark: Mark
    names: tuple[str, ...]
    """Ids of the points, mistakes or flags it stands for."""
    labels: tuple[str, ...]
    """The same in words."""


@dataclass(frozen=True)
class SaidReply:
    """One reply as it was typed, cleaned."""

    text: str
    """Line breaks kept; empty for silence."""
    stretches: tuple[Stretch, ...] = ()
    """In order; no two share a character."""


@dataclass(frozen=True)
class TranscriptTurn:
    """One line of a role and the reply it got."""

    turn: int
    """Index from 0, as everywhere."""
    moment: str
    """The state or interjection it belongs to."""
    kind: str
    """`question`, `follow_up`, `interjection` or `answer`."""
    role: str
    name: str
    """The role's name."""
    line: str
    reply: SaidReply | None
    """None when the meeting stopped before an answer."""
    taken_back: tuple[SaidReply, ...] = ()
    """Earlier tries, in order: the coach let the player try again, so they no longer count."""
    aids: tuple[str, ...] = ()
    """What the coach showed here for the first time and what was claimed, a sentence each."""
    trust: tuple[str, ...] = ()
    """Who got warmer or cooler at the reply and why, a sentence a role."""
