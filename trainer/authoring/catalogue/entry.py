"""What is told of a problem in the reference: its name, why it is one, lines that have it, the lines mended."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One kind of problem that loading a file can find."""

    name: str
    """`Problem.check`; stable."""
    what: str
    """What is wrong and why it matters, a sentence or two."""
    bad: str
    """Lines that have it."""
    good: str = ""
    """The same lines without it; empty where the whole file is the example."""
    severity: str = "error"
