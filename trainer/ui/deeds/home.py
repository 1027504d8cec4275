"""Going places: home, a briefing, a rehearsal kept earlier."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trainer.ui.deeds import form
from trainer.ui.deeds.opening import open_asked
from trainer.ui.deeds.pages import lay_brief
from trainer.ui.messages.home import BriefingWanted, DebriefWanted, HomeWanted, ResumeWanted, TimeChosen
from trainer.ui.messages.incident import FormWanted
from trainer.ui.opening import OpenRequest
from trainer.ui.plan import Plan
from trainer.ui.stage import Stage

if TYPE_CHECKING:
    from trainer.ui.views.home import ScenarioRow


async def go_home(stage: Stage, _wish: HomeWanted) -> None:
    """Back home."""
    await stage.go_home()


async def show_briefing(stage: Stage, wish: BriefingWanted) -> None:
    """Read the facts before the meeting."""
    await show_chosen(stage, wish.scenario, wish.incident, wish.plan)


async def choose(stage: Stage, wish: TimeChosen) -> None:
    """Ask which meeting and which incident; where there is nothing to choose but an own incident, ask for its facts at once."""
    from trainer.ui.screens.choosing import ChoosingPage  # noqa: PLC0415  (after home's first frame)

    rows: tuple[ScenarioRow, ...] = stage.home_view.scenarios if stage.home_view is not None else ()
    if wish.plan is Plan.BRIEF and len(rows) == 1 and not rows[0].incidents:
        await form.show(stage, FormWanted(rows[0].path, plan=wish.plan))
    elif rows:
        await stage.show_page(ChoosingPage(rows, wish.plan))


async def show_chosen(stage: Stage, scenario: Path, incident: Path | None, plan: Plan) -> None:
    """The briefing for a plan. Where time is short the brief lies on top of it, and a short run is offered behind."""
    await open_asked(stage, OpenRequest(scenario, incident, length=None if plan is Plan.WHOLE else Plan.SHORT.value))
    if plan is Plan.BRIEF:
        await lay_brief(stage, scenario, incident)


async def resume(stage: Stage, wish: ResumeWanted | DebriefWanted) -> None:
    """Go on where it stopped; a finished rehearsal shows its debrief."""
    await open_asked(stage, OpenRequest(resume=wish.run))
