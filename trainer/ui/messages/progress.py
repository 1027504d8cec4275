"""Looking back: how it gets better, and all rehearsals there were."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.ui.messages.wish import Wish


@dataclass
class ProgressWanted(Wish):
    """Show how it gets better from run to run."""

    leads_on = True
    meanwhile = "Looking through your rehearsals …"


@dataclass
class HistoryWanted(Wish):
    """List all rehearsals."""

    leads_on = True
    meanwhile = "Looking for your rehearsals …"


@dataclass
class ForgetWanted(Wish):
    """Remove a rehearsal from this machine for good; asked twice already."""

    meanwhile = "Removing it …"

    run: str
