"""All rehearsals: listing them, and forgetting one."""

from __future__ import annotations

from trainer.ui.messages.progress import ForgetWanted, HistoryWanted
from trainer.ui.stage import Stage


async def show(stage: Stage, _wish: HistoryWanted) -> None:
    """Every rehearsal there was."""
    from trainer.ui.screens.history import HistoryPage  # noqa: PLC0415  (after home's first frame)

    await stage.show_page(HistoryPage(await stage.with_desk(lambda desk: desk.history.view())))


async def forget(stage: Stage, wish: ForgetWanted) -> None:
    """Forget one, and list what is left, also where the history says that a trace of it stays for now."""
    from trainer.ui.screens.history import HistoryPage  # noqa: PLC0415  (after home's first frame)

    try:
        await stage.with_desk(lambda desk: desk.history.forget(wish.run))
        stage.notify("Forgotten.", markup=False)
    finally:
        page = stage.screen
        if isinstance(page, HistoryPage):
            page.show(await stage.with_desk(lambda desk: desk.history.view()))
