"""The desk behind the screens: the one place of the app that opens files and the history.

Called on one thread only, one call after another, so that nothing it does can hold up the screen. Gives views, takes
plain values, raises TrainerError. Imported after home's first frame, because the engine behind it takes a while to load.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from trainer.errors import Problem, ProblemsFound, StoreFailed
from trainer.meeting.engine import begin
from trainer.meeting.options import Mode, Options, Pressure
from trainer.meeting.script import prepare
from trainer.rehearsal import Rehearsal, new_seed
from trainer.report import brief_markdown, debrief_markdown
from trainer.report.brief import brief
from trainer.report.values import Brief, Debrief
from trainer.scenario.incident import Incident, example_incident, make_incident
from trainer.scenario.incident_file import dump_incident, load_incident
from trainer.scenario.load import load_scenario
from trainer.scenario.models import Scenario
from trainer.store.files import write_private
from trainer.store.incidents import file_name_of, save_incident
from trainer.store.places import Places
from trainer.store.store import Store
from trainer.text.clean import clean_line
from trainer.ui.home_lists import home_view
from trainer.ui.preparing import answers_text, briefing_view, form_view
from trainer.ui.refusals import FileThere, FormRefused
from trainer.ui.session import Session
from trainer.ui.views import Answer, BriefingView, FormProblem, FormView, HomeView, Settings

Page = Brief | Debrief


class Desk:
    """Everything the app does besides showing."""

    def __init__(self, places: Places, clock: Callable[[], datetime], open_store: Callable[[Path], Store] = Store) -> None:
        self._places = places
        self._clock = clock
        self._open_store = open_store
        self._store_open: Store | None = None

    def close(self) -> None:
        """Let go of the history."""
        if self._store_open is not None:
            self._store_open.close()
            self._store_open = None

    def home(self) -> HomeView:
        """What home lists; what cannot be read is named in it and hides nothing else."""
        return home_view(self._places, self._store, self._clock())

    def form(self, scenario_file: Path, incident_file: Path | None) -> FormView:
        """The incident form, empty or with a saved incident. Raises ProblemsFound, Unreadable."""
        scenario = load_scenario(scenario_file)
        incident = load_incident(incident_file, scenario) if incident_file is not None else None
        return form_view(scenario_file, scenario, incident, incident_file)

    def keep_incident(self, scenario_file: Path, old_file: Path | None, name: str, answers: Mapping[str, Answer]) -> Path:
        """Save what was filled in, under its name; returns the file.

        Raises:
            FormRefused: something has to be mended first.
            StoreFailed: it cannot be written.
        """
        scenario = load_scenario(scenario_file)
        try:
            incident = make_incident(scenario, name or _name_from(scenario, answers), answers_text(scenario, answers))
        except ProblemsFound as error:
            raise FormRefused(tuple(_form_problem(problem) for problem in error.problems)) from error
        path = self._places.incidents / f"{file_name_of(incident.name)}.yaml"
        if path != old_file and path.exists():
            raise FormRefused((FormProblem("name", f"There is an incident called “{incident.name}” already. Give this one another name."),))
        saved = save_incident(self._places, incident.name, dump_incident(incident))
        if old_file is not None and old_file != saved:
            old_file.unlink(missing_ok=True)
        return saved

    def briefing(self, scenario_file: Path, incident_file: Path | None, settings: Settings) -> BriefingView:
        """What is known before the meeting. Raises ProblemsFound, Unreadable."""
        scenario = load_scenario(scenario_file)
        script = prepare(scenario, _incident(scenario, incident_file))
        state = begin(script, Options(absent=settings.absent))[0]
        return briefing_view(scenario_file, incident_file, script, state, settings)

    def start(self, scenario_file: Path, incident_file: Path | None, settings: Settings) -> Session:
        """Begin a meeting. Raises TrainerError for what keeps it from beginning."""
        scenario = load_scenario(scenario_file)
        options = Options(
            seed=new_seed() if settings.seed is None else settings.seed,
            mode=Mode(settings.mode),
            pressure=Pressure(settings.pressure),
            absent=settings.absent,
        )
        incident = _incident(scenario, incident_file)
        return Session(Rehearsal.start(self._store(), scenario, incident, options, clock=self._clock, limit=settings.limit))

    def resume(self, run: str) -> Session:
        """Go on with a rehearsal, or look at a finished one. Raises NotFound, Unreadable, StoreFailed."""
        store = self._store()
        return Session(Rehearsal.resume(store, store.find(run), clock=self._clock))

    def brief_of(self, scenario_file: Path, incident_file: Path | None) -> Brief:
        """The brief before any rehearsal. Raises ProblemsFound, Unreadable."""
        scenario = load_scenario(scenario_file)
        return brief(prepare(scenario, _incident(scenario, incident_file)))

    def suggested_file(self, page: Page) -> tuple[str, str]:
        """What to call a saved page, if nothing else is wanted, and the folder: the one the app was opened in."""
        kind = "brief" if isinstance(page, Brief) else "debrief"
        return f"{file_name_of(page.incident or page.title)}-{kind}.md", clean_line(str(Path.cwd()))

    def save_page(self, page: Page, name: str, *, replace: bool) -> Path:
        """Write a page as Markdown that only its owner can read; returns the file.

        Raises:
            FileThere: there is one, and it is not to be replaced.
            StoreFailed: it cannot be written.
        """
        path = _file_named(name)
        if path.exists() and not replace:
            raise FileThere(f"{path.name} is there already. Enter again replaces it.")
        write_private(path, brief_markdown.render(page) if isinstance(page, Brief) else debrief_markdown.render(page))
        return path

    def _store(self) -> Store:
        if self._store_open is None:
            self._store_open = self._open_store(self._places.history)
        return self._store_open


def _incident(scenario: Scenario, incident_file: Path | None) -> Incident:
    return example_incident(scenario) if incident_file is None else load_incident(incident_file, scenario)


def _name_from(scenario: Scenario, answers: Mapping[str, Answer]) -> str:
    """The beginning of the first fact that was filled in."""
    first = next((answers[fact].value for fact in scenario.facts if fact in answers and answers[fact].value), "")
    return " ".join(first.split()[:6])


def _form_problem(problem: Problem) -> FormProblem:
    """A problem said at its field, where question and example stand already."""
    fact = problem.path.removeprefix("facts.") if problem.path.startswith("facts.") else None
    if problem.check == "fact-needed":
        return FormProblem(fact, "This one is needed.")
    mend = f" {problem.mend[:1].upper()}{problem.mend[1:]}." if problem.mend else ""
    return FormProblem(fact, f"{problem.message}.{mend}")


def _file_named(name: str) -> Path:
    """A typed name as a file to write. Raises StoreFailed when it cannot be one."""
    if not name.strip():
        raise StoreFailed("Give the file a name.")
    try:
        path = Path(name.strip()).expanduser().absolute()
        folder = path.is_dir()
    except (RuntimeError, OSError, ValueError) as error:
        raise StoreFailed(f"“{name.strip()}” cannot be a file name. Give another one.") from error
    if folder:
        raise StoreFailed(f"{path} is a folder. Add a file name.")
    return path
