"""How much time there is before the real meeting, and what is best done with it."""

from __future__ import annotations

from enum import StrEnum


class Plan(StrEnum):
    """What is opened once a meeting and an incident are chosen."""

    BRIEF = "brief"
    """Under a quarter of an hour: the facts, and the brief made of them."""
    SHORT = "short"
    """Under three quarters of an hour: a short run."""
    WHOLE = "whole"
    """More time, or none set: the whole meeting."""
