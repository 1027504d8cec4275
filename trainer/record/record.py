"""The record of one rehearsal. Only what cannot be worked out from the events stands beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from trainer.meeting.events import Event, Started
from trainer.meeting.options import Options
from trainer.record.version import trainer_version
from trainer.scenario.dump import scenario_hash
from trainer.scenario.incident import Incident
from trainer.scenario.models import Scenario

FORMAT = 1
"""Version of the JSON written. A reader refuses a later one."""


@dataclass(frozen=True)
class Record:
    """All that is needed to show a rehearsal again, with nothing from outside."""

    run: str
    """Id in the history; empty when it was never kept."""
    scenario: Scenario
    """As it was when the rehearsal began, whatever becomes of the file."""
    incident: Incident
    started: datetime
    """When the first line was said; aware, UTC."""
    events: tuple[Event, ...] = ()
    """In order, the first is `Started`."""
    limit: float | None = None
    """Minutes the meeting may take; None without a limit."""
    version: str = field(default_factory=trainer_version)
    """The trainer that began it."""

    @cached_property
    def scenario_hash(self) -> str:
        """Tells whether two rehearsals were of the same scenario."""
        return scenario_hash(self.scenario)

    @property
    def options(self) -> Options:
        """Seed, mode, pressure and who was absent. Raises ValueError when there are no events."""
        for event in self.events:
            if isinstance(event, Started):
                return event.options
        raise ValueError("a record without its beginning")
