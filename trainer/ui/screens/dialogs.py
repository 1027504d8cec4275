"""Small windows over a screen: where to save, and what is wrong with a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Static

from trainer.ui.messages import SaveWanted
from trainer.ui.widgets.fact_field import LineInput

_WINDOW = """
    align: center middle;
    & > Vertical {
        width: 80%; min-width: 38; max-width: 100; height: auto; max-height: 90%; padding: 1 2;
        background: $surface; border: round $coach;
    }
    & Static { height: auto; }
    & #why { color: $muted; margin: 1 0 0 0; }
    & #why.-refused { color: $half; }
    & VerticalScroll { height: auto; max-height: 18; margin: 1 0 0 0; }
    & Input { margin: 1 0 0 0; background: $panel; }
"""


class SaveDialog(ModalScreen[None]):
    """Asks for a file name. The file is written elsewhere; `refuse` says why it was not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="save.leave"),
    ]
    DEFAULT_CSS = f"SaveDialog {{ {_WINDOW} }}"

    def __init__(self, what: str, name: str, folder: str) -> None:
        super().__init__()
        self._what, self._path, self._folder = what, name, folder
        self._asked = ""

    def compose(self) -> ComposeResult:
        """One line to type in."""
        with Vertical():
            yield Static(f"Save the {self._what} as a Markdown file")
            yield LineInput(self._path, compact=True)
            yield Static(f"Enter saves it in {self._folder}. Only you can read the file.", id="why", markup=False)
        yield Footer(show_command_palette=False, compact=True)

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
        self.query_one("#why", Static).update(Content(why))
        self.query_one("#why", Static).add_class("-refused")

    def action_leave(self) -> None:
        """Save nothing."""
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
        yield Footer(show_command_palette=False, compact=True)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss()
