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
    DRILL = "drill"
    """Weak points alone, with the coach's aids."""

    @property
    def coached(self) -> bool:
        """Whether the coach's aids are there: hints, model lines, retries, a word after each reply."""
        return self is not Mode.MEETING


class Length(StrEnum):
    """How much of the meeting is rehearsed. Runs compare within a mode and a length only."""

    WHOLE = "whole"
    SHORT = "short"
    """A few moments, as the scenario's `short` lists them."""
    DRILL = "drill"
    """The moments that ask for weak points."""


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
    moments: tuple[str, ...] = ()
    """A part run: only these states and interjections, in this order, once each. Empty is the whole meeting."""
    points: tuple[str, ...] = ()
    """Only these key points are asked for; others that are listened for can still be heard. Empty is all."""

    @property
    def length(self) -> Length:
        """How much of the meeting this is."""
        if self.mode is Mode.DRILL:
            return Length.DRILL
        return Length.SHORT if self.moments else Length.WHOLE

    def ahead(self, moment: str | None) -> tuple[str, ...]:
        """The moments of a part run that come after this one, each once; all of them for None."""
        chosen = tuple(dict.fromkeys(self.moments))
        return chosen[chosen.index(moment) + 1 :] if moment in chosen else chosen
