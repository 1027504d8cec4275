"""Every rehearsal there was, with a filter that narrows the list as one types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from trainer.store.filter import fits
from trainer.ui.messages.home import DebriefWanted, HomeWanted, ResumeWanted
from trainer.ui.messages.progress import ForgetWanted
from trainer.ui.screens.base import Page
from trainer.ui.views.history import HistoryView, PastRun
from trainer.ui.widgets.choices import Choice, Choices
from trainer.ui.widgets.filter_line import FilterLine

LONGEST_FILTER = 100
PLACEHOLDER = "Filter: acme, coach, not passed, unfinished …"
NOTHING = "No rehearsals yet. What you rehearse is kept here, on this machine alone."
NONE_FITS = "No rehearsal fits. Esc clears the filter."
SLIM = 70
"""Columns below which the name of a rehearsal stands before the mode: of the two, it is told by its name."""
SURE = "Forget “{name}” ({when})? {key} again removes it from this machine for good; {kept} keeps it."


class PastRuns(Choices):
    """The list; there the delete key has nothing else to delete."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("delete", "screen.forget", "Forget", show=False, id="history.delete")]


class HistoryPage(Page):
    """Type to filter, up and down to mark, Enter to open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "forget", "Forget", id="history.forget"),
        Binding("escape", "leave", "Clear, then home", id="history.leave"),
        Binding("up", "mark('cursor_up')", "Up", show=False, id="history.up"),
        Binding("down", "mark('cursor_down')", "Down", show=False, id="history.down"),
        Binding("pageup", "mark('page_up')", "A page up", show=False, id="history.back"),
        Binding("pagedown", "mark('page_down')", "A page down", show=False, id="history.on"),
    ]
    HELP = (
        "All your rehearsals, the latest first; the score is that of the first tries. Type words to narrow the list: an incident, a "
        "meeting, coach or meeting, short, drill, passed, not passed, left early, unfinished. "
        "Open one to see its debrief; an unfinished one goes on where it stopped."
    )
    DEFAULT_CSS = """
    HistoryPage {
        & #head { height: auto; padding: 1 2 0 2; }
        & #filter { height: auto; padding: 1 2 0 2; }
        & #found { height: auto; padding: 0 2; margin: 0 0 1 0; color: $muted; }
        & #found.-asking { color: $half; }
        &.-short #head { padding: 0 2; }
        &.-short #filter { padding: 0 2; }
        &.-short #found { margin: 0; }
    }
    """

    def __init__(self, view: HistoryView) -> None:
        super().__init__()
        self._view = view
        self._asking = ""
        """The run that was asked about: once more, and it is forgotten."""
        self._slim = False

    def compose(self) -> ComposeResult:
        """Filter, how many fit, the list."""
        yield Static(Content.styled("All rehearsals", "bold"), id="head")
        with Vertical(id="filter"):  # room beside the line by padding: a margin there would take it from the list as well
            yield FilterLine(placeholder=PLACEHOLDER, compact=True, max_length=LONGEST_FILTER)
        yield Static(id="found", markup=False)
        yield PastRuns()
        yield self.footer()

    async def on_resize(self, event: events.Resize) -> None:
        """List anew in the columns there are, besides what every page does."""
        await super().on_resize(event)
        if (event.size.width < SLIM) is not self._slim:
            self._list(self.query_one(Choices).highlighted)

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(FilterLine).focus()
        self._list()

    def show(self, view: HistoryView) -> None:
        """List these instead, near where the mark was."""
        at = self.query_one(Choices).highlighted
        self._view = view
        self._list(at)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing is forgotten where nothing is marked."""
        return action != "forget" or not self.is_mounted or self._marked is not None

    def on_input_changed(self, message: Input.Changed) -> None:
        """Narrow the list."""
        message.stop()
        self._list()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Open what is marked."""
        message.stop()
        self.query_one(Choices).action_select()

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """What was asked about another one is answered: it is kept."""
        message.stop()
        if self._asking and (self._marked is None or self._marked.run != self._asking):
            self._say()

    def action_mark(self, how: str) -> None:
        """Move the mark while the cursor stays in the filter."""
        getattr(self.query_one(Choices), f"action_{how}")()

    def action_forget(self) -> None:
        """Ask; the second time, forget it."""
        marked = self._marked
        if marked is None:
            return
        if self._asking == marked.run:
            self._say()
            self.post_message(ForgetWanted(marked.run))
        else:
            self._asking = marked.run
            found = self.query_one("#found", Static)
            found.update(Content(self._question(marked)))
            found.add_class("-asking")

    def action_leave(self) -> None:
        """Keep what was asked about; clear the filter; home: whichever is first to do."""
        line = self.query_one(FilterLine)
        if self._asking:
            self._say()
        elif line.value:
            line.value = ""
        else:
            self.post_message(HomeWanted())

    def _question(self, run: PastRun) -> str:
        forget, leave = self.key_of("history.forget"), self.key_of("history.leave")
        return SURE.format(name=run.incident or run.title, when=run.when, key=forget, kept=leave)

    @property
    def _marked(self) -> PastRun | None:
        choice = self.query_one(Choices).marked
        return choice.about if choice is not None and isinstance(choice.about, PastRun) else None

    def _list(self, at: int | None = None) -> None:
        words = self.query_one(FilterLine).value
        shown = [run for run in self._view.runs if fits(run.searched, words)]
        choices = self.query_one(Choices)
        self._slim = self.app.size.width < SLIM
        choices.put(tuple(_lines(shown, slim=self._slim)))
        if at is not None and shown:
            choices.highlighted = min(at, len(shown) - 1)
        self._say()
        self.refresh_bindings()

    def _say(self) -> None:
        """How many there are, instead of a question."""
        self._asking = ""
        found, of, shown = self.query_one("#found", Static), len(self._view.runs), self.query_one(Choices).option_count
        found.remove_class("-asking")
        found.update(NOTHING if not of else NONE_FITS if not shown else f"{of} kept on this machine" if shown == of else f"{shown} of {of}")


def _lines(runs: list[PastRun], *, slim: bool) -> Iterator[Choice]:
    """One line a run, in columns."""
    several = len({run.title for run in runs}) > 1
    rows = [_columns(run, slim=slim) for run in runs]
    widths = [max((cell_len(text) for text in column), default=0) for column in zip(*rows, strict=True)]
    for run, row in zip(runs, rows, strict=True):
        cells = "  ".join(set_cell_size(text, width) for text, width in zip(row, widths, strict=True))
        named = f"{run.incident} · {run.title}" if run.incident and several else run.incident or run.title
        detail = f"{named} · {run.kind}" if slim else named
        yield Choice(cells, detail, DebriefWanted(run.run) if run.finished else ResumeWanted(run.run), run)


def _columns(run: PastRun, *, slim: bool) -> tuple[str, ...]:
    return run.when, run.score.rjust(3), run.result, *(() if slim else (run.kind,))
