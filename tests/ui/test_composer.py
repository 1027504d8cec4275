"""The editor for replies."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.events import Paste
from textual.pilot import Pilot

from tests.pty_tools import HOSTILE, HOSTILE_SHOWN
from tests.ui.samples.meeting import MEETING
from tests.ui.stage import Alone, until
from trainer.text.clean import MAX_REPLY
from trainer.ui.messages.meeting import DraftChanged, ReplySent
from trainer.ui.screens.meeting import MeetingPage
from trainer.ui.widgets.composer import Composer


@asynccontextmanager
async def editing() -> AsyncIterator[tuple[Alone, Pilot[None], Composer]]:
    app = Alone(MeetingPage(MEETING))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield app, pilot, app.screen.query_one(Composer)


async def test_enter_sends_all_that_is_typed_and_keeps_it_until_it_was_taken() -> None:
    async with editing() as (app, pilot, box):
        await pilot.press(*"we", "ctrl+j", *"stop", "enter")
        await until(pilot, lambda: ReplySent("we\nstop") in app.heard)
        assert box.text == "we\nstop"


async def test_a_pause_in_typing_tells_the_draft_once() -> None:
    async with editing() as (app, pilot, _):
        await pilot.press(*"we stop")
        await until(pilot, lambda: any(isinstance(one, DraftChanged) for one in app.heard))
        assert [one.text for one in app.heard if isinstance(one, DraftChanged)] == ["we stop"]


async def test_a_paste_of_many_lines_is_kept_whole_and_cleaned() -> None:
    async with editing() as (app, pilot, box):
        app.post_message(Paste(f"one\r\n{HOSTILE}\nthree"))
        await until(pilot, lambda: box.text != "")
        assert box.text.startswith("one\n")
        assert box.text.endswith(f"{HOSTILE_SHOWN}\nthree")
        assert "\x1b" not in box.text
        assert not any(isinstance(one, ReplySent) for one in app.heard)


async def test_a_huge_paste_does_not_flood_the_editor() -> None:
    async with editing() as (app, pilot, box):
        app.post_message(Paste("x" * 500_000))
        await until(pilot, lambda: box.text != "")
        assert MAX_REPLY < len(box.text) <= 3 * MAX_REPLY
        assert "characters" in str(box.border_subtitle)


async def test_tab_leaves_the_editor_and_does_not_type() -> None:
    async with editing() as (app, pilot, box):
        await pilot.press("tab")
        assert box.text == ""
        assert app.focused is not box
