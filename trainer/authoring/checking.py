"""What a check is: a stable name, what it looks for, an example that fails, and the function. Holds no check itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from trainer.authoring.look import Look
from trainer.errors import Problem


@dataclass(frozen=True)
class Check:
    """One judgement about a scenario."""

    name: str
    """Stable, in words: `unreachable-state`."""
    what: str
    """What it looks for and why that matters, one or two sentences."""
    bad: str
    """Lines that fail."""
    good: str
    """The same lines, mended."""
    find: Callable[[Look], Iterator[Problem]]
    """The problems in a scenario, with their places."""

    def warn(self, look: Look, path: tuple[str | int, ...], message: str, mend: str) -> Problem:
        """A problem of this check at a path."""
        return look.document.problem(self.name, path, message, mend=mend, severity="warning")
