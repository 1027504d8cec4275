"""Draw the pictures of docs/pictures from the app itself: `python -m scripts.pictures`.

The app is played by keys in the order of docs/tour.md, on the example incident, with seeds in a row and a clock that stands still: the
same program draws the same pictures.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from textual.command import CommandList, CommandPalette
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

from scripts.earlier_runs import rehearse_before
from tests.ui.pictures import picture
from tests.ui.stage import mark, words
from trainer.scenario.library import find
from trainer.scenario.load import load_scenario
from trainer.store.places import Places
from trainer.ui.app import TrainerApp
from trainer.ui.desk.desk import Desk
from trainer.ui.desk.resources import Resources
from trainer.ui.opening import OpenRequest
from trainer.ui.screens.brief import BriefPage
from trainer.ui.screens.briefing import BriefingPage
from trainer.ui.screens.choosing import ChoosingPage
from trainer.ui.screens.debrief import DebriefPage
from trainer.ui.screens.help import HelpPage
from trainer.ui.screens.home import HomePage
from trainer.ui.screens.incident import IncidentPage
from trainer.ui.screens.meeting import MeetingPage
from trainer.ui.screens.progress import ProgressPage
from trainer.ui.screens.quiz import QuizPage
from trainer.ui.screens.words import WordsPage
from trainer.ui.widgets.composer import Composer

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SIZE, SMALL = (116, 34), (80, 24)
SEED = 0
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SCENARIO = find("release-halt")
FACTS = (
    ("search shows the orders of other customers", "enter"),
    ("", "enter"),
    ("strangers see names and addresses", "enter"),
    ("1-2 days", "enter"),
    ("", "f2"),
)
"""What is typed into the form, and the key that ends it."""
ABOUT_WARNING = "sales_warning"
"""The moment the picture of the meeting is about: half an answer was given, the other half is being typed."""
DRAFT = "But no, I can't recommend a release with a warning. "
REST = f"{DRAFT}It wouldn't protect anyone: people would be charged twice all the same."
SAID = {
    "opening": (
        (
            "Under load the payment module books some transactions twice and loses others. About three percent of the checkouts charge "
            "the wrong amount. This is critical, and I recommend that we hold the release."
        ),
    ),
    "pm_severity": ("It's critical, as bad as it gets for us. The cause looks like a race condition in the transaction queue.",),
    "em_timeline": ("Four to six hours, testing included.",),
    ABOUT_WARNING: ("I hate doing this to you, with a whole campaign riding on it.", REST),
    "pm_alternatives": ("I recommend that we stay on the current version and ship once the fix is tested.",),
    "em_decision": ("Understood, I take it from here. You'll get a short update every 30 minutes.",),
}
"""What somebody says who knows the case and forgets a few things; the first time they ask, the second."""
NOTHING_MORE = "That's all I can say about it."
PATIENCE = 1_000


def main() -> None:
    """Write docs/pictures/*.svg; pictures that are not drawn any more are removed."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    os.environ.pop("NO_COLOR", None)
    PICTURES.mkdir(parents=True, exist_ok=True)
    artist = Artist()
    with tempfile.TemporaryDirectory() as new, tempfile.TemporaryDirectory() as used:
        asyncio.run(_first_visit(artist, Path(new)))
        rehearse_before(Places(Path(used)), SCENARIO, NOW - timedelta(days=1))
        asyncio.run(_rehearsal(artist, Path(used)))
    for path in PICTURES.glob("*.svg"):
        if path.stem not in artist.drawn:
            path.unlink()


class Artist:
    """Draws what is on the screen and remembers what was drawn."""

    def __init__(self) -> None:
        self.drawn: list[str] = []

    async def draw(self, pilot: Pilot[Any], name: str, size: tuple[int, int] = SIZE) -> None:
        """Write what is on the screen once it has stayed the same for a while; without a cursor that blinks."""
        await pilot.resize_terminal(*size)
        last, same = "", 0
        while same < 8:
            for box in pilot.app.screen.query("Input, TextArea"):
                if isinstance(box, Input | TextArea):
                    box.cursor_blink = False
            await pilot.pause(0.05)
            now = picture(pilot.app)
            last, same = now, same + 1 if now == last else 0
        (PICTURES / f"{name}.svg").write_text(last, encoding="utf-8")
        self.drawn.append(name)
        print(f"docs/pictures/{name}.svg")
        await pilot.resize_terminal(*SIZE)


@asynccontextmanager
async def _app(home: Path, opening: OpenRequest | None = None) -> AsyncIterator[Pilot[Any]]:
    seeds = count(SEED)
    app = TrainerApp(
        Places(home),
        clock=lambda: NOW,
        opening=opening,
        make_desk=lambda places, clock: Desk(Resources(places, clock, new_seed=lambda: next(seeds))),
    )
    app.animation_level = "none"
    async with app.run_test(size=SIZE) as pilot:
        yield pilot


async def _first_visit(artist: Artist, home: Path) -> None:
    async with _app(home) as pilot:
        await mark(pilot, "In less than 15 minutes")
        await artist.draw(pilot, "home")
        await pilot.press("enter")
        await _reach(pilot, ChoosingPage)
        await mark(pilot, "Your own incident", under=load_scenario(SCENARIO).title)
        await pilot.press("enter")
        await _reach(pilot, IncidentPage)
        for typed, key in FACTS:
            await pilot.press(*("space" if letter == " " else letter for letter in typed), key)
        await artist.draw(pilot, "form")


async def _rehearsal(artist: Artist, home: Path) -> None:
    async with _app(home, OpenRequest(scenario=SCENARIO, mode="coach", seed=SEED)) as pilot:
        await _reach(pilot, BriefingPage)
        await artist.draw(pilot, "briefing")
        await pilot.press("enter")
        await _reach(pilot, MeetingPage)
        await _meeting(artist, pilot)
        await _what_came_of_it(artist, pilot)
        await _practise(artist, pilot)
        await _everywhere(artist, pilot)


async def _meeting(artist: Artist, pilot: Pilot[Any]) -> None:
    abouts = {state.about: name for name, state in load_scenario(SCENARIO).states.items()}
    said = {name: iter(replies) for name, replies in SAID.items()}
    while isinstance(pilot.app.screen, MeetingPage):
        box = pilot.app.screen.query_one(Composer)
        asked = next((name for about, name in abouts.items() if about in words(pilot.app)), None)
        if asked is None:  # the closing word; a key goes on
            await pilot.press("enter")
            break
        reply = next(said[asked], NOTHING_MORE)
        if reply == REST:
            box.put(DRAFT, instead_of=box.text)
            await artist.draw(pilot, "meeting")
            box.put(REST, instead_of=box.text)
            await artist.draw(pilot, "lamps", SMALL)
            await pilot.press("f1")
            await _reach(pilot, HelpPage)
            await artist.draw(pilot, "help")
            await pilot.press("escape")
            await _reach(pilot, MeetingPage)
        await _say(pilot, reply)
    await _reach(pilot, DebriefPage)


async def _what_came_of_it(artist: Artist, pilot: Pilot[Any]) -> None:
    await artist.draw(pilot, "debrief")
    await pilot.press("3")
    await artist.draw(pilot, "transcript")
    await pilot.press("b")
    await _reach(pilot, BriefPage)
    await artist.draw(pilot, "brief")
    await pilot.press("escape")
    await _reach(pilot, DebriefPage)
    await pilot.press("1", "d")
    await _reach(pilot, MeetingPage)
    await _say(pilot, NOTHING_MORE)
    await artist.draw(pilot, "drill")
    await pilot.press("escape")
    await _reach(pilot, DebriefPage)
    await pilot.press("escape")
    await _reach(pilot, HomePage)


async def _practise(artist: Artist, pilot: Pilot[Any]) -> None:
    await mark(pilot, "Progress")
    await artist.draw(pilot, "home-later")
    await pilot.press("enter")
    await _reach(pilot, ProgressPage)
    await artist.draw(pilot, "progress")
    await pilot.press("escape")
    await _reach(pilot, HomePage)
    await mark(pilot, "Words and quiz")
    await pilot.press("enter")
    await _reach(pilot, WordsPage)
    await artist.draw(pilot, "words")
    await pilot.press("f2")
    await _reach(pilot, QuizPage)
    await _until(pilot, lambda: any(_meanings(pilot)))
    await pilot.press(*("space" if letter == " " else letter for letter in next(_meanings(pilot))), "enter")
    await _until(pilot, lambda: "business" in words(pilot.app))
    await artist.draw(pilot, "quiz")
    await pilot.press("escape")


async def _everywhere(artist: Artist, pilot: Pilot[Any]) -> None:
    await pilot.press("escape")
    await _reach(pilot, HomePage)
    await pilot.press("ctrl+p")
    await _reach(pilot, CommandPalette)
    await _until(pilot, lambda: bool(pilot.app.screen.query_one(CommandList).option_count))
    await artist.draw(pilot, "palette")
    await pilot.press("escape")
    await _reach(pilot, HomePage)
    pilot.app.theme = "trainer-contrast-light"
    await artist.draw(pilot, "colours", SMALL)


def _meanings(pilot: Pilot[Any]) -> Iterator[str]:
    """A right answer to the word that is asked now, in other words than the glossary's."""
    shown = words(pilot.app).splitlines()
    for entry in load_scenario(SCENARIO).glossary:
        if entry.term in shown:
            yield entry.said_as[0]


async def _say(pilot: Pilot[Any], reply: str) -> None:
    box = pilot.app.screen.query_one(Composer)
    box.put(reply, instead_of=box.text)
    await pilot.press("enter")
    await _until(pilot, lambda: not isinstance(pilot.app.screen, MeetingPage) or box.text == "")


async def _reach(pilot: Pilot[Any], page: type[Screen[Any]]) -> None:
    await _until(pilot, lambda: isinstance(pilot.app.screen, page))
    await pilot.pause()


async def _until(pilot: Pilot[Any], holds: Callable[[], bool]) -> None:
    for _ in range(PATIENCE):
        await pilot.pause(0.02)
        if holds():
            return
    raise TimeoutError(f"the app does not get further than {pilot.app.screen}:\n{words(pilot.app)}")


if __name__ == "__main__":
    main()
