"""Looking back over finished rehearsals: what got better, what is due for a drill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from trainer.report.progress.due import planned
from trainer.report.progress.gather import progress
from trainer.report.progress.values import Progress
from trainer.scenario.library import listed
from trainer.text.clean import clean_line
from trainer.ui.desk.resources import Resources
from trainer.ui.views.progress import ProgressView


class LookingBack:
    """The part of the desk for progress."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def view(self) -> ProgressView:
        """Everything there is to look back on. Raises StoreFailed.

        Runs of an older trainer are named, not worked out: that takes a while, see `work_out`.
        """
        files = {one.id: one.path for one in listed(self._resources.places.scenarios)}
        store, now = self._resources.store(), self._resources.clock().astimezone()
        runs, results = store.runs(), store.results(worked_out=False)
        finished = [run.id for run in runs if run.summary.ended is not None]
        missing = store.without_result() if len(results) < len(finished) else ()
        return ProgressView(
            now=now,
            groups=tuple(self._asked_still(files, group) for group in progress(results)),
            due=tuple(one for one in planned(results, now.tzinfo) if self._asked(files, one.scenario, one.point)),
            latest={run.scenario: run.id for run in reversed(runs)},
            finished=len(finished),
            to_work_out=missing,
        )

    def work_out(self, run: str) -> str:
        """Count a run of an older trainer from now on; why it cannot be, empty when it is. Raises StoreFailed."""
        return clean_line(self._resources.store().work_out(run))

    def _asked(self, files: Mapping[str, Path], scenario: str, point: str) -> bool:
        """Whether a scenario asks for a point still; one whose file is gone does: the records have all of it."""
        return scenario not in files or point in self._resources.outlines.of(files[scenario]).asked

    def _asked_still(self, files: Mapping[str, Path], group: Progress) -> Progress:
        return replace(group, weakest=tuple(weak for weak in group.weakest if self._asked(files, group.scenario, weak.point)))
