"""Drills: the weak points of an earlier rehearsal, on its incident, in words not heard before.

Owns which scenario and incident a drill is on. What a drill is like is `trainer.meeting.drilling`'s business.
"""

from __future__ import annotations

from collections.abc import Sequence

from trainer.errors import NotFound, NothingToRehearse
from trainer.meeting.drilling import MOST, drill_moments
from trainer.meeting.options import Length, Options
from trainer.meeting.script import prepare
from trainer.record.record import Record
from trainer.rehearsal import Rehearsal, options_for
from trainer.scenario.incident import Incident, example_incident
from trainer.scenario.incident_file import load_incident
from trainer.scenario.library import find
from trainer.scenario.load import load_scenario
from trainer.scenario.models import Scenario
from trainer.store.incidents import file_of_incident
from trainer.ui.desk.resources import Resources


def drill(resources: Resources, run: str, points: Sequence[str]) -> Rehearsal:
    """Begin a drill of the first of `points` that can be asked for, `MOST` at most.

    The scenario and the incident of `run` are taken as they are now, so that facts found out since count; where there is no such
    incident any more, as they were.

    Raises:
        NotFound: there is no such rehearsal.
        NothingToRehearse: nobody would ask for any of the points.
        TrainerError: something of it cannot be read or kept.
    """
    store = resources.store()
    record = store.load(store.find(run))
    script = prepare(*_now(resources, record))
    askable = [point for point in points if drill_moments(script, (point,))][:MOST]
    if not askable:
        raise NothingToRehearse(f"nothing to drill: with the facts of {_named(script.incident)} nobody asks for these points")
    options = options_for(store, script, Options(), Length.DRILL, askable, draw=resources.new_seed)
    return Rehearsal.begin(store, script, options, clock=resources.clock)


def _now(resources: Resources, record: Record) -> tuple[Scenario, Incident]:
    try:
        scenario = load_scenario(find(record.scenario.id, resources.places.scenarios))
    except NotFound:
        return record.scenario, record.incident
    if record.incident.is_example:
        return scenario, example_incident(scenario)
    saved = file_of_incident(resources.places, record.incident.name)
    return (record.scenario, record.incident) if saved is None else (scenario, load_incident(saved, scenario))


def _named(incident: Incident) -> str:
    return "the example" if incident.is_example else f"“{incident.name}”"
