"""What the pure meeting cannot have of itself: the time, seeds and ids nobody chose."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Says what time it is, in UTC. Handed in, so that tests need not wait."""

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""For run ids: nothing in it is taken for something else when read aloud."""


def utc_now() -> datetime:
    """The clock of this machine."""
    return datetime.now(UTC)


def new_seed() -> int:
    """A seed nobody chose, short enough to be typed again."""
    return secrets.randbelow(1_000_000)


def new_run_id() -> str:
    """An id for a run: six letters and digits."""
    return "".join(secrets.choice(_LETTERS) for _ in range(6))
