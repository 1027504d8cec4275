"""The keys at the foot of a page: where not all of them fit, the way out and help still stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

STAY = frozenset({"help", "home", "leave", "back", "pause", "app.quit"})
"""Actions whose keys are always shown: whoever knows no other key gets on with these."""
EDGES = 2
"""Columns left and right that stay empty."""
PALETTE = "-command-palette"
"""Textual's class of the key that stands apart, at the right."""


class Foot(Footer):
    """Textual's footer, but a key that does not fit gives way whole instead of being cut off. F1 lists every key."""

    DEFAULT_CSS = """
    Foot {
        background: $surface; padding: 0 1;
        &.-airy FooterKey { margin-right: 2; }
    }
    """

    def __init__(self, *, palette_from: int | None = None) -> None:
        """`palette_from` is the width, in columns, from which the key of the palette stands at the right; None is never."""
        super().__init__(compact=True, show_command_palette=palette_from is not None)
        self._palette_from = palette_from
        self._composed_for = 0

    def compose(self) -> ComposeResult:
        """As many keys as there is room for, in their order."""
        self._composed_for = self.app.size.width
        every = [key for key in super().compose() if isinstance(key, FooterKey)]
        keys = [key for key in every if not key.has_class(PALETTE)]
        palette = [key for key in every if key.has_class(PALETTE) and self._composed_for >= (self._palette_from or 0)]
        for key in palette:
            key.description = key.description.capitalize()  # as all others are written
        room = self._composed_for - EDGES - sum(_width(key) + 1 for key in palette)
        self.set_class(sum(_width(key) + 1 for key in keys) <= room, "-airy")
        yield from (*fitting(keys, room), *palette)

    def on_resize(self, event: events.Resize) -> None:
        """In another width other keys fit."""
        if self._composed_for and event.size.width != self._composed_for:
            self.call_after_refresh(self.recompose)


def fitting(keys: Sequence[FooterKey], room: int) -> Iterator[FooterKey]:
    """Those for which there is room in so many columns: first those that stay, then in their order those that do something now."""
    left = room + 1  # behind the last one nothing has to stay empty
    kept = set()
    for key in sorted(keys, key=lambda key: (key.action not in STAY, key.has_class("-disabled"))):
        if key.action in STAY or _width(key) <= left:
            kept.add(key)
            left -= _width(key)
    return (key for key in keys if key in kept)


def _width(key: FooterKey) -> int:
    """Columns of a key, its words and the space behind them."""
    return cell_len(f"{key.key_display} {key.description} ")
