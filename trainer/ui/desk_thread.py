"""The one thread on which the desk works: one thing after the other, so that the screen stays quick and replies keep their order.

The desk, and the engine behind it, is made when it is first asked for something.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from trainer.store.places import Places

if TYPE_CHECKING:
    from trainer.ui.desk.desk import Desk

Clock = Callable[[], datetime]
MakeDesk = Callable[[Places, Clock], "Desk"]
Result = TypeVar("Result")
HAND_OVER = 0.0005
"""Seconds after which the desk's thread lets the screen go on: typing stays quick while a draft is read."""


class DeskThread:
    """Has things done at the desk, in the order in which they are asked for."""

    def __init__(self, places: Places, clock: Clock, make_desk: MakeDesk | None = None) -> None:
        self._make_desk = partial(make_desk or _desk, places, clock)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="desk", initializer=partial(sys.setswitchinterval, HAND_OVER))
        self._desk: Desk | None = None

    async def run(self, work: Callable[[], Result]) -> Result:
        """Do something there. Raises what it raises."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def with_desk(self, work: Callable[[Desk], Result]) -> Result:
        """Do something at the desk. Raises what the desk raises."""
        if self._desk is None:
            self._desk = await self.run(self._make_desk)
        return await self.run(partial(work, self._desk))

    def in_background(self, work: Callable[[], object], tell: Callable[[asyncio.Future[object]], None]) -> None:
        """Have something done after what was asked before; nobody waits for it, `tell` gets what came of it."""
        asyncio.get_running_loop().run_in_executor(self._thread, work).add_done_callback(tell)

    async def close(self) -> None:
        """Let go of the history, after all that was still to be kept."""
        if self._desk is not None:
            await self.run(self._desk.close)
        self._thread.shutdown()


def _desk(places: Places, clock: Clock) -> Desk:
    from trainer.ui.desk.desk import Desk  # noqa: PLC0415  (the engine behind it is loaded after home's first frame)
    from trainer.ui.desk.resources import Resources  # noqa: PLC0415

    return Desk(Resources(places, clock))
