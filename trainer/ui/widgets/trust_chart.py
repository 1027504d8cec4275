"""How each role came to see the player: in a line, and reply by reply as a small chart. Words stand beside both."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from trainer.report.debrief.trust_line import spark
from trainer.report.debrief.values import TrustResult
from trainer.report.debrief.wording import number
from trainer.ui.theme import HUES
from trainer.ui.widgets.bars import fitted
from trainer.ui.widgets.paint import role_style

ROWS = 5
"""Of a chart: as many as there are words for trust, so that each row is one of them."""
EIGHTHS = " ▁▂▃▄▅▆▇█"
LOST = "▼"
LONGEST_NAME = 14
MOST_SPARK = 12
WIDEST = 6
"""Columns of one reply."""
Levels = Sequence[tuple[int, str]]
"""Least trust -> how it is called."""


class TrustLines(Static):
    """One line a role: name, where it stands and which way it went, a few blocks."""

    DEFAULT_CSS = """
    TrustLines { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, trust: Sequence[TrustResult], hues: Sequence[int]) -> None:
        super().__init__()
        self._trust, self._hues = tuple(trust), tuple(hues)
        self.styles.height = len(self._trust)

    def render(self) -> Content:
        """The lines at the width there is."""
        return trust_lines(self._trust, self._hues, self.content_size.width)


def trust_lines(trust: Sequence[TrustResult], hues: Sequence[int], width: int) -> Content:
    """A line for each role in so many columns; the blocks give way first."""
    names = min(LONGEST_NAME, max((cell_len(one.name) for one in trust), default=0))
    words = max((cell_len(one.word) for one in trust), default=0)
    cells = min(MOST_SPARK, width - names - words - 6)
    lines = [
        Content.assemble(
            (fitted(one.name, names), role_style(hue)),
            f"  {_way(one)} {fitted(one.word, words)}  ",
            (spark(one, cells), f"$role-{hue % HUES}"),
        )
        for one, hue in zip(trust, hues, strict=True)
    ]
    return Content("\n").join(lines)


def _way(one: TrustResult) -> str:
    end = one.steps[-1].value if one.steps else one.start
    return "↑" if end > one.start else "↓" if end < one.start else "="


class TrustChart(Static):
    """Trust of one role over the meeting. Each row of the chart is a word for trust."""

    DEFAULT_CSS = f"""
    TrustChart {{ height: {ROWS + 1}; text-wrap: nowrap; text-overflow: clip; }}
    """

    def __init__(self, trust: TrustResult, hue: int, levels: Levels, lost_at: int | None) -> None:
        """`lost_at` is the turn at which most was lost, None where this role lost nothing there."""
        super().__init__()
        self._trust, self._hue, self._levels, self._lost_at = trust, hue, levels, lost_at

    def render(self) -> Content:
        """The chart at the width there is."""
        return chart(self._trust, self._hue, self._levels, self._lost_at, self.content_size.width)


def chart(trust: TrustResult, hue: int, levels: Levels, lost_at: int | None, width: int) -> Content:
    """The rows of the chart from the top, and the numbers of the lines below."""
    axis = max((cell_len(word) for _, word in levels), default=0) + 1
    turns, values = [None, *(step.turn for step in trust.steps)], [trust.start, *(step.value for step in trust.steps)]
    room = max(1, width - axis - 1)
    shown = _evenly(len(values), room, keep=turns.index(lost_at) if lost_at in turns and lost_at is not None else None)
    cells = max(1, min(WIDEST, room // len(shown)))
    rows = [
        Content.assemble(
            (f"{_word(levels, row):>{axis - 1}} ", "$muted"),
            ("│", "$rule"),
            *(_cell(values[at], row, cells, hue, lost=turns[at] is not None and turns[at] == lost_at) for at in shown),
        )
        for row in reversed(range(ROWS))
    ]
    numbers = _numbers([turns[at] for at in shown], cells)
    return Content("\n").join([*rows, Content.styled(f"{'line':>{axis - 1}}  {numbers}", "$muted")])


def _evenly(many: int, most: int, keep: int | None) -> list[int]:
    """At most so many of the places, spread evenly; the first, the last and `keep` stay."""
    if many <= most:
        return list(range(many))
    chosen = {round(at * (many - 1) / max(1, most - 1)) for at in range(most)}
    if keep is not None and keep not in chosen:
        chosen.remove(min(chosen, key=lambda at: abs(at - keep)))
        chosen.add(keep)
    return sorted(chosen)


def _word(levels: Levels, row: int) -> str:
    """What trust in the middle of a row is called."""
    middle = (row + 0.5) * 100 / ROWS
    return next((word for least, word in levels if middle >= least), "")


def _cell(value: int, row: int, cells: int, hue: int, *, lost: bool) -> Content:
    """A column of a reply in one row; above the reply that cost most stands a mark."""
    full = min(ROWS * 8, value * ROWS * 8 // 100 + 1)  # with one more it always reaches into the row of its word
    if lost and row == min(ROWS - 1, -(-full // 8)):
        return Content.styled(LOST + " " * (cells - 1), "bold $bad")
    return Content.styled(EIGHTHS[max(0, min(8, full - row * 8))] * cells, f"$role-{hue % HUES}")


def _numbers(turns: Sequence[int | None], cells: int) -> str:
    """Numbers of the lines under their columns, as many as stand clear of each other."""
    line = ""
    for place, turn in enumerate(turns):
        if turn is not None and (not line.strip() or place * cells > len(line)):
            line = f"{line:<{place * cells}}{number(turn)}"
    return line
