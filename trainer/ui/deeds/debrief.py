"""What comes after a meeting: a verdict that the player disputes, a last reply taken back."""

from __future__ import annotations

from trainer.ui.messages.debrief import DisputeAsked, DisputeMade, RetryAsked
from trainer.ui.stage import Stage
from trainer.ui.views.debrief import grounds

KEPT = "Kept on this machine. trainer disputes --export FILE shows it before anything is written."
UNREAD = 0.8
"""Seconds in which nobody can have read a question: a yes so soon was typed on, as in `try`."""


async def ask_again(stage: Stage, _wish: RetryAsked) -> None:
    """Ask before a finished rehearsal goes on."""
    from trainer.ui.screens.again import AgainDialog  # noqa: PLC0415  (after home's first frame)
    from trainer.ui.screens.debrief import DebriefPage  # noqa: PLC0415

    if isinstance(stage.screen, DebriefPage):
        await stage.push_screen(AgainDialog(stage.screen.view.score, UNREAD))


async def ask_verdict(stage: Stage, wish: DisputeAsked) -> None:
    """Ask what the verdict should have been, and on which reply."""
    from trainer.ui.screens.debrief import DebriefPage  # noqa: PLC0415  (after home's first frame)
    from trainer.ui.screens.dispute import DisputeDialog  # noqa: PLC0415

    page = stage.screen
    if not isinstance(page, DebriefPage):
        return
    point = next((one for one in page.view.points if one.point == wish.point), None)
    if point is not None:
        await stage.push_screen(DisputeDialog(point, grounds(page.view, point)))


async def dispute(stage: Stage, wish: DisputeMade) -> None:
    """Keep it, say where, and show it from now on."""
    from trainer.ui.screens.debrief import DebriefPage  # noqa: PLC0415  (after home's first frame)
    from trainer.ui.screens.dispute import DisputeDialog  # noqa: PLC0415

    session = stage.session
    if session is None or not isinstance(stage.screen, DisputeDialog):
        return
    await stage.with_desk(lambda desk: desk.debriefs.dispute(session, wish.point, wish.turn, said=wish.said))
    await stage.pop_screen()
    if isinstance(stage.screen, DebriefPage):
        await stage.screen.show_disputed(wish.point, said=wish.said)
    stage.notify(KEPT, markup=False)
