"""What home offers for practising: drills that are due, progress, words. Nothing of it before there is a rehearsal to go by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from trainer.report.progress.due import due
from trainer.report.progress.gather import progress
from trainer.report.progress.values import Due, RunResult
from trainer.store.store import Run
from trainer.text.clean import clean_line
from trainer.ui.desk.outlines import Outline
from trainer.ui.views.home import DrillRow, Practise

MOST_DRILLS = 3
"""Scenarios with a line of their own; the rest stands on the progress page."""


def practise(
    runs: Sequence[Run], results: Sequence[RunResult], scenarios: dict[str, Path], outline: Callable[[Path], Outline], now: datetime
) -> Practise:
    """What there is to practise, out of all `runs` (the latest first) and the `results` at hand; `scenarios` are files by their ids."""
    finished = [run for run in runs if run.summary.ended is not None]
    latest = next((scenarios[run.scenario] for run in runs if run.scenario in scenarios), None)
    return Practise(
        drills=tuple(drills(runs, results, scenarios, outline, now))[:MOST_DRILLS],
        progress=_standing(results) if finished else "",
        kept=len(runs) if finished else 0,
        words=latest if latest is not None and finished and outline(latest).has_words else None,
    )


def drills(
    runs: Sequence[Run], results: Sequence[RunResult], scenarios: dict[str, Path], outline: Callable[[Path], Outline], now: datetime
) -> Iterator[DrillRow]:
    """What is due in each scenario, that of the latest run first; points a scenario has lost since are left out."""
    latest: dict[str, Run] = {}
    for run in runs:
        latest.setdefault(run.scenario, run)
    waiting = due(results, now.astimezone())
    for scenario, run in latest.items():
        own = [one for one in waiting if one.scenario == scenario and _is_asked(one, scenarios, outline)]
        if own:
            points, labels = tuple(one.point for one in own), tuple(clean_line(one.label) for one in own)
            yield DrillRow(scenario, clean_line(run.title), run.id, clean_line(run.incident), points, labels)


def _is_asked(one: Due, scenarios: dict[str, Path], outline: Callable[[Path], Outline]) -> bool:
    """Of a scenario that is gone the record has all points still."""
    return one.scenario not in scenarios or one.point in outline(scenarios[one.scenario]).asked


def _standing(results: Sequence[RunResult]) -> str:
    groups = progress(results)
    if not groups:
        return "how you get better, from run to run"
    score = groups[0].score
    return f"{score.tier}, {score.change}" if score.change else str(score.tier)
