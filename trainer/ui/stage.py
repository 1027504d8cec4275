"""The stage under the app: which page is shown, and the one thread on which the desk works.

Knows no rule of the meeting and opens no file itself. Until home is on screen nothing of the engine is imported.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.timer import Timer

from trainer.errors import Problem, ProblemsFound, ReplyRefused, TrainerError
from trainer.store.places import Places
from trainer.text.clean import clean_line
from trainer.ui.opening import OpenRequest
from trainer.ui.screens.base import Page
from trainer.ui.screens.home import HomePage
from trainer.ui.theme import DARK, LIGHT, safe_theme

if TYPE_CHECKING:
    from trainer.report.values import Brief, Debrief
    from trainer.ui.desk import Desk
    from trainer.ui.screens.meeting import MeetingPage
    from trainer.ui.session import Session
    from trainer.ui.views import Settings

Clock = Callable[[], datetime]
Result = TypeVar("Result")


def utc_now() -> datetime:
    """The clock of this machine."""
    return datetime.now(UTC)


class Stage(App[None]):
    """Shows pages over home and does slow things elsewhere."""

    TITLE = "trainer"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="app.quit"),
    ]

    def __init__(
        self,
        places: Places,
        *,
        clock: Clock = utc_now,
        opening: OpenRequest | None = None,
        make_desk: Callable[[Places, Clock], Desk] | None = None,
    ) -> None:
        super().__init__()
        self._places, self._clock, self._opening = places, clock, opening
        self._make_desk = make_desk or _desk
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._desk: Desk | None = None
        self.session: Session | None = None
        self.meeting: MeetingPage | None = None
        """The page of the rehearsal at hand, while it goes on."""
        self.pages: dict[str, Brief | Debrief] = {}
        self._time: Timer | None = None
        self._home = HomePage()
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name

    def get_default_screen(self) -> Screen[None]:
        """Home, at once and empty."""
        return self._home

    def on_mount(self) -> None:
        """Open what was asked for, behind home's first frame."""
        self.call_after_refresh(self.run_worker, self._open())

    def watch_theme(self, theme: str) -> None:
        """Without colour some themes draw black on black: keep to ours."""
        chosen = self.get_theme(theme)
        safe = safe_theme(theme, no_color=self.no_color, ansi=chosen is not None and chosen.ansi)
        if safe != theme:
            self.theme = safe

    def get_css_variables(self) -> dict[str, str]:
        """Without colour a marked line is underlined: two greys are hardly told apart."""
        mark = {"block-cursor-text-style": "bold underline"} if self.no_color else {}
        return {**super().get_css_variables(), **mark}

    async def on_unmount(self) -> None:
        """Let go of the history, after all that was still to be kept."""
        if self._desk is not None:
            await self._at(self._desk.close)
        self._thread.shutdown()

    async def _at(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def with_desk(self, work: Callable[[Desk], Result]) -> Result:
        """Do something at the desk, on its thread. Raises what the desk raises."""
        if self._desk is None:
            self._desk = await self._at(lambda: self._make_desk(self._places, self._clock))
        desk = self._desk
        return await self._at(lambda: work(desk))

    async def show_page(self, page: Page) -> None:
        """Put a page over home, in place of the one that is there."""
        page.fit(self.size)
        while len(self.screen_stack) > 2:
            await self.pop_screen()
        await (self.switch_screen(page) if len(self.screen_stack) == 2 else self.push_screen(page))

    def tell(self, error: TrainerError) -> None:
        """Say what went wrong: problems of a file line by line, everything else in one."""
        if isinstance(error, ProblemsFound):
            from trainer.ui.screens.dialogs import TroubleDialog  # noqa: PLC0415  (after home's first frame)

            self.push_screen(TroubleDialog(clean_line(str(error)), [_problem_line(one) for one in error.problems]))
        else:
            line = clean_line(str(error))
            self.notify(f"{line[:1].upper()}{line[1:]}", severity="error", timeout=10, markup=False)

    async def _open(self) -> None:
        """What the app was opened for; home fills behind it."""
        try:
            asked = self._opening
            if asked is not None and asked.resume is not None:
                await self.resume(asked.resume)
            elif asked is not None and asked.scenario is not None:
                await self.show_briefing(asked.scenario, asked.incident, asked)
        except TrainerError as error:
            self.tell(error)
        await self._fill_home()

    async def _fill_home(self) -> None:
        self._home.show(await self.with_desk(lambda desk: desk.home()))

    async def go_home(self) -> None:
        """Home, its lists as they are now."""
        self._leave_session()
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        await self._fill_home()

    def _leave_session(self) -> None:
        self.session = self.meeting = None
        self.pages = {}
        if self._time is not None:
            self._time.stop()
            self._time = None

    async def show_briefing(self, scenario: Path, incident: Path | None, asked: OpenRequest | None = None) -> None:
        """The page before a meeting."""
        settings = _settings_of(asked or OpenRequest())
        view = await self.with_desk(lambda desk: desk.briefing(scenario, incident, settings))
        from trainer.ui.screens.briefing import BriefingPage  # noqa: PLC0415  (after home's first frame)

        await self.show_page(BriefingPage(view))

    async def resume(self, run: str) -> None:
        """A rehearsal that was kept: go on with it, or look at its debrief."""
        await self.meet(await self.with_desk(lambda desk: desk.resume(run)))

    async def meet(self, session: Session) -> None:
        """A rehearsal: the meeting, or its debrief when it is over."""
        self._leave_session()
        self.session = session
        view, left = await self._at(lambda: (session.view(), session.seconds_left))
        if view.over:
            await self._debrief(session)
            return
        from trainer.ui.screens.meeting import MeetingPage  # noqa: PLC0415  (after home's first frame)

        self.meeting = MeetingPage(view, session.draft)
        await self.show_page(self.meeting)
        if left is not None:
            self._time = self.set_timer(left, self._time_up)

    async def _debrief(self, session: Session) -> None:
        from trainer.ui.screens.debrief import DebriefPage  # noqa: PLC0415  (after home's first frame)

        page, again = await self._at(lambda: (session.debrief(), session.may_try_again))
        self.pages["debrief"] = page
        await self.show_page(DebriefPage(page, may_try_again=again))

    async def with_session(self, work: Callable[[Session], Result]) -> Result | None:
        """Do something with the rehearsal at hand; None when there is none."""
        session = self.session
        return None if session is None else await self._at(lambda: work(session))

    async def do(self, work: Callable[[Session], None]) -> bool:
        """Do something in the meeting and show what came of it; a refusal is shown where the reply stands. Whether it was done."""
        session, page = self.session, self.meeting
        if session is None or page is None or not page.is_current:
            return False
        try:
            await self._at(lambda: work(session))
        except ReplyRefused as refused:
            page.refuse(str(refused))
            return False
        view = await self._at(session.view)
        if view.over:
            await self._debrief(session)
            return True
        await page.show(view)
        return True

    async def _time_up(self) -> None:
        await self.do(lambda session: session.time_up())


def _desk(places: Places, clock: Clock) -> Desk:
    from trainer.ui.desk import Desk  # noqa: PLC0415  (the engine behind it is loaded after home's first frame)

    return Desk(places, clock)


def _settings_of(asked: OpenRequest) -> Settings:
    from trainer.ui.views import Settings  # noqa: PLC0415  (after home's first frame)

    usual = Settings()
    return Settings(asked.mode or usual.mode, asked.pressure or usual.pressure, asked.without, asked.seed, asked.limit)


def _problem_line(problem: Problem) -> str:
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
    mend = f" → {problem.mend}" if problem.mend else ""
    return clean_line(f"{place} {problem.message}{mend}")
