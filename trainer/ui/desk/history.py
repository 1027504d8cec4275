"""All rehearsals that are kept: listing them, and forgetting one."""

from __future__ import annotations

from datetime import datetime

from trainer.meeting.options import Mode
from trainer.store.filter import searched
from trainer.store.store import Run
from trainer.text.clean import clean_line
from trainer.ui.desk.home_lists import replies, result_of, score_of, when
from trainer.ui.desk.resources import Resources
from trainer.ui.views.history import HistoryView, PastRun


class History:
    """The part of the desk for looking through what was rehearsed."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def view(self) -> HistoryView:
        """Every rehearsal in which something was said or may still be. Raises StoreFailed."""
        now = self._resources.clock()
        return HistoryView(tuple(_past(run, now) for run in self._resources.store().runs() if not _is_empty_drill(run)))

    def forget(self, run: str) -> None:
        """Remove a rehearsal for good. Raises NotFound, StoreFailed."""
        self._resources.store().forget(run)


def _is_empty_drill(run: Run) -> bool:
    """A drill in which nothing was said is nothing to go on with, wherever it was left."""
    return run.mode == Mode.DRILL and run.summary.ended is None and not run.summary.replies


def _past(run: Run, now: datetime) -> PastRun:
    finished = run.summary.ended is not None
    return PastRun(
        run=run.id,
        when=when(run.saved, now),
        score=str(score_of(run)) if finished else "",
        result=result_of(run) if finished else replies(run),
        kind=run.mode if run.length in ("whole", run.mode) else f"{run.mode}, {run.length}",
        title=clean_line(run.title),
        incident=clean_line(run.incident),
        finished=finished,
        searched=searched(run),
    )
