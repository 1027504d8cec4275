"""A window of 60 columns and 20 rows: on every page what one needs to know and to do is in sight, and nothing is cut in half."""

from __future__ import annotations

from typing import Any

import pytest
from textual.app import App
from textual.containers import ScrollableContainer
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets._footer import FooterKey

from tests.ui.outcomes import drawn
from tests.ui.samples.looks import LOOKS
from tests.ui.test_keys_of_pages import WithHelp
from trainer.ui.screens.base import Page

LITTLE = (60, 20)
DEBRIEF = ("Halting a release over a critical bug · double charges", "1 Result", "2 Points", "3 Transcript", "4 Trust")
IN_SIGHT: dict[str, tuple[str, ...]] = {
    "home": ("Rehearse the meeting before you have it", "Carry on", "double charges", "In less than 45 minutes"),
    "home-new": ("Rehearse the meeting before you have it", "When is your meeting?", "In less than 15 minutes"),
    "choosing": ("Which meeting?", "double charges", "Your own incident", "The example"),
    "form": ("Your own incident", "One answer is needed.", "What goes wrong, and where?", "needed", "e.g. payments are charged twice"),
    "briefing": ("Halting a release over a critical bug", "Mode", "Pressure", "PM, EM, Sales"),
    "meeting": (
        "PM open",
        "How bad is that, really?",
        "Now: How bad it is",
        "● How serious",
        "It charges some of them twice",
        "Enter sends",
    ),
    "meeting-closed": (
        "PM open",
        "Thank you. That's what I wanted to know.",
        "Nobody is happy about it",
        "That was the last question. Enter goes on to the",
        "debrief; F5 takes your last reply back.",
    ),
    "meeting-uncoached": ("PM open", "12 min left", "How bad is that, really?", "Enter sends"),
    "debrief": (*DEBRIEF, "Halted, grudgingly", "Score 58 of 100, not passed", "PM     ↓ wary", "Three things to work on"),
    "debrief-points": (*DEBRIEF, "What they heard", "✗ Safe ground", "✗ They heard the opposite", "“We stay on the live version.”"),
    "debrief-transcript": (*DEBRIEF, "Okay, everyone is here. What have you got?", "charges some customers twice"),
    "debrief-trust": (*DEBRIEF, "The moment trust was lost", "“QA missed it”", "reserved → wary"),
    "debrief-left-early": (*DEBRIEF, "You left before the end", "Three things to work on"),
    "debrief-drill": (*DEBRIEF, "All of it was rehearsed", "Score 100 of 100, passed", "All of it was heard"),
    "debrief-nothing-said": (*DEBRIEF, "You left before the end", "A time for the fix"),
    "brief": ("Halting a release over a critical bug · double charges", "The message that calls the meeting", "Ask: hold the release."),
    "progress": (
        "Halting a release over a critical bug",
        "coach mode · whole meeting · 6 runs",
        "No to half me",
        "up 41 since the first run",
        "A warning protects nobody  0 of 6, last time in part",
        "Due for a drill  2 points",
    ),
    "progress-once": ("One run so far", "The suspected cause  1 of 1, last time not said"),
    "progress-nothing": ("Progress", "Nothing to look back on yet."),
    "history": ("All rehearsals", "Filter: acme", "5 kept on this machine", "double charges", "Halting a release"),
    "words": ("Words", "Search: a word", "hotfix", "“A small emergency repair.”"),
    "words-none": ("Words", "Search: a word", "This meeting names no words to look up."),
    "quiz": ("Quiz  4 of 10", "rollback", "What does it mean? Say it in your own words.", "Enter on an empty line shows the meaning"),
    "quiz-answered": ("Quiz  4 of 10", "rollback", "we undo it", "Half", "Going back to the version before.", "yesterday's version"),
    "round": ("4 of 8 said, 1 more you meant", "You meant it", "Half said", "To look at again"),
    "help": ("Answer as you would in the room", "Here"),
    "save": ("Save the brief", "double-charges-brief.md", "Enter saves it"),
    "open": ("Fill the form in from an incident file", "mine.yaml", "Enter reads it"),
    "trouble": ("2 problems in release-halt.yaml", "unknown key", "pm_severity"),
    "again": ("Take your last reply back?", "Your result, 58 of"),
    "dispute": ("A time for the fix", "They half heard it. What do you say?", "line 1  “We should stop.”", "Enter keeps the reply"),
}
"""Title or question, what is marked or typed into, and what the page is there for. The keys at the foot are looked at apart."""


def test_every_page_and_every_way_it_can_look_has_its_line_here() -> None:
    assert set(IN_SIGHT) == set(LOOKS)


@pytest.mark.parametrize("name", LOOKS)
async def test_in_a_little_window_a_page_has_all_that_matters_in_sight(name: str) -> None:
    look = LOOKS[name]
    page = look.page()
    app = WithHelp(page)
    async with app.run_test(size=LITTLE) as pilot:
        page.fit(app.size)
        await look.come_about(pilot, page)
        await settle(pilot)
        lines = drawn(app)
        assert [text for text in IN_SIGHT[name] if not any(text in line for line in lines)] == [], "\n".join(lines)
        assert has_the_cursor_in_sight(app)
        assert cut_off(app) == []
        foot = {key.key for key in app.screen.query(FooterKey) if key.region.right < LITTLE[0] and key.region.bottom == LITTLE[1]}
        assert foot & {"escape", "q"}
        assert "f1" in foot or not isinstance(app.screen, Page)


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until nothing moves any more."""
    last: list[str] = []
    while last != (now := drawn(pilot.app)):
        last = now
        await pilot.pause(0.1)


def has_the_cursor_in_sight(app: App[Any]) -> bool:
    """Where keys go is in sight: of a list the marked line, of anything else at least its first row."""
    at = app.focused
    if not app.screen.focus_chain:
        return True
    if at is None or at.region.height == 0 or not app.screen.region.contains_point(at.region.offset):
        return False
    if isinstance(at, OptionList) and at.highlighted is not None:
        return any(str(at.get_option_at_index(at.highlighted).prompt)[:8] in line for line in drawn(app))
    return True


def cut_off(app: App[Any]) -> list[Widget]:
    """Words that reach beyond the right or the left edge, or are pushed out at the bottom where nothing can be scrolled."""
    return [one for one in app.screen.query(Static) if one.display and one.region and not _has_room(one)]


def _has_room(one: Static) -> bool:
    if one.region.x < 0 or one.region.right > LITTLE[0]:
        return False
    scrolls = any(isinstance(node, ScrollableContainer) for node in one.ancestors)
    return scrolls or one.region.bottom <= LITTLE[1]
