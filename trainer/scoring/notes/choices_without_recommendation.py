"""Choices without a recommendation: whoever lays out three ways and takes none leaves the choice to whoever knows least.

Bad: "We could wait, or switch it off, or go back." Good: "We could wait or go back. I'd go back."
"""

from __future__ import annotations

from trainer.scoring.delivery import Delivery

_CHOICES = frozenset({"could", "might"})
_WORDS = frozenset({"option", "options", "alternative", "alternatively", "alternatives", "either"})


def note(delivery: Delivery) -> str | None:
    """The note, if two ways or more were laid out and none was taken."""
    if delivery.has("recommend", "request", "refuse"):
        return None
    ways = sum(_is_way(clause.norms) for clause in delivery.clauses)
    named = sum(bool(_WORDS & set(clause.norms)) for clause in delivery.clauses)
    if ways < 2 and not (named and ways + named >= 2):
        return None
    return "You laid out choices and took none. Say which one you would go for, and why."


def _is_way(norms: tuple[str, ...]) -> bool:
    """`we could ...`, `or we might ...`: something that can be done, not something that could happen."""
    start = norms[1:] if norms[:1] in {("or",), ("and",), ("also",), ("then",)} else norms
    return len(start) > 2 and start[0] in {"we", "you", "i"} and start[1] in _CHOICES
