"""Refusal before acknowledgement: a no is heard as not having listened, unless what it costs the other was named first.

Bad: "No, we can't. I know it matters to you." Good: "I know what this costs your launch. I still can't agree to it."
"""

from __future__ import annotations

from trainer.matching.acts import is_yes_no
from trainer.scoring.delivery import Delivery


def note(delivery: Delivery) -> str | None:
    """The note, if something asked for was refused and what it means to the other came after, or not at all."""
    refused, acknowledged = delivery.first("refuse"), delivery.first("acknowledge", "thank")
    if refused is None or not (is_yes_no(delivery.line) or delivery.refuses_at_once):
        return None
    if acknowledged is None:
        return "You refused without a word on what it costs them. Name that first, then say no."
    if acknowledged > refused:
        return "You said no before you showed that you had heard them. Turn the two around."
    return None
