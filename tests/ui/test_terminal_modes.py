"""A whole meeting in a real terminal by keyboard alone, in every way it can be played."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.ui.stage import SMALL, WIDE
from tests.ui.terminal import EMPTY, OVER, RELEASE_HALT, TITLE, Player, abouts, tmux
from trainer.scenario.load import load_scenario

pytestmark = pytest.mark.terminal


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_with_the_coach_from_home_to_the_debrief_and_the_brief_and_back(size: tuple[int, int], tmp_path: Path) -> None:
    with tmux(tmp_path, size) as terminal:
        terminal.open(TITLE)
        terminal.begin()
        terminal.wait_for(EMPTY)
        terminal.press("F2")
        terminal.wait_for("A hint:")
        player = Player(terminal)
        player.answer()
        terminal.wait_for("Heard")
        player.play()
        terminal.press("b")
        terminal.wait_for("The message that calls the meeting")
        terminal.press("Escape")
        terminal.wait_for(OVER)
        terminal.press("Escape")
        terminal.wait_for("When is your meeting?")
        terminal.press("q")
        assert terminal.wait_until_ended() == 0


def test_without_a_coach_and_under_real_pressure_they_cut_in_and_no_aid_is_offered(tmp_path: Path) -> None:
    cut_in = set(abouts(load_scenario(RELEASE_HALT), interjections=True).values())
    with tmux(tmp_path, SMALL, "play", "release-halt", "--seed", "0") as terminal:
        terminal.wait_for("Begin")
        terminal.press("m")
        terminal.wait_for("Meeting: no help until the debrief")
        terminal.press("p")
        terminal.wait_for("Real: they may cut in twice")
        terminal.press("Enter")
        terminal.wait_for(EMPTY)
        player = Player(terminal)
        before = player.answer()
        terminal.press("F2", "F3")
        while before != OVER:
            seen = terminal.words
            assert not re.search(r"Heard|A hint:|You could say|Show me|Hint", seen), "nothing but the people is heard until the debrief"
            before = player.answer()
    assert cut_in & set(player.moments)


def test_a_short_run_from_home_ends_in_its_debrief_and_is_drilled_from_there(tmp_path: Path) -> None:
    scenario = load_scenario(RELEASE_HALT)
    with tmux(tmp_path, SMALL) as terminal:
        terminal.open("In less than 45 minutes")
        terminal.open("The example")
        terminal.wait_for("Short:")
        terminal.begin()
        terminal.wait_for(EMPTY)
        player = Player(terminal)
        while player.say("Well, I am not sure.") != OVER:
            pass
        terminal.press("d")
        terminal.wait_for(EMPTY)
        drilling = Player(terminal)
        drilling.play()
    assert 0 < len(set(drilling.moments)) <= len(scenario.short)


def test_under_fifteen_minutes_the_facts_are_asked_and_the_brief_is_made_of_them(tmp_path: Path) -> None:
    facts = load_scenario(RELEASE_HALT).facts
    bug, impact = "search shows the orders of other customers", "strangers see names and addresses"
    with tmux(tmp_path, SMALL) as terminal:
        terminal.open("In less than 15 minutes")
        terminal.wait_for("Which meeting?")
        terminal.open("Your own incident")
        terminal.wait_for("What is its short name?")
        given = {"bug": bug, "impact": impact, "estimate": "1-2 days"}
        for fact in facts:
            if fact in given:
                terminal.type(given[fact])
                terminal.wait_for(given[fact])
            terminal.press("Enter")
            if fact == "bug":
                terminal.press("Enter")
        terminal.press("C-s")
        terminal.wait_for("The message that calls the meeting")
        terminal.wait_for(bug)
    (saved,) = (tmp_path / "home" / "incidents").glob("*.yaml")
    assert bug in saved.read_text(encoding="utf-8")


def test_when_the_time_is_up_what_is_being_typed_counts_as_said(tmp_path: Path) -> None:
    draft = "This is critical"
    with tmux(tmp_path, WIDE, "play", "release-halt", "--mode", "meeting", "--limit", "0.15") as terminal:
        terminal.wait_for("Begin")
        terminal.press("Enter")
        terminal.wait_for("s left")
        terminal.type(draft)
        terminal.wait_for("Time was up")
        terminal.press("3")
        terminal.wait_for(draft)
