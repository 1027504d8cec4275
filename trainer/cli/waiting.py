"""A bar on standard error for whoever has to wait: only on a terminal, and only when it takes longer than a moment."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

import click

from trainer.text.clean import clean_line

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PATIENCE = 0.5
"""Seconds before there is a bar."""

Told = Callable[[int, int], None]
"""Is told how many steps are done, and of how many."""


@contextmanager
def bar(label: str) -> Iterator[Told]:
    """What to tell of each step; the bar is gone from the screen's way when the block ends."""
    began = monotonic()
    drawn: ProgressBar[int] | None = None

    def told(done: int, of: int) -> None:
        nonlocal drawn
        if drawn is None:
            if not sys.stderr.isatty() or monotonic() - began < PATIENCE:
                return
            drawn = click.progressbar(length=of, label=clean_line(label), file=sys.stderr)
            drawn.__enter__()
        drawn.length = of
        drawn.update(done - drawn.pos)

    try:
        yield told
    finally:
        if drawn is not None:
            drawn.render_finish()
