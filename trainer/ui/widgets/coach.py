"""What the coach says about one reply: heard with your words, missing, one better line, one note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from trainer.ui.views.meeting import CoachNote, HeardLine, TranscriptEntry
from trainer.ui.widgets.paint import muted
from trainer.ui.widgets.row import Row

_VERDICTS = {"covered": ("Heard", "$good"), "partly": ("Half", "$half"), "contradicted": ("Opposite", "$bad")}
NOTHING_HEARD = "Nothing they were waiting for yet. Take your time."
BEFORE_FIRST = "After each reply you see here what they heard, in your words, what they still miss, and what might help."


def rows_of(note: CoachNote) -> Iterator[Row]:
    """The lines of a note, in reading order."""
    if not note.heard:
        yield Row(muted("Heard"), muted(NOTHING_HEARD))
    for heard in note.heard:
        yield _heard(heard)
    if note.also:
        yield Row(muted("Also"), muted(", ".join(note.also)))
    yield from (Row(Content.styled("Careful", "$bad"), careful) for careful in note.careful)
    for missing in note.missing:
        what = Content.assemble(missing.label, (f": {missing.what}" if missing.what else "", "$muted"))
        yield Row(muted("Not yet"), what)
    if note.hint:
        yield Row(Content.styled("Hint", "$coach"), note.hint)
    if note.better:
        about = f" ({note.better_for})" if note.better_for else ""
        yield Row(Content.styled("Better", "$coach"), Content.assemble(f"“{note.better}”", (about, "$muted")))
    yield from (Row(Content.styled("Figures", "$half"), figure) for figure in note.figures)
    if note.note:
        yield Row(Content.styled("Note", "$coach"), note.note)
    if note.trust:
        yield Row(muted("Trust"), muted("\n".join(note.trust)))


def _heard(heard: HeardLine) -> Row:
    word, style = _VERDICTS.get(heard.verdict, _VERDICTS["partly"])
    quoted = f"  “{heard.quote}”" if heard.quote else ""
    if heard.after_shown:
        said = Content.assemble(heard.label, (quoted, "$muted italic"), f"\n{heard.after_shown}")
        return Row(Content.styled("Said", "$half"), said)
    return Row(Content.styled(word, style), Content.assemble(heard.label, (quoted, "$muted italic")))


class CoachBlock(Vertical):
    """A note in the flow of the transcript, for narrow terminals."""

    DEFAULT_CSS = """
    CoachBlock { height: auto; margin: 0 0 1 0; padding: 0 0 0 1; border-left: outer $coach 60%; }
    """

    def __init__(self, note: CoachNote) -> None:
        super().__init__()
        self._note = note

    def compose(self) -> ComposeResult:
        """One row a line."""
        yield from rows_of(self._note)


class CoachPanel(VerticalScroll, can_focus=False):
    """The latest note in a column of its own, for wide terminals."""

    DEFAULT_CSS = """
    CoachPanel {
        width: 46; height: 1fr; padding: 0 1 0 2; scrollbar-size-vertical: 1; border-left: solid $rule;
        & > .coach--title { color: $coach; text-style: bold; margin: 0 0 1 0; }
        & > Row { margin: 0 0 1 0; padding: 0 1 0 0; }
    }
    """

    def compose(self) -> ComposeResult:
        """Empty until the first reply."""
        yield Static("Coach", classes="coach--title")
        yield Static(BEFORE_FIRST, classes="-empty")

    async def show(self, entries: Sequence[TranscriptEntry]) -> None:
        """Show the note on the last reply."""
        note = next((entry for entry in reversed(entries) if isinstance(entry, CoachNote)), None)
        async with self.batch():
            await self.query("Row, .-empty").remove()
            await self.mount_all([Static(BEFORE_FIRST, classes="-empty")] if note is None else rows_of(note))
        self.scroll_home(animate=False)
