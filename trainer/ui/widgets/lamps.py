"""Live coverage: a lamp for each point they ask for now, lit as far as the draft covers it. Labels only, never what to say."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Static

from trainer.ui.views.meeting import Lamp

MARKS = {"missing": ("○", "$muted"), "partly": ("◐", "$half"), "covered": ("●", "$good"), "contradicted": ("✗", "$bad")}
"""Verdict -> a mark that reads without colour, and its colour."""
GAP = "  "
MORE = "…"
SHORTEST = 4
"""Columns below which a label is left out and its mark stands alone."""


class Lamps(Static):
    """One line of lamps; labels are shortened where they would not fit. Takes no room while there are none."""

    DEFAULT_CSS = """
    Lamps { height: 1; padding: 0 2; display: none; text-wrap: nowrap; text-overflow: ellipsis; }
    Lamps.-lit { display: block; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's word)
        super().__init__(id=id)
        self._lamps: tuple[Lamp, ...] = ()

    def show(self, lamps: Sequence[Lamp]) -> None:
        """Light them so."""
        self._lamps = tuple(lamps)
        self.set_class(bool(self._lamps), "-lit")
        self.refresh()

    def render(self) -> Content:
        """As much of each label as there is room for."""
        return lamps_line(self._lamps, self.content_size.width)


def lamps_line(lamps: Sequence[Lamp], width: int) -> Content:
    """The lamps in so many columns: whole labels where they fit, else every long one cut to the same length."""
    room = width - sum(2 for _ in lamps) - cell_len(GAP) * (len(lamps) - 1)
    most = _longest(tuple(cell_len(lamp.label) for lamp in lamps), room)
    return Content(GAP).join([_lamp(lamp, most) for lamp in lamps])


def _longest(lengths: tuple[int, ...], room: int) -> int:
    """The length to cut labels to so that together they take no more than `room`: short ones leave theirs to the long ones."""
    left = list(lengths)
    while left and sum(left) > room:
        share = room // len(left)
        short = [length for length in left if length <= share]
        if not short:
            return max(0, share)
        room -= sum(short)
        left = [length for length in left if length > share]
    return max(lengths, default=0)


def _lamp(lamp: Lamp, most: int) -> Content:
    mark, style = MARKS.get(lamp.verdict, MARKS["missing"])
    label = lamp.label
    if cell_len(label) > most:
        label = f"{set_cell_size(label, most - 1).rstrip()}{MORE}" if most >= SHORTEST else ""
    return Content.assemble((f"{mark} " if label else mark, style), (label, "$muted" if lamp.verdict == "missing" else ""))
