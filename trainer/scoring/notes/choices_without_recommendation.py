"""Choices without a recommendation: whoever lays out three ways and takes none leaves the choice to people who know less about them.

Bad: "We could wait, or switch it off, or go back." Good: "We could wait or go back. I'd go back."
"""

from __future__ import annotations

from trainer.scoring.delivery import Delivery, without_linking

_CHOICES = frozenset({"could", "might"})
_HAPPENING = frozenset({"be", "have"})
_WORDS = frozenset({"option", "alternative", "way"})
_COUNTED = frozenset({"one", "two", "three", "a", "b", "c", "1", "2", "3", "first", "second", "third", "another", "other"})


def note(delivery: Delivery) -> str | None:
    """The note, if two ways or more were laid out and none was taken."""
    if delivery.has("recommend", "request", "refuse"):
        return None
    ways = sum(_is_way(clause.norms) for clause in delivery.clauses)
    counted = sum(_is_counted(clause.norms) for clause in delivery.clauses)
    if ways + counted < 2:
        return None
    return "You laid out choices and took none. Say which one you would go for, and why."


def _is_way(norms: tuple[str, ...]) -> bool:
    """`we could ...`, `or we might ...`: something that can be done, not something that could happen."""
    start = without_linking(norms)
    start = start[1:] if start[:1] in {("either",), ("alternatively",), ("also",)} else start
    return len(start) > 2 and start[0] in {"we", "you"} and start[1] in _CHOICES and start[2] not in _HAPPENING


def _is_counted(norms: tuple[str, ...]) -> bool:
    """`option one is ...`, `another way would be ...`: a way told off, and not options spoken of."""
    start = without_linking(norms)
    start = start[1:] if start[:1] == ("the",) else start
    return len(start) > 2 and (
        (start[0] in _WORDS and start[1] in _COUNTED) or (start[0] in _COUNTED and start[1] in _WORDS) or start[0] == "alternatively"
    )
