"""How a rehearsal is to be played."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """What the player gets beside the meeting itself."""

    COACH = "coach"
    """Aids after each reply."""
    MEETING = "meeting"
    """Nothing but the roles until the debrief."""


class Pressure(StrEnum):
    """How many interjections a run may have."""

    GENTLE = "gentle"
    REAL = "real"
    HARD = "hard"

    @property
    def interjections(self) -> int:
        """Most interjections in one run: 0, 2 or 4."""
        return {Pressure.GENTLE: 0, Pressure.REAL: 2, Pressure.HARD: 4}[self]

    def allows(self, least: Pressure) -> bool:
        """Whether something that needs `least` pressure may come."""
        return self.interjections >= least.interjections


@dataclass(frozen=True)
class Options:
    """Chosen before the first line; equal options and replies give equal meetings."""

    seed: int = 0
    mode: Mode = Mode.MEETING
    pressure: Pressure = Pressure.GENTLE
    absent: tuple[str, ...] = ()
    """Optional roles that are not in the room."""
