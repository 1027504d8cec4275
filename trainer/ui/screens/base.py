"""What all screens share: sizes at which the layout changes, and the footer."""

from __future__ import annotations

from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Footer

WIDE = 110
"""Columns from which the coach has a column of its own."""
TALL = 18
"""Rows from which there is room for more than the talk itself."""


class Page(Screen[None]):
    """A screen of the app. Gets the class `-wide` or `-narrow`, and `-tall` or `-short`, as the terminal is."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012  (declared so by Textual)
    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall")]  # noqa: RUF012
    DEFAULT_CSS = """
    Page {
        background: $background;
        & .page--text { width: 1fr; max-width: 100; height: auto; }
        & .-muted { color: $muted; }
        & Footer { background: $surface; padding: 0 1; }
        & VerticalScroll { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
        & .page--heading { color: $coach; text-style: bold; height: auto; margin: 1 0 0 0; }
    }
    """

    def fit(self, size: Size) -> None:
        """Lay out for a terminal of this size from the first frame on; later ones follow the terminal by themselves."""
        self.set_class(size.width >= WIDE, "-wide")
        self.set_class(size.width < WIDE, "-narrow")
        self.set_class(size.height >= TALL, "-tall")
        self.set_class(size.height < TALL, "-short")

    def footer(self) -> Footer:
        """The keys of this screen."""
        return Footer(show_command_palette=False, compact=True)
