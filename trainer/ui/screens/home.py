"""Home: what was left unfinished, how soon the meeting is, what can be rehearsed, what was rehearsed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from trainer.ui.messages.drill import DrillWanted
from trainer.ui.messages.home import BriefingWanted, DebriefWanted, ResumeWanted, TimeChosen
from trainer.ui.messages.incident import FormWanted
from trainer.ui.messages.pages import BriefWanted
from trainer.ui.messages.progress import HistoryWanted, ProgressWanted
from trainer.ui.messages.words import WordsWanted
from trainer.ui.plan import Plan
from trainer.ui.screens.base import Page
from trainer.ui.widgets.choices import GAP, Choice, Choices, heading

if TYPE_CHECKING:  # views are not needed for home's first frame
    from trainer.ui.messages.wish import Wish
    from trainer.ui.views.home import DrillRow, HomeView, IncidentRow, Practise, RunRow, ScenarioRow

TITLE = "Rehearse the meeting before you have it"
PROMISE = "Everything you type stays on this machine."
HOW = """How it works
You type what you would say. The people you have to convince answer, press and doubt.
The coach shows which of your words counted and what they still need to hear.
You leave with a one-page brief for the real meeting, in your own best sentences."""
"""Stands below the list until there is a rehearsal to list."""
LOOKING = "Looking for your rehearsals …"
NO_SCENARIOS = "No scenario found. Put one into your scenarios folder, or set TRAINER_SCENARIOS."
WHEN = "When is your meeting?"
SOON = (
    ("In less than 15 minutes", "your facts, and a one-page brief", Plan.BRIEF),
    ("In less than 45 minutes", "a short run: opening, warning, one surprise", Plan.SHORT),
)
LATER = "Later, or just to practise"
AT_ONCE = 3
"""Points in one drill."""


@dataclass(frozen=True)
class Marked:
    """What the keys of home are about: a scenario, and one of its saved incidents."""

    scenario: ScenarioRow
    incident: IncidentRow | None = None


class HomePage(Page):
    """One list for everything; Enter opens what is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "own", "Own incident", id="home.own"),
        Binding("b", "brief", "Brief", id="home.brief"),
        Binding("e", "edit", "Edit incident", id="home.edit"),
        Binding("q", "app.quit", "Quit", id="home.quit"),
    ]
    HELP = (
        "Say how soon your meeting is, or choose what to rehearse. A rehearsal you left is on top and goes on where it stopped. "
        "An own incident is a few facts about what you found; its brief is there before you rehearse."
    )
    DEFAULT_CSS = """
    HomePage {
        & #head { height: auto; padding: 1 2 0 2; }
        & #promise { color: $muted; padding: 0 2; height: auto; margin: 0 0 1 0; }
        & #trouble { color: $bad; padding: 0 2; height: auto; display: none; margin: 0 0 1 0; }
        & #trouble.-shown { display: block; }
        & #how { display: none; height: 1fr; padding: 1 2 0 2; max-width: 100; }
        &.-new.-tall #how { display: block; }
        &.-new.-tall Choices { height: auto; max-height: 60%; }
        &.-short #promise { display: none; }
        &.-short #head { padding: 0 2; }
    }
    """

    def compose(self) -> ComposeResult:
        """Title, list, keys; the list is filled by `show`."""
        yield Static(Content.styled(TITLE, "bold"), id="head")
        yield Static(PROMISE, id="promise")
        yield Static(id="trouble", markup=False)
        yield Choices(Choice(LOOKING, LOOKING))
        first, text = HOW.split("\n", 1)
        yield Static(Content.assemble((first, "bold $coach"), "\n", (text, "$muted")), id="how")
        yield self.footer()

    def show(self, view: HomeView) -> None:
        """List what there is, unfinished rehearsals first, and mark the first thing that opens."""
        trouble = self.query_one("#trouble", Static)
        trouble.update(Content("\n".join(view.trouble)))
        trouble.set_class(bool(view.trouble), "-shown")
        self.set_class(not view.carry_on and not view.recent, "-new")
        choices = self.query_one(Choices)
        choices.put(tuple(_choices(view)))
        choices.focus()
        self.refresh_bindings()

    def _marked(self) -> Marked | None:
        choice = self.query_one(Choices).marked
        return choice.about if choice is not None and isinstance(choice.about, Marked) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only the keys that do something for the marked line."""
        if action not in ("own", "brief", "edit") or not self.is_mounted:
            return True
        marked = self._marked()
        return marked is not None and (action != "edit" or marked.incident is not None)

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """The footer follows the marked line."""
        message.stop()
        self.refresh_bindings()

    def action_own(self) -> None:
        """Fill in an own incident for the marked scenario."""
        if marked := self._marked():
            self.post_message(FormWanted(marked.scenario.path))

    def action_edit(self) -> None:
        """Change the marked saved incident."""
        if (marked := self._marked()) and marked.incident:
            self.post_message(FormWanted(marked.scenario.path, marked.incident.path))

    def action_brief(self) -> None:
        """The brief for the marked scenario and incident, before any rehearsal."""
        if marked := self._marked():
            self.post_message(BriefWanted(marked.scenario.path, marked.incident.path if marked.incident else None))


def _choices(view: HomeView) -> Iterator[Choice]:
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
        yield Choice(row.title, "example incident", BriefingWanted(row.path), Marked(row))
        for incident in row.incidents:
            yield Choice(f"  {incident.name}", "own incident", BriefingWanted(row.path, incident.path), Marked(row, incident))
        yield Choice("  Your own incident", "about two minutes of facts", FormWanted(row.path), Marked(row))
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


def _practise(view: Practise) -> Iterator[Choice]:
    yield from (_drill(row, alone=len(view.drills) == 1) for row in view.drills)
    if view.progress:
        yield Choice("Progress", view.progress, ProgressWanted())
    if view.words is not None:
        yield Choice("Words and quiz", "what the terms mean, and a test of it", WordsWanted(view.words))


def _drill(row: DrillRow, *, alone: bool) -> Choice:
    count, at_once = len(row.points), row.labels[:AT_ONCE]
    text = f"Drill: {f'{AT_ONCE} of ' if count > AT_ONCE else ''}{count} {'point' if count == 1 else 'points'} due"
    about = (", ".join(at_once), row.incident, "" if alone else row.title)
    return Choice(text, " · ".join(part for part in about if part), DrillWanted(row.points, row.run))


def _run(row: RunRow, opens: Wish) -> Choice:
    about = f"{row.detail} · {row.title}" if row.incident else row.detail
    return Choice(row.incident or row.title, about, opens)
