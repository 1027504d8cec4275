"""A round of the quiz: the word that is asked, what came of an answer, how the round went."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trainer.ui.views.words import WordLine


@dataclass(frozen=True)
class AskedView:
    """The word to explain."""

    title: str
    """Of the scenario."""
    term: str
    number: int
    """From 1."""
    so_far: tuple[str, ...]
    """How the words before it went: covered, partly, missing or claimed."""
    of: int


@dataclass(frozen=True)
class AnswerView:
    """What came of an answer."""

    answer: str
    """As it was given; empty when there was none."""
    known: str
    """covered, partly, missing or claimed."""
    quote: str
    """The words that earned it; empty when there are none."""
    note: str
    """Why it did not count in full, where that can be told; else empty."""
    word: WordLine
    so_far: tuple[str, ...]
    """This one included."""
    may_claim: bool


@dataclass(frozen=True)
class RoundView:
    """How a round went."""

    scenario: Path
    title: str
    said: tuple[str, ...]
    """Words whose meaning was heard."""
    claimed: tuple[str, ...]
    """Words the player said they meant."""
    half: tuple[WordLine, ...]
    again: tuple[WordLine, ...]
    """Words whose meaning was not heard."""
    kept_weak: int
    """Words of this scenario still to look at again, those of earlier rounds too."""
    unasked: int
    """Words never asked so far."""
