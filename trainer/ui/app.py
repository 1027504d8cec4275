"""The app: has every wish of the player granted. The entry for other layers is `run_app`."""

from __future__ import annotations

import os

from rich.text import Text
from textual import on
from textual.command import Provider

from trainer.errors import TrainerError
from trainer.settings.load import gather
from trainer.store.places import Places
from trainer.text.clean import clean_line
from trainer.ui.messages.wish import Wish
from trainer.ui.opening import OpenRequest
from trainer.ui.screens.base import Page
from trainer.ui.stage import Clock, Stage, utc_now

QUIT_AGAIN = "Not saved yet. {quit} again leaves it unsaved; {save} saves."


def run_app(places: Places, *, open: OpenRequest | None = None, clock: Clock = utc_now) -> int:  # noqa: A002
    """Run the app, as the user likes it, until it is left; returns the exit code."""
    app = TrainerApp(places, clock=clock, opening=open, liked=gather(places.settings, os.environ, chosen=places.theme))
    app.run()
    return app.return_code or 0


def _commands() -> type[Provider]:
    from trainer.ui.commands import Everything  # noqa: PLC0415  (after home's first frame)

    return Everything


class TrainerApp(Stage):
    """Home, and from there everything else."""

    COMMANDS = {_commands}  # noqa: RUF012  (declared so by Textual)

    @on(Wish)
    async def grant(self, wish: Wish) -> None:
        """Do what is wanted; whatever a user can cause is said on the screen, and the app goes on."""
        async with self.patiently(wish):
            try:
                from trainer.ui.deeds.table import DEEDS  # noqa: PLC0415  (after home's first frame)

                await DEEDS[type(wish)](self, wish)
            except TrainerError as error:
                self.tell(error)

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
            if self.meeting is not None and self.meeting.is_attached:
                draft = self.meeting.draft
                await self.with_session(lambda session: session.save_draft(draft))
        except TrainerError as error:
            self.exit(return_code=2, message=Text(f"trainer: what you had typed was not kept: {clean_line(str(error))}"))
        else:
            self.exit()
