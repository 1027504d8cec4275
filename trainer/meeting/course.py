"""The course of one step: events made so far and the state they lead to.

Changes only itself; every part of a step adds to it, so that each sees what the one before it did.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from trainer.meeting.events import Event
from trainer.meeting.fold import evolve
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState


@dataclass
class Course:
    """One step under way."""

    script: Script
    state: MeetingState
    """After all of `events`."""
    events: list[Event] = field(default_factory=list)

    def add(self, event: Event) -> None:
        """Let something happen."""
        self.state = evolve(self.state, event)
        self.events.append(event)
