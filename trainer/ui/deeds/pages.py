"""Pages to take along: the brief, saving what is shown, and copying a message."""

from __future__ import annotations

from pathlib import Path

from trainer.errors import TrainerError
from trainer.text.clean import clean_line
from trainer.ui.messages.home import BriefingWanted
from trainer.ui.messages.pages import BriefWanted, CopyWanted, SaveAsked, SaveWanted
from trainer.ui.plan import Plan
from trainer.ui.refusals import FileThere
from trainer.ui.stage import Stage


async def show_brief(stage: Stage, wish: BriefWanted) -> None:
    """The brief, over whatever is on the screen."""
    from trainer.ui.screens.brief import BriefPage  # noqa: PLC0415  (after home's first frame)

    if wish.scenario is not None:
        await lay_brief(stage, wish.scenario, wish.incident)
        return
    brief = await stage.with_session(lambda session: session.brief())
    if brief is not None:
        stage.pages["brief"] = brief
        await stage.push_screen(BriefPage(brief))


async def lay_brief(stage: Stage, scenario: Path, incident: Path | None) -> None:
    """The brief of an incident, in the words of its last rehearsal if any; one key begins what the briefing below it would begin."""
    from trainer.ui.screens.brief import BriefPage  # noqa: PLC0415  (after home's first frame)
    from trainer.ui.screens.briefing import BriefingPage  # noqa: PLC0415  (after home's first frame)

    below = stage.screen
    brief = await stage.with_desk(lambda desk: desk.rehearsals.brief_of(scenario, incident))
    rehearse = below.begins if isinstance(below, BriefingPage) else BriefingWanted(scenario, incident, Plan.SHORT)
    stage.pages["brief"] = brief
    await stage.push_screen(BriefPage(brief, rehearse))


async def copy(stage: Stage, wish: CopyWanted) -> None:
    """Hand a message to the terminal's clipboard, and say so: whether it arrived nobody can tell."""
    stage.copy_to_clipboard(wish.text)
    stage.notify(f"Copied: {wish.what}. If nothing arrives, F1 says why.", markup=False)


async def ask_where(stage: Stage, wish: SaveAsked) -> None:
    """Ask where to save the page at hand."""
    await offer_to_save(stage, wish.what)


async def offer_to_save(stage: Stage, what: str) -> None:
    """Ask where to save a page of `stage.pages`; nothing happens where there is none of that name."""
    from trainer.ui.screens.dialogs import SaveDialog  # noqa: PLC0415  (after home's first frame)

    page = stage.pages.get(what)
    if page is not None:
        suggested = await stage.with_desk(lambda desk: desk.pages.suggested_file(page))
        await stage.push_screen(SaveDialog(what, suggested))


async def save(stage: Stage, wish: SaveWanted) -> None:
    """Write the page; what keeps it from being written is said in the dialog."""
    from trainer.ui.screens.dialogs import SaveDialog  # noqa: PLC0415  (after home's first frame)

    dialog, page = stage.screen, stage.pages.get(wish.what)
    if page is None or not isinstance(dialog, SaveDialog):
        return
    try:
        saved = await stage.with_desk(lambda desk: desk.pages.save(page, wish.path, replace=wish.replace))
    except TrainerError as error:
        dialog.refuse(str(error), may_replace=isinstance(error, FileThere))
        return
    await stage.pop_screen()
    stage.notify(f"Saved as {clean_line(str(saved))}", markup=False)
