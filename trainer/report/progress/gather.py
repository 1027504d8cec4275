"""How things move from run to run: trends, tiers, and the points that do not come yet.

Owns what may be compared (docs/decisions/0131-what-progress-compares.md) and how much a recent run weighs. Pure; draws nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import exp2

from trainer.report.progress.values import Progress, RunResult, Standing, Tier, Trend, WeakPoint

HALF_LIFE = 1.0
"""In runs: each weighs half as much as the one after it. People have few runs, and want to know where they stand now."""
GETTING_THERE_FROM = 40
SOLID_FROM = 70
SECOND_NATURE_FROM = 90
"""Levels, 0..100, from which each tier holds."""
SECOND_NATURE_RUNS = 3
"""Least runs it takes: twice may be luck."""
MOST_WEAK = 3
"""Weak points named at a time; more is no help."""
STOPPED = frozenset({"quit", "no_more_replies"})
"""Ways of ending that leave a run too short to be compared."""
_DRILL = "drill"
_VALUE = {Standing.COVERED: 100, Standing.PARTLY: 50, Standing.MISSED: 0, Standing.CONTRADICTED: 0, Standing.TOLD: 0}
"""What a standing says of a point; one that was claimed or not reached says nothing."""


def progress(results: Iterable[RunResult]) -> tuple[Progress, ...]:
    """One for each scenario, mode and length with a run to show, the one rehearsed last first.

    Drills are left out: each asks for other points.
    """
    groups: dict[tuple[str, str, str], list[RunResult]] = {}
    for one in sorted(results, key=lambda one: one.when):
        if one.length != _DRILL and one.ended not in STOPPED:
            groups.setdefault((one.scenario, one.mode, one.length), []).append(one)
    ordered = sorted(groups.values(), key=lambda runs: runs[-1].when, reverse=True)
    return tuple(_progress(runs) for runs in ordered)


def level(values: Sequence[float], half_life: float = HALF_LIFE) -> float:
    """The weighted mean of `values` (oldest first), each weighing half as much as one `half_life` places later.

    Simple exponential smoothing (R. G. Brown, Exponential Smoothing for Predicting Demand, 1956) with a smoothing factor of
    1 - 0.5 ** (1 / half_life), its weights made to sum to 1 so that a short series does not lean on its first value.

    Raises:
        ValueError: no values.
    """
    if not values:
        raise ValueError("nothing to weigh")
    weights = [exp2(-age / half_life) for age in reversed(range(len(values)))]
    return sum(weight * value for weight, value in zip(weights, values, strict=True)) / sum(weights)


def tier(level: float, runs: int) -> Tier:
    """The tier of a level (0..100) that so many runs show."""
    if runs < 2:
        return Tier.ONE_RUN
    if level >= SECOND_NATURE_FROM and runs >= SECOND_NATURE_RUNS:
        return Tier.SECOND_NATURE
    if level >= SOLID_FROM:
        return Tier.SOLID
    return Tier.GETTING_THERE if level >= GETTING_THERE_FROM else Tier.NOT_YET


def change(values: Sequence[int]) -> str:
    """The last of `values` beside the first, in words; empty where there are not two."""
    if len(values) < 2:
        return ""
    by = values[-1] - values[0]
    return f"{'up' if by > 0 else 'down'} {abs(by)} since the first run" if by else "as in the first run"


def _progress(runs: Sequence[RunResult]) -> Progress:
    last = runs[-1]
    return Progress(
        scenario=last.scenario,
        title=last.title or last.scenario,
        mode=last.mode,
        length=last.length,
        runs=tuple(runs),
        score=_trend("", "Score", [run.score for run in runs]),
        themes=tuple(_themes(runs)),
        weakest=tuple(_weakest(runs)),
    )


def _themes(runs: Sequence[RunResult]) -> Iterator[Trend]:
    """The themes of the last run: what an older version of the scenario asked for besides is not asked any more."""
    for theme, label in runs[-1].theme_labels.items():
        yield _trend(theme, label, [round(100 * run.themes[theme]) for run in runs if theme in run.themes])


def _trend(name: str, label: str, values: Sequence[int]) -> Trend:
    now = round(level(values))
    return Trend(name, label, tuple(values), now, tier(now, len(values)), change(values))


def _weakest(runs: Sequence[RunResult]) -> list[WeakPoint]:
    found: list[tuple[float, WeakPoint]] = []
    for point, label in runs[-1].point_labels.items():
        said = [run.points[point] for run in runs if run.points.get(point) in _VALUE]
        now = level([_VALUE[one] for one in said]) if said else 100.0
        if now < SOLID_FROM:
            found.append((now, WeakPoint(point, label, said[-1], said.count(Standing.COVERED), len(said))))
    return [weak for _, weak in sorted(found, key=lambda one: one[0])][:MOST_WEAK]
