"""The form over the facts of an own incident."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from trainer.ui.messages import FormFilled, HomeWanted
from trainer.ui.screens.base import Page
from trainer.ui.views import Answer, FormField, FormProblem, FormView, Standing
from trainer.ui.widgets.fact_field import FactField

LEAD = "Leave open what you don't know yet: that is an answer too. Nothing leaves this machine."
FEW = ("Nothing is", "One answer is", "Two answers are", "Three answers are", "Four answers are", "Five answers are")
"""How many facts a meeting cannot do without, in words."""
LEAVE_AGAIN = "Not saved yet. Esc again leaves it unsaved; Ctrl+S saves."
NAME = FormField(
    fact="name",
    label="Name",
    ask="What do you want to call it? Left open, it is called after its first words.",
    example="double charges",
    optional=True,
    can_be_none=False,
)


class IncidentPage(Page):
    """Asks every fact of the scenario, one field each.

    The keys that go to the next field have priority: they move the cursor before the next key is given to a field. Otherwise what
    a fast typist types behind Enter would land in the field that is being left.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "Next", priority=True, id="form.next"),
        Binding("f2", "unknown", "Don't know yet", priority=True, id="form.unknown"),
        Binding("f3", "none", "There is none", priority=True, id="form.none"),
        Binding("ctrl+s", "save", "Save and go on", id="form.save"),
        Binding("escape", "home", "Leave", id="form.home"),
    ]
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
        self._leave_asked = False

    def compose(self) -> ComposeResult:
        """The facts in the order of the scenario; the name last, when there is something to name."""
        yield Static(Content.assemble(("Your own incident", "bold"), (f"  {self._view.title}", "$muted")), id="head")
        yield Static(_lead(self._view), id="lead", markup=False)
        yield Static(id="problem", markup=False)
        with VerticalScroll(can_focus=False):
            for field in self._view.fields:
                yield FactField(field, field.value)
            yield FactField(NAME, self._view.name, show_standing=False)
            yield Button("Save and go on", variant="primary", compact=True, id="save")
        yield self.footer()

    def on_mount(self) -> None:
        """Begin with the first fact."""
        self._as_opened = self._answers()
        self.query(FactField).first().take_focus()

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that would be lost with the page."""
        return self._answers() != self._as_opened

    def _answers(self) -> dict[str, Answer]:
        return {field.fact: field.answer for field in self.query(FactField)}

    def problems(self, found: Sequence[FormProblem]) -> None:
        """Show what cannot stand, each at its field, and go to the first."""
        self._say("\n".join(one.message for one in found if one.fact is None))
        by_fact = {one.fact: one.message for one in found}
        wrong = [field for field in self.query(FactField) if field.complain(by_fact.get(field.fact, ""))]
        if wrong:
            wrong[0].take_focus()

    def _say(self, why: str) -> None:
        self._leave_asked = False
        box = self.query_one("#problem", Static)
        box.update(Content(why))
        box.set_class(bool(why), "-shown")

    def _at(self) -> FactField | None:
        return next((node for node in (self.focused.ancestors_with_self if self.focused else ()) if isinstance(node, FactField)), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """The two answers that are no value, where the fact allows them; the button keeps its Enter."""
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
        if self._leave_asked:
            self._say("")

    def on_button_pressed(self, message: Button.Pressed) -> None:
        """The button at the end."""
        message.stop()
        self.action_save()

    def action_save(self) -> None:
        """Hand over what was filled in."""
        self._say("")
        answers = self._answers()
        name = answers.pop(NAME.fact)
        self.post_message(FormFilled(self._view.scenario, self._view.path, name.value, answers))

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
            field.stand(standing)
            self.focus_next()

    def action_home(self) -> None:
        """Leave the form; with something unsaved in it this is asked for twice."""
        if self.may_leave(LEAVE_AGAIN):
            self.post_message(HomeWanted())

    def may_leave(self, warning: str) -> bool:
        """Whether nothing would be lost, or losing it was asked for twice; else the warning is shown."""
        if self._leave_asked or not self.unsaved:
            return True
        self._say(warning)
        self._leave_asked = True
        return False


def _lead(view: FormView) -> str:
    needed = sum(not field.optional for field in view.fields)
    few = FEW[needed] if needed < len(FEW) else f"{needed} answers are"
    return f"{few} needed. {LEAD}"
