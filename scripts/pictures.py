"""Draw the pictures of docs/pictures from the app itself: `python -m scripts.pictures`.

The example incident, one seed, a clock that stands still: the same program draws the same pictures.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.ui.pictures import picture
from trainer.scenario.library import find
from trainer.store.places import Places
from trainer.ui.app import TrainerApp
from trainer.ui.opening import OpenRequest
from trainer.ui.screens.brief import BriefPage
from trainer.ui.screens.briefing import BriefingPage
from trainer.ui.screens.debrief import DebriefPage
from trainer.ui.screens.meeting import MeetingPage
from trainer.ui.widgets.composer import Composer

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = (116, 34)
SEED = 0
BEFORE = (
    (
        "Under load the payment module books some transactions twice and loses others. About three percent of the checkouts charge "
        "the wrong amount. This is critical, and I recommend that we hold the release."
    ),
    (
        "It's critical. We tried a quick patch this morning and it didn't hold. The cause looks like a race condition in the "
        "transaction queue, and we have a test that reproduces it."
    ),
    "Four to six hours, testing included. You'll get a firmer estimate from me within the hour.",
)
"""Up to the question the picture is about."""
HALF = "I hate doing this to you, with a whole campaign riding on it."
DRAFT = "But no, I can't recommend a release with a warning. "
AFTER = (
    f"{DRAFT}It wouldn't protect anyone: people would be charged twice all the same.",
    (
        "Deferring the feature is possible, but then the launch has nothing to show. I recommend that we stay on the current version "
        "and ship once the fix is tested."
    ),
    "Understood, I take it from here. You'll get a short update every 30 minutes, and if the time changes you hear it at once.",
)
LAST = "Yes, it's on my desk, and you hear from me every 30 minutes, even if nothing is new."
"""Said until the meeting is over."""
PATIENCE = 1_000


def main() -> None:
    """Write docs/pictures/*.svg."""
    with tempfile.TemporaryDirectory() as home:
        asyncio.run(_draw(Path(home)))


async def _draw(home: Path) -> None:
    opening = OpenRequest(scenario=find("release-halt"), mode="coach", seed=SEED)
    app = TrainerApp(Places(home), clock=lambda: datetime(2026, 3, 2, 12, 0, tzinfo=UTC), opening=opening)
    async with app.run_test(size=SIZE) as pilot:
        await _until(pilot, lambda: isinstance(app.screen, BriefingPage))
        await pilot.press("enter")
        await _until(pilot, lambda: isinstance(app.screen, MeetingPage))
        for reply in (*BEFORE, HALF):
            await _say(pilot, reply)
        box = app.screen.query_one(Composer)
        box.put(DRAFT, instead_of=box.text)
        await _keep(pilot, "meeting")
        for reply in (*AFTER, *(LAST,) * 4):
            if isinstance(app.screen, MeetingPage):
                await _say(pilot, reply)
        await _until(pilot, lambda: isinstance(app.screen, DebriefPage))
        await _keep(pilot, "debrief")
        await pilot.press("b")
        await _until(pilot, lambda: isinstance(app.screen, BriefPage))
        await _keep(pilot, "brief")


async def _say(pilot: Pilot[Any], reply: str) -> None:
    box = pilot.app.screen.query_one(Composer)
    box.put(reply, instead_of=box.text)
    await pilot.press("enter")
    await _until(pilot, lambda: not isinstance(pilot.app.screen, MeetingPage) or box.text == "")


async def _keep(pilot: Pilot[Any], name: str) -> None:
    """Write what is on the screen once it has stayed the same for a while; without a cursor that blinks."""
    for box in pilot.app.screen.query(Composer):
        box.cursor_blink = False
    last, same = "", 0
    while same < 8:
        await pilot.pause(0.05)
        now = picture(pilot.app)
        last, same = now, same + 1 if now == last else 0
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / f"{name}.svg").write_text(last, encoding="utf-8")
    print(f"docs/pictures/{name}.svg")


async def _until(pilot: Pilot[Any], holds: Callable[[], bool]) -> None:
    for _ in range(PATIENCE):
        await pilot.pause(0.02)
        if holds():
            return
    raise TimeoutError(f"the app does not get further than {pilot.app.screen}")


if __name__ == "__main__":
    main()
