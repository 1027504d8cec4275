"""After a meeting, by keyboard alone: a drill of what was weak, a verdict disputed, attempts beside each other. All of it is real."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.small_meeting import GOOD
from tests.ui.stage import an_app, listed, mark, reach, to_debrief, until, words
from tests.ui.test_flows import begin, say
from trainer.store.store import Store
from trainer.ui.app import TrainerApp
from trainer.ui.screens.again import AgainDialog
from trainer.ui.screens.debrief import DebriefPage
from trainer.ui.screens.dispute import DisputeDialog
from trainer.ui.screens.home import HomePage
from trainer.ui.screens.meeting import MeetingPage

UNHEARD = "Well, let me begin with the weather."


async def weak_meeting(pilot: Pilot[Any]) -> DebriefPage:
    """A meeting left early, its first point not heard."""
    await begin(pilot)
    await say(pilot, UNHEARD)
    await pilot.press("f9")
    await until(pilot, lambda: "F9 again" in words(pilot.app))
    await pilot.press("f9")
    return await reach(pilot, DebriefPage)


async def test_one_key_drills_what_there_is_to_work_on_and_the_drill_has_its_own_debrief_and_a_way_home(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await weak_meeting(pilot)
        await pilot.press("d")
        await reach(pilot, MeetingPage)
        await until(pilot, lambda: "drill" in words(pilot.app))
        for reply in (GOOD[0], GOOD[2], GOOD[1]):
            await say(pilot, reply)
        page = await to_debrief(pilot)
        assert page.view.mode == "drill"
        assert "All of it was rehearsed" in words(pilot.app)
        await pilot.press("escape")
        await reach(pilot, HomePage)


async def kept_runs(pilot: Pilot[Any]) -> list[str]:
    """Ids of all rehearsals in the history."""
    app = pilot.app
    assert isinstance(app, TrainerApp)
    return [run.run for run in await app.with_desk(lambda desk: desk.history.view().runs)]


@pytest.mark.parametrize("draft", ["", "h"], ids=["nothing", "one letter"])
async def test_a_drill_left_with_nothing_said_goes_back_to_its_debrief_and_is_nowhere(tmp_path: Path, draft: str) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        view = (await weak_meeting(pilot)).view
        before = await kept_runs(pilot)
        await pilot.press("d")
        await reach(pilot, MeetingPage)
        await pilot.press(*draft, "escape")
        assert (await reach(pilot, DebriefPage)).view == view
        with Store(tmp_path / "home" / "history.db") as store:
            assert [run.id for run in store.runs()] == before
        await pilot.press("escape")
        await reach(pilot, HomePage)


async def test_a_drill_left_after_a_reply_goes_back_to_its_debrief_and_can_be_carried_on(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await weak_meeting(pilot)
        await pilot.press("d")
        await reach(pilot, MeetingPage)
        await say(pilot, UNHEARD)
        await pilot.press("escape")
        await reach(pilot, DebriefPage)
        await pilot.press("escape")
        await reach(pilot, HomePage)
        await until(pilot, lambda: any("Carry on" in line for line in listed(pilot.app)))
        assert len(await kept_runs(pilot)) == 2


async def test_a_drill_left_with_the_app_and_nothing_said_is_nowhere(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await weak_meeting(pilot)
        before = await kept_runs(pilot)
        await pilot.press("d")
        await reach(pilot, MeetingPage)
        await pilot.press("ctrl+q")
        await pilot.pause()
    with Store(tmp_path / "home" / "history.db") as store:
        assert [run.id for run in store.runs()] == before


async def test_a_disputed_verdict_is_kept_with_its_reply_and_still_shown_when_the_debrief_is_opened_again(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24), notifications=True) as pilot:
        await weak_meeting(pilot)
        await pilot.press("2")
        await pilot.pause()
        await until(pilot, lambda: "How bad it is" in words(pilot.app))
        await pilot.press("x")
        await reach(pilot, DisputeDialog)
        assert UNHEARD[:30] in str(pilot.app.screen.query_one("Replies").get_option_at_index(1).prompt)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await reach(pilot, DebriefPage)
        await until(pilot, lambda: "You say that you did say it." in words(pilot.app))
        (kept,) = [json.loads(line) for line in (tmp_path / "home" / "disputes.jsonl").read_text(encoding="utf-8").splitlines()]
        told = {name: kept[name] for name in ("scenario", "moment", "point", "verdict", "should_be", "reply")}
        assert told == {
            "scenario": "small",
            "moment": "opening",
            "point": "severity",
            "verdict": "missing",
            "should_be": "said",
            "reply": UNHEARD,
        }
        await pilot.press("escape")
        await reach(pilot, HomePage)
        await mark(pilot, "A small meeting", under=next(line for line in listed(pilot.app) if "rehears" in line.lower()))
        await pilot.press("enter")
        await reach(pilot, DebriefPage)
        await pilot.press("2")
        await until(pilot, lambda: "You say that you did say it." in words(pilot.app))


async def test_a_second_rehearsal_is_shown_beside_the_first_and_never_beside_itself(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        first = await weak_meeting(pilot)
        assert first.view.attempts.runs == ()
        await pilot.press("escape")
        await reach(pilot, HomePage)
        second = await weak_meeting(pilot)
        assert [one.score for one in second.view.attempts.runs] == [first.view.first_score]
        assert "So far" in words(pilot.app)


async def finished(pilot: Pilot[Any]) -> DebriefPage:
    """A meeting with the coach, played to its end."""
    await begin(pilot)
    for reply in GOOD:
        await say(pilot, reply)
    return await to_debrief(pilot)


def kept(folder: Path) -> tuple[object, ...]:
    """What the history lists of the only run, and how many events it has."""
    with Store(folder / "home" / "history.db") as store:
        (run,) = store.runs()
        return run.summary, len(store.load(run.id).events)


async def test_a_last_reply_is_taken_back_only_after_a_yes_and_the_result_stays_until_the_new_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.ui.deeds.debrief.UNREAD", 0)
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await finished(pilot)
        before = kept(tmp_path)
        for key in ("n", "escape", "a"):
            await pilot.press("r")
            await reach(pilot, AgainDialog)
            assert "Take your last reply back?" in words(pilot.app)
            await pilot.press(key)
            await reach(pilot, DebriefPage)
            assert kept(tmp_path) == before
        await pilot.press("r")
        await reach(pilot, AgainDialog)
        await pilot.press("y")
        await reach(pilot, MeetingPage)
        assert kept(tmp_path)[0] == before[0]
        assert kept(tmp_path)[1] != before[1]


@pytest.mark.parametrize("typed", ["try", "sorry", "a very rare worry"])
async def test_words_typed_on_into_a_debrief_take_nothing_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setattr("trainer.ui.deeds.debrief.UNREAD", 1000)
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await finished(pilot)
        before = kept(tmp_path)
        for letter in typed:
            if letter not in "dbsx":
                await pilot.press("space" if letter == " " else letter)
        await pilot.pause()
        await reach(pilot, DebriefPage)
        assert kept(tmp_path) == before
