"""A line to type a filter into, over the list that it narrows."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from trainer.ui.widgets.fact_field import LineInput


class FilterLine(LineInput):
    """Enter opens what is marked in the list below: one need not leave the line for it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "Open", id="history.open")]
    DEFAULT_CSS = """
    FilterLine {
        background: $panel; padding: 0 1;
        &:focus { background: $panel; background-tint: $coach 15%; }
    }
    """
