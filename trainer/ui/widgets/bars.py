"""The themes of a debrief as bars, as long as there is room; the figure stands beside each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Static

from trainer.report.debrief.values import ThemeResult
from trainer.ui.widgets.paint import bar

LEAST_BAR, MOST_BAR = 8, 40
FIGURE = 6
"""Columns of the figure."""


class Bars(Static):
    """One line a theme."""

    DEFAULT_CSS = """
    Bars { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, themes: Sequence[ThemeResult]) -> None:
        super().__init__()
        self._themes = tuple(themes)
        self.styles.height = len(self._themes)

    def render(self) -> Content:
        """The bars at the width there is."""
        return bars(self._themes, self.content_size.width)


def bars(themes: Sequence[ThemeResult], width: int) -> Content:
    """The bars in so many columns: labels are cut before a bar would get too short to compare."""
    longest = max((cell_len(one.label) for one in themes), default=0)
    label = max(0, min(longest, width - FIGURE - LEAST_BAR - 1))
    cells = max(1, min(MOST_BAR, width - label - FIGURE - 1))
    return Content("\n").join([_line(one, label, cells) for one in themes])


def _line(one: ThemeResult, label: int, cells: int) -> Content:
    return Content.assemble(f"{fitted(one.label, label)} ", bar(one.share, cells), (f"{round(one.share * 100):4} %", "$muted"))


def fitted(text: str, width: int) -> str:
    """Made exactly so many columns wide; what is cut off shows as such."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return f"{set_cell_size(text, width - 1)}…" if width else ""
