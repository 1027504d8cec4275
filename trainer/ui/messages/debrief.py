"""What the player does with a debrief."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.ui.messages.wish import Wish


@dataclass
class RetryAsked(Wish):
    """Ask whether to take the last reply of a finished rehearsal back."""

    leads_on = True


@dataclass
class DisputeAsked(Wish):
    """Ask what the verdict on a point should have been."""

    leads_on = True

    point: str


@dataclass
class DisputeMade(Wish):
    """The verdict on a point is wrong."""

    leads_on = True

    point: str
    turn: int
    """Index of the turn whose reply it is about, from 0."""
    said: bool
    """Whether the point was said there."""
