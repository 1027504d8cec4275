"""The time that is left, told in passing; says when it is over."""

from __future__ import annotations

import math
from time import monotonic

from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

MINUTE = 60


class TimeLeft(Static):
    """Minutes left, in the last one seconds. Empty without a limit; posts `Over` once."""

    class Over(Message):
        """The time is up."""

    DEFAULT_CSS = """
    TimeLeft { width: auto; padding: 0 0 0 2; color: $muted; }
    TimeLeft.-last { color: $half; text-style: bold; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's word)
        super().__init__(id=id, markup=False)
        self._ends = 0.0
        self._ticking: Timer | None = None
        self._shown = ""

    def count_from(self, seconds: float | None) -> None:
        """Count down from here; None is no limit."""
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None
        if seconds is not None:
            self._ends = monotonic() + seconds
            self._tick()

    def _tick(self) -> None:
        """Show what is left and wake when that changes, not a moment before."""
        left = max(0.0, self._ends - monotonic())
        self._tell(left)
        if left == 0:
            self._ticking = None
            self.post_message(self.Over())
        else:
            self._ticking = self.set_timer(min(left, _until_other_words(left)), self._tick)

    def _tell(self, left: float) -> None:
        words = time_words(left)
        if words != self._shown:
            self._shown = words
            self.set_class(left <= MINUTE, "-last")
            self.update(words)


def time_words(left: float) -> str:
    """Seconds left as one reads them at a glance."""
    return f"{math.ceil(left / MINUTE)} min left" if left > MINUTE else f"{math.ceil(left)} s left"


def _until_other_words(left: float) -> float:
    unit = MINUTE if left > MINUTE else 1
    return left - unit * (math.ceil(left / unit) - 1)
