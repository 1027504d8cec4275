"""What the player does in a quiz."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trainer.ui.messages.wish import Wish


@dataclass
class QuizWanted(Wish):
    """A round over the words of a scenario."""

    leads_on = True
    meanwhile = "Laying out the words …"

    scenario: Path


@dataclass
class MeaningGiven(Wish):
    """An answer to the word that is asked; empty where there is none."""

    meanwhile = "Reading …"

    text: str


@dataclass
class MeaningClaimed(Wish):
    """I meant that, in whatever words."""


@dataclass
class NextWordWanted(Wish):
    """On to the next word, or to how the round went."""
