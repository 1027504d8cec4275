"""The debrief as plain data for JSON. Stable: documented in the command line reference.

The keys are the names of the values' fields; `format` is raised when one of them changes its meaning or goes.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from enum import Enum

from trainer.report.debrief.values import Debrief

FORMAT = 1


def shape(debrief: Debrief) -> dict[str, object]:
    """Everything in the debrief, trust as numbers too; times in ISO 8601."""
    return {"format": FORMAT, **asdict(debrief, dict_factory=_plain)}


def _plain(fields: list[tuple[str, object]]) -> dict[str, object]:
    return {name: _value(value) for name, value in fields}


def _value(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return [_value(one) for one in value] if isinstance(value, tuple) else value
