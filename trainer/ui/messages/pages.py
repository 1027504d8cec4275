"""Wishes about pages to take along: the brief, and saving what is shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trainer.ui.messages.wish import Wish


@dataclass
class BriefWanted(Wish):
    """Show the brief, from a rehearsal or from an incident alone."""

    leads_on = True

    scenario: Path | None = None
    """None means: of the rehearsal at hand."""
    incident: Path | None = None


@dataclass
class SaveAsked(Wish):
    """Ask where to save the page at hand."""

    leads_on = True

    what: str
    """`brief` or `debrief`."""


@dataclass
class CopyWanted(Wish):
    """Put a message where it can be pasted from."""

    what: str
    """What it is called."""
    text: str


@dataclass
class SaveWanted(Wish):
    """Write the page at hand to a file, in the form its ending asks for."""

    leads_on = True

    what: str
    """`brief`, `debrief` or `incident`."""
    path: str
    replace: bool = False
    """Whether a file of that name may be replaced."""
