"""The score and the themes of some runs, a line each: where it stands in a bar, a number and words, and how it came there."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trainer.report.progress.text import MOST_SHOWN, sparkline
from trainer.report.progress.values import Tier, Trend
from trainer.ui.widgets.paint import bar

BAR = 10
"""Cells of a bar."""
LEAST_LABEL = 14
"""Cells; a label that is cut stands in full over its plot."""
BESIDE = 2 + BAR + 4 + 2 + len(Tier.GETTING_THERE) + 2 + MOST_SHOWN + 4
"""Cells of everything but the label."""


class Trends(OptionList):
    """The marked one is plotted by the page."""

    DEFAULT_CSS = """
    Trends {
        height: auto; max-height: 45%; border: none; padding: 0 1; background: $background; scrollbar-size-vertical: 1;
        text-wrap: nowrap; text-overflow: ellipsis;
        & > .option-list--option { padding: 0 1; }
        &:focus { border: none; background: $background; background-tint: $background 0%; }
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._trends: Sequence[Trend] = ()
        self._label = LEAST_LABEL

    def put(self, trends: Sequence[Trend]) -> None:
        """List these, the first one marked."""
        self._trends = trends
        self._list(0 if trends else None)

    def on_resize(self) -> None:
        """Labels have what the columns leave them."""
        if self._room() != self._label:
            self._list(self.highlighted)

    def _room(self) -> int:
        longest = max((cell_len(trend.label) for trend in self._trends), default=0)
        return max(LEAST_LABEL, min(longest, self.size.width - BESIDE))

    def _list(self, marked: int | None) -> None:
        self._label = self._room()
        tier = max((len(trend.tier) for trend in self._trends), default=0)
        self.clear_options()
        self.add_options([Option(_line(trend, self._label, tier)) for trend in self._trends])
        self.highlighted = marked


def _line(trend: Trend, label: int, tier: int) -> Content:
    curve = sparkline(trend.values[-MOST_SHOWN:]) if len(trend.values) > 1 else ""
    name = trend.label if cell_len(trend.label) <= label else f"{set_cell_size(trend.label, label - 1)}…"
    return Content.assemble(
        set_cell_size(name, label),
        "  ",
        bar(trend.level / 100, BAR),
        f" {trend.level:>3}  {trend.tier.ljust(tier)}  ",
        (curve, "$coach"),
    )
