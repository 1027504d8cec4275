"""Shared rehearsals as a table for a spreadsheet: one row a rehearsal and point.

Owns the columns, and that no cell is taken for a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from trainer.report.group.gather import distinct
from trainer.report.sharing.values import Shared
from trainer.text.clean import clean_line

COLUMNS = (
    "rehearsal", "scenario", "scenario_hash", "mode", "length", "pressure", "day", "name", "score", "first_score", "passed",
    "ended", "ending", "point", "label", "theme", "required", "standing", "verdict", "told", "claimed",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, full width forms too."""


def render(shared: Iterable[Shared]) -> str:
    """The table with its headings, ending in a newline; rehearsals are numbered in an order of their own."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, run in enumerate(distinct(shared), start=1):
        writer.writerows([safe(cell) for cell in row] for row in _rows(number, run))
    return out.getvalue()


def safe(cell: object) -> str:
    """A cell on one line that no spreadsheet runs: what begins like a formula gets an apostrophe before it."""
    line = "yes" if cell is True else "no" if cell is False else clean_line(str(cell))
    return f"'{line}" if line.startswith(_FORMULA) else line


def _rows(number: int, run: Shared) -> Iterator[tuple[object, ...]]:
    of_run = (
        number, run.scenario, run.scenario_hash[:12], run.mode, run.length, run.pressure, run.day, run.name or "", run.score,
        run.first_score, run.passed, run.ended, run.ending or "",
    )  # fmt: skip
    for name, point in run.points.items():
        of_point = (name, point.label, point.theme, point.required, point.standing, point.verdict, point.told, point.claimed)
        yield (*of_run, *of_point)
