"""Where the ask stands: people who wait for the point stop listening to the reasons.

Bad: four sentences of findings, then "so we should stop". Good: "I'm asking you to hold the release. Here is why."
"""

from __future__ import annotations

from trainer.scoring.delivery import Delivery

MOST_WORDS_BEFORE = 50


def note(delivery: Delivery) -> str | None:
    """The note, if the first ask or recommendation stands behind a long run-up."""
    first = delivery.first("request", "recommend", "refuse")
    if first is None or delivery.clauses[first].words_before <= MOST_WORDS_BEFORE:
        return None
    return f"What you ask for came after {delivery.clauses[first].words_before} words. Say it first, then the reasons."
