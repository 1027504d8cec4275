"""How it gets better from run to run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from trainer.report.progress.values import Due, Progress


@dataclass(frozen=True)
class ProgressView:
    """Looking back over all finished rehearsals."""

    now: datetime
    """Aware, in the time zone of the player."""
    groups: tuple[Progress, ...] = ()
    """What can be compared: one for each scenario, mode and length, the one rehearsed last first."""
    due: tuple[Due, ...] = ()
    """What is to be drilled, now or later, the earliest first."""
    latest: Mapping[str, str] = field(default_factory=dict)
    """Scenario -> its latest rehearsal: a drill is on that one's incident."""
    finished: int = 0
    """Finished rehearsals, compared or not."""
    to_work_out: tuple[str, ...] = ()
    """Rehearsals of an older trainer that are not counted yet."""
    trouble: tuple[str, ...] = ()
    """Rehearsals that cannot be read, a line each."""
