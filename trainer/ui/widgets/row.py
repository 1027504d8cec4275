"""A label in a narrow column and the text beside it: the one line shape of the whole app."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static


class Row(Horizontal):
    """Label left, wrapping text right. Both are shown literally."""

    DEFAULT_CSS = """
    Row {
        height: auto;
        width: 1fr;
        & > .row--label { width: 10; height: auto; padding: 0 1 0 0; text-wrap: nowrap; text-overflow: ellipsis; }
        & > .row--text { width: 1fr; height: auto; }
    }
    """

    def __init__(self, label: Content | str, text: Content | str, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._label = Content(label) if isinstance(label, str) else label
        self._text = Content(text) if isinstance(text, str) else text

    def compose(self) -> ComposeResult:
        """The two columns."""
        yield Static(self._label, classes="row--label")
        yield Static(self._text, classes="row--text")
