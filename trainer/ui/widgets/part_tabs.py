"""The parts of a page as one line to jump between: a number to press, a name to click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static


@dataclass
class PartChosen(Message):
    """A part was clicked."""

    place: int
    """From 0."""


class PartTab(Static):
    """One name."""

    def __init__(self, place: int, name: str) -> None:
        super().__init__(Content.assemble((f" {place + 1} ", "$coach"), f"{name} "))
        self._place = place

    def on_click(self) -> None:
        """Go there."""
        self.post_message(PartChosen(self._place))


class PartTabs(Horizontal):
    """All names, the one that is shown marked."""

    DEFAULT_CSS = """
    PartTabs {
        height: 1; background: $surface; padding: 0 1;
        & > PartTab { width: auto; color: $muted; }
        & > PartTab:hover { color: $foreground; }
        & > PartTab.-shown { color: $foreground; background: $mark; text-style: bold underline; }
    }
    """

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)

    def compose(self) -> ComposeResult:
        """In order."""
        yield from (PartTab(place, name) for place, name in enumerate(self._names))

    def mark(self, shown: int) -> None:
        """This one is on the screen."""
        for place, tab in enumerate(self.query(PartTab)):
            tab.set_class(place == shown, "-shown")
