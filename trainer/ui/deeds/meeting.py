"""What the player does in a meeting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from trainer.ui.messages.meeting import (
    ClaimMade,
    ClosingRead,
    DraftChanged,
    EditorWanted,
    EndWanted,
    HintWanted,
    LampsWanted,
    MeetingWanted,
    ModelLineWanted,
    PauseWanted,
    ReplySent,
    RetryWanted,
    SilenceWanted,
    TimeRanOut,
)
from trainer.ui.refusals import EditorFailed
from trainer.ui.stage import Stage

if TYPE_CHECKING:
    from trainer.ui.desk.session import Session


async def begin(stage: Stage, wish: MeetingWanted) -> None:
    """Begin; a second Enter on the briefing changes nothing."""
    if stage.meeting is not None and stage.meeting.is_current:
        return
    await stage.meet(await stage.with_desk(lambda desk: desk.rehearsals.start(wish.scenario, wish.incident, wish.settings)))


async def reply(stage: Stage, wish: ReplySent) -> None:
    """Answer them; the editor is emptied only when the reply was taken and kept."""
    page = stage.meeting
    try:
        await _do_and_edit(stage, lambda session: session.reply(wish.text), wish.text)
    finally:
        if page is not None and page.is_attached:
            page.let_send()


async def say_nothing(stage: Stage, _wish: SilenceWanted) -> None:
    """Say nothing, on purpose; a draft stays where it is."""
    await stage.do(lambda session: session.silence())


async def light(stage: Stage, wish: LampsWanted) -> None:
    """Show what the draft would cover. Nobody waits for it: typing goes on, and a newer draft takes its place."""
    stage.run_worker(stage.light(wish.text), group="lamps", exclusive=True)


async def time_up(stage: Stage, _wish: TimeRanOut) -> None:
    """The time is over; what stands in the editor counts as said."""
    page = stage.meeting
    if page is not None and page.is_attached:
        draft = page.draft
        await stage.do(lambda session: session.time_up(draft), behind=True)


async def open_editor(stage: Stage, wish: EditorWanted) -> None:
    """Go on writing in the player's own editor; what came of it stands in ours."""
    page = stage.meeting
    if page is None or not page.is_current:
        return
    try:
        text = stage.edit_outside(wish.draft)
    except EditorFailed as failed:
        page.refuse(str(failed))
        return
    page.put_draft(text, instead_of=wish.draft)
    await stage.with_session(lambda session: session.save_draft(page.draft))


async def retry(stage: Stage, wish: RetryWanted) -> None:
    """Take the last reply back; its words are in the editor again, unless others were typed."""

    def take_back(session: Session) -> None:
        session.save_draft(wish.draft)
        session.retry()

    session = stage.session
    if session is not None and session.may_try_again:
        await stage.with_session(take_back)
        await stage.meet(session)
        return
    await _do_and_edit(stage, take_back, wish.draft)


async def _do_and_edit(stage: Stage, work: Callable[[Session], None], instead_of: str) -> None:
    if await stage.do(work) and stage.session is not None and stage.meeting is not None and stage.meeting.is_current:
        stage.meeting.put_draft(stage.session.draft, instead_of=instead_of)


async def keep_draft(stage: Stage, wish: DraftChanged) -> None:
    """Keep what is typed so far; typing goes on meanwhile."""
    stage.in_background(lambda session: session.save_draft(wish.text))


async def hint(stage: Stage, _wish: HintWanted) -> None:
    """A hint."""
    await stage.do(lambda session: session.hint())


async def show_model(stage: Stage, _wish: ModelLineWanted) -> None:
    """A good line for what they are after."""
    await stage.do(lambda session: session.show_model())


async def claim(stage: Stage, _wish: ClaimMade) -> None:
    """I said that."""
    await stage.do(lambda session: session.claim())


async def end(stage: Stage, _wish: EndWanted) -> None:
    """Leave for good and see the debrief."""
    await stage.do(lambda session: session.end())


async def look_back(stage: Stage, _wish: ClosingRead) -> None:
    """The debrief of a meeting that is over."""
    if stage.session is not None:
        await stage.meet(stage.session)


async def pause(stage: Stage, wish: PauseWanted) -> None:
    """Leave it as it stands; home offers to carry on. A drill goes back to the debrief it came from."""
    session = stage.session
    if session is not None:
        await stage.with_desk(lambda desk: desk.rehearsals.leave(session, wish.draft))
        if session.came_from:
            await stage.meet(await stage.with_desk(lambda desk: desk.rehearsals.resume(session.came_from)))
            return
    await stage.go_home()
