"""The debrief: how it ended, the score, and point by point what was heard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from trainer.report.debrief_sections import score_line, sections
from trainer.report.values import Debrief, Entry, EntryLine, Mood, Section, ThemeResult, Tone
from trainer.ui.messages import BriefWanted, HomeWanted, RetryWanted, SaveAsked
from trainer.ui.screens.base import Page
from trainer.ui.widgets.paint import bar
from trainer.ui.widgets.row import Row

_MOODS = {Mood.GOOD: ("✓", "$good"), Mood.HALF: ("~", "$half"), Mood.BAD: ("✗", "$bad"), Mood.PLAIN: ("·", "$coach")}
_TONES = {Tone.QUOTE: "You", Tone.BETTER: "Say", Tone.OPEN: "Still open", Tone.WHY: "Why", Tone.NOTE: ""}
_RESULTS = {"won": "$good", "mixed": "$half", "lost": "$bad", None: "$coach"}


class DebriefPage(Page):
    """A scorecard to read, top to bottom."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "brief", "Brief", id="debrief.brief"),
        Binding("r", "again", "Retry last reply", id="debrief.again"),
        Binding("s", "save", "Save as Markdown", id="debrief.save"),
        Binding("escape", "home", "Home", id="debrief.home"),
    ]
    DEFAULT_CSS = """
    DebriefPage {
        & VerticalScroll { height: 1fr; padding: 1 2 0 2; }
        & .debrief--ending { text-style: bold; height: auto; }
        & .debrief--text { height: auto; margin: 0 0 1 0; }
        & .debrief--score { height: auto; margin: 1 0 0 0; }
        & .debrief--lead { height: auto; color: $muted; }
        & .debrief--themes { height: auto; margin: 1 0 0 0; }
        & .debrief--themes > Row > .row--label { width: 32; }
        & .debrief--themes > Row > .row--text { text-wrap: nowrap; text-overflow: ellipsis; }
        & .debrief--entry { height: auto; }
        & .debrief--entry > .entry--title { height: auto; }
        & .debrief--entry > Row { padding: 0 0 0 2; }
        & .debrief--entry > Row > .row--label { width: 11; color: $muted; }
        &.-short VerticalScroll { padding: 0 1; }
    }
    """

    def __init__(self, view: Debrief, *, may_try_again: bool = False) -> None:
        super().__init__()
        self._view = view
        self._may_try_again = may_try_again

    def compose(self) -> ComposeResult:
        """Ending first, then the score, then the points."""
        with VerticalScroll(), Vertical(classes="page--text"):
            yield from _ending(self._view)
            yield from _score(self._view)
            for section in sections(self._view):
                yield from _section(section)
        yield self.footer()

    def on_mount(self) -> None:
        """The arrow keys scroll at once."""
        self.query_one(VerticalScroll).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Another try exists with a coach only, after an ending."""
        return action != "again" or self._may_try_again

    def action_again(self) -> None:
        """Take the last reply back and go on from there."""
        self.post_message(RetryWanted())

    def action_brief(self) -> None:
        """The brief in the best words of this rehearsal."""
        self.post_message(BriefWanted())

    def action_save(self) -> None:
        """Keep the debrief as a file."""
        self.post_message(SaveAsked("debrief"))

    def action_home(self) -> None:
        """Back."""
        self.post_message(HomeWanted())


def _ending(view: Debrief) -> Iterator[Widget]:
    finish = view.finish
    title = f"{view.title} · {view.incident}" if view.incident else view.title
    yield Static(Content.styled(title, "$muted"))
    yield Static(Content.styled(finish.headline, f"bold {_RESULTS[finish.result]}"), classes="debrief--ending")
    if finish.epilogue:
        yield Static(Content(finish.epilogue), classes="debrief--text")
    yield from (Row("  Because", reason, classes="-muted") for reason in finish.reasons)
    if finish.in_the_way:
        yield Static(Content(f"In the way of “{finish.best}”:"), classes="page--heading")
        yield from (Row("", reason) for reason in finish.in_the_way)


def _score(view: Debrief) -> Iterator[Widget]:
    mood = "$good" if view.passed else "$half"
    yield Static(Content.assemble(("Score  ", "bold $coach"), (score_line(view), f"bold {mood}")), classes="debrief--score")
    yield from (Static(Content(reason), classes="debrief--lead") for reason in view.not_passed)
    yield Vertical(*(_theme(theme) for theme in view.themes), classes="debrief--themes")


def _theme(theme: ThemeResult) -> Row:
    return Row(theme.label, Content.assemble((f"{round(theme.share * 100):3} % ", "$muted"), bar(theme.share)))


def _section(section: Section) -> Iterator[Widget]:
    yield Static(Content(section.heading), classes="page--heading")
    if section.lead:
        yield Static(Content(section.lead), classes="debrief--lead")
    yield from (_entry(entry, section.mood) for entry in section.entries)


def _entry(entry: Entry, mood: Mood) -> Widget:
    mark, style = _MOODS[mood]
    title = Content.assemble((f"{mark} ", style), (entry.title, "bold"))
    return Vertical(Static(title, classes="entry--title"), *(_line(line) for line in entry.lines), classes="debrief--entry")


def _line(line: EntryLine) -> Row:
    text = f"“{line.text}”" if line.tone in (Tone.QUOTE, Tone.BETTER) else line.text
    return Row(_TONES[line.tone], Content.styled(text, "$coach") if line.tone is Tone.BETTER else Content(text))
