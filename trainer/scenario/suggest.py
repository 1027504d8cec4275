"""Nearest spelling: what an author most likely meant by a name that is not there. Knows names only, no scenario."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_ALIKE = 0.6
"""Share of letters two names must have in common when they are more than slips apart; below it a suggestion misleads."""


def nearest(name: str, known: Iterable[str], most: int = 2) -> tuple[str, ...]:
    """Up to `most` of the known names that look like `name`, best first; case, `-`, `_` and spaces are all the same.

    Names a slip or two away come first, then names with most letters in common (`estim` for `estimate`).
    """
    folded = _folded(name)
    by_folded: dict[str, str] = {}
    for candidate in known:
        by_folded.setdefault(_folded(candidate), candidate)
    slips = {candidate: distance for candidate in by_folded if (distance := _slips(folded, candidate)) <= max(1, len(folded) // 3)}
    close = sorted(slips, key=slips.__getitem__) if len(folded) > 1 else []
    alike = get_close_matches(folded, by_folded, n=most, cutoff=_ALIKE)
    return tuple(by_folded[match] for match in dict.fromkeys([*close, *alike]))[:most]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """` (did you mean 'x'?)` for the end of a message, or nothing."""
    close = nearest(name, known, most=1)
    return f" (did you mean '{close[0]}'?)" if close else ""


def _folded(name: str) -> str:
    return "_".join(name.casefold().replace("-", " ").replace("_", " ").split())[:80]


def _slips(one: str, other: str) -> int:
    """Letters left out, put in, changed, or two neighbours swapped (optimal string alignment)."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        here = [row]
        for column, facing in enumerate(other, start=1):
            cost = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != facing))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == facing:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        before, above = above, here
    return above[-1]
