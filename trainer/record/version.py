"""Which trainer this is. Asks the installed distribution; never keeps a number of its own."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version

DISTRIBUTION = "negotiation-trainer"


@cache
def trainer_version() -> str:
    """The installed version, or `0+unknown` when run from a folder that was never installed."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "0+unknown"
