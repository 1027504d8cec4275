"""Refusal without an offer: after a bare no the other has nothing to say yes to, and may look for a way around you.

Bad: "No. That isn't going to happen." Good: "No, but you'll have a new date from me by four."
"""

from __future__ import annotations

from trainer.scoring.delivery import Delivery, Norms

_OFFERS = ("commit", "own", "recommend", "request", "estimate", "accept")
_WE = frozenset({"we", "i", "you", "they"})
_CAN = frozenset({"can", "could", "will", "would"})


def note(delivery: Delivery) -> str | None:
    """The note, if a proposal was refused and nothing was offered in its place."""
    if not delivery.has("refuse") or not delivery.proposed or delivery.has(*_OFFERS):
        return None
    if any("refuse" not in clause.acts and _says_what_can_be(clause.norms) for clause in delivery.clauses):
        return None
    return "Your no leaves them nothing to say yes to. Add what they can have instead, and by when."


def _says_what_can_be(norms: Norms) -> bool:
    """Whether it names something that can be done (`what we can give them`), or something `instead`."""
    steps = zip(norms, norms[1:], (*norms[2:], ""), strict=False)
    return "instead" in norms or any(one in _WE and two in _CAN and three != "not" for one, two, three in steps)
