"""One question of the incident form: a line to type in, and below it what is to be said of the answer."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from trainer.text.clean import clean_line
from trainer.ui.views.incident import Answer, FormField, Standing

LONGEST = 1_000
_STANDING_WORDS = {Standing.UNKNOWN: "don't know yet", Standing.NONE: "there is none"}
NEEDED = "needed"
HONEST = "You would say: “{}”"
EXAMPLE = "e.g. {}"


class LineInput(Input):
    """An input that takes a paste of several lines as one, cleaned."""

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(clean_line(event.text)[:LONGEST], *self.selection)


class FactField(Vertical):
    """Question, standing, line, and a note on the answer: what is wrong, what would be better, or the honest sentence.

    The note has the row between two fields, so that nothing moves when it comes and goes.
    """

    DEFAULT_CSS = """
    FactField {
        height: auto; padding: 0 1 0 0;
        & > Horizontal { height: auto; }
        & .field--ask { width: 1fr; height: auto; }
        & .field--standing { width: auto; height: 1; color: $muted; padding: 0 0 0 2; }
        & .field--standing.-none { color: $half; }
        & .field--standing.-needed { color: $coach; }
        & Input { background: $panel; padding: 0 1; }
        & Input:focus { background: $panel; background-tint: $coach 15%; }
        & .field--note { height: auto; min-height: 1; padding: 0 2; color: $muted; }
        & .field--note.-advice { color: $half; }
        & .field--note.-wrong { color: $bad; }
    }
    """

    class Touched(Message):
        """Something was typed."""

    class Left(Message):
        """The field was left with a new answer in it."""

        def __init__(self, fact: str, value: str) -> None:
            super().__init__()
            self.fact, self.value = fact, value

    def __init__(self, field: FormField, *, show_standing: bool = True) -> None:
        super().__init__()
        self.fact = field.fact
        self._field = field
        self._show_standing = show_standing
        self._none = field.answer.standing is Standing.NONE
        self._given = field.answer
        self._entered = self._none
        self._looked_at = self._given.value
        self._wrong = self._advice = ""

    def compose(self) -> ComposeResult:
        """Question and standing above the line, the note below it."""
        with Horizontal():
            yield Static(Content(self._field.ask), classes="field--ask")
            yield Static(classes="field--standing", markup=False)
        yield LineInput(self._given.value, placeholder=EXAMPLE.format(self._field.example), compact=True, max_length=LONGEST)
        yield Static(classes="field--note", markup=False)

    def on_mount(self) -> None:
        """Show where the fact stands."""
        self._show()

    @property
    def answer(self) -> Answer:
        """What was filled in."""
        value = clean_line(self.query_one(LineInput).value)
        if value:
            return Answer(Standing.VALUE, value, self._given.said_as if value == self._given.value else ())
        return Answer(Standing.NONE if self._none else Standing.UNKNOWN)

    @property
    def is_open(self) -> bool:
        """Whether it has to be answered and is not, or not so that it can be used."""
        return not self._field.optional and (self.answer.standing is Standing.UNKNOWN or bool(self._advice))

    def allows(self, standing: Standing) -> bool:
        """Whether this fact may stand so."""
        return self._field.can_be_none if standing is Standing.NONE else self._field.optional and self._show_standing

    def put(self, answer: Answer) -> None:
        """Fill in another answer."""
        self._given, self._none, self._entered = answer, answer.standing is Standing.NONE, True
        self.query_one(LineInput).value = self._looked_at = answer.value
        self._wrong = self._advice = ""
        self._show()

    def complain(self, why: str) -> bool:
        """Say what is wrong with this field, or take it back; whether something is."""
        self._wrong = why
        self._show()
        return bool(why)

    def advise(self, value: str, line: str) -> None:
        """Say what would make the answer better, unless another one stands there by now."""
        if self.answer.value == value:
            self._advice = line
            self._show()

    def suggest(self, example: str) -> None:
        """Show another example than the field's own; its own again when there is none to show."""
        self.query_one(LineInput).placeholder = EXAMPLE.format(example or self._field.example)

    def take_focus(self) -> None:
        """Type here."""
        self.query_one(LineInput).focus()

    def on_descendant_focus(self) -> None:
        """From now on an open answer shows its honest sentence, and all of the field is in sight."""
        self._entered = True
        self._show()
        self.call_after_refresh(self.scroll_visible, animate=False)

    def on_descendant_blur(self) -> None:
        """A new answer can be looked at once it is whole."""
        value = self.answer.value
        if value and value != self._looked_at:
            self._looked_at = value
            self.post_message(self.Left(self.fact, value))

    def on_input_changed(self, message: Input.Changed) -> None:
        """A value takes the place of "don't know yet" and "there is none"."""
        message.stop()
        if message.value:
            self._none = False
        self._wrong = self._advice = ""
        self._show()
        self.post_message(self.Touched())

    def _show(self) -> None:
        now = self.answer.standing
        standing = self.query_one(".field--standing", Static)
        standing.update(NEEDED if self.is_open else _STANDING_WORDS.get(now, "") if self._show_standing else "")
        standing.set_class(self.is_open, "-needed")
        standing.set_class(now is Standing.NONE, "-none")
        note = self.query_one(".field--note", Static)
        note.update(Content(self._wrong or self._advice or self._honest(now)))
        note.set_class(bool(self._wrong), "-wrong")
        note.set_class(bool(self._advice) and not self._wrong, "-advice")

    def _honest(self, now: Standing) -> str:
        line = {Standing.UNKNOWN: self._field.unknown, Standing.NONE: self._field.none}.get(now, "")
        return HONEST.format(line) if line and self._entered else ""
