"""The form over the facts of an own incident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from trainer.text.short_name import short_name
from trainer.ui.messages.home import HomeWanted
from trainer.ui.messages.incident import AdviceWanted, DeleteWanted, FileAsked, FormFilled, OutsideWanted, WriteAsked
from trainer.ui.screens.base import Page
from trainer.ui.views.incident import OPEN, Answer, FormField, FormProblem, FormView, Standing
from trainer.ui.widgets.fact_field import FactField

FEW = ("Nothing is", "One answer is", "Two answers are", "Three answers are", "Four answers are", "Five answers are")
"""How many facts a meeting cannot do without, in words."""
LEAD = "needed. Leave open what you don't know yet: that is an answer too. Nothing leaves this machine."
ENOUGH = "Enough for a first brief: Ctrl+S. Each further answer makes it stronger; leave open what you don't know yet."
LEAVE_AGAIN = "Not saved yet. {leave} again leaves it unsaved; {save} saves."
DELETE_AGAIN = "F8 again deletes “{}” for good. Rehearsals of it stay."
COPIED = "This is a copy; the other one stays as it is saved. Change the name if you like, Ctrl+S keeps it."
KEPT_OUTSIDE = "What you wrote in your editor is kept: F4 goes on with it. Here nothing has changed."
NAME = FormField(
    fact="name",
    label="Name",
    ask="What is its short name? Left open, it is made from your words.",
    example="what happened on Monday",
    optional=True,
    can_be_none=False,
)


class IncidentPage(Page):
    """Asks every fact of the scenario, one field each.

    The keys that go to the next field have priority: they move the cursor before the next key is given to a field. Otherwise what
    a fast typist types behind Enter would land in the field that is being left.
    """

    typed_into = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "Next", priority=True, id="form.next"),
        Binding("f2", "unknown", "Don't know yet", priority=True, id="form.unknown"),
        Binding("f3", "none", "There is none", priority=True, id="form.none"),
        Binding("ctrl+s", "save", "Save and go on", id="form.save"),
        Binding("ctrl+o", "read", "Fill in from a file", show=False, id="form.read"),
        Binding("ctrl+y", "write", "Write as a YAML file", show=False, id="form.write"),
        Binding("f4", "outside", "Go on in your own editor", show=False, id="form.outside"),
        Binding("f5", "copy", "Make a copy", show=False, id="form.copy"),
        Binding("f8", "delete", "Delete", show=False, id="form.delete"),
        Binding("ctrl+z", "undo", "Take back what a file filled in", show=False, id="form.undo"),
        Binding("escape", "home", "Leave", id="form.home"),
    ]
    HELP = (
        "A few facts about what you found. They take the place of the example in every line and in the brief. "
        "What you don't know yet becomes an honest sentence, shown below the answer. "
        "Ctrl+O fills the form in from a file, Ctrl+Y writes it as one, F4 opens it in your own editor."
    )
    DEFAULT_CSS = """
    IncidentPage {
        & #head { height: auto; padding: 1 2 0 2; }
        & #lead { height: auto; padding: 0 2; color: $muted; margin: 0 0 1 0; }
        & #problem { height: auto; padding: 0 2; color: $bad; display: none; }
        & #problem.-shown { display: block; }
        & VerticalScroll { height: 1fr; padding: 0 2; }
        & Button { margin: 0 0 1 0; }
        &.-short #lead { display: none; }
        &.-short #head { padding: 0 2; }
    }
    """

    def __init__(self, view: FormView) -> None:
        super().__init__()
        self._view = view
        self._as_opened: dict[str, Answer] = {}
        self._before: dict[str, Answer] = {}
        self._asked = ""
        self._outside = ""

    def compose(self) -> ComposeResult:
        """The facts in the order of the scenario; the name after the first, when there is something to name."""
        yield Static(Content.assemble(("Your own incident", "bold"), (f"  {self._view.title}", "$muted")), id="head")
        yield Static(id="lead", markup=False)
        yield Static(id="problem", markup=False)
        with VerticalScroll(can_focus=False):
            named = Answer(Standing.VALUE, self._view.name) if self._view.name else OPEN
            yield from map(FactField, self._view.fields[:1])
            yield FactField(replace(NAME, answer=named), show_standing=False)
            yield from map(FactField, self._view.fields[1:])
            yield Button("Save and go on", variant="primary", compact=True, id="save")
        yield self.footer()

    def on_mount(self) -> None:
        """Begin with the first fact."""
        self._as_opened = self._answers()
        self._lead()
        self.query(FactField).first().take_focus()

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that would be lost with the page."""
        return self._answers() != self._as_opened

    def _answers(self) -> dict[str, Answer]:
        return {field.fact: field.answer for field in self.query(FactField)}

    def _filled_in(self) -> tuple[str, Mapping[str, Answer]]:
        answers = self._answers()
        return answers.pop(NAME.fact).value, answers

    def _lead(self) -> None:
        """What is still needed, and what the incident would be called."""
        _, answers = self._filled_in()
        name = short_name(next((answer.value for answer in answers.values() if answer.value), ""))
        next(field for field in self.query(FactField) if field.fact == NAME.fact).suggest(name)
        needed = sum(field.is_open for field in self.query(FactField))
        few = FEW[needed] if needed < len(FEW) else f"{needed} answers are"
        self.query_one("#lead", Static).update(Content(f"{few} {LEAD}" if needed else ENOUGH))

    def problems(self, found: Sequence[FormProblem]) -> None:
        """Show what cannot stand, each at its field, and go to the first."""
        self._say("\n".join(one.message for one in found if one.fact is None))
        by_fact = {one.fact: one.message for one in found}
        wrong = [field for field in self.query(FactField) if field.complain(by_fact.get(field.fact, ""))]
        if wrong:
            wrong[0].take_focus()

    def advise(self, fact: str, value: str, line: str) -> None:
        """Say at a field what would make its answer better."""
        for field in self.query(FactField):
            if field.fact == fact:
                field.advise(value, line)
        self._lead()

    def fill(self, view: FormView, *, whole: bool = False) -> int:
        """Fill in what another form knows; what it leaves open is kept, unless `whole`. How many answers changed."""
        before = self._answers()
        known = {field.fact: field.answer for field in view.fields if whole or field.answer != OPEN}
        if view.name and (whole or not before[NAME.fact].value):
            known[NAME.fact] = Answer(Standing.VALUE, view.name)
        self._put(known)
        self._before, self._outside = before, ""
        self._say("")
        self.refresh_bindings()
        return sum(answer != before.get(fact) for fact, answer in known.items() if fact != NAME.fact)

    def _put(self, answers: Mapping[str, Answer]) -> None:
        for field in self.query(FactField):
            if field.fact in answers:
                field.put(answers[field.fact])
        self._lead()

    def keep_outside(self, text: str) -> None:
        """Keep what came from the player's own editor and could not be read."""
        self._outside = text
        self._say(KEPT_OUTSIDE)

    def _say(self, why: str, *, asked: str = "") -> None:
        self._asked = asked
        box = self.query_one("#problem", Static)
        box.update(Content(why))
        box.set_class(bool(why), "-shown")

    def _at(self) -> FactField | None:
        return next((node for node in (self.focused.ancestors_with_self if self.focused else ()) if isinstance(node, FactField)), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """The two answers that are no value, where the fact allows them; the button keeps its Enter."""
        if action in ("copy", "delete"):
            return self._view.path is not None
        if action == "undo":
            return bool(self._before)
        if action not in ("next", "unknown", "none"):
            return True
        field = self._at()
        if action == "next":
            return field is not None
        return field is not None and field.allows(Standing(action))

    def on_descendant_focus(self) -> None:
        """The footer follows the field."""
        self.refresh_bindings()

    def on_fact_field_touched(self, message: FactField.Touched) -> None:
        """Typing on answers a question about leaving."""
        message.stop()
        self._lead()
        if self._asked:
            self._say("")

    def on_fact_field_left(self, message: FactField.Left) -> None:
        """An answer that was left is looked at."""
        message.stop()
        if message.fact != NAME.fact:
            self.post_message(AdviceWanted(self._view.scenario, message.fact, message.value))

    def on_button_pressed(self, message: Button.Pressed) -> None:
        """The button at the end."""
        message.stop()
        self.action_save()

    def action_save(self) -> None:
        """Hand over what was filled in."""
        self._say("")
        self.post_message(FormFilled(self._view.scenario, self._view.path, *self._filled_in(), self._view.plan))

    def action_read(self) -> None:
        """Fill in from a file."""
        self.post_message(FileAsked(self._view.scenario))

    def action_write(self) -> None:
        """Write what is filled in as a file."""
        self.post_message(WriteAsked(self._view.scenario, *self._filled_in()))

    def action_outside(self) -> None:
        """Go on in the player's own editor."""
        self.post_message(OutsideWanted(self._view.scenario, *self._filled_in(), self._outside))

    def action_undo(self) -> None:
        """As it was before a file was read."""
        self._put(self._before)
        self._before = {}
        self.refresh_bindings()

    def action_copy(self) -> None:
        """From now on this is another incident, called otherwise."""
        self._view = replace(self._view, path=None)
        self._as_opened = {}
        name = self._answers()[NAME.fact].value
        self._put({NAME.fact: Answer(Standing.VALUE, f"{name or self._view.name}, copy")})
        self._say(COPIED)
        self.refresh_bindings()

    def action_delete(self) -> None:
        """Delete the saved incident; asked for twice."""
        if self._view.path is not None and self._twice("delete", DELETE_AGAIN.format(self._view.name)):
            self.post_message(DeleteWanted(self._view.path, self._view.name))

    def action_next(self) -> None:
        """On to the next field."""
        self.focus_next()

    def action_unknown(self) -> None:
        """Don't know yet."""
        self._stand(Standing.UNKNOWN)

    def action_none(self) -> None:
        """There is none."""
        self._stand(Standing.NONE)

    def _stand(self, standing: Standing) -> None:
        field = self._at()
        if field is not None and field.allows(standing):
            field.put(Answer(standing))
            self.focus_next()

    def action_home(self) -> None:
        """Leave the form; with something unsaved in it this is asked for twice."""
        if self.may_leave(LEAVE_AGAIN.format(leave=self.key_of("form.home"), save=self.key_of("form.save"))):
            self.post_message(HomeWanted())

    def may_leave(self, warning: str) -> bool:
        """Whether nothing would be lost, or losing it was asked for twice; else the warning is shown."""
        return not self.unsaved or self._twice("leave", warning)

    def _twice(self, what: str, warning: str) -> bool:
        """Whether this was asked for just before; else the warning is shown."""
        if self._asked == what:
            return True
        self._say(warning, asked=what)
        return False
