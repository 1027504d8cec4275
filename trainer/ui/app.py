"""The app: opens what was asked for and has every wish of the player granted. The entry for other layers is `run_app`."""

from __future__ import annotations

import gc
import os
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager

from rich.text import Text
from textual import on
from textual.command import Provider

from trainer.errors import TrainerError
from trainer.settings.load import gather
from trainer.store.places import Places
from trainer.text.clean import clean_line
from trainer.ui.desk_thread import Clock
from trainer.ui.key_order import now
from trainer.ui.messages.wish import Wish
from trainer.ui.opening import OpenRequest
from trainer.ui.screens.base import Page
from trainer.ui.stage import Stage, utc_now

GLANCE = 0.2
"""Seconds in which nobody sees a page and answers it: Enter pressed again sooner is the same press."""
LONG = 0.3
"""Seconds after which one is told what is being done."""
OPENING = "Opening …"
QUIT_AGAIN = "Not saved yet. {quit} again leaves it unsaved; {save} saves."


def run_app(places: Places, *, open: OpenRequest | None = None, clock: Clock = utc_now) -> int:  # noqa: A002
    """Run the app, as the user likes it, until it is left; returns the exit code."""
    liked = gather(places.settings, os.environ, chosen=places.theme)
    app = TrainerApp(places, clock=clock, opening=open, liked=liked, glance=GLANCE)
    app.run()
    return app.return_code or 0


def _commands() -> type[Provider]:
    from trainer.ui.commands import Everything  # noqa: PLC0415  (after home's first frame)

    return Everything


class TrainerApp(Stage):
    """Home, and from there everything else."""

    COMMANDS = {_commands}  # noqa: RUF012  (declared so by Textual)

    def on_mount(self) -> None:
        """Open what was asked for, behind the first frame."""
        self.keys.watch()
        self.call_after_refresh(self.run_worker, self._open)

    async def _open(self) -> None:
        """What the app was opened for, and over it what is wrong with the settings; home fills behind both."""
        if not gc.isenabled():  # as `trainer.cli.loading` left it
            gc.freeze()
            gc.enable()
        as_asked = True
        if self.opening is not None:
            from trainer.ui.deeds.opening import open_asked  # noqa: PLC0415  (after the first frame)

            async with self._patiently(OPENING):
                as_asked = await self._try(open_asked(self, self.opening))
                self.uncover_home()
        if self.liked.errors:
            from trainer.ui.trouble import UNUSED  # noqa: PLC0415  (after home's first frame)

            self.show_trouble(UNUSED, self.liked.errors)
        if self.opening is not None or self.liked.errors:
            unasked = not as_asked or bool(self.liked.errors)
            self.keys.settle(useless_until=(self.keys.page_came or now()) if unasked else 0)
        await self.fill_home()
        self.keys.settle()

    async def _try(self, deed: Awaitable[None]) -> bool:
        """Do it; whatever a user can cause is said on the screen, and the app goes on. Whether nothing was in the way."""
        try:
            await deed
        except TrainerError as error:
            self.tell(error)
            return False
        return True

    @asynccontextmanager
    async def _patiently(self, doing: str) -> AsyncIterator[None]:
        """While something is done for the page at hand: say what, if it takes long."""
        page = self.screen
        if isinstance(page, Page):
            page.busy_with = doing
            page.set_timer(LONG, page.tell_busy)
        try:
            yield
        finally:
            if isinstance(page, Page):
                await page.be_ready()

    @on(Wish)
    async def grant(self, wish: Wish) -> None:
        """Do what is wanted. What is typed meanwhile is for the page that was asked for, or for the editor that is there."""
        from trainer.ui.deeds.table import DEEDS  # noqa: PLC0415  (after home's first frame)

        before = self.screen
        async with self._patiently(wish.meanwhile):
            done = await self._try(DEEDS[type(wish)](self, wish))
        for page in self.screen_stack if wish.leads_on else ():
            if isinstance(page, Page):
                page.leaving = False
        came = self.screen is not before
        welcome = (isinstance(self.screen, Page) and self.screen.typed_into) or (done and came == wish.leads_on)
        if came or not welcome or self.keys.settling:
            self.keys.settle(useless_until=0 if welcome else self.keys.page_came if came else now())

    async def action_help(self) -> None:
        """What the page is for, and its keys."""
        from trainer.ui.screens.help import HelpPage, key_lines  # noqa: PLC0415  (after home's first frame)

        page = self.screen
        await self.push_screen(HelpPage(page.HELP if isinstance(page, Page) else "", key_lines(page)))

    def search_themes(self) -> None:
        """Choose among the colours."""
        from textual.command import CommandPalette  # noqa: PLC0415  (after home's first frame)

        from trainer.ui.commands import Colours  # noqa: PLC0415

        self.push_screen(CommandPalette(providers=[Colours], placeholder="Which colours?"))

    async def action_quit(self) -> None:
        """Leave; what is typed and not sent is kept for next time."""
        page = self.screen
        if isinstance(page, Page) and not page.may_leave(QUIT_AGAIN.format(quit=page.key_of("app.quit"), save=page.key_of("form.save"))):
            return
        try:
            session = self.session
            if session is not None and self.meeting is not None and self.meeting.is_attached:
                draft = self.meeting.draft
                await self.with_desk(lambda desk: desk.rehearsals.leave(session, draft))
        except TrainerError as error:
            self.exit(return_code=2, message=Text(f"trainer: what you had typed was not kept: {clean_line(str(error))}"))
        else:
            self.exit()
