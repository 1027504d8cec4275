"""The words of the trade, to look up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class WordLine:
    """One word and what it means."""

    term: str
    meaning: str
    plain: str
    """How to say it to people who are not engineers."""


@dataclass(frozen=True)
class WordsView:
    """All words of a scenario, in the order to show them."""

    scenario: Path
    title: str
    words: tuple[WordLine, ...]
