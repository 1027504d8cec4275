"""Opening a meeting: its briefing, or a rehearsal of it that was kept."""

from __future__ import annotations

from trainer.ui.opening import OpenRequest, as_liked
from trainer.ui.stage import Stage
from trainer.ui.views.briefing import Settings


async def open_asked(stage: Stage, asked: OpenRequest) -> None:
    """The briefing of a scenario; of a rehearsal the place where it stopped, or its debrief when it is over."""
    if asked.resume is not None:
        run = asked.resume
        await stage.meet(await stage.with_desk(lambda desk: desk.rehearsals.resume(run)))
    elif asked.scenario is not None:
        from trainer.ui.screens.briefing import BriefingPage  # noqa: PLC0415  (after home's first frame)

        scenario, settings = asked.scenario, _settings_of(as_liked(asked, stage.liked.preferences))
        view = await stage.with_desk(lambda desk: desk.rehearsals.briefing(scenario, asked.incident, settings))
        await stage.show_page(BriefingPage(view))


def _settings_of(asked: OpenRequest) -> Settings:
    usual = Settings()
    return Settings(
        asked.mode or usual.mode,
        asked.pressure or usual.pressure,
        asked.without,
        asked.seed,
        asked.limit,
        asked.length or usual.length,
        asked.points,
    )
