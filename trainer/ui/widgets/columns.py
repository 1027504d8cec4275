"""Values from 0 to 100 as columns of block characters, one a run. The numbers stand below: nobody has to read heights."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_AXIS = 4
"""Cells left of the columns: 100, 50 and 0 at their heights."""
_PITCHES = (6, 4, 2, 1)
"""Cells from one column to the next, the widest that fits; from 4 on there is room for a number below."""
_NUMBERED = 4


class Columns(Widget):
    """Draws as many of the last values as fit, in whatever height it has."""

    DEFAULT_CSS = "Columns { height: 1fr; min-height: 3; max-height: 11; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._values: tuple[int, ...] = ()

    def show(self, values: Sequence[int]) -> None:
        """Draw these, oldest first."""
        self._values = tuple(values)
        self.refresh()

    def render(self) -> RenderResult:
        """Columns over an axis, numbers below it."""
        *plot, numbers = draw(self._values, self.size.width, self.size.height)
        return Content("\n").join([*(_painted(line) for line in plot), Content.styled(numbers, "$muted")])


def _painted(line: str) -> Content:
    return Content.assemble((line[:_AXIS], "$muted"), (line[_AXIS:], "$coach"))


def draw(values: Sequence[int], width: int, height: int) -> list[str]:
    """Lines of text, `height` of them, the last for numbers; as many of the last `values` (0..100) as fit into `width` cells."""
    rows, room = max(1, height - 1), max(1, width - _AXIS)
    pitch = next((pitch for pitch in _PITCHES if pitch * len(values) <= room), _PITCHES[-1])
    shown = [min(100, max(0, value)) for value in values[-(room // pitch) :]]
    lines = [_axis(row, rows) + "".join(_cell(value, row, rows, pitch) for value in shown) for row in range(rows)]
    return [*(line.rstrip().ljust(_AXIS) for line in lines), _numbers(values, shown, pitch)]


def _axis(row: int, rows: int) -> str:
    """100 at the top, 0 at the bottom, 50 where half of the height begins, if there is room for it."""
    label = "100" if row == 0 else "0" if row == rows - 1 else "50" if rows % 2 and row == rows // 2 else ""
    return label.rjust(_AXIS - 1) + " "


def _cell(value: int, row: int, rows: int, pitch: int) -> str:
    """What of a column stands in this row. A value of 0 has a foot too, so that no run is overlooked."""
    eighths = max(1, round(value * rows * 8 / 100))
    filled = min(8, max(0, eighths - 8 * (rows - 1 - row)))
    block = _EIGHTHS[filled] * max(1, pitch - 2 if pitch >= _NUMBERED else 1)
    return block.ljust(pitch)


def _numbers(values: Sequence[int], shown: Sequence[int], pitch: int) -> str:
    if pitch >= _NUMBERED:
        return " " * _AXIS + "".join(str(value).center(max(1, pitch - 2)).ljust(pitch) for value in shown).rstrip()
    of = f"last {len(shown)} of {len(values)} runs" if len(shown) < len(values) else f"{len(values)} runs"
    return f"{' ' * _AXIS}{of}: from {shown[0]} to {shown[-1]}, best {max(shown)}"
