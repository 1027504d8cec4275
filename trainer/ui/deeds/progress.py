"""Looking back: how it gets better from run to run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from trainer.errors import TrainerError
from trainer.ui.messages.progress import ProgressWanted
from trainer.ui.stage import Stage

if TYPE_CHECKING:
    from trainer.ui.desk.desk import Desk
    from trainer.ui.screens.progress import ProgressPage


async def show(stage: Stage, _wish: ProgressWanted) -> None:
    """What is counted at once; runs of an older trainer join it as they are worked out."""
    from trainer.ui.screens.progress import ProgressPage  # noqa: PLC0415  (after home's first frame)

    view = await stage.with_desk(lambda desk: desk.progress.view())
    page = ProgressPage(view)
    await stage.show_page(page)
    if view.to_work_out:
        stage.run_worker(_work_out(stage, page, view.to_work_out), group="progress", exclusive=True)


async def _work_out(stage: Stage, page: ProgressPage, runs: Sequence[str]) -> None:
    """One run at a time, so that whatever else is wanted meanwhile gets its turn; ends when the page is left."""
    trouble: list[str] = []
    try:
        for done, run in enumerate(runs):
            page.working(done, len(runs))
            problem = await stage.with_desk(partial(_count, run))
            trouble += [problem] if problem else []
            if not page.is_attached:
                return
        view = await stage.with_desk(lambda desk: desk.progress.view())
    except TrainerError as error:
        stage.tell(error)
        return
    if page.is_attached:
        page.working(len(runs), len(runs))
        page.show(replace(view, trouble=tuple(trouble)))


def _count(run: str, desk: Desk) -> str:
    return desk.progress.work_out(run)
