"""The stage under the app: which page is shown, and the rehearsal at hand.

Knows no rule of the meeting and opens no file itself. Until home is on screen nothing of the engine is imported.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events
from textual.app import App, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.screen import Screen

from trainer.errors import ProblemsFound, ReplyRefused, TrainerError
from trainer.settings.load import Gathered
from trainer.settings.values import Preferences
from trainer.store.places import Places
from trainer.text.clean import clean_line
from trainer.ui.desk_thread import Clock, DeskThread, MakeDesk
from trainer.ui.key_order import KeyOrder, Passed, Typed
from trainer.ui.opening import OpenRequest
from trainer.ui.refusals import EditorFailed
from trainer.ui.screens.base import LEAST, ROOMY, Page
from trainer.ui.screens.home import HomePage
from trainer.ui.theme import DARK, THEMES, marked_without_colour, own_variables, safe_theme

if TYPE_CHECKING:
    from trainer.report.brief.values import Brief
    from trainer.report.debrief.values import Debrief
    from trainer.ui.desk.desk import Desk
    from trainer.ui.desk.session import Session
    from trainer.ui.screens.meeting import MeetingPage
    from trainer.ui.views.home import HomeView
    from trainer.ui.views.saving import IncidentText

Result = TypeVar("Result")
NARROW = "This window is {now}. From {roomy} on everything has room."


def utc_now() -> datetime:
    """The clock of this machine."""
    return datetime.now(UTC)


class Stage(App[None]):
    """Shows pages over home and does slow things elsewhere."""

    TITLE = "trainer"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "Help", id="app.help"),
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="app.quit"),
    ]

    def __init__(
        self,
        places: Places,
        *,
        clock: Clock = utc_now,
        opening: OpenRequest | None = None,
        make_desk: MakeDesk | None = None,
        liked: Gathered | None = None,
        lamps: bool = True,
        glance: float = 0,
    ) -> None:
        super().__init__()
        self._desk = DeskThread(places, clock, make_desk)
        self.session: Session | None = None
        self.meeting: MeetingPage | None = None
        """The page of the rehearsal at hand, while it goes on."""
        self.pages: dict[str, Brief | Debrief | IncidentText] = {}
        self.liked = liked or Gathered(Preferences(), {})
        """Settings that hold, who asked for them, and what is wrong with them."""
        self._lamps = lamps and self.liked.preferences.live_coverage
        self.keys = KeyOrder(self, super().on_event, glance)
        """What is typed waits here until the page is there that it is meant for."""
        self.opening = opening
        self._home = HomePage(covered=opening is not None)
        self.home_view: HomeView | None = None
        """What home listed last."""
        self._told_narrow = False
        for theme in THEMES:
            self.register_theme(theme)
        wanted = self.liked.preferences.theme
        self.theme = wanted if wanted in self.available_themes else DARK.name
        self.set_keymap(dict(self.liked.preferences.keys))

    def get_default_screen(self) -> Screen[None]:
        """Home, at once and empty; where another page is asked for it stays covered until that lies over it."""
        return self._home

    def on_resize(self, event: events.Resize) -> None:
        """In a small window say once from what size on everything has room; in one that is too small the page says more."""
        size = event.size
        roomy = size.width >= ROOMY.width and size.height >= ROOMY.height
        if not (roomy or self._told_narrow or size.width < LEAST.width or size.height < LEAST.height):
            self._told_narrow = True
            self.notify(NARROW.format(now=f"{size.width} x {size.height}", roomy=f"{ROOMY.width} x {ROOMY.height}"), markup=False)

    def watch_theme(self, theme: str) -> None:
        """Without colour some themes draw black on black: keep to ours."""
        chosen = self.get_theme(theme)
        safe = safe_theme(theme, no_color=self.no_color, ansi=chosen is not None and chosen.ansi)
        if safe != theme:
            self.theme = safe

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, where a theme of somebody else's has none."""
        return own_variables(dark=self.current_theme.dark)

    def get_css_variables(self) -> dict[str, str]:
        """Without colour a marked line is underlined: two greys are hardly told apart."""
        return {**super().get_css_variables(), **(marked_without_colour() if self.no_color else {})}

    async def on_unmount(self) -> None:
        """Let go of the history, after all that was still to be kept."""
        await self._desk.close()

    async def on_event(self, event: events.Event) -> None:
        """What is typed goes on in its order. A click is no key, but what is typed behind it waits for what it opens."""
        if isinstance(event, Typed) and not event.is_forwarded:
            await self.keys.take(event)
            return
        await super().on_event(event)
        if isinstance(event, events.MouseUp) and not event.is_forwarded:
            self.keys.settle()

    async def _on_passed(self, message: Passed) -> None:
        await self.keys.passed(message)

    async def with_desk(self, work: Callable[[Desk], Result]) -> Result:
        """Do something at the desk, on its thread. Raises what the desk raises."""
        return await self._desk.with_desk(work)

    async def show_page(self, page: Page) -> None:
        """Put a page over home, in place of the one that is there."""
        page.fit(self.size)
        while len(self.screen_stack) > 2:
            await self.pop_screen()
        await (self.switch_screen(page) if len(self.screen_stack) == 2 else self.push_screen(page))

    def tell(self, error: TrainerError) -> None:
        """Say what went wrong: problems of a file line by line, everything else in one."""
        if isinstance(error, ProblemsFound):
            self.show_trouble(clean_line(str(error)), (error,))
        else:
            line = clean_line(str(error))
            self.notify(f"{line[:1].upper()}{line[1:]}", severity="error", timeout=10, markup=False)

    def show_trouble(self, headline: str, errors: Sequence[TrainerError]) -> None:
        """What is wrong, line by line, over whatever is on the screen."""
        from trainer.ui.screens.dialogs import TroubleDialog  # noqa: PLC0415  (after home's first frame)
        from trainer.ui.trouble import trouble_lines  # noqa: PLC0415

        self.push_screen(TroubleDialog(headline, trouble_lines(errors)))

    async def fill_home(self) -> None:
        """List on home what there is now."""
        self.home_view = await self.with_desk(lambda desk: desk.home())
        self._home.show(self.home_view)

    def uncover_home(self) -> None:
        """What was asked for lies over home by now, or could not be opened."""
        self._home.uncover()

    async def go_home(self) -> None:
        """Home, its lists as they are now."""
        self._leave_session()
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        await self.fill_home()

    def _leave_session(self) -> None:
        self.session = self.meeting = None
        self.pages = {}

    async def meet(self, session: Session) -> None:
        """A rehearsal: the meeting, or its debrief when it is over."""
        self._leave_session()
        self.session = session
        view = await self._desk.run(session.view)
        if view.over:
            await self._debrief(session)
            return
        from trainer.ui.screens.meeting import MeetingPage  # noqa: PLC0415  (after home's first frame)

        self.meeting = MeetingPage(view, session.draft, lamps=self._lamps)
        await self.show_page(self.meeting)

    async def _debrief(self, session: Session) -> None:
        from trainer.ui.screens.debrief import DebriefPage  # noqa: PLC0415  (after home's first frame)

        page, beside = await self.with_desk(lambda desk: desk.debriefs.of(session))
        self.pages["debrief"] = page
        await self.show_page(DebriefPage(page, beside))

    async def with_session(self, work: Callable[[Session], Result]) -> Result | None:
        """Do something with the rehearsal at hand; None when there is none."""
        session = self.session
        return None if session is None else await self._desk.run(lambda: work(session))

    async def keep_draft(self) -> bool:
        """Keep what is typed and not sent, if the meeting is on the screen. Whether it could be kept; if not, it was told."""
        page = self.meeting
        if page is not None and page.is_attached:
            draft = page.draft
            try:
                await self.with_session(lambda session: session.save_draft(draft))
            except TrainerError as error:
                self.tell(error)
                return False
        return True

    def in_background(self, work: Callable[[Session], object]) -> None:
        """Have something done with the rehearsal at hand, after what was asked before; nobody waits for it."""
        session = self.session
        if session is not None:
            self._desk.in_background(partial(work, session), self._tell_failure)

    def _tell_failure(self, done: asyncio.Future[object]) -> None:
        error = None if done.cancelled() else done.exception()
        if isinstance(error, TrainerError):
            self.tell(error)
        elif error is not None:
            raise error

    async def do(self, work: Callable[[Session], None], *, behind: bool = False) -> bool:
        """Do something in the meeting and show what came of it; a refusal is shown where the reply stands. Whether it was done.

        `behind` does it also while another page lies over the meeting.
        """
        session, page = self.session, self.meeting
        if session is None or page is None or not page.is_attached or not (behind or page.is_current):
            return False
        try:
            await self._desk.run(lambda: work(session))
        except ReplyRefused as refused:
            page.refuse(str(refused))
            return False
        view = await self._desk.run(session.view)
        if view.over and not view.closed:
            await self._debrief(session)
            return True
        await page.show(view)
        return True

    async def light(self, draft: str) -> None:
        """Show what a draft would cover, unless something else stands in the editor by then."""
        page, began = self.meeting, monotonic()
        lamps = await self.with_session(lambda session: session.lamps(draft))
        if lamps is not None and page is not None and page is self.meeting and page.is_attached:
            page.draft_read(draft, lamps, monotonic() - began)

    def edit_outside(self, text: str, name: str = "reply.txt") -> str:
        """Hand the terminal to the player's own editor until it is closed. Raises EditorFailed."""
        from trainer.ui.desk.editor import edit, editor_command  # noqa: PLC0415  (after home's first frame)

        command = editor_command(os.environ, self.liked.preferences.editor)
        try:
            with self.suspend():
                return edit(command, text, name)
        except SuspendNotSupported as error:
            raise EditorFailed("This terminal cannot be handed to an editor.") from error
