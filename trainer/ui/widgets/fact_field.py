"""One question of the incident form: a line to type in, and where the fact stands without a value."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from trainer.text.clean import clean_line
from trainer.ui.views import Answer, FormField, Standing

LONGEST = 1_000
_STANDING_WORDS = {Standing.UNKNOWN: "don't know yet", Standing.NONE: "there is none"}
NEEDED = "needed"


class LineInput(Input):
    """An input that takes a paste of several lines as one, cleaned."""

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(clean_line(event.text)[:LONGEST], *self.selection)


class FactField(Vertical):
    """Question, line, standing and, when something is wrong, why."""

    DEFAULT_CSS = """
    FactField {
        height: auto; margin: 0 0 1 0;
        & > Horizontal { height: auto; }
        & .field--ask { width: 1fr; height: auto; }
        & .field--standing { width: auto; height: 1; color: $muted; padding: 0 0 0 2; }
        & .field--standing.-none { color: $half; }
        & .field--standing.-needed { color: $coach; }
        & Input { background: $panel; padding: 0 1; }
        & Input:focus { background: $panel; background-tint: $coach 15%; }
        & .field--wrong { height: auto; color: $bad; display: none; }
        & .field--wrong.-shown { display: block; }
    }
    """

    class Touched(Message):
        """Something was typed."""

    def __init__(self, field: FormField, value: str, *, show_standing: bool = True) -> None:
        super().__init__()
        self.fact = field.fact
        self._field = field
        self._value = value
        self._show_standing = show_standing
        self._none = field.standing is Standing.NONE

    def compose(self) -> ComposeResult:
        """Question and standing above the line, what is wrong below it."""
        with Horizontal():
            yield Static(Content(self._field.ask), classes="field--ask")
            yield Static(classes="field--standing", markup=False)
        yield LineInput(self._value, placeholder=f"e.g. {self._field.example}", compact=True, max_length=LONGEST)
        yield Static(classes="field--wrong", markup=False)

    def on_mount(self) -> None:
        """Show where the fact stands."""
        self._show()

    @property
    def answer(self) -> Answer:
        """What was filled in."""
        value = clean_line(self.query_one(LineInput).value)
        if value:
            return Answer(Standing.VALUE, value)
        return Answer(Standing.NONE if self._none else Standing.UNKNOWN)

    def allows(self, standing: Standing) -> bool:
        """Whether this fact may stand so."""
        return self._field.can_be_none if standing is Standing.NONE else self._field.optional and self._show_standing

    def stand(self, standing: Standing) -> None:
        """Let the fact stand without a value."""
        self.query_one(LineInput).value = ""
        self._none = standing is Standing.NONE
        self._show()

    def complain(self, why: str) -> bool:
        """Say what is wrong with this field, or take it back; whether something is."""
        wrong = self.query_one(".field--wrong", Static)
        wrong.update(Content(why))
        wrong.set_class(bool(why), "-shown")
        return bool(why)

    def take_focus(self) -> None:
        """Type here."""
        self.query_one(LineInput).focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        """A value takes the place of "don't know yet" and "there is none"."""
        message.stop()
        if message.value:
            self._none = False
        self.complain("")
        self._show()
        self.post_message(self.Touched())

    def _show(self) -> None:
        standing = self.query_one(".field--standing", Static)
        now = self.answer.standing
        needed = now is Standing.UNKNOWN and not self._field.optional
        standing.update(NEEDED if needed else _STANDING_WORDS.get(now, "") if self._show_standing else "")
        standing.set_class(needed, "-needed")
        standing.set_class(now is Standing.NONE, "-none")
