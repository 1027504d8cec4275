"""What must come of a key or a click: a wish that is posted, something else to be seen on the page, or the page gone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from tests.ui.stage import SMALL, Alone, until
from trainer.ui.messages.wish import Wish
from trainer.ui.screens.base import Page
from trainer.ui.screens.home import HomePage

Eye = Callable[[Any], Any]
"""Looks at the app."""


@dataclass(frozen=True)
class Changed:
    """What `eye` saw before and what it sees after stand so to each other."""

    eye: Eye
    so: Callable[[Any, Any], bool]
    """Of before and after; `becomes` and the comparisons of `operator` fit."""


Outcome = Wish | type[Wish] | Changed
"""A wish itself, or only its kind where another test looks at what it holds."""


def becomes(wanted: object) -> Callable[[Any, Any], bool]:
    """It was something else, and is this."""
    return lambda before, after: before != wanted and after == wanted


@dataclass(frozen=True)
class Case:
    """A page, how it is made ready, and what must come of what is tried on it."""

    page: Callable[[], Any]
    """Makes the page, or a window that lies over one."""
    comes: Outcome
    keys: tuple[str, ...] = ()
    """Pressed first."""
    then: Callable[[Any], Awaitable[None] | None] | None = None
    """Happens to the page after that."""
    size: tuple[int, int] = SMALL


GONE = Changed(lambda app: type(app.screen), becomes(HomePage))
"""The page is closed, and what lay below it is back."""


async def comes_of(case: Case, deed: Callable[[Pilot[Any]], Awaitable[object]]) -> None:
    """Do it on the page of the case, and wait until all of what must come of it came."""
    made = case.page()
    alone = isinstance(made, Page) and case.comes is not GONE
    app = Alone(made if alone else HomePage())
    async with app.run_test(size=case.size) as pilot:
        if not alone:
            await app.push_screen(made)
        await until(pilot, lambda: app.screen is made and made.is_mounted)
        await pilot.pause()
        for key in case.keys:
            await pilot.press(key)
            await pilot.pause()
        if case.then is not None and (waits := case.then(made)) is not None:
            await waits
        await pilot.pause()
        app.heard.clear()
        before = case.comes.eye(app) if isinstance(case.comes, Changed) else None
        await deed(pilot)
        await until(pilot, lambda: _came(app, case.comes, before))


def _came(app: Alone, comes: Outcome, before: object) -> bool:
    if isinstance(comes, Changed):
        return comes.so(before, comes.eye(app))
    return any(one == comes if isinstance(comes, Wish) else isinstance(one, comes) for one in app.heard)


def drawn(app: App[Any]) -> list[str]:
    """The lines of the uppermost page as the terminal shows them."""
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]
