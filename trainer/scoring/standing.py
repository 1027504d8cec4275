"""Where a key point stands at the end, as a person would say it. Light: reports, screens and the history share it."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """What became of one key point in a rehearsal."""

    COVERED = "covered"
    PARTLY = "partly"
    CLAIMED = "claimed"
    """The player pressed "I said that": unscored, shown apart."""
    TOLD = "told"
    """The coach gave it."""
    CONTRADICTED = "contradicted"
    MISSED = "missed"
    NOT_REACHED = "not reached"
    """The meeting stopped before anybody asked."""
