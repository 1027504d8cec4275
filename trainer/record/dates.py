"""Dates as they are kept: read back only if they can be compared and shown where the player is."""

from __future__ import annotations

from datetime import datetime

FIRST_YEAR, LAST_YEAR = 1970, 9998
"""Beyond these a date cannot be shown in every time zone."""


def read_date(text: object) -> datetime:
    """A date as kept, aware.

    Raises:
        TypeError: no text.
        ValueError: no date, one without a time zone, or one of a year that cannot be.
    """
    if not isinstance(text, str):
        raise TypeError(f"{str(text)[:40]!r} is no date")
    return checked_date(datetime.fromisoformat(text))


def checked_date(date: datetime) -> datetime:
    """The date itself. Raises ValueError: it has no time zone, or a year that cannot be."""
    if date.utcoffset() is None:
        raise ValueError(f"the date {date.isoformat()} has no time zone")
    if not FIRST_YEAR <= date.year <= LAST_YEAR:
        raise ValueError(f"the date {date.isoformat()} cannot be")
    return date
