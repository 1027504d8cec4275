"""Rehearsals of the small meeting, played with the real reader."""

from __future__ import annotations

from typing import Any

from tests.small_meeting import small_scenario
from trainer.meeting.options import Mode, Options
from trainer.rehearsal import Rehearsal
from trainer.scenario.incident import Incident, example_incident, make_incident

COACH = Options(seed=5, mode=Mode.COACH)


def played(*replies: str, options: Options = COACH, own: dict[str, str] | None = None, **changes: Any) -> Rehearsal:
    """A rehearsal after these replies, not kept anywhere."""
    scenario = small_scenario(**changes)
    incident: Incident = example_incident(scenario) if own is None else make_incident(scenario, "my incident", own)
    rehearsal = Rehearsal.start(None, scenario, incident, options)
    for reply in replies:
        rehearsal.reply(reply)
    return rehearsal
