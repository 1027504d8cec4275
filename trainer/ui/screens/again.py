"""The window that asks before the last reply of a finished rehearsal is taken back."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from trainer.ui.key_order import now
from trainer.ui.messages.meeting import RetryWanted
from trainer.ui.widgets.foot import Foot

QUESTION = "Take your last reply back?"
DOES = (
    "The meeting goes on from there, with that reply in the editor. Your result, {score} of 100, stays as it is until the meeting "
    "ends again; then the new one takes its place. Until then you find it among your rehearsals."
)


class AgainDialog(ModalScreen[None]):
    """Yes takes it back; no, and every other key, leaves all as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "yes", "Take it back", id="again.yes"),
        Binding("escape,n", "leave", "Leave it", id="again.leave"),
    ]
    DEFAULT_CSS = """
    AgainDialog {
        align: center middle;
        & > Vertical {
            width: 80%; min-width: 38; max-width: 80; height: auto; max-height: 90%; padding: 1 2;
            background: $surface; border: round $coach;
        }
        & Static { height: auto; }
        & .again--does { margin: 1 0 0 0; color: $muted; }
    }
    """

    def __init__(self, score: int, unread: float = 0) -> None:
        """`unread`: seconds in which nobody can have read the question, so that a yes is no answer to it."""
        super().__init__()
        self._score, self._read_from = score, now() + unread

    def compose(self) -> ComposeResult:
        """The question, and what a yes does."""
        with Vertical():
            yield Static(Content.styled(QUESTION, "bold"))
            yield Static(Content(DOES.format(score=self._score)), classes="again--does")
        yield Foot()

    def on_key(self, event: events.Key) -> None:
        """Text that is typed on answers nothing: the question goes away, and nothing has happened."""
        bound = {key: active.binding.action for key, active in self.active_bindings.items()}
        hasty = bound.get(event.key) == "yes" and event.time < self._read_from
        if hasty or (event.is_printable and event.key not in bound):
            event.stop()
            event.prevent_default()
            self.dismiss()

    def action_yes(self) -> None:
        """Take it back."""
        self.post_message(RetryWanted())

    def action_leave(self) -> None:
        """Nothing has happened."""
        self.dismiss()
