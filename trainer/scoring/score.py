"""The score of a rehearsal, 0-100: how much of what was needed was said by its end.

Owns the formula: 100 x mean over themes of the mean over points, up to 10 for extras, less mistakes. Pure over a state; an unfinished
rehearsal has a score too, it just cannot pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.meeting.events import MistakeStatus
from trainer.meeting.script import Script
from trainer.meeting.state import Ledger, MeetingState
from trainer.scoring.counted import counted_points, extra_points, point_value, whole_score
from trainer.text.values import Verdict

PASS_FROM = 60
"""Least score that can pass."""
EXTRAS_AT_MOST = 10.0
"""All extras covered add this much."""
PENALTY = {MistakeStatus.OPEN: 15.0, MistakeStatus.PENDING: 15.0, MistakeStatus.REPAIRED: 7.5}
"""What one mistake takes away."""


@dataclass(frozen=True)
class PointShare:
    """One point in its theme's bar."""

    id: str
    label: str
    value: float
    """0..1."""
    verdict: Verdict
    """As heard; what the coach told or the player claimed stands beside it."""
    told: bool
    claimed: bool


@dataclass(frozen=True)
class ThemeScore:
    """One theme's bar."""

    id: str
    label: str
    share: float
    """0..1, the weighted mean of its points."""
    points: tuple[PointShare, ...]


@dataclass(frozen=True)
class Penalty:
    """What one mistake cost."""

    mistake: str
    label: str
    status: MistakeStatus
    points: float


@dataclass(frozen=True)
class Score:
    """What a rehearsal came to."""

    total: int
    """0..100."""
    passed: bool
    themes: tuple[ThemeScore, ...]
    """Themes with a counted point, in the scenario's order."""
    extras: float
    """Points added for extras, 0..10."""
    penalties: tuple[Penalty, ...]


def score(script: Script, state: MeetingState, first: bool = False) -> Score:
    """The score as things stand; `first` scores first tries alone, as history headlines them."""
    ledger = state.first if first else state.ledger
    themes = tuple(_themes(script, state, ledger))
    extras = _extras(script, state, ledger)
    penalties = tuple(
        Penalty(name, script.scenario.mistakes[name].label, status, PENALTY[status]) for name, status in ledger.mistakes.items()
    )
    weights = [script.scenario.themes[theme.id].weight for theme in themes]
    base = 100 * _mean([theme.share for theme in themes], weights)
    total = whole_score(base + extras - sum(one.points for one in penalties))
    return Score(total, _passed(script, state, ledger, total), themes, extras, penalties)


def _themes(script: Script, state: MeetingState, ledger: Ledger) -> Iterator[ThemeScore]:
    counted = counted_points(script, state, ledger)
    for name, theme in script.scenario.themes.items():
        ids = [point for point in counted if script.scenario.key_points[point].theme == name]
        if ids:
            shares = tuple(_share(script, ledger, point) for point in ids)
            weights = [script.scenario.key_points[point].weight for point in ids]
            yield ThemeScore(name, theme.label, _mean([one.value for one in shares], weights), shares)


def _share(script: Script, ledger: Ledger, point: str) -> PointShare:
    known = ledger.point(point)
    label = script.scenario.key_points[point].label
    return PointShare(point, label, point_value(ledger, point), known.verdict, known.told, known.claimed)


def _extras(script: Script, state: MeetingState, ledger: Ledger) -> float:
    extras = extra_points(script, state, ledger)
    covered = sum(point_value(ledger, point) == 1 for point in extras)
    return EXTRAS_AT_MOST * covered / len(extras) if extras else 0.0


def _passed(script: Script, state: MeetingState, ledger: Ledger, total: int) -> bool:
    """Done, or ended by an ending that is not lost; enough said, and nothing open (or not yet taken back) that blocks."""
    blocked = any(
        status is not MistakeStatus.REPAIRED and script.scenario.mistakes[name].blocks for name, status in ledger.mistakes.items()
    )
    return _held_out(script, state) and total >= PASS_FROM and not blocked


def _held_out(script: Script, state: MeetingState) -> bool:
    """Whether it came to its end, and to none that the scenario calls lost (docs/decisions/0030-lost-is-not-passed.md)."""
    if state.ended is None or not state.ended.how.came_to_end:
        return False
    return all(ending.result != "lost" for ending in script.scenario.endings if ending.id == state.ended.ending)


def _mean(values: Sequence[float], weights: Sequence[float]) -> float:
    return sum(value * weight for value, weight in zip(values, weights, strict=True)) / sum(weights) if weights else 0.0
