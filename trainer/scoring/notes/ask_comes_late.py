"""Where the ask stands: reasons are easier to weigh for whoever knows what they are for.

Bad: four sentences of findings, then "so we should stop". Good: "I'm asking you to hold the release. Here is why."
"""

from __future__ import annotations

from trainer.scoring.delivery import Delivery

MOST_WORDS_BEFORE = 70
"""Half a minute at a calm pace: as long as an opening may take."""


def note(delivery: Delivery) -> str | None:
    """The note, if the first ask, recommendation or refusal stands behind a long run-up."""
    first = delivery.first("request", "recommend", "refuse")
    if first is None or delivery.clauses[first].words_before <= MOST_WORDS_BEFORE:
        return None
    said = delivery.clauses[first]
    if said.acts & {"request", "recommend"}:
        return f"What you ask for came after {said.words_before} words. Say it first, then the reasons."
    return f"Your no came after {said.words_before} words. One sentence on what it costs them, then the no." if delivery.proposed else None
