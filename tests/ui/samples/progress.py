"""Progress: a meeting rehearsed six times, another way of it once, and nothing yet."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.ui.samples.basics import TITLE
from trainer.report.progress.values import Due, Progress, RunResult, Standing, Tier, Trend, WeakPoint
from trainer.ui.views.progress import ProgressView

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def a_run(run: str, scenario: str, day: int, score: int) -> RunResult:
    when = NOW - timedelta(days=day)
    return RunResult(run, scenario, "", "coach", "whole", "gentle", when, score, score, score >= 60, "ending", title=TITLE)


def a_group(scenario: str, mode: str, length: str, *scores: int, title: str = TITLE) -> Progress:
    runs = tuple(a_run(f"{scenario}{at}", scenario, len(scores) - at, score) for at, score in enumerate(scores))
    once = len(scores) == 1
    tier = Tier.ONE_RUN if once else Tier.GETTING_THERE
    change = "" if once else f"up {scores[-1] - scores[0]} since the first run"
    halves = tuple(score // 2 for score in scores)
    return Progress(
        scenario,
        title,
        mode,
        length,
        runs,
        Trend("", "Score", scores, scores[-1], tier, change),
        (
            Trend("severity", "What is wrong and how bad", scores, scores[-1], tier, change),
            Trend("no_warning", "No to half measures", halves, halves[-1], Tier.ONE_RUN if once else Tier.NOT_YET, change),
        ),
        (
            WeakPoint("no_warning", "A warning protects nobody", Standing.PARTLY, 0, len(scores)),
            WeakPoint("cause", "The suspected cause", Standing.MISSED, 1, len(scores)),
        ),
    )


def a_due(scenario: str, point: str, label: str, days: int) -> Due:
    return Due(scenario, TITLE, point, label, NOW + timedelta(days=days), 0)


HALT = a_group("halt", "coach", "whole", 20, 35, 31, 50, 64, 61)
PROGRESS = ProgressView(
    now=NOW,
    groups=(HALT, a_group("halt", "meeting", "short", 40, 62), a_group("raise", "coach", "whole", 70, title="Asking for a raise")),
    due=(
        a_due("halt", "cause", "The suspected cause", -2),
        a_due("halt", "what", "What is wrong", 0),
        a_due("halt", "harm", "The harm", 3),
    ),
    latest={"halt": "k3f9", "raise": "a1"},
    finished=9,
)
ONCE = ProgressView(now=NOW, groups=(a_group("halt", "coach", "whole", 42),), latest={"halt": "k3f9"}, finished=1)
NOTHING_COMPARED = ProgressView(now=NOW, due=PROGRESS.due[:1], latest=PROGRESS.latest, finished=2)
NOTHING = ProgressView(now=NOW)
