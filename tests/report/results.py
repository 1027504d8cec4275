"""Results made by hand, for tests of progress and drills."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from trainer.report.progress.values import RunResult, Standing

MONDAY = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


def days(number: float) -> datetime:
    """So many days after Monday at six in the evening."""
    return MONDAY + timedelta(days=number)


def a_run(day: float, score: int = 50, /, *, points: dict[str, Standing] | None = None, **changes: Any) -> RunResult:
    """A whole meeting in coach mode that came to an end on that day."""
    said = points or {}
    values: dict[str, Any] = {
        "run": f"run{day:g}",
        "scenario": "small",
        "title": "A small meeting",
        "incident": "",
        "mode": "coach",
        "length": "whole",
        "pressure": "gentle",
        "when": days(day),
        "score": score,
        "last_score": score,
        "passed": score >= 60,
        "ended": "ending",
        "points": said,
        "point_labels": {point: point.replace("_", " ").capitalize() for point in said},
    }
    return RunResult(**{**values, **changes})
