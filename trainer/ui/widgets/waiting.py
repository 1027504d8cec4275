"""A line that says that something is on its way, where it takes longer than a blink."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import LoadingIndicator, Static


class Waiting(Horizontal):
    """What is being done, and dots that move while it is; stands above the footer."""

    DEFAULT_CSS = """
    Waiting {
        dock: bottom; height: 1; margin: 0 0 1 0; padding: 0 2; background: $surface;
        & LoadingIndicator { width: 12; height: 1; color: $coach; background: $surface; }
        & Static { width: 1fr; color: $coach; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self, doing: str) -> None:
        super().__init__()
        self._doing = doing

    def compose(self) -> ComposeResult:
        """The words and the dots."""
        yield LoadingIndicator()
        yield Static(Content(self._doing))
