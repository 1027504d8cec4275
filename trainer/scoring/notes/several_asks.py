"""Several asks at once: whoever is asked for four things may grant the cheapest and feel done.

Bad: "Please stop it, can you call the customers, could we move the ads, and I need two people." Good: one ask, the rest once granted.
"""

from __future__ import annotations

from trainer.scoring.delivery import Delivery, without_linking

MOST_ASKS = 2
_TO_OTHERS = (("please",), ("can", "you"), ("could", "you"), ("would", "you"), ("can", "we"), ("could", "we"), ("i", "need"), ("i", "want"))


def note(delivery: Delivery) -> str | None:
    """The note, if more than two clauses ask somebody for something."""
    asks = sum("request" in clause.acts and _to_others(clause.norms) for clause in delivery.clauses)
    if asks <= MOST_ASKS:
        return None
    return f"You asked for {asks} things at once. Ask for the one that matters; the others come easier after a yes."


def _to_others(norms: tuple[str, ...]) -> bool:
    """Whether a clause begins by asking somebody; "we need to" is more often a reason than an ask."""
    return any(start[: len(opening)] == opening for start in (norms, without_linking(norms)) for opening in _TO_OTHERS)
