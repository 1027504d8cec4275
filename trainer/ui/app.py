"""The app: what the player wants, message by message, and what is shown then. The entry for other layers is `run_app`."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from rich.text import Text
from textual.message import Message

from trainer.errors import TrainerError
from trainer.store.places import Places
from trainer.text.clean import clean_line
from trainer.ui import messages
from trainer.ui.opening import OpenRequest
from trainer.ui.refusals import FileThere, FormRefused
from trainer.ui.stage import Clock, Stage, utc_now

if TYPE_CHECKING:
    from trainer.ui.screens.dialogs import SaveDialog
    from trainer.ui.screens.incident import IncidentPage
    from trainer.ui.session import Session

Wanted = TypeVar("Wanted", bound=Message)
Handler = Callable[["TrainerApp", Wanted], Coroutine[Any, Any, None]]
QUIT_AGAIN = "Not saved yet. Ctrl+Q again leaves it unsaved; Ctrl+S saves."


def run_app(places: Places, *, open: OpenRequest | None = None, clock: Clock = utc_now) -> int:  # noqa: A002
    """Run the app until it is left; returns the exit code."""
    app = TrainerApp(places, clock=clock, opening=open)
    app.run()
    return app.return_code or 0


def telling(handler: Handler[Wanted]) -> Handler[Wanted]:
    """Whatever a user can cause is said on the screen, and the app goes on."""

    @wraps(handler)
    async def handle(app: TrainerApp, message: Wanted) -> None:
        try:
            await handler(app, message)
        except TrainerError as error:
            app.tell(error)

    return handle


class TrainerApp(Stage):
    """Home, and from there the form, the briefing, the meeting, the debrief and the brief."""

    _form: IncidentPage | None = None
    _saving: SaveDialog | None = None

    @telling
    async def on_home_wanted(self, _message: messages.HomeWanted) -> None:
        """Back home."""
        await self.go_home()

    @telling
    async def on_briefing_wanted(self, message: messages.BriefingWanted) -> None:
        """Read the facts before the meeting."""
        await self.show_briefing(message.scenario, message.incident)

    @telling
    async def on_form_wanted(self, message: messages.FormWanted) -> None:
        """Fill in an own incident, or change one."""
        from trainer.ui.screens.incident import IncidentPage  # noqa: PLC0415  (after home's first frame)

        self._form = IncidentPage(await self.with_desk(lambda desk: desk.form(message.scenario, message.incident)))
        await self.show_page(self._form)

    @telling
    async def on_form_filled(self, message: messages.FormFilled) -> None:
        """Keep the incident and go on to its briefing, or say what is wrong where it is."""
        try:
            saved = await self.with_desk(lambda desk: desk.keep_incident(message.scenario, message.incident, message.name, message.answers))
        except FormRefused as refused:
            if self._form is not None:
                self._form.problems(refused.problems)
            return
        await self.show_briefing(message.scenario, saved)

    @telling
    async def on_meeting_wanted(self, message: messages.MeetingWanted) -> None:
        """Begin; a second Enter on the briefing changes nothing."""
        if self.meeting is not None and self.meeting.is_current:
            return
        await self.meet(await self.with_desk(lambda desk: desk.start(message.scenario, message.incident, message.settings)))

    @telling
    async def on_resume_wanted(self, message: messages.ResumeWanted) -> None:
        """Go on where it stopped."""
        await self.resume(message.run)

    @telling
    async def on_debrief_wanted(self, message: messages.DebriefWanted) -> None:
        """Look at a finished rehearsal."""
        await self.resume(message.run)

    @telling
    async def on_reply_sent(self, message: messages.ReplySent) -> None:
        """Answer them; the editor is emptied only when the reply was taken and kept."""
        await self._do_and_edit(lambda session: session.reply(message.text))

    @telling
    async def on_retry_wanted(self, message: messages.RetryWanted) -> None:
        """Take the last reply back; its words are in the editor again, unless others were typed."""

        def retry(session: Session) -> None:
            session.save_draft(message.draft)
            session.retry()

        session = self.session
        if session is not None and session.may_try_again:
            await self.with_session(retry)
            await self.meet(session)
            return
        await self._do_and_edit(retry)

    async def _do_and_edit(self, work: Callable[[Session], None]) -> None:
        if await self.do(work) and self.session is not None and self.meeting is not None and self.meeting.is_current:
            self.meeting.put_draft(self.session.draft)

    @telling
    async def on_draft_changed(self, message: messages.DraftChanged) -> None:
        """Keep what is typed so far."""
        await self.with_session(lambda session: session.save_draft(message.text))

    @telling
    async def on_hint_wanted(self, _message: messages.HintWanted) -> None:
        """A hint."""
        await self.do(lambda session: session.hint())

    @telling
    async def on_model_line_wanted(self, _message: messages.ModelLineWanted) -> None:
        """A good line for what they are after."""
        await self.do(lambda session: session.show_model())

    @telling
    async def on_claim_made(self, _message: messages.ClaimMade) -> None:
        """I said that."""
        await self.do(lambda session: session.claim())

    @telling
    async def on_end_wanted(self, _message: messages.EndWanted) -> None:
        """Leave for good and see the debrief."""
        await self.do(lambda session: session.end())

    @telling
    async def on_pause_wanted(self, message: messages.PauseWanted) -> None:
        """Leave it as it stands; home offers to carry on."""
        await self.with_session(lambda session: session.save_draft(message.draft))
        await self.go_home()

    @telling
    async def on_brief_wanted(self, message: messages.BriefWanted) -> None:
        """The brief, over whatever is on the screen."""
        from trainer.ui.screens.brief import BriefPage  # noqa: PLC0415  (after home's first frame)

        scenario = message.scenario
        if scenario is None:
            brief = await self.with_session(lambda session: session.brief())
        else:
            brief = await self.with_desk(lambda desk: desk.brief_of(scenario, message.incident))
        if brief is not None:
            self.pages["brief"] = brief
            await self.push_screen(BriefPage(brief))

    @telling
    async def on_save_asked(self, message: messages.SaveAsked) -> None:
        """Ask where to."""
        from trainer.ui.screens.dialogs import SaveDialog  # noqa: PLC0415  (after home's first frame)

        page = self.pages.get(message.what)
        if page is not None:
            name, folder = await self.with_desk(lambda desk: desk.suggested_file(page))
            self._saving = SaveDialog(message.what, name, folder)
            await self.push_screen(self._saving)

    async def on_save_wanted(self, message: messages.SaveWanted) -> None:
        """Write the page; what keeps it from being written is said in the dialog."""
        dialog, page = self._saving, self.pages.get(message.what)
        if page is None or dialog is None or not dialog.is_current:
            return
        try:
            saved = await self.with_desk(lambda desk: desk.save_page(page, message.path, replace=message.replace))
        except TrainerError as error:
            dialog.refuse(str(error), may_replace=isinstance(error, FileThere))
            return
        await self.pop_screen()
        self.notify(f"Saved as {clean_line(str(saved))}", markup=False)

    async def action_quit(self) -> None:
        """Leave; what is typed and not sent is kept for next time."""
        if self._form is not None and self._form.is_current and not self._form.may_leave(QUIT_AGAIN):
            return
        try:
            if self.meeting is not None and self.meeting.is_attached:
                draft = self.meeting.draft
                await self.with_session(lambda session: session.save_draft(draft))
        except TrainerError as error:
            self.exit(return_code=2, message=Text(f"trainer: what you had typed was not kept: {clean_line(str(error))}"))
        else:
            self.exit()
