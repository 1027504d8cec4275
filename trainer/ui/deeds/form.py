"""Opening the form over the facts of an own incident."""

from __future__ import annotations

from trainer.ui.messages.incident import FormWanted
from trainer.ui.stage import Stage


async def show(stage: Stage, wish: FormWanted) -> None:
    """Fill in an own incident, or change one."""
    from trainer.ui.screens.incident import IncidentPage  # noqa: PLC0415  (after home's first frame)

    view = await stage.with_desk(lambda desk: desk.incidents.form(wish.scenario, wish.incident, wish.plan))
    await stage.show_page(IncidentPage(view))
