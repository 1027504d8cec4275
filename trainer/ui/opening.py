"""What the app is asked to open with. Plain values, so that a caller needs nothing of the app to say it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class OpenRequest:
    """Open a scenario (or an unfinished rehearsal) at once instead of home. The caller has checked that it loads."""

    scenario: Path | None = None
    """The scenario's file; None only with `resume`."""
    incident: Path | None = None
    """An own incident; None is the example's."""
    mode: str | None = None
    """`coach` or `meeting`; None leaves the choice on the briefing, as it does for `pressure`."""
    pressure: str | None = None
    """`gentle`, `real` or `hard`."""
    without: tuple[str, ...] = ()
    """Optional roles that are not in the room."""
    seed: int | None = None
    """None lets the app choose one."""
    limit: float | None = None
    """Minutes until time is up; None is no limit."""
    resume: str | None = None
    """Run id of an unfinished rehearsal."""
