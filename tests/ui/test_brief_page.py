"""The brief on the screen: its keys, what it copies, and that all of it can be reached."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.message import Message

from tests.ui.samples.basics import HERE
from tests.ui.samples.brief import BRIEF
from tests.ui.stage import Alone, until, words
from trainer.report.brief.values import Brief, BriefLine, BriefPart, Source
from trainer.ui.messages.home import BriefingWanted
from trainer.ui.messages.pages import CopyWanted, SaveAsked
from trainer.ui.plan import Plan
from trainer.ui.screens.brief import BriefPage

CALL, NOTE = BRIEF.parts[0], BRIEF.parts[-1]
REHEARSE = BriefingWanted(HERE, Path("mine.yaml"), Plan.SHORT)


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        ("r", REHEARSE),
        ("s", SaveAsked("brief")),
        ("c", CopyWanted(CALL.heading, "Harm: if we ship as is, customers pay twice.\nBug: charged twice\nAsk: hold the release.")),
        ("n", CopyWanted(NOTE.heading, "The release is held.")),
    ],
)
async def test_a_key_posts_its_wish(key: str, wish: Message) -> None:
    app = Alone(BriefPage(BRIEF, REHEARSE))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await until(pilot, lambda: app.heard == [wish])


@pytest.mark.parametrize(
    ("brief", "keys"), [(BRIEF, "r"), (replace(BRIEF, parts=(CALL,)), "n"), (replace(BRIEF, parts=BRIEF.parts[1:2]), "cn")]
)
async def test_what_the_page_does_not_have_has_no_key(brief: Brief, keys: str) -> None:
    app = Alone(BriefPage(brief))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert app.heard == []


async def test_own_sentences_are_marked_and_what_was_left_out_is_said() -> None:
    async with Alone(BriefPage(replace(BRIEF, left_out=("The cause", "The proof")))).run_test(size=(80, 24)) as pilot:
        said = next(line.text for part in BRIEF.parts for line in part.lines if line.source is Source.SAID)
        assert f"“{said}”" in words(pilot.app)
        assert "Left out to keep it to one page: The cause; The proof." in words(pilot.app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_a_long_brief_is_read_to_its_end_by_keys(size: tuple[int, int]) -> None:
    lines = tuple(BriefLine(f"{number}. " + "What was found, and what follows from it. " * 4, Source.MODEL) for number in range(30))
    async with Alone(BriefPage(replace(BRIEF, parts=(CALL, BriefPart("What to say", lines), NOTE)))).run_test(size=size) as pilot:
        await pilot.pause()
        box = pilot.app.screen.query_one(VerticalScroll)
        assert box.max_scroll_x == 0
        await pilot.press("end")
        await until(pilot, lambda: box.scroll_offset.y == box.max_scroll_y > 0)
