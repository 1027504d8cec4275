"""The app by keyboard alone, from home to the page one takes along. The engine, the store and the reader are the real ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.events import Key
from textual.pilot import Pilot

from tests.small_meeting import GOOD, PLAIN
from tests.ui.stage import an_app, listed, mark, reach, scenarios, to_debrief, until, words
from trainer.text.clean import MAX_REPLY
from trainer.ui.app import TrainerApp
from trainer.ui.opening import OpenRequest
from trainer.ui.screens.again import AgainDialog
from trainer.ui.screens.brief import BriefPage
from trainer.ui.screens.briefing import BriefingPage
from trainer.ui.screens.debrief import DebriefPage
from trainer.ui.screens.dialogs import SaveDialog, TroubleDialog
from trainer.ui.screens.home import HomePage
from trainer.ui.screens.incident import IncidentPage
from trainer.ui.screens.meeting import MeetingPage
from trainer.ui.widgets.composer import Composer
from trainer.ui.widgets.fact_field import FactField

WEAK = "hmm"


def editor(pilot: Pilot[Any]) -> Composer:
    return pilot.app.screen.query_one(Composer)


async def begin(pilot: Pilot[Any], *changes: str) -> MeetingPage:
    """From home to the first question of the small meeting; `changes` are keys on its briefing."""
    await mark(pilot, "A small meeting")
    await pilot.press("enter")
    await reach(pilot, BriefingPage)
    await pilot.press(*changes, "enter")
    page = await reach(pilot, MeetingPage)
    await until(pilot, lambda: "PM" in words(pilot.app))
    return page


async def say(pilot: Pilot[Any], reply: str) -> None:
    """Type a reply, send it, and wait until it was taken."""
    box = editor(pilot)
    box.insert(reply)
    await pilot.press("enter")
    await until(pilot, lambda: not isinstance(pilot.app.screen, MeetingPage) or box.text == "")
    await pilot.pause()


async def test_the_meeting_is_played_from_home_to_the_debrief_and_the_brief(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        for reply in GOOD:
            await say(pilot, reply)
        await to_debrief(pilot)
        assert "Halted" in words(pilot.app)
        assert "100 of 100, passed" in words(pilot.app)
        await pilot.press("b")
        await reach(pilot, BriefPage)
        assert f"“{GOOD[0]}”" in words(pilot.app)
        await pilot.press("escape")
        await reach(pilot, DebriefPage)
        await pilot.press("escape")
        await reach(pilot, HomePage)
        await until(pilot, lambda: any("passed" in line for line in listed(pilot.app)))


async def test_after_a_reply_the_coach_shows_what_was_heard_in_the_players_words(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await say(pilot, GOOD[0])
        assert "Heard" in words(pilot.app)
        assert "How bad it is  “" in words(pilot.app)


async def test_hint_model_line_and_claim_each_have_a_key(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: "A hint: Say how bad it is." in words(pilot.app))
        await say(pilot, WEAK)
        await pilot.press("f4")
        await until(pilot, lambda: "Noted: you said it." in words(pilot.app))
        await pilot.press("f3")
        await until(pilot, lambda: "You could say:" in words(pilot.app))


async def test_a_retry_strikes_the_reply_and_gives_its_words_back(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        page = await begin(pilot)
        await say(pilot, WEAK)
        await pilot.press("f5")
        await until(pilot, lambda: editor(pilot).text == WEAK)
        assert page.query(".-taken-back")


async def test_a_retry_keeps_other_words_that_were_typed_already(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        page = await begin(pilot)
        await say(pilot, WEAK)
        editor(pilot).insert("better words")
        await pilot.press("f5")
        await until(pilot, lambda: bool(page.query(".-taken-back")))
        assert editor(pilot).text == "better words"


async def test_after_an_ending_the_coach_lets_the_last_reply_be_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.ui.deeds.debrief.UNREAD", 0)
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        for reply in GOOD:
            await say(pilot, reply)
        await to_debrief(pilot)
        await pilot.press("r")
        await reach(pilot, AgainDialog)
        await pilot.press("y")
        await reach(pilot, MeetingPage)
        assert editor(pilot).text == GOOD[-1]
        await say(pilot, GOOD[-1])
        await to_debrief(pilot)


async def test_the_last_reply_is_answered_and_coached_before_one_goes_on_to_the_debrief(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        page = await begin(pilot)
        for reply in GOOD:
            await say(pilot, reply)
        await until(pilot, lambda: "That was the last question." in words(pilot.app))
        shown = words(pilot.app)
        assert GOOD[-1] in shown
        assert "How long it takes  “" in shown
        assert "It waits." in shown
        assert not page.query_one(Composer).display
        assert page.query_one("#closed").region.bottom <= 24
        await pilot.press("f9", "f2", "f4")
        assert pilot.app.screen is page


async def test_the_last_reply_can_be_taken_back_before_the_debrief(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        first = await begin(pilot)
        for reply in GOOD:
            await say(pilot, reply)
        await until(pilot, lambda: "That was the last question." in words(pilot.app))
        await pilot.press("f5")
        await until(pilot, lambda: isinstance(pilot.app.screen, MeetingPage) and pilot.app.screen is not first)
        await until(pilot, lambda: editor(pilot).text == GOOD[-1])


async def test_a_claim_on_the_last_open_point_is_answered_before_the_debrief(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        for reply in (*GOOD[:2], WEAK):
            await say(pilot, reply)
        await pilot.press("f4")
        await to_debrief(pilot)


async def test_what_was_shown_stays_in_sight_and_saying_it_is_told_at_once(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await say(pilot, GOOD[0])
        await pilot.press("f3")
        await until(pilot, lambda: "You could say:" in words(pilot.app))
        assert "No warning label" in words(pilot.app).split("You could say:")[1]
        await say(pilot, "No, we should not ship with a warning.")
        await until(pilot, lambda: "It was shown before, so it does not count this time." in words(pilot.app))


async def test_a_meeting_without_a_coach_has_one_end(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot, "m")
        for reply in GOOD:
            await say(pilot, reply)
        page = await to_debrief(pilot)
        assert "again" not in {one.binding.action for one in page.active_bindings.values()}


async def test_the_brief_in_a_meeting_without_a_coach_holds_nothing_to_read_out(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot, "m")
        await say(pilot, GOOD[0])
        await pilot.press("f8")
        await reach(pilot, BriefPage)
        assert f"“{GOOD[0]}”" in words(pilot.app)
        assert "A warning protects nobody." not in words(pilot.app)


async def test_keys_typed_behind_enter_land_in_the_next_field(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "Your own incident")
        await pilot.press("enter")
        page = await reach(pilot, IncidentPage)
        for key in (*"it", "enter", *"2h"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        first, second = list(page.query(FactField))[:2]
        await until(pilot, lambda: second.answer.value == "2h")
        assert first.answer.value == "it"


async def test_a_form_with_something_typed_is_left_only_when_asked_twice(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "Your own incident")
        await pilot.press("enter")
        await reach(pilot, IncidentPage)
        await pilot.press("x", "escape")
        await until(pilot, lambda: "Not saved yet." in words(pilot.app))
        assert isinstance(pilot.app.screen, IncidentPage)
        await pilot.press("escape")
        await reach(pilot, HomePage)


async def test_meeting_mode_shows_no_aids(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(120, 40)) as pilot:
        page = await begin(pilot, "m")
        await say(pilot, WEAK)
        await pilot.press("f2", "f3", "f5")
        await pilot.pause()
        assert "Coach" not in words(pilot.app)
        shown = {one.binding.action for one in page.active_bindings.values() if one.binding.show}
        assert not shown & {"hint", "show_me", "retry"}
        assert "claim" in shown


async def test_a_role_that_may_be_absent_can_be_left_out(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot, "w")
        assert "Sales" not in words(pilot.app)


async def test_leaving_early_still_gives_debrief_and_brief(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await say(pilot, GOOD[0])
        await pilot.press("f8")
        await reach(pilot, BriefPage)
        await pilot.press("escape")
        await reach(pilot, MeetingPage)
        await pilot.press("f9")
        await until(pilot, lambda: "F9 again" in words(pilot.app))
        await pilot.press("f9")
        await reach(pilot, DebriefPage)
        assert "You left before the end" in words(pilot.app)
        await pilot.press("b")
        await reach(pilot, BriefPage)
        assert f"“{GOOD[0]}”" in words(pilot.app)


async def test_a_pause_keeps_the_draft_and_home_offers_to_carry_on_first(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await say(pilot, GOOD[0])
        editor(pilot).insert("half a thought")
        await pilot.press("escape")
        await reach(pilot, HomePage)
        await until(pilot, lambda: listed(pilot.app)[0] == "Carry on")
        await pilot.press("enter")
        await reach(pilot, MeetingPage)
        await until(pilot, lambda: GOOD[0] in words(pilot.app))
        assert editor(pilot).text == "half a thought"
        assert "How bad it is  “" in words(pilot.app)


async def test_quitting_the_app_in_the_meeting_keeps_the_draft(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await say(pilot, GOOD[0])
        editor(pilot).insert("half a thought")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app.return_code is not None)
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "A small meeting  1 reply")
        await pilot.press("enter")
        await reach(pilot, MeetingPage)
        assert editor(pilot).text == "half a thought"


async def test_an_empty_reply_is_refused_gently(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.press("space", "enter")
        await until(pilot, lambda: "Nothing typed yet" in words(pilot.app))
        await pilot.press("n")
        await until(pilot, lambda: "Nothing typed yet" not in words(pilot.app))


async def test_a_reply_that_is_too_long_is_refused_with_the_count_and_kept(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        long = "x" * (MAX_REPLY + 1)
        editor(pilot).insert(long)
        await pilot.press("enter")
        await until(pilot, lambda: "4,001" in words(pilot.app))
        assert editor(pilot).text == long


async def test_an_own_incident_is_typed_saved_under_its_name_and_offered_again(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "A small meeting")
        await pilot.press("o")
        await reach(pilot, IncidentPage)
        await pilot.press(*"mails", "space", *"vanish", "enter", *"mails", "ctrl+s")
        await reach(pilot, BriefingPage)
        assert "mails vanish" in words(pilot.app)
        assert "not known yet" in words(pilot.app)
        await pilot.press("escape")
        await reach(pilot, HomePage)
        await mark(pilot, "mails")
        assert (tmp_path / "home" / "incidents" / "mails.yaml").stat().st_mode & 0o077 == 0


async def test_a_form_that_cannot_stand_says_why_at_the_field_and_keeps_the_rest(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "A small meeting")
        await pilot.press("o")
        await reach(pilot, IncidentPage)
        await pilot.press("enter", "enter", *"soon", "ctrl+s")
        await until(pilot, lambda: "This one is needed." in words(pilot.app))
        assert "Estimate" in words(pilot.app)
        assert not (tmp_path / "home" / "incidents").exists()


async def test_a_broken_scenario_lists_its_problems_and_opens_nothing(tmp_path: Path) -> None:
    async with an_app(tmp_path, scenario={**PLAIN, "start": "nowhere"}).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "A small meeting")
        await pilot.press("enter")
        await reach(pilot, TroubleDialog)
        assert "nowhere" in words(pilot.app)
        await pilot.press("escape")
        await reach(pilot, HomePage)


async def test_the_brief_is_saved_as_a_file_only_its_owner_reads_and_replaced_only_when_asked_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with an_app(tmp_path).run_test(size=(80, 24), notifications=True) as pilot:
        await mark(pilot, "A small meeting")
        await pilot.press("b")
        await reach(pilot, BriefPage)
        await pilot.press("s")
        await reach(pilot, SaveDialog)
        await pilot.press("enter")
        await reach(pilot, BriefPage)
        saved = tmp_path / "a-small-meeting-brief.md"
        assert saved.read_text(encoding="utf-8").startswith("# A small meeting")
        assert saved.stat().st_mode & 0o077 == 0
        saved.write_text("mine", encoding="utf-8")
        await pilot.press("s")
        await reach(pilot, SaveDialog)
        await pilot.press("enter")
        await until(pilot, lambda: "is there already" in words(pilot.app))
        assert saved.read_text(encoding="utf-8") == "mine"
        await pilot.press("enter")
        await reach(pilot, BriefPage)
        assert saved.read_text(encoding="utf-8").startswith("# A small meeting")


async def test_the_app_opens_at_the_briefing_that_was_asked_for(tmp_path: Path) -> None:
    asked = OpenRequest(scenario=scenarios(tmp_path), mode="meeting", pressure="hard", without=("sales",), limit=10)
    async with an_app(tmp_path, opening=asked).run_test(size=(80, 24)) as pilot:
        await reach(pilot, BriefingPage)
        shown = words(pilot.app)
        assert "Meeting: no help" in shown
        assert "Hard: " in shown
        assert "10 minutes" in shown
        await pilot.press("enter")
        await reach(pilot, MeetingPage)
        await until(pilot, lambda: "hard pressure" in words(pilot.app))


async def test_a_history_that_cannot_be_read_is_named_and_scenarios_are_listed_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "history.db").write_bytes(b"no database at all" * 100)
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "A small meeting")
        assert "history.db" in words(pilot.app)


async def test_time_that_is_up_ends_the_meeting(tmp_path: Path) -> None:
    asked = OpenRequest(scenario=scenarios(tmp_path), limit=0.002)
    async with an_app(tmp_path, opening=asked).run_test(size=(80, 24)) as pilot:
        await reach(pilot, BriefingPage)
        await pilot.press("enter")
        await reach(pilot, DebriefPage)
        assert "Time was up" in words(pilot.app)
    assert isinstance(pilot.app, TrainerApp)
