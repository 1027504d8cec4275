"""The window in which a verdict is disputed: what it was, what it should have been, on which reply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from trainer.report.debrief.values import PointResult
from trainer.report.debrief.wording import number
from trainer.text.values import Verdict
from trainer.ui.messages.debrief import DisputeMade
from trainer.ui.views.debrief import Ground
from trainer.ui.widgets.choices import Choice, Choices, heading
from trainer.ui.widgets.foot import Foot

HEARD = {
    Verdict.COVERED: "They heard it.",
    Verdict.PARTLY: "They half heard it.",
    Verdict.MISSING: "They did not hear it.",
    Verdict.CONTRADICTED: "They heard the opposite.",
}
I_SAID = "I did say that, in"
I_DID_NOT = "I did not say that in"
KEEPS = "Enter keeps the reply and what you say about it, on this machine. The score stays."


class Replies(Choices):
    """Replies to dispute a verdict on."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "Keep it", id="dispute.keep")]


class DisputeDialog(ModalScreen[None]):
    """Asks; the dispute is kept elsewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave it", id="dispute.leave")]
    DEFAULT_CSS = """
    DisputeDialog {
        align: center middle;
        & > Vertical {
            width: 80%; min-width: 38; max-width: 100; height: auto; max-height: 90%; padding: 1 2;
            background: $surface; border: round $coach;
        }
        & Static { height: auto; }
        & Choices { height: auto; max-height: 12; margin: 1 0; padding: 0; background: $surface; }
        & Choices:focus { background: $surface; }
        & Choices > .option-list--option { padding: 0; }
        & .dispute--keeps { color: $muted; }
    }
    """

    def __init__(self, point: PointResult, grounds: Sequence[Ground]) -> None:
        super().__init__()
        self._point, self._grounds = point, grounds

    def compose(self) -> ComposeResult:
        """The verdict, then a reply to choose."""
        with Vertical():
            yield Static(Content.assemble((self._point.label, "bold"), f"\n{HEARD[self._point.verdict]} What do you say?"))
            yield Replies(*self._choices())
            yield Static(KEEPS, classes="dispute--keeps")
        yield Foot()

    def _choices(self) -> Iterator[Choice]:
        for words, said in ((I_SAID, True), (I_DID_NOT, False)):
            fitting = [one for one in self._grounds if one.said is said]
            if fitting:
                yield heading(words)
            for one in fitting:
                reply = " ".join(one.reply.split())
                yield Choice(f"line {number(one.turn)}  “{reply}”", opens=DisputeMade(self._point.point, one.turn, said))

    def action_leave(self) -> None:
        """Dispute nothing."""
        self.dismiss()
