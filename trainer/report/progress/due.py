"""Which points are due for a drill, and when again.

Owns the days between drills (docs/decisions/0132-when-to-drill-again.md). Pure: results and a time in, items out; draws nothing.

The way of the boxes is Sebastian Leitner's (So lernt man lernen, 1972): what was known goes one box on and rests longer there, what was
not known goes back to the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta, tzinfo

from trainer.report.progress.values import Due, RunResult, Standing

DAYS = (0, 1, 3, 7)
"""Days a point rests at each step before it is asked for again; 0 is at once."""
WEAK = frozenset({Standing.MISSED, Standing.PARTLY, Standing.CONTRADICTED, Standing.TOLD})
"""What sends a point back to the first step. "I said that" does not, and neither does what nobody got to ask."""


def planned(results: Iterable[RunResult], zone: tzinfo | None) -> tuple[Due, ...]:
    """Every point that is to be drilled now or later, the earliest first; each once.

    A point enters when it is missed, and leaves when it was said at every step, on its day or later. Days are those of `zone` (None: of
    this machine), from midnight on. Points are named as they were: a scenario may have lost one since.
    """
    items: dict[tuple[str, str], Due] = {}
    for run in sorted(results, key=lambda run: run.when):
        for point, standing in run.points.items():
            key, ended = (run.scenario, point), run.when.astimezone(zone)
            if standing in WEAK:
                items[key] = _item(run, point, 0, ended)
            elif standing is Standing.COVERED and key in items and items[key].when <= ended:
                step = items.pop(key).step + 1
                if step < len(DAYS):
                    items[key] = _item(run, point, step, ended)
    return tuple(sorted(items.values(), key=lambda item: item.when))


def due(results: Iterable[RunResult], now: datetime) -> tuple[Due, ...]:
    """The points to be drilled at `now` (aware), those that waited longest first."""
    return tuple(item for item in planned(results, now.tzinfo) if item.when <= now)


def _item(run: RunResult, point: str, step: int, ended: datetime) -> Due:
    day = ended.date() + timedelta(days=DAYS[step])
    when = datetime.combine(day, time(), ended.tzinfo) if DAYS[step] else ended
    return Due(run.scenario, run.title or run.scenario, point, run.point_labels.get(point, point), when, step, run.incident)
