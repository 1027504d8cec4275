"""All rehearsals there were."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.store.filter import Searched


@dataclass(frozen=True)
class PastRun:
    """A rehearsal, finished or not."""

    run: str
    when: str
    score: str
    """By the first tries; empty while it is unfinished."""
    result: str
    """How it ended, in a word or two."""
    kind: str
    """Mode and length."""
    title: str
    incident: str
    """Name of the incident; empty for the example."""
    finished: bool
    searched: Searched
    """What the filter looks through."""


@dataclass(frozen=True)
class HistoryView:
    """All rehearsals, the latest first."""

    runs: tuple[PastRun, ...] = ()
