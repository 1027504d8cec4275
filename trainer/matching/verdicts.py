"""Verdict and score of one point from its facets, shared with the meeting, which merges facets over turns.

Owns the rule and the bands. Must never look at words.
"""

from __future__ import annotations

from trainer.text.values import Verdict

PARTLY_FROM, COVERED_FROM = 0.35, 0.7
"""Bands of a point's score: missing below the first, covered from the second."""
_BANDS = {Verdict.MISSING: (0.0, PARTLY_FROM), Verdict.PARTLY: (PARTLY_FROM, COVERED_FROM), Verdict.COVERED: (COVERED_FROM, 1.0)}
_JUST_BELOW = 0.0005
"""Keeps a score rounded to three places inside its band."""


def verdict_of(need: int, met: int, near: int, denied: bool) -> Verdict:
    """Covered when `need` facets are met, partly when any is met or near, contradicted when the last clear statement denies it.

    `met` and `near` count facets that are not bonus.
    """
    if denied:
        return Verdict.CONTRADICTED
    if met >= need:
        return Verdict.COVERED
    return Verdict.PARTLY if met or near else Verdict.MISSING


def banded(verdict: Verdict, fit: float) -> float:
    """A fit of 0..1 scaled into the verdict's band, three places."""
    if verdict is Verdict.CONTRADICTED:
        return 0.0
    low, high = _BANDS[verdict]
    top = high if verdict is Verdict.COVERED else high - 2 * _JUST_BELOW
    return round(low + (top - low) * min(1.0, max(0.0, fit)), 3)
