"""What UI tests stand on: an app on a folder of its own with a clock that stands still, and pages alone with values made by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from textual.app import App
from textual.events import Key
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList, Static

from tests.small_meeting import PLAIN
from trainer.store.places import Places
from trainer.ui.app import TrainerApp
from trainer.ui.messages.wish import Wish
from trainer.ui.opening import OpenRequest
from trainer.ui.screens.base import Page
from trainer.ui.screens.debrief import DebriefPage
from trainer.ui.theme import DARK

SMALL, WIDE = (80, 24), (120, 40)
PageType = TypeVar("PageType", bound=Screen[Any])


def noon() -> datetime:
    """The clock of all UI tests."""
    return datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def an_app(folder: Path, *, scenario: dict[str, Any] | None = None, opening: OpenRequest | None = None) -> TrainerApp:
    """The whole app with the small meeting among its scenarios."""
    return TrainerApp(Places(folder / "home", (scenarios(folder, scenario).parent,)), clock=noon, opening=opening)


def scenarios(folder: Path, scenario: dict[str, Any] | None = None) -> Path:
    """The small meeting as a file."""
    path = folder / "scenarios" / "small.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f"{key}: {json.dumps(value)}\n" for key, value in (scenario or PLAIN).items()), encoding="utf-8")
    return path


def burst(pilot: Pilot[Any], *keys: str) -> None:
    """Keys that arrive all at once, faster than anything can be opened."""
    for key in keys:
        pilot.app.post_message(Key(key, key if len(key) == 1 else None))


class Alone(App[None]):
    """One page, nothing behind it; keeps the messages that reach it."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._only = page
        self.heard: list[Message] = []
        self.register_theme(DARK)
        self.theme = DARK.name

    def get_default_screen(self) -> Screen[None]:
        """The page."""
        return self._only

    async def _on_message(self, message: Message) -> None:
        if isinstance(message, Wish):
            self.heard.append(message)
        await super()._on_message(message)


async def until(pilot: Pilot[Any], holds: Callable[[], bool], *, within: int = 500) -> None:
    """Let the app work until something holds."""
    for _ in range(within):
        await pilot.pause(0.01)
        if holds():
            return
    raise AssertionError(f"never held; on screen: {pilot.app.screen}\n{words(pilot.app)}")


async def reach(pilot: Pilot[Any], page: type[PageType]) -> PageType:
    """Wait for a page and for what it shows."""
    await until(pilot, lambda: isinstance(pilot.app.screen, page) and pilot.app.screen.is_mounted)
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, page)
    return screen


async def to_debrief(pilot: Pilot[Any]) -> DebriefPage:
    """Past the closing word of a meeting that came to its end."""
    await until(pilot, lambda: "That was the last question." in words(pilot.app))
    await pilot.press("enter")
    return await reach(pilot, DebriefPage)


def words(app: App[Any]) -> str:
    """All words on the screen's labels, hidden ones left out."""
    return "\n".join(str(one.render()) for one in app.screen.query(Static) if _in_sight(one))


def _in_sight(widget: Widget) -> bool:
    return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))


def listed(app: App[Any]) -> list[str]:
    """The lines of home's list."""
    return [str(option.prompt) for option in app.screen.query_one(OptionList).options]


async def mark(pilot: Pilot[Any], wanted: str, *, under: str = "") -> None:
    """Move down the list to the line that begins so, the first below a heading if one is given."""
    await until(pilot, lambda: any(line.strip().startswith(wanted) for line in listed(pilot.app)))
    options = pilot.app.screen.query_one(OptionList)
    lines = listed(pilot.app)
    first = lines.index(under) if under else -1
    for _ in lines:
        at = options.highlighted
        if at is not None and at > first and lines[at].strip().startswith(wanted):
            return
        await pilot.press("down")
    raise AssertionError(f"{wanted!r} cannot be marked in {lines}")
