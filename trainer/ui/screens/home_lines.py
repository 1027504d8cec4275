"""What home lists: the lines, and what each of them opens. Loaded after home's first frame."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.text.counted import counted
from trainer.ui.messages.drill import DrillWanted
from trainer.ui.messages.home import BriefingWanted, DebriefWanted, ResumeWanted, TimeChosen
from trainer.ui.messages.incident import FormWanted
from trainer.ui.messages.pages import BriefWanted
from trainer.ui.messages.progress import HistoryWanted, ProgressWanted
from trainer.ui.messages.wish import Wish
from trainer.ui.messages.words import WordsWanted
from trainer.ui.plan import Plan
from trainer.ui.views.home import DrillRow, HomeView, IncidentRow, Practise, RunRow, ScenarioRow
from trainer.ui.widgets.choices import GAP, Choice, heading

NO_SCENARIOS = "No scenario found. Put one into your scenarios folder, or set TRAINER_SCENARIOS."
WHEN = "When is your meeting?"
SOON = (
    ("In less than 15 minutes", "your facts, and a one-page brief", Plan.BRIEF),
    ("In less than 45 minutes", "a short run: the hardest questions only", Plan.SHORT),
)
LATER = "Later, or just to practise"
AT_ONCE = 3
"""Points in one drill."""


def home_lines(view: HomeView) -> Iterator[Choice]:
    """The list, top to bottom; a line about a meeting holds what each further key wants with it."""
    if view.carry_on:
        yield heading("Carry on")
        yield from (_run(row, ResumeWanted(row.run)) for row in view.carry_on)
        yield GAP
    if view.scenarios:
        yield heading(WHEN)
        yield from (Choice(text, detail, TimeChosen(plan)) for text, detail, plan in SOON)
        yield GAP
    yield heading(LATER)
    for row in view.scenarios:
        yield Choice(row.title, "example incident", BriefingWanted(row.path), _keys(row))
        for incident in row.incidents:
            yield Choice(f"  {incident.name}", "own incident", BriefingWanted(row.path, incident.path), _keys(row, incident))
        yield Choice("  Your own incident", "about two minutes of facts", FormWanted(row.path), _keys(row))
    if not view.scenarios:
        yield Choice(NO_SCENARIOS, NO_SCENARIOS)
    practise = tuple(_practise(view.practise))
    if practise:
        yield GAP
        yield heading("Practise")
        yield from practise
    if view.recent:
        yield GAP
        yield heading("Rehearsed")
        yield from (_run(row, DebriefWanted(row.run)) for row in view.recent)
    if view.practise.kept:
        yield Choice("All rehearsals", f"{view.practise.kept} kept on this machine", HistoryWanted())


def _keys(row: ScenarioRow, incident: IncidentRow | None = None) -> dict[str, Wish]:
    """By the names of home's actions."""
    keys: dict[str, Wish] = {"own": FormWanted(row.path), "brief": BriefWanted(row.path, incident.path if incident else None)}
    return {**keys, "edit": FormWanted(row.path, incident.path)} if incident else keys


def _practise(view: Practise) -> Iterator[Choice]:
    yield from (_drill(row, alone=len(view.drills) == 1) for row in view.drills)
    if view.progress:
        yield Choice("Progress", view.progress, ProgressWanted())
    if view.words is not None:
        yield Choice("Words and quiz", "what the terms mean, and a test of it", WordsWanted(view.words))


def _drill(row: DrillRow, *, alone: bool) -> Choice:
    count, at_once = len(row.points), row.labels[:AT_ONCE]
    text = f"Drill: {f'{AT_ONCE} of ' if count > AT_ONCE else ''}{counted(count, 'point')} due"
    about = (", ".join(at_once), row.incident, "" if alone else row.title)
    return Choice(text, " · ".join(part for part in about if part), DrillWanted(row.points, row.run))


def _run(row: RunRow, opens: Wish) -> Choice:
    about = f"{row.detail} · {row.title}" if row.incident else row.detail
    return Choice(row.incident or row.title, about, opens)
