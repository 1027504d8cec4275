"""Small windows over a screen: which file to write or to read, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from trainer.ui.messages.incident import FileNamed
from trainer.ui.messages.pages import SaveWanted
from trainer.ui.views.saving import Suggestion
from trainer.ui.widgets.fact_field import LineInput
from trainer.ui.widgets.foot import Foot

_WINDOW = """
    align: center middle;
    & > Vertical {
        width: 80%; min-width: 38; max-width: 100; height: auto; max-height: 90%; padding: 1 2;
        background: $surface; border: round $coach;
    }
    & Static { height: auto; }
    & #why { color: $muted; margin: 1 0 0 0; }
    & #why.-refused { color: $half; }
    & VerticalScroll { height: auto; max-height: 60vh; margin: 1 0 0 0; scrollbar-size-vertical: 1; }
    & VerticalScroll Static { margin: 0 1 1 0; }
    & Input { margin: 1 0 0 0; background: $panel; }
"""


class SaveDialog(ModalScreen[None]):
    """Asks for a file name. The file is written elsewhere; `refuse` says why it was not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "form", "Another form", id="save.form"),
        Binding("escape", "leave", "Leave", id="save.leave"),
    ]
    DEFAULT_CSS = f"SaveDialog {{ {_WINDOW} }}"

    def __init__(self, what: str, suggested: Suggestion) -> None:
        super().__init__()
        self._what, self._suggested = what, suggested
        self._asked = ""

    def compose(self) -> ComposeResult:
        """One line to type in, and what its ending decides."""
        first, *others = self._suggested.forms
        endings = "".join(f", {form.ending} for {form.is_called}" for form in others)
        choice = f"The ending decides: {first.ending} for {first.is_called}{endings}. " if others else ""
        with Vertical():
            yield Static(f"Save the {self._what}" if others else f"Save the {self._what} as {first.is_called}")
            yield LineInput(self._suggested.name, compact=True, select_on_focus=False)
            yield Static(f"{choice}Enter saves it in {self._suggested.folder}. Only you can read the file.", id="why", markup=False)
        yield Foot()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Another form only where there is one."""
        return action != "form" or len(self._suggested.forms) > 1

    def action_form(self) -> None:
        """The next ending that decides the form."""
        box, endings = self.query_one(Input), [form.ending for form in self._suggested.forms]
        name = Path(box.value)
        known = name.suffix in endings
        after = endings[(endings.index(name.suffix) + 1) % len(endings)] if known else endings[0]
        box.value = f"{box.value.removesuffix(name.suffix) if known else box.value}{after}"
        box.cursor_position = len(box.value)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Another name has to be asked about anew."""
        message.stop()
        if message.value != self._asked:
            self._asked = ""

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Ask for it to be written; a second time over what is there."""
        message.stop()
        self.post_message(SaveWanted(self._what, message.value, replace=bool(message.value) and message.value == self._asked))

    def refuse(self, why: str, *, may_replace: bool = False) -> None:
        """Say why nothing was written; with `may_replace` Enter again writes over what is there."""
        self._asked = self.query_one(Input).value if may_replace else ""
        _say_why(self, why)

    def action_leave(self) -> None:
        """Save nothing."""
        self.dismiss()


class OpenDialog(ModalScreen[None]):
    """Asks for an incident file. It is read elsewhere; `refuse` says what is wrong with it, and the name stays."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", id="open.leave")]
    DEFAULT_CSS = f"OpenDialog {{ {_WINDOW} & #lines {{ max-height: 35vh; }} }}"

    def __init__(self, wish: FileNamed, files: Sequence[str], folder: str) -> None:
        super().__init__()
        self._wish, self._files, self._folder = wish, files, folder

    def compose(self) -> ComposeResult:
        """One line to type in, below it what is wrong with the file."""
        with Vertical():
            yield Static("Fill the form in from an incident file")
            offered = SuggestFromList(self._files, case_sensitive=False)
            yield LineInput(self._wish.path, placeholder=self._files[0] if self._files else "mine.yaml", compact=True, suggester=offered)
            yield Static(f"Enter reads it; a name without a folder is looked for in {self._folder}.", id="why", markup=False)
            yield VerticalScroll(id="lines")
        yield Foot()

    def on_mount(self) -> None:
        """Nothing is wrong yet."""
        self.query_one("#lines").display = False

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Ask for it to be read."""
        message.stop()
        self.post_message(FileNamed(self._wish.scenario, message.value))

    async def refuse(self, why: str, lines: Sequence[str] = ()) -> None:
        """Say why nothing was filled in, and where in the file it is."""
        _say_why(self, why)
        box = self.query_one("#lines", VerticalScroll)
        box.display = bool(lines)
        await box.remove_children()
        await box.mount_all(Static(Content(line)) for line in lines)

    def action_leave(self) -> None:
        """Read nothing."""
        self.dismiss()


class TroubleDialog(ModalScreen[None]):
    """Shows what is wrong, line by line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "leave", "Close", id="trouble.leave"),
    ]
    DEFAULT_CSS = f"TroubleDialog {{ {_WINDOW} }}"

    def __init__(self, headline: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._headline, self._lines = headline, lines

    def compose(self) -> ComposeResult:
        """A headline, and the lines to scroll through."""
        with Vertical():
            yield Static(Content.styled(self._headline, "bold $bad"))
            with VerticalScroll():
                yield from (Static(Content(line)) for line in self._lines)
        yield Foot()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss()


def _say_why(dialog: ModalScreen[None], why: str) -> None:
    note = dialog.query_one("#why", Static)
    note.update(Content(why))
    note.add_class("-refused")
