"""What is known before a meeting, and how it is to be played."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Person:
    """Somebody in the meeting."""

    role: str
    name: str
    concern: str
    hue: int
    """Which of the role colours, from 0, in the order of the scenario."""
    optional: bool = False
    trust: str = ""
    """Trust as a word; empty before the meeting."""


@dataclass(frozen=True)
class Settings:
    """How the rehearsal is to be played."""

    mode: str = "coach"
    pressure: str = "gentle"
    absent: tuple[str, ...] = ()
    seed: int | None = None
    """None lets the app choose one."""
    limit: float | None = None
    """Minutes until time is up."""
    length: str = "whole"
    """`whole` or `short`; `drill` with the mode of that name."""
    points: tuple[str, ...] = ()
    """What a drill is about: ids of key points."""


@dataclass(frozen=True)
class BriefingView:
    """What is known before the meeting."""

    scenario: Path
    incident: Path | None
    """File of an own incident; None for the example."""
    title: str
    incident_name: str
    text: str
    """Markdown, own words escaped."""
    people: tuple[Person, ...]
    facts: tuple[tuple[str, str], ...]
    """Label and value, or what is honest to say without one."""
    settings: Settings
    short: tuple[str, ...] = ()
    """What the moments of a short run are about; empty where there is none, or nobody who is there would speak."""
