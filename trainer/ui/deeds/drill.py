"""Drills of weak points, from home, from progress and from a debrief."""

from __future__ import annotations

from trainer.ui.messages.drill import DrillWanted
from trainer.ui.stage import Stage


async def begin(stage: Stage, wish: DrillWanted) -> None:
    """Begin the drill."""
    run = wish.run or (stage.session.run_id if stage.session is not None else "")
    await stage.meet(await stage.with_desk(lambda desk: desk.rehearsals.drill(run, wish.points)))
