"""Own incidents: what was filled in, and files of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from trainer.errors import ProblemsFound, TrainerError
from trainer.text.clean import clean_line
from trainer.ui.deeds.home import show_chosen
from trainer.ui.deeds.pages import offer_to_save
from trainer.ui.messages.incident import AdviceWanted, DeleteWanted, FileAsked, FileNamed, FormFilled, OutsideWanted, WriteAsked
from trainer.ui.refusals import FormRefused
from trainer.ui.stage import Stage
from trainer.ui.trouble import problem_line

OUTSIDE = "incident.yaml"


async def keep(stage: Stage, wish: FormFilled) -> None:
    """Keep the incident and go on with it, or say what is wrong where it is."""
    try:
        saved = await stage.with_desk(lambda desk: desk.incidents.keep(wish.scenario, wish.incident, wish.name, wish.answers))
    except FormRefused as refused:
        _show_problems(stage, refused)
        return
    await show_chosen(stage, wish.scenario, saved, wish.plan)


def _show_problems(stage: Stage, refused: FormRefused) -> None:
    from trainer.ui.screens.incident import IncidentPage  # noqa: PLC0415  (after home's first frame)

    if isinstance(stage.screen, IncidentPage):
        stage.screen.problems(refused.problems)


async def advise(stage: Stage, wish: AdviceWanted) -> None:
    """Say at the field what would make the answer better. Nobody waits for it: typing goes on."""
    stage.run_worker(_advise(stage, wish), group="advice")


async def _advise(stage: Stage, wish: AdviceWanted) -> None:
    from trainer.ui.screens.incident import IncidentPage  # noqa: PLC0415  (after home's first frame)

    page = stage.screen
    line = await stage.with_desk(lambda desk: desk.incidents.advice(wish.scenario, wish.fact, wish.value))
    if isinstance(page, IncidentPage) and page.is_attached:
        page.advise(wish.fact, wish.value, line)


async def ask_for_file(stage: Stage, wish: FileAsked) -> None:
    """Ask which file to fill the form in from."""
    from trainer.ui.screens.dialogs import OpenDialog  # noqa: PLC0415  (after home's first frame)

    files = await stage.with_desk(lambda desk: desk.incidents.files_here())
    await stage.push_screen(OpenDialog(FileNamed(wish.scenario, ""), files, clean_line(str(Path.cwd()))))


async def read_file(stage: Stage, wish: FileNamed) -> None:
    """Fill the form in; what is wrong with the file is said in the dialog, and the form stays as it is."""
    from trainer.ui.screens.dialogs import OpenDialog  # noqa: PLC0415  (after home's first frame)
    from trainer.ui.screens.incident import IncidentPage  # noqa: PLC0415  (after home's first frame)

    dialog = stage.screen
    if not isinstance(dialog, OpenDialog):
        return
    try:
        view = await stage.with_desk(lambda desk: desk.incidents.read(wish.scenario, wish.path))
    except ProblemsFound as error:
        lines = [problem_line(replace(one, file=Path(one.file).name)) for one in error.problems]
        await dialog.refuse("Nothing was filled in. Mend this in the file, then Enter reads it again.", lines)
        return
    except TrainerError as error:
        await dialog.refuse(clean_line(str(error)))
        return
    await stage.pop_screen()
    if isinstance(stage.screen, IncidentPage):
        count = stage.screen.fill(view)
        stage.notify(f"{_answers(count)} filled in from {clean_line(wish.path)}. Ctrl+Z takes them back.", markup=False)


def _answers(count: int) -> str:
    return "1 answer" if count == 1 else f"{count or 'No'} answers"


async def write_file(stage: Stage, wish: WriteAsked) -> None:
    """Ask where to write what is filled in so far, or say what is wrong where it is."""
    try:
        text = await stage.with_desk(lambda desk: desk.incidents.written(wish.scenario, wish.name, wish.answers))
    except FormRefused as refused:
        _show_problems(stage, refused)
        return
    stage.pages["incident"] = text
    await offer_to_save(stage, "incident")


async def edit_outside(stage: Stage, wish: OutsideWanted) -> None:
    """Go on in the player's own editor; what came of it is filled in, or kept until it can be read."""
    from trainer.ui.screens.incident import IncidentPage  # noqa: PLC0415  (after home's first frame)

    page = stage.screen
    if not isinstance(page, IncidentPage):
        return
    now = await stage.with_desk(lambda desk: desk.incidents.written(wish.scenario, wish.name, wish.answers, as_it_is=True))
    text = stage.edit_outside(wish.text or now.text, OUTSIDE)
    try:
        view = await stage.with_desk(lambda desk: desk.incidents.read_text(wish.scenario, text, OUTSIDE))
    except ProblemsFound as error:
        page.keep_outside(text)
        stage.tell(error)
        return
    page.fill(view, whole=True)


async def delete(stage: Stage, wish: DeleteWanted) -> None:
    """Delete a saved incident and go home."""
    await stage.with_desk(lambda desk: desk.incidents.delete(wish.incident))
    await stage.go_home()
    stage.notify(f"Deleted: {wish.name}", markup=False)
