"""Rehearsals: what is known before one, beginning, going on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from trainer.meeting.drilling import short_moments
from trainer.meeting.engine import begin
from trainer.meeting.options import Length, Mode, Options, Pressure
from trainer.rehearsal import Rehearsal, options_for
from trainer.report.brief.gather import brief
from trainer.report.brief.values import Brief
from trainer.ui.desk.drilling import drill
from trainer.ui.desk.preparing import briefing_view
from trainer.ui.desk.rehearsed import last_rehearsal
from trainer.ui.desk.resources import Resources
from trainer.ui.desk.scripts import Scripts
from trainer.ui.desk.session import Session
from trainer.ui.views.briefing import BriefingView, Settings


class Rehearsals:
    """The part of the desk for rehearsals."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._scripts = Scripts()

    def briefing(self, scenario_file: Path, incident_file: Path | None, settings: Settings) -> BriefingView:
        """What is known before the meeting; the whole, where nobody would speak in a short run. Raises ProblemsFound, Unreadable."""
        script = self._scripts.of(scenario_file, incident_file)
        if settings.length == Length.SHORT and not short_moments(script, settings.absent):
            settings = replace(settings, length=Length.WHOLE.value)
        state = begin(script, Options(absent=settings.absent))[0]
        return briefing_view(scenario_file, incident_file, script, state, settings)

    def start(self, scenario_file: Path, incident_file: Path | None, settings: Settings) -> Session:
        """Begin a meeting. Raises TrainerError for what keeps it from beginning."""
        script = self._scripts.of(scenario_file, incident_file)
        store, clock, draw = self._resources.store(), self._resources.clock, self._resources.new_seed
        options = Options(mode=Mode(settings.mode), pressure=Pressure(settings.pressure), absent=settings.absent)
        options = options_for(store, script, options, Length(settings.length), settings.points, seed=settings.seed, draw=draw)
        return Session(Rehearsal.begin(store, script, options, clock=clock, limit=settings.limit))

    def drill(self, run: str, points: Sequence[str]) -> Session:
        """Begin a drill of weak points, on the incident of the earlier rehearsal `run`. Raises TrainerError for what is in the way."""
        return Session(drill(self._resources, run, points))

    def leave(self, session: Session, draft: str) -> None:
        """Leave a rehearsal as it stands, to be gone on with; a drill in which nothing was said is forgotten. Raises StoreFailed."""
        rehearsal = session.rehearsal
        if rehearsal.state.options.mode is Mode.DRILL and not rehearsal.over and not rehearsal.summary().replies:
            self._resources.store().forget(session.run_id)
        else:
            session.save_draft(draft)

    def resume(self, run: str) -> Session:
        """Go on with a rehearsal, or look at a finished one. Raises NotFound, Unreadable, StoreFailed."""
        store = self._resources.store()
        return Session(Rehearsal.resume(store, store.find(run), clock=self._resources.clock))

    def brief_of(self, scenario_file: Path, incident_file: Path | None) -> Brief:
        """The brief of an incident, with what was said best in its last finished rehearsal. Raises ProblemsFound, Unreadable."""
        script = self._scripts.of(scenario_file, incident_file)
        last = last_rehearsal(self._resources, script)
        return brief(script, last.events if last else ())
