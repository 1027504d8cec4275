"""What a finished run came to, as a value: what the history compares, plots and takes drills from.

Light on purpose: imports nothing of the meeting, so that lists and screens can hold it. `trainer.scoring.summing_up` makes one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from trainer.scoring.standing import Standing


@dataclass(frozen=True)
class RunResult:
    """One finished run. Where nothing else is said, first tries alone count: they show what comes without help."""

    run: str
    """Id in the history."""
    scenario: str
    incident: str
    """Name of the incident; empty for the example."""
    mode: str
    """coach, meeting or drill."""
    length: str
    """whole, short or drill. Runs compare within a scenario, a mode and a length only."""
    pressure: str
    when: datetime
    """When it ended; aware."""
    score: int
    """0..100 by the first tries."""
    last_score: int
    """0..100 by the last tries."""
    passed: bool
    """By the last tries, as the debrief says."""
    ended: str
    """How: ending, quit, time_up and so on."""
    title: str = ""
    """Of the scenario, as it was then."""
    ending: str | None = None
    """Id of the ending, when one was reached."""
    themes: Mapping[str, float] = field(default_factory=dict)
    """Theme -> share 0..1; themes with a counted point, in the scenario's order."""
    theme_labels: Mapping[str, str] = field(default_factory=dict)
    points: Mapping[str, Standing] = field(default_factory=dict)
    """Point -> how far it came: the counted ones, and others that were covered or denied all the same."""
    point_labels: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Moment -> the first line heard at each visit, so that a drill can find other words."""
