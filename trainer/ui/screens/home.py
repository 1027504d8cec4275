"""Home: what was left unfinished, what can be rehearsed, what was rehearsed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.ui.messages import BriefingWanted, BriefWanted, DebriefWanted, FormWanted, ResumeWanted
from trainer.ui.screens.base import Page

if TYPE_CHECKING:  # views are not needed for home's first frame
    from trainer.ui.views import HomeView, RunRow, ScenarioRow

TITLE = "Rehearse the meeting before you have it"
PROMISE = "Everything you type stays on this machine."
HOW = """How it works
You type what you would say. The people you have to convince answer, press and doubt.
The coach shows which of your words counted and what they still need to hear.
You leave with a one-page brief for the real meeting, in your own best sentences.

Short of time? Press o and fill in your own incident: its brief is there before you rehearse."""
"""Stands below the list until there is a rehearsal to list."""
LOOKING = "Looking for your rehearsals …"
NO_SCENARIOS = "No scenario found. Put one into your scenarios folder, or set TRAINER_SCENARIOS."


class Choices(OptionList):
    """The list; says in the footer what Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "Open", id="home.open")]


class HomePage(Page):
    """One list for everything; Enter opens what is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "own", "Own incident", id="home.own"),
        Binding("b", "brief", "Brief", id="home.brief"),
        Binding("e", "edit", "Edit incident", id="home.edit"),
        Binding("q", "app.quit", "Quit", id="home.quit"),
    ]
    DEFAULT_CSS = """
    HomePage {
        & #head { height: auto; padding: 1 2 0 2; }
        & #promise { color: $muted; padding: 0 2; height: auto; margin: 0 0 1 0; }
        & #trouble { color: $bad; padding: 0 2; height: auto; display: none; margin: 0 0 1 0; }
        & #trouble.-shown { display: block; }
        & OptionList {
            height: 1fr; border: none; padding: 0 1; background: $background; scrollbar-size-vertical: 1;
            text-wrap: nowrap; text-overflow: ellipsis;
            & > .option-list--option { padding: 0 1; }
            &:focus { border: none; background: $background; background-tint: $background 0%; }
        }
        & #how { display: none; height: 1fr; padding: 2 2 0 2; max-width: 100; }
        &.-new.-tall #how { display: block; }
        &.-new.-tall OptionList { height: auto; max-height: 60%; }
        &.-short #promise { display: none; }
        &.-short #head { padding: 0 2; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._opens: dict[str, tuple[Message, ScenarioRow | None, int]] = {}

    def compose(self) -> ComposeResult:
        """Title, list, keys; the list is filled by `show`."""
        yield Static(Content.styled(TITLE, "bold"), id="head")
        yield Static(PROMISE, id="promise")
        yield Static(id="trouble", markup=False)
        yield Choices(Option(Content.styled(LOOKING, "$muted"), disabled=True), markup=False)
        heading, text = HOW.split("\n", 1)
        yield Static(Content.assemble((heading, "bold $coach"), "\n", (text, "$muted")), id="how")
        yield self.footer()

    def show(self, view: HomeView) -> None:
        """List what there is, unfinished rehearsals first, and mark the first thing that opens."""
        trouble = self.query_one("#trouble", Static)
        trouble.update(Content("\n".join(view.trouble)))
        trouble.set_class(bool(view.trouble), "-shown")
        self.set_class(not view.carry_on and not view.recent, "-new")
        self._opens = {}
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(self._options(view))
        options.highlighted = next((at for at, option in enumerate(options.options) if not option.disabled), None)
        options.focus()
        self.refresh_bindings()

    def _options(self, view: HomeView) -> Iterator[Option]:
        if view.carry_on:
            yield _heading("Carry on")
            yield from (self._option(_run(row), ResumeWanted(row.run)) for row in view.carry_on)
            yield _gap()
        yield _heading("Rehearse")
        for row in view.scenarios:
            yield self._option(_line(row.title, "example incident"), BriefingWanted(row.path), row)
            for at, incident in enumerate(row.incidents):
                yield self._option(_line(f"  {incident.name}", "own incident"), BriefingWanted(row.path, incident.path), row, at)
            yield self._option(_line("  Your own incident", "about two minutes of facts"), FormWanted(row.path), row)
        if not view.scenarios:
            yield Option(Content.styled(NO_SCENARIOS, "$muted"), disabled=True)
        if view.recent:
            yield _gap()
            yield _heading("Rehearsed")
            yield from (self._option(_run(row), DebriefWanted(row.run)) for row in view.recent)

    def _option(self, prompt: Content, message: Message, row: ScenarioRow | None = None, incident: int = -1) -> Option:
        key = f"option-{len(self._opens)}"
        self._opens[key] = (message, row, incident)
        return Option(prompt, id=key)

    def _marked(self) -> tuple[Message, ScenarioRow | None, int] | None:
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return None
        return self._opens.get(options.get_option_at_index(options.highlighted).id or "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only the keys that do something for the marked line."""
        if action not in ("own", "brief", "edit") or not self.is_mounted:
            return True
        marked = self._marked()
        row, incident = (marked[1], marked[2]) if marked else (None, -1)
        return row is not None and (action != "edit" or incident >= 0)

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """The footer follows the marked line."""
        message.stop()
        self.refresh_bindings()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Open the marked line."""
        message.stop()
        if marked := self._marked():
            self.post_message(marked[0])

    def action_own(self) -> None:
        """Fill in an own incident for the marked scenario."""
        if (marked := self._marked()) and marked[1]:
            self.post_message(FormWanted(marked[1].path))

    def action_edit(self) -> None:
        """Change the marked saved incident."""
        if (marked := self._marked()) and marked[1] and marked[2] >= 0:
            self.post_message(FormWanted(marked[1].path, marked[1].incidents[marked[2]].path))

    def action_brief(self) -> None:
        """The brief for the marked scenario and incident, before any rehearsal."""
        if (marked := self._marked()) and marked[1]:
            incident = marked[1].incidents[marked[2]].path if marked[2] >= 0 else None
            self.post_message(BriefWanted(marked[1].path, incident))


def _heading(text: str) -> Option:
    return Option(Content.styled(text, "bold $coach"), disabled=True)


def _gap() -> Option:
    return Option(Content(" "), disabled=True)


def _line(text: str, detail: str) -> Content:
    return Content.assemble(text, (f"  {detail}" if detail else "", "$muted"))


def _run(row: RunRow) -> Content:
    about = f"{row.detail} · {row.title}" if row.incident else row.detail
    return _line(row.incident or row.title, about)
