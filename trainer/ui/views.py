"""What screens show, as plain values. Made by the desk; widgets know nothing else of a rehearsal.

Light on purpose: nothing here reaches the engine, the store or the reader. All text has been cleaned before it gets here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True)
class RunRow:
    """A rehearsal in a list."""

    run: str
    title: str
    incident: str
    """Name of the incident; empty for the example."""
    detail: str
    """How far it came or how it went, and when."""


@dataclass(frozen=True)
class IncidentRow:
    """A saved incident."""

    name: str
    path: Path


@dataclass(frozen=True)
class ScenarioRow:
    """A scenario in a list, with the saved incidents it can be rehearsed on."""

    title: str
    path: Path
    incidents: tuple[IncidentRow, ...] = ()


@dataclass(frozen=True)
class HomeView:
    """What home lists."""

    carry_on: tuple[RunRow, ...] = ()
    scenarios: tuple[ScenarioRow, ...] = ()
    recent: tuple[RunRow, ...] = ()
    trouble: tuple[str, ...] = ()
    """What could not be read, a line each."""


class Standing(StrEnum):
    """What is known of a fact, as the form shows it."""

    VALUE = "value"
    UNKNOWN = "unknown"
    """Will be found out: "don't know yet"."""
    NONE = "none"
    """Known not to exist: "there is none"."""


@dataclass(frozen=True)
class FormField:
    """One question of the incident form."""

    fact: str
    label: str
    ask: str
    example: str
    optional: bool
    can_be_none: bool
    """Whether "there is none" is an answer."""
    value: str = ""
    standing: Standing = Standing.VALUE


@dataclass(frozen=True)
class FormView:
    """The incident form."""

    scenario: Path
    title: str
    name: str
    fields: tuple[FormField, ...]
    path: Path | None = None
    """The incident's file when a saved one is edited."""


@dataclass(frozen=True)
class Answer:
    """What was filled in for one fact."""

    standing: Standing
    value: str = ""


@dataclass(frozen=True)
class FormProblem:
    """Something in the form that cannot stand."""

    fact: str | None
    """The field it belongs to; None for the name or the form as a whole."""
    message: str


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


@dataclass(frozen=True)
class RoleLine:
    """A role says something."""

    name: str
    hue: int
    text: str


@dataclass(frozen=True)
class OwnLine:
    """The player says something."""

    text: str
    taken_back: bool = False
    """A retry took it back."""


@dataclass(frozen=True)
class Aside:
    """The coach says something between two lines: a hint, a model line, that a claim was noted."""

    lead: str
    text: str


@dataclass(frozen=True)
class HeardLine:
    """A key point in the coach's feedback."""

    label: str
    verdict: str
    """`covered`, `partly` or `contradicted`."""
    quote: str
    """The player's words."""


@dataclass(frozen=True)
class MissingLine:
    """A key point that was not heard, or not wholly."""

    label: str
    what: str
    """What is missing, in words; empty when that would give it away."""


@dataclass(frozen=True)
class CoachNote:
    """Feedback on one reply."""

    heard: tuple[HeardLine, ...] = ()
    also: tuple[str, ...] = ()
    """Labels of what counted besides, though nobody had asked for it yet."""
    missing: tuple[MissingLine, ...] = ()
    careful: tuple[str, ...] = ()
    """What was, or could be, heard as a mistake, and what was taken back; a sentence each."""
    better: str = ""
    """One better line for something half said; empty when there is none."""
    better_for: str = ""
    """Label of the point it is for."""
    hint: str = ""
    """The coach's hint for a missing point."""
    note: str = ""
    """One note on the delivery."""
    figures: tuple[str, ...] = ()
    """Figures that differ from the facts, a sentence each."""
    trust: tuple[str, ...] = ()
    """Who got warmer or cooler and why, a line a role."""


TranscriptEntry = RoleLine | OwnLine | Aside | CoachNote


@dataclass(frozen=True)
class Aids:
    """Which coach aids can be used now."""

    hint: bool = False
    show_me: bool = False
    claim: bool = False
    retry: bool = False


@dataclass(frozen=True)
class MeetingView:
    """The meeting as it stands."""

    title: str
    about: str
    """What this moment is about."""
    people: tuple[Person, ...]
    entries: tuple[TranscriptEntry, ...]
    coached: bool
    """Coach mode: feedback, hints, model lines and retries."""
    mode_line: str
    """Mode and pressure in words."""
    aids: Aids = Aids()
    over: bool = False
