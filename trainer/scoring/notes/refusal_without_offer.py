"""Refusal without an offer: a bare no ends the talk and leaves the other only the way around you.

Bad: "No. That isn't going to happen." Good: "No, but you'll have a new date from me by four."
"""

from __future__ import annotations

from trainer.matching.acts import is_yes_no
from trainer.scoring.delivery import Delivery

_OFFERS = ("commit", "own", "recommend", "request", "estimate")
_OPENINGS = frozenset({("we", "can"), ("we", "could"), ("i", "can"), ("i", "could"), ("you", "can"), ("what", "we"), ("what", "i")})


def note(delivery: Delivery) -> str | None:
    """The note, if something asked for was refused and nothing was offered in its place."""
    if not delivery.has("refuse") or not (is_yes_no(delivery.line) or delivery.refuses_at_once) or delivery.has(*_OFFERS):
        return None
    if any(clause.norms[:2] in _OPENINGS and "refuse" not in clause.acts for clause in delivery.clauses):
        return None
    return "You said no and left it there. Add what they can have instead, and by when."
