"""Drilling weak points."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.ui.messages.wish import Wish


@dataclass
class DrillWanted(Wish):
    """Drill weak points at once, in words not heard before."""

    leads_on = True
    meanwhile = "Putting the drill together …"

    points: tuple[str, ...]
    """Ids of key points; the first that can be asked for are drilled."""
    run: str = ""
    """On the meeting and the incident of this rehearsal; empty means the one at hand."""
