"""The points of a debrief: a list with their signs, and beside it all about the one that is marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.report.debrief.sections import sections
from trainer.report.debrief.values import Debrief, Entry, MistakeResult, PointResult, Section
from trainer.report.debrief.wording import number, series_words
from trainer.ui.widgets.paint import muted
from trainer.ui.widgets.row import Row
from trainer.ui.widgets.standings import series, sign

DISPUTED = {True: "You say that you did say it.", False: "You say that you did not say it."}
KEPT = "That is kept on this machine; the score stays."
DISAGREES = "≠"
"""Behind a point whose verdict is disputed."""


@dataclass
class PointMarked(Message):
    """Another line of the list is marked."""


@dataclass
class PointOpened(Message):
    """Show where in the meeting it was said or asked for."""

    turn: int


class PointList(OptionList):
    """The points; says in the footer what Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Where", id="debrief.where", tooltip="Show the marked point in the transcript")
    ]

    def on_click(self, event: events.Click) -> None:
        """A click marks a point, to read about it; only one on the marked point does what Enter does."""
        at = event.style.meta.get("option")
        if at is not None and at != self.highlighted and not self.get_option_at_index(at).disabled:
            event.prevent_default()
            self.highlighted = at


class PointsPart(Horizontal):
    """List and detail."""

    DEFAULT_CSS = """
    PointsPart {
        & > PointList {
            width: 36; height: 1fr; border: none; padding: 0 0 0 1; background: $background; scrollbar-size-vertical: 1;
            text-wrap: nowrap; text-overflow: ellipsis;
            & > .option-list--option { padding: 0 1; }
            &:focus { border: none; background: $background; background-tint: $background 0%; }
        }
        & > VerticalScroll { width: 1fr; height: 1fr; padding: 0 1 0 2; border-left: solid $rule; }
        & .point--title { height: auto; text-style: bold; }
        & .point--standing { height: auto; margin: 0 0 1 0; }
        & Row { margin: 0 0 1 0; max-width: 90; }
        & Row > .row--label { width: 11; }
    }
    """

    def __init__(self, page: Debrief, disputed: Mapping[str, bool]) -> None:
        super().__init__(classes="part")
        self._page, self._disputed = page, dict(disputed)
        self._rows: tuple[tuple[Section, Entry] | Section, ...] = tuple(_rows(page))

    def compose(self) -> ComposeResult:
        """Both sides, what is to be worked on first marked."""
        yield PointList(*(self._option(row) for row in self._rows), markup=False)
        with VerticalScroll(can_focus=False):
            yield Vertical(id="detail", classes="page--text")

    def on_mount(self) -> None:
        """Begin at what is most worth a look."""
        first = self._page.work_on[0].points if self._page.work_on else ()
        places = [place for place, row in enumerate(self._rows) if isinstance(row, tuple)]
        wanted = [place for place in places if getattr(self._entry(place).about, "point", None) in first]
        self.query_one(PointList).highlighted = next(iter((*wanted, *places)), None)

    @property
    def marked(self) -> PointResult | MistakeResult | None:
        """What the marked line is about."""
        at = self.query_one(PointList).highlighted if self.is_mounted else None
        return None if at is None else self._entry(at).about

    async def show_disputed(self, point: str, *, said: bool) -> None:
        """From now on the verdict on this point is disputed."""
        self._disputed[point] = said
        options = self.query_one(PointList)
        for place, row in enumerate(self._rows):
            if isinstance(row, tuple) and isinstance(row[1].about, PointResult) and row[1].about.point == point:
                options.replace_option_prompt_at_index(place, self._prompt(row[1]))
        await self._show_detail()

    def scroll_detail(self, by: int) -> None:
        """Move the right side by so many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    async def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Show all about it."""
        message.stop()
        await self._show_detail()
        self.post_message(PointMarked())

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Go to where it was said, or asked for."""
        message.stop()
        about = self._entry(message.option_index).about
        turns = about.turns if isinstance(about, PointResult) else ()
        if turns:
            self.post_message(PointOpened(turns[0]))

    def _entry(self, place: int) -> Entry:
        row = self._rows[place]
        return row[1] if isinstance(row, tuple) else Entry("")

    def _option(self, row: tuple[Section, Entry] | Section) -> Option:
        if isinstance(row, Section):
            return Option(Content.styled(row.heading, "bold $coach"), disabled=True)
        return Option(self._prompt(row[1]))

    def _prompt(self, entry: Entry) -> Content:
        about = entry.about
        disputed = isinstance(about, PointResult) and about.point in self._disputed
        return Content.assemble(sign(about) if about else "", f" {entry.title}", (f" {DISAGREES}" if disputed else "", "$coach"))

    async def _show_detail(self) -> None:
        at = self.query_one(PointList).highlighted
        row = None if at is None else self._rows[at]
        detail = self.query_one("#detail", Vertical)
        async with self.batch():
            await detail.remove_children()
            if isinstance(row, tuple):
                await detail.mount_all(self._detail(*row))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _detail(self, section: Section, entry: Entry) -> Iterator[Widget]:
        yield Static(Content(entry.title), classes="point--title")
        sign_of = sign(entry.about) if entry.about else Content("")
        yield Static(Content.assemble(sign_of, " ", section.heading, (f"  {section.lead}", "$muted")), classes="point--standing")
        if isinstance(entry.about, PointResult):
            if entry.about.point in self._disputed:
                yield Row(Content.styled("Disputed", "$coach"), f"{DISPUTED[self._disputed[entry.about.point]]} {KEPT}")
            yield from _said(entry.about)
            yield from self._before(entry.about)
        elif entry.about is not None:
            yield from _made(entry.about)

    def _before(self, point: PointResult) -> Iterator[Row]:
        for one in self._page.attempts.points:
            if one.point == point.point:
                yield Row(muted("So far"), Content.assemble(series(one), (f"\n{series_words(one)}", "$muted")))


def _rows(page: Debrief) -> Iterator[tuple[Section, Entry] | Section]:
    for section in sections(page):
        entries = [entry for entry in section.entries if entry.about is not None]
        if entries:
            yield section
            yield from ((section, entry) for entry in entries)


def _said(point: PointResult) -> Iterator[Row]:
    turns = {one.quote.casefold(): one.turn for one in point.said}
    for quote in point.quotes:
        turn = turns.get(quote.casefold())
        yield Row(muted("You"), Content.assemble(f"“{quote}”", (f"  line {number(turn)}" if turn is not None else "", "$muted")))
    if point.open:
        yield Row(Content.styled("Still open", "$half"), ", ".join(point.open))
    if point.model:
        yield _better(point.model)
    if point.why:
        yield Row(muted("Why"), point.why)


def _made(mistake: MistakeResult) -> Sequence[Row]:
    quoted = [Row(muted("You"), f"“{mistake.quote}”")] if mistake.quote else []
    return [*quoted, _better(mistake.correction)] if mistake.correction else quoted


def _better(line: str) -> Row:
    return Row(Content.styled("Say", "$coach"), Content.styled(f"“{line}”", "$coach"))
