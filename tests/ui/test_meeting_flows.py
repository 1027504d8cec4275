"""The meeting on the screen with the real engine: live coverage, silence, time, typing ahead, the own editor."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from tests.small_meeting import GOOD, PLAIN
from tests.ui.stage import an_app, burst, reach, scenarios, until, words
from trainer.ui.app import TrainerApp
from trainer.ui.desk.editor import NONE_SET
from trainer.ui.messages.meeting import DraftChanged, ReplySent, TimeRanOut
from trainer.ui.opening import OpenRequest
from trainer.ui.screens.brief import BriefPage
from trainer.ui.screens.briefing import BriefingPage
from trainer.ui.screens.debrief import DebriefPage
from trainer.ui.screens.dialogs import TroubleDialog
from trainer.ui.screens.incident import IncidentPage
from trainer.ui.screens.meeting import NOTHING_TYPED, MeetingPage
from trainer.ui.views.meeting import Lamp
from trainer.ui.widgets.composer import Composer
from trainer.ui.widgets.lamps import Lamps

LIT, OUT = "● How bad it is", "○ How bad it is"


def opened(folder: Path, mode: str = "coach", limit: float | None = None, scenario: dict[str, Any] | None = None) -> TrainerApp:
    """The app that opens at the briefing of the small meeting."""
    asked = OpenRequest(scenario=scenarios(folder, scenario), mode=mode, limit=limit)
    return an_app(folder, scenario=scenario, opening=asked)


async def begin(pilot: Pilot[Any]) -> MeetingPage:
    await reach(pilot, BriefingPage)
    await pilot.press("enter")
    page = await reach(pilot, MeetingPage)
    await until(pilot, lambda: "PM" in words(pilot.app))
    return page


def editor(pilot: Pilot[Any]) -> Composer:
    return pilot.app.screen.query_one(Composer)


async def test_a_lamp_lights_up_while_the_draft_is_typed_and_goes_out_with_it(tmp_path: Path) -> None:
    async with opened(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        assert OUT in words(pilot.app)
        editor(pilot).insert(GOOD[0])
        await until(pilot, lambda: LIT in words(pilot.app))
        editor(pilot).clear()
        await until(pilot, lambda: OUT in words(pilot.app))


async def test_a_lamp_tells_what_the_reply_is_then_worth(tmp_path: Path) -> None:
    async with opened(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        editor(pilot).insert(GOOD[0])
        await until(pilot, lambda: LIT in words(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: "○ No warning label" in words(pilot.app))
        assert "How bad it is  “" in words(pilot.app)


async def test_a_preview_that_comes_late_does_not_overwrite_a_newer_one(tmp_path: Path) -> None:
    async with opened(tmp_path).run_test(size=(80, 24)) as pilot:
        page = await begin(pilot)
        app = pilot.app
        assert isinstance(app, TrainerApp)
        shown: list[tuple[Lamp, ...]] = []
        page.query_one(Lamps).show = lambda lamps: shown.append(tuple(lamps))  # type: ignore[method-assign]
        editor(pilot).insert("newer words")
        await app.light("older words")
        assert shown == []
        await app.light("newer words")
        assert len(shown) == 1


async def test_typing_goes_on_while_a_draft_is_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, go_on = threading.Event(), threading.Event()
    async with opened(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        session: Any = pilot.app.session  # type: ignore[attr-defined]
        lamps = session.lamps

        def slowly(draft: str) -> tuple[Lamp, ...]:
            if draft == "a":
                reading.set()
                go_on.wait(60)
            return lamps(draft)  # type: ignore[no-any-return]

        monkeypatch.setattr(session, "lamps", slowly)
        await pilot.press("a")
        await until(pilot, reading.is_set)
        burst(pilot, *"bc")
        await until(pilot, lambda: editor(pilot).text == "abc")
        assert not go_on.is_set()
        go_on.set()


async def test_saying_nothing_is_a_move_and_keeps_the_draft(tmp_path: Path) -> None:
    async with opened(tmp_path, "meeting").run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        editor(pilot).insert("half a thought")
        await pilot.press("ctrl+n")
        await until(pilot, lambda: "(You say nothing.)" in words(pilot.app))
        assert "And?" in words(pilot.app)
        assert editor(pilot).text == "half a thought"


async def test_an_empty_reply_is_no_silence(tmp_path: Path) -> None:
    async with opened(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: NOTHING_TYPED.format(silence="Ctrl+N") in words(pilot.app))
        assert "(You say nothing.)" not in words(pilot.app)


@pytest.mark.parametrize(("draft", "heard"), [(GOOD[0], True), ("", False), ("  ", False)], ids=["a draft", "nothing", "spaces"])
async def test_when_time_is_up_the_unsent_draft_counts_as_said(tmp_path: Path, draft: str, heard: bool) -> None:
    async with opened(tmp_path, "meeting", limit=10).run_test(size=(80, 24)) as pilot:
        page = await begin(pilot)
        assert "10 min left" in words(pilot.app)
        editor(pilot).insert(draft)
        page.post_message(TimeRanOut())
        await reach(pilot, DebriefPage)
        assert "Time was up" in words(pilot.app)
        said = [event.text for event in session_events(pilot) if type(event).__name__ == "Replied"]
        assert said == ([draft] if heard else [])


def session_events(pilot: Pilot[Any]) -> tuple[Any, ...]:
    return pilot.app.session._rehearsal.events  # type: ignore[attr-defined, no-any-return]


async def test_a_draft_longer_than_a_reply_counts_as_far_as_a_reply_goes(tmp_path: Path) -> None:
    async with opened(tmp_path, "meeting", limit=10).run_test(size=(80, 24)) as pilot:
        page = await begin(pilot)
        editor(pilot).insert(f"{GOOD[0]} " + "x" * 5_000)
        page.post_message(TimeRanOut())
        await reach(pilot, DebriefPage)
        (said,) = [event.text for event in session_events(pilot) if type(event).__name__ == "Replied"]
        assert said.startswith(GOOD[0])
        assert len(said) == 4_000


async def test_a_reply_on_its_way_when_time_is_up_is_said_once(tmp_path: Path) -> None:
    async with opened(tmp_path, "meeting", limit=10).run_test(size=(80, 24)) as pilot:
        page = await begin(pilot)
        editor(pilot).insert(GOOD[0])
        page.post_message(ReplySent(GOOD[0]))
        page.post_message(TimeRanOut())
        await reach(pilot, DebriefPage)
        assert [event.text for event in session_events(pilot) if type(event).__name__ == "Replied"] == [GOOD[0]]


async def test_time_runs_out_behind_the_brief_as_well(tmp_path: Path) -> None:
    async with opened(tmp_path, "meeting", limit=10).run_test(size=(80, 24)) as pilot:
        page = await begin(pilot)
        editor(pilot).insert(GOOD[0])
        await pilot.press("f8")
        await reach(pilot, BriefPage)
        page.post_message(TimeRanOut())
        await reach(pilot, DebriefPage)
        assert any(type(event).__name__ == "Replied" for event in session_events(pilot))


async def test_what_is_typed_behind_enter_on_the_briefing_is_in_the_editor_of_the_meeting(tmp_path: Path) -> None:
    async with opened(tmp_path).run_test(size=(80, 24)) as pilot:
        await reach(pilot, BriefingPage)
        burst(pilot, "enter", *"o be m w")
        pilot.app.post_message(Paste(" and more"))
        burst(pilot, *"!")
        await reach(pilot, MeetingPage)
        await until(pilot, lambda: editor(pilot).text == "o be m w and more!")
        assert not any(isinstance(screen, IncidentPage) for screen in pilot.app.screen_stack)


async def test_a_reply_typed_ahead_is_sent_and_the_next_one_stays(tmp_path: Path) -> None:
    async with opened(tmp_path, "meeting").run_test(size=(80, 24)) as pilot:
        page = await begin(pilot)
        burst(pilot, *GOOD[0], "enter", *"then this")
        await until(pilot, lambda: editor(pilot).text == "then this")
        assert GOOD[0] in words(pilot.app)
        assert len(page.query(".-own")) == 1


async def test_enter_pressed_twice_answers_one_question_only(tmp_path: Path) -> None:
    async with opened(tmp_path, "meeting").run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        burst(pilot, *GOOD[0], "enter", "enter")
        await until(pilot, lambda: "Can we ship with a warning?" in words(pilot.app))
        await pilot.pause(0.1)
        assert sum(type(event).__name__ == "Replied" for event in session_events(pilot)) == 1


async def test_what_is_typed_for_a_meeting_that_cannot_begin_is_dropped(tmp_path: Path) -> None:
    async with opened(tmp_path).run_test(size=(80, 24)) as pilot:
        await reach(pilot, BriefingPage)
        scenarios(tmp_path, {**PLAIN, "start": "nowhere"})
        burst(pilot, "enter", *"o be")
        await reach(pilot, TroubleDialog)
        await pilot.press("escape")
        await reach(pilot, BriefingPage)
        await pilot.press("m")
        await until(pilot, lambda: "Meeting: no help" in words(pilot.app))


async def test_what_takes_long_says_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    async with opened(tmp_path).run_test(size=(80, 24)) as pilot:
        await reach(pilot, BriefingPage)
        desk: Any = await pilot.app.with_desk(lambda desk: desk)  # type: ignore[attr-defined]
        monkeypatch.setattr(desk.rehearsals, "start", held(desk.rehearsals.start, go_on))
        burst(pilot, "enter")
        for _ in range(1000):
            await asyncio.sleep(0.01)  # the pilot waits for keys to be done with, and this one is not yet
            told = words(pilot.app)
            if "Getting the room ready" in told:
                break
        go_on.set()
        assert "Getting the room ready" in told
        await reach(pilot, MeetingPage)
        assert pilot.app.screen.busy_with == ""  # type: ignore[attr-defined]
        assert "Getting the room ready" not in words(pilot.app)


def held(work: Callable[..., Any], go_on: threading.Event) -> Callable[..., Any]:
    """The same work, once it may."""

    def waiting(*arguments: Any) -> Any:
        go_on.wait(60)
        return work(*arguments)

    return waiting


async def test_the_own_editor_s_words_stand_in_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        monkeypatch.setattr(pilot.app, "edit_outside", lambda text: f"{text}, and 停止\nfor good")
        editor(pilot).insert("We stop")
        await pilot.press("ctrl+o")
        await until(pilot, lambda: editor(pilot).text == "We stop, and 停止\nfor good")


@pytest.mark.parametrize(
    ("named", "said"), [("", NONE_SET), ("vi", "This terminal cannot be handed to an editor.")], ids=["none set", "no such terminal"]
)
async def test_an_editor_that_cannot_be_used_is_told_and_the_draft_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, said: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", named)
    async with opened(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        editor(pilot).insert("We stop")
        await pilot.press("ctrl+o")
        await until(pilot, lambda: said in words(pilot.app))
        assert editor(pilot).text == "We stop"


async def test_only_what_is_typed_after_a_refusal_takes_it_away(tmp_path: Path) -> None:
    async with opened(tmp_path).run_test(size=(80, 24)) as pilot:
        page = await begin(pilot)
        editor(pilot).insert("We stop")
        page.refuse("Not like this.")
        page.post_message(DraftChanged("We stop"))  # the pause behind the last letter ends
        await pilot.pause()
        assert "Not like this." in words(pilot.app)
        editor(pilot).insert(" now")
        await until(pilot, lambda: "Not like this." not in words(pilot.app))


@pytest.mark.parametrize("text", ["我们应该推迟发布。", "We stop 🚦 now", "אני ממליץ לעצור", "one\n\nthree"])
async def test_a_reply_in_any_script_stands_in_the_talk_as_typed(tmp_path: Path, text: str) -> None:
    async with opened(tmp_path, "meeting").run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        pilot.app.post_message(Paste(text))
        await until(pilot, lambda: editor(pilot).text == text)
        await pilot.press("enter")
        await until(pilot, lambda: editor(pilot).text == "")
        assert text in words(pilot.app)
