"""Drills of weak points, from home, from progress and from a debrief."""

from __future__ import annotations

from trainer.ui.messages.drill import DrillWanted
from trainer.ui.stage import Stage


async def begin(stage: Stage, wish: DrillWanted) -> None:
    """Begin the drill; one that a debrief asked for leads back to it."""
    debriefed = "" if wish.run or stage.session is None else stage.session.run_id
    session = await stage.with_desk(lambda desk: desk.rehearsals.drill(wish.run or debriefed, wish.points))
    session.came_from = debriefed
    await stage.meet(session)
