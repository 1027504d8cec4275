"""Keys in their order: the next one is looked at once all that the one before it set off is done.

So a key typed behind Enter is for the page that Enter opens, however long that takes to come, and never for the page that is being left.
Owns what was typed and not looked at yet; knows no page of its own and no wish.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.screen import Screen

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump

Typed = events.Key | events.Paste
ROUNDS = 4
"""A key runs an action, the action tells a widget, the widget tells its page, the page posts a wish."""
LOST = 0.1
"""Seconds after which is looked whether the messenger went down with a widget that was taken away."""


class Passed(Message):
    """The messenger: goes from where is typed up to the app, behind all that is on its way there."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class KeyOrder:
    """Hands keys and pastes to the app one by one. Begins closed: `settle` opens it when there is a page to type on."""

    def __init__(self, app: App[None], hand_on: Callable[[Typed], Awaitable[None]], glance: float = 0) -> None:
        """`glance`: seconds that a page has to be there before the Enter that opened it counts as meant for it."""
        self._app, self._hand_on, self._glance = app, hand_on, glance
        self._held: deque[Typed] = deque()
        self._closed = True
        self._useless_until = 0.0
        self._left = self._number = 0
        self._carrier: MessagePump | None = None
        self._watch: asyncio.TimerHandle | None = None
        self._entered_on: Screen[object] | None = None
        """Where Enter was pressed last, while nothing has come of it."""
        self._came: float | None = None
        """When the page came that Enter led to, until something else is typed."""
        self.page_came = 0.0
        """When the page came that is shown now, by the clock that keys have; 0 for the first."""

    def watch(self) -> None:
        """Take note of pages as they come; to be called once the app runs."""
        self._app.screen_change_signal.subscribe(self._app, self._note, immediate=True)

    def _note(self, page: Screen[object]) -> None:
        self.page_came = now()
        if self._came is not None or self._entered_on not in (None, page):
            self._came, self._entered_on = self.page_came, None

    async def take(self, event: Typed) -> None:
        """A key or a paste came in."""
        self._held.append(event)
        await self._go_on()

    async def _go_on(self) -> None:
        while self._held and not self._closed and self._app.screen_stack:
            event, page = self._held.popleft(), self._app.screen
            if event.time <= self._useless_until or self._pressed_twice(event):
                continue
            await self._hand_on(event)
            if not (_is_text(event) and getattr(page, "typed_into", False)):  # text in an editor sets nothing off: typing stays quick
                self._entered_on = page if _is_enter(event) else None
                self.settle()

    def _pressed_twice(self, event: Typed) -> bool:
        """Whether it is Enter again, behind the one that led here, and before anybody can have seen where to: that opens one page only."""
        twice = self._came is not None and _is_enter(event) and event.time <= self._came + self._glance
        if not twice:
            self._came = None
        return twice

    def settle(self, *, useless_until: float = 0) -> None:
        """Hold what is typed until all is done that is on its way; what was typed until then (a time of `now`) is dropped."""
        self._closed, self._left = True, ROUNDS
        self._useless_until = max(self._useless_until, useless_until)
        self._send()

    @property
    def settling(self) -> bool:
        """Whether what is typed is held."""
        return self._closed

    def _send(self) -> None:
        if not self._app.screen_stack:  # the app is being left
            return
        self._number += 1
        self._carrier = self._app.focused or self._app.screen
        self._carrier.post_message(Passed(self._number))
        if self._watch is not None:
            self._watch.cancel()
        self._watch = asyncio.get_running_loop().call_later(LOST, self._look_for_it, self._number)

    def _look_for_it(self, number: int) -> None:
        if not self._app.is_running or number != self._number or not self._closed:
            return
        if self._carrier is None or not self._carrier.is_attached:
            self._send()
        else:
            self._watch = asyncio.get_running_loop().call_later(LOST, self._look_for_it, number)

    async def passed(self, message: Passed) -> None:
        """The messenger came through; after the last round the next key may go."""
        message.stop()
        if message.number != self._number or not self._closed or not self._app.screen_stack:
            return
        self._left -= 1
        if self._left > 0:
            self._send()
        else:
            self._open()
            await self._go_on()

    def _open(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
        self._closed, self._entered_on = False, None


def now() -> float:
    """The time by the clock that keys have."""
    return Message().time


def _is_text(event: Typed) -> bool:
    return isinstance(event, events.Paste) or event.is_printable


def _is_enter(event: Typed) -> bool:
    return isinstance(event, events.Key) and event.key == "enter"
