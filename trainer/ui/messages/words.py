"""Wishes about the words of the trade."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trainer.ui.messages.wish import Wish


@dataclass
class WordsWanted(Wish):
    """Look up the words of a scenario."""

    leads_on = True

    scenario: Path
