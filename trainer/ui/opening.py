"""What the app is asked to open with. Plain values, so that a caller needs nothing of the app to say it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from trainer.settings.values import Preferences


@dataclass(frozen=True)
class OpenRequest:
    """Open a scenario (or an unfinished rehearsal) at once instead of home. The caller has checked that it loads."""

    scenario: Path | None = None
    """The scenario's file; None only with `resume`."""
    incident: Path | None = None
    """An own incident; None is the example's."""
    mode: str | None = None
    """`coach`, `meeting` or `drill`; None leaves the choice on the briefing, as it does for `length` and `pressure`."""
    length: str | None = None
    """`whole` or `short`; `drill` with the mode of that name."""
    points: tuple[str, ...] = ()
    """What a drill is about: ids of key points."""
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


def as_liked(asked: OpenRequest, likes: Preferences) -> OpenRequest:
    """The same request, with what the user likes where it leaves a choice. A drill has a mode of its own, and no limit unless asked for."""
    drill = "drill" in (asked.mode, asked.length)
    return replace(
        asked,
        mode=asked.mode or likes.mode,
        pressure=asked.pressure or likes.pressure,
        limit=likes.limit if asked.limit is None and not drill else asked.limit,
    )
