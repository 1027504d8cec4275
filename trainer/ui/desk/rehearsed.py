"""What was said last on an incident: the rehearsal whose sentences a brief of that incident takes up.

Owns which run that is, and what of it still holds with the facts as they are now. Draws no page.
"""

from __future__ import annotations

from collections.abc import Iterator

from trainer.errors import TrainerError
from trainer.meeting.options import Length
from trainer.meeting.script import Script
from trainer.record.record import Record
from trainer.scenario.incident import Incident
from trainer.store.runs import Run
from trainer.store.store import Store
from trainer.ui.desk.resources import Resources


def last_rehearsal(resources: Resources, script: Script) -> Record | None:
    """The finished rehearsal of this scenario and incident that was saved last, a drill only where there is no other; None without one.

    A rehearsal with other values than now is none of this incident: its sentences may say what is no longer so. What cannot be read is
    passed over; home and the history name it, and the facts make a brief all the same.
    """
    try:
        store = resources.store()
        runs = tuple(run for run in store.runs() if _is_of(run, script))
    except TrainerError:
        return None
    ordered = sorted(runs, key=lambda run: run.length == Length.DRILL)
    return next((record for record in _readable(store, ordered) if _holds(record.incident, script.incident)), None)


def _is_of(run: Run, script: Script) -> bool:
    incident = script.incident
    same = run.scenario == script.scenario.id and run.incident == ("" if incident.is_example else incident.name)
    return same and run.summary.ended is not None


def _readable(store: Store, runs: list[Run]) -> Iterator[Record]:
    for run in runs:
        try:
            yield store.load(run.id)
        except TrainerError:
            continue


def _holds(then: Incident, now: Incident) -> bool:
    """Whether nothing said then can be untrue now: what was known has the same value; what was open may be known by now."""
    return all(now.value(fact) == then.value(fact) for fact in then.values if then.known(fact))
