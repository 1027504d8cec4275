"""What home lists."""

from __future__ import annotations

from dataclasses import dataclass
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
class DrillRow:
    """Points of one scenario that are due for a drill."""

    scenario: str
    title: str
    run: str
    """The latest rehearsal of it: the drill is on its incident."""
    incident: str
    """Name of that incident; empty for the example."""
    points: tuple[str, ...]
    """Those that waited longest first."""
    labels: tuple[str, ...]
    """One for each point."""


@dataclass(frozen=True)
class Practise:
    """What home offers once something was rehearsed to its end."""

    drills: tuple[DrillRow, ...] = ()
    progress: str = ""
    """Where one stands, in a few words; empty while there is nothing to show."""
    kept: int = 0
    """How many rehearsals the history has; 0 while it is not to be offered."""
    words: Path | None = None
    """The scenario whose words can be looked up and asked."""


@dataclass(frozen=True)
class HomeView:
    """What home lists."""

    carry_on: tuple[RunRow, ...] = ()
    scenarios: tuple[ScenarioRow, ...] = ()
    recent: tuple[RunRow, ...] = ()
    practise: Practise = Practise()
    trouble: tuple[str, ...] = ()
    """What could not be read, a line each."""
