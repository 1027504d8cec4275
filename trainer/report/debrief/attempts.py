"""Earlier rehearsals of the same meeting beside this one, point by point.

Owns which of them compare: same scenario, mode and length. All by first tries, as the history keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.meeting.turns import Turn
from trainer.report.debrief.values import Attempt, Attempts, PointSeries
from trainer.report.progress.values import RunResult
from trainer.scoring.counted import counted_points
from trainer.scoring.standing import Standing
from trainer.scoring.summing_up import asked_points, standing_of
from trainer.text.clean import clean_line

MOST_RUNS = 5
"""Earlier rehearsals shown, the latest of them: a table of more columns is not read."""


def before(results: Iterable[RunResult], started: datetime) -> tuple[RunResult, ...]:
    """Those that were over before a rehearsal began; `started` is aware."""
    return tuple(one for one in results if one.when <= started)


def attempts(script: Script, state: MeetingState, turns: Sequence[Turn], earlier: Iterable[RunResult]) -> Attempts:
    """This run beside those of `earlier` that compare with it; nothing when none does. `earlier` must not hold this run itself."""
    options = state.options
    kind = (script.scenario.id, options.mode.value, options.length.value)
    alike = sorted((one for one in earlier if (one.scenario, one.mode, one.length) == kind), key=lambda one: one.when)[-MOST_RUNS:]
    if not alike:
        return Attempts()
    asked = asked_points(script, turns)
    series = (
        PointSeries(
            point=point,
            label=clean_line(script.scenario.key_points[point].label),
            before=tuple(one.points.get(point) for one in alike),
            now=standing_of(state.first.point(point), reached=point in asked),
        )
        for point in counted_points(script, state, state.first)
    )
    return Attempts(
        runs=tuple(Attempt(one.run, one.when, one.score) for one in alike),
        points=tuple(one for one in series if {*one.before, one.now} - {None, Standing.NOT_REACHED}),
    )
