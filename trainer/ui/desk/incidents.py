"""Own incidents: the form, keeping and deleting what was filled in, files of it in and out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from trainer.scenario.incident_file import dump_incident, load_incident, read_unfinished
from trainer.scenario.load import load_scenario
from trainer.scenario.models import Scenario
from trainer.store.incidents import file_name_of, forget_incident, save_incident
from trainer.text.clean import clean_line
from trainer.ui.desk.form import advice, form_view, incident_of, problems_of, text_of
from trainer.ui.desk.named_files import file_named
from trainer.ui.desk.resources import Resources
from trainer.ui.plan import Plan
from trainer.ui.refusals import FormRefused
from trainer.ui.views.incident import Answer, FormProblem, FormView
from trainer.ui.views.saving import IncidentText

MOST_OFFERED = 100
"""Files that are offered while a name is typed."""


class Incidents:
    """The part of the desk for own incidents."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._opened: tuple[Path, Scenario] | None = None

    def form(self, scenario_file: Path, incident_file: Path | None, plan: Plan = Plan.WHOLE) -> FormView:
        """The incident form, empty or with an incident from anywhere. Raises ProblemsFound, Unreadable.

        A file that is not among the saved incidents is only read: what is made of it is kept as a new one.
        """
        scenario = load_scenario(scenario_file)
        self._opened = scenario_file, scenario
        incident = load_incident(incident_file, scenario) if incident_file is not None else None
        saved = incident_file if incident_file is not None and self._is_saved(incident_file) else None
        return replace(form_view(scenario_file, scenario, incident, saved), plan=plan)

    def _scenario(self, path: Path) -> Scenario:
        """As it was when the form was opened: it is asked for at every field, and reading it takes a while."""
        if self._opened is None or self._opened[0] != path:
            self._opened = path, load_scenario(path)
        return self._opened[1]

    def _is_saved(self, path: Path) -> bool:
        return path.absolute().parent == self._resources.places.incidents.absolute()

    def keep(self, scenario_file: Path, old_file: Path | None, name: str, answers: Mapping[str, Answer]) -> Path:
        """Save what was filled in, under its name; returns the file. With another name than before, the old file goes.

        Raises:
            FormRefused: something has to be mended first.
            StoreFailed: it cannot be written.
        """
        scenario, places = self._scenario(scenario_file), self._resources.places
        incident = incident_of(scenario, name, answers)
        _refuse(problems_of(scenario, incident))
        path = places.incidents / f"{file_name_of(incident.name)}.yaml"
        if path != old_file and path.exists():
            _refuse((FormProblem("name", f"There is an incident called “{incident.name}” already. Give this one another name."),))
        saved = save_incident(places, incident.name, dump_incident(incident))
        if old_file is not None and old_file != saved and self._is_saved(old_file):
            forget_incident(old_file)
        return saved

    def delete(self, incident_file: Path) -> None:
        """Delete a saved incident; rehearsals of it stay. Raises StoreFailed."""
        if self._is_saved(incident_file):
            forget_incident(incident_file)

    def advice(self, scenario_file: Path, fact: str, value: str) -> str:
        """What would make an answer better; empty when it is fine, or belongs to no fact."""
        declared = self._scenario(scenario_file).facts.get(fact)
        return advice(declared, value) if declared is not None else ""

    def written(self, scenario_file: Path, name: str, answers: Mapping[str, Answer], *, as_it_is: bool = False) -> IncidentText:
        """What is filled in so far, as YAML; `as_it_is` also with values that no file could be read back with.

        Raises:
            FormRefused: something has to be mended first; facts may still be open.
        """
        scenario = self._scenario(scenario_file)
        incident = incident_of(scenario, name, answers)
        if not as_it_is:
            _refuse(problems_of(scenario, incident, unfinished=True))
        return IncidentText(incident.name, text_of(scenario, incident, named=bool(clean_line(name))))

    def files_here(self) -> tuple[str, ...]:
        """YAML files in the folder the app was opened in, to be offered while a name is typed."""
        try:
            return tuple(sorted(clean_line(path.name) for path in Path.cwd().glob("*.y*ml")))[:MOST_OFFERED]
        except OSError:  # a folder that cannot be listed offers nothing; a name can be typed all the same
            return ()

    def read(self, scenario_file: Path, name: str) -> FormView:
        """The form filled in from a file anywhere. Raises ProblemsFound, Unreadable, StoreFailed (no name of a file)."""
        scenario = self._scenario(scenario_file)
        return form_view(scenario_file, scenario, load_incident(file_named(name), scenario, unfinished=True), None)

    def read_text(self, scenario_file: Path, text: str, file: str) -> FormView:
        """The form filled in from a text; `file` is its name in messages. Raises ProblemsFound."""
        scenario = self._scenario(scenario_file)
        return form_view(scenario_file, scenario, read_unfinished(text, file, scenario), None)


def _refuse(problems: tuple[FormProblem, ...]) -> None:
    if problems:
        raise FormRefused(problems)
