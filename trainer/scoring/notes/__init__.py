"""Delivery notes: how a reply was said, beside its points and outside the score.

Owns their order, the gravest first; at most one is shown a reply. Each file holds one judgement.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trainer.scoring.delivery import Delivery
from trainer.scoring.notes import (
    ask_comes_late,
    choices_without_recommendation,
    refusal_before_acknowledgement,
    refusal_without_offer,
    several_asks,
    too_long,
    words_of_the_trade,
)

NOTES: Mapping[str, Callable[[Delivery], str | None]] = {
    "refusal_before_acknowledgement": refusal_before_acknowledgement.note,
    "refusal_without_offer": refusal_without_offer.note,
    "choices_without_recommendation": choices_without_recommendation.note,
    "words_of_the_trade": words_of_the_trade.note,
    "several_asks": several_asks.note,
    "ask_comes_late": ask_comes_late.note,
    "too_long": too_long.note,
}
"""Name -> judgement: the note, or None when there is nothing to say."""
