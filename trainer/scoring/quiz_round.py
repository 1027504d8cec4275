"""Which words a round of the quiz asks, and how each stands.

Owns the order: what went badly before comes first, but never fills a round while there are words not asked yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from hashlib import sha256

from trainer.text.values import Verdict

ROUND = 10
"""Words in a round: a few minutes."""


class Known(StrEnum):
    """How a word stands after its last answer."""

    COVERED = "covered"
    CLAIMED = "claimed"
    """The player pressed "I meant that": known, and shown apart."""
    PARTLY = "partly"
    MISSING = "missing"

    @property
    def weak(self) -> bool:
        """To be looked at again."""
        return self in (Known.PARTLY, Known.MISSING)


def known_by(verdict: Verdict) -> Known:
    """How a word stands after an answer that was heard so. Raises ValueError for contradicted, which no quiz says."""
    return Known(verdict.value)


def round_of(terms: Iterable[str], known: Mapping[str, Known], seed: int, size: int = ROUND) -> tuple[str, ...]:
    """The words of one round in the order they are asked, at most `size`.

    Weak ones first, for half of the round; then words never asked; then weak ones left over; then what was known, claimed before covered.
    Ties fall by the seed.
    """
    mixed = sorted(dict.fromkeys(terms), key=lambda term: sha256(f"{seed}:{term}".encode()).digest())
    weak = _standing(mixed, known, Known.MISSING) + _standing(mixed, known, Known.PARTLY)
    fresh = [term for term in mixed if term not in known]
    firm = _standing(mixed, known, Known.CLAIMED) + _standing(mixed, known, Known.COVERED)
    half = (size + 1) // 2
    return tuple((weak[:half] + fresh + weak[half:] + firm)[:size])


def _standing(terms: Sequence[str], known: Mapping[str, Known], wanted: Known) -> list[str]:
    return [term for term in terms if known.get(term) is wanted]
