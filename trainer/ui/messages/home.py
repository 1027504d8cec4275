"""Where to go, and what to open there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trainer.ui.messages.wish import Wish
from trainer.ui.plan import Plan


@dataclass
class HomeWanted(Wish):
    """Show home."""

    leads_on = True


@dataclass
class BriefingWanted(Wish):
    """Show the briefing of a scenario, on the example or an own incident."""

    leads_on = True

    scenario: Path
    incident: Path | None = None
    plan: Plan = Plan.WHOLE
    """Whether the whole meeting or a short run is on the table; with BRIEF the brief lies on top."""


@dataclass
class TimeChosen(Wish):
    """How soon the real meeting is; which meeting and which incident is asked next, where there is a choice."""

    leads_on = True

    plan: Plan


@dataclass
class ResumeWanted(Wish):
    """Go on with an unfinished rehearsal."""

    leads_on = True
    meanwhile = "Finding the place where you stopped …"

    run: str


@dataclass
class DebriefWanted(Wish):
    """Show the debrief of a finished rehearsal."""

    leads_on = True

    run: str
