"""Lines of the history: what stands in a row of `runs`, read so that one that was damaged is refused and costs no other.

Owns which columns there are to a line and what may stand in them. Opens nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from typing import Any

from trainer.errors import Unreadable
from trainer.record.dates import read_date

COLUMNS = "id, scenario, title, incident, mode, pressure, length, started, saved, spent, replies, score, first_score, passed, ended, ending"
"""Of a row, in the order `run_in` takes them."""
_MOST = 2**53


@dataclass(frozen=True)
class Summary:
    """Where a rehearsal stands, for lists."""

    replies: int = 0
    """Replies taken, retried ones counted once."""
    score: int | None = None
    """0..100 by the last tries; None before the end."""
    first_score: int | None = None
    """0..100 by the first tries, the one history headlines."""
    passed: bool | None = None
    ended: str | None = None
    """How it ended; None while it is unfinished."""
    ending: str | None = None
    """Id of the ending, when one was reached."""


@dataclass(frozen=True)
class Run:
    """One line of the history."""

    id: str
    scenario: str
    title: str
    incident: str
    """Name of the incident; empty for the example."""
    mode: str
    pressure: str
    started: datetime
    saved: datetime
    spent: float
    """Seconds spent in it, pauses between sittings left out."""
    summary: Summary
    length: str = "whole"
    """whole, short or drill."""


def run_in(row: tuple[Any, ...]) -> Run:
    """The line in a row of `COLUMNS`.

    Raises:
        Unreadable: something in it cannot be, as after an edit by hand.
    """
    run, scenario, title, incident, mode, pressure, length, started, saved, spent, replies, score, first, passed, ended, ending = row
    try:
        return Run(
            run,
            _text(scenario),
            _text(title),
            _text(incident),
            _text(mode),
            _text(pressure),
            read_date(started),
            read_date(saved),
            _number(spent, _MOST),
            Summary(
                int(_number(replies, _MOST)),
                _score(score),
                _score(first),
                None if passed is None else bool(passed),
                None if ended is None else _text(ended),
                None if ending is None else _text(ending),
            ),
            _text(length),
        )
    except (TypeError, ValueError) as error:
        raise _damaged(run, error) from error


def spent_in(run: str, value: object) -> float:
    """Seconds spent in a run, as its row has them. Raises Unreadable."""
    try:
        return _number(value, _MOST)
    except (TypeError, ValueError) as error:
        raise _damaged(run, error) from error


def _damaged(run: str, error: Exception) -> Unreadable:
    return Unreadable(f"rehearsal {run}", f"its line in the history is damaged: {error}")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{str(value)[:40]!r} is no text")
    return value


def _score(value: object) -> int | None:
    return None if value is None else int(_number(value, 100))


def _number(value: object, most: float) -> float:
    if not isinstance(value, int | float) or not isfinite(value) or not 0 <= value <= most:
        raise ValueError(f"{str(value)[:40]!r} is no number that can be")
    return value
