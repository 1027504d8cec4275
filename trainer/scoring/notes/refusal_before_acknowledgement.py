"""Refusal before acknowledgement: a no sounds as if you had not listened, unless you first name what it costs the other.

Bad: "No, we can't. I know it matters to you." Good: "I know what this costs your launch. I still can't agree to it."
"""

from __future__ import annotations

from trainer.scoring.delivery import Delivery


def note(delivery: Delivery) -> str | None:
    """The note, if a proposal was refused and what it means to the other came after, or the no came first and that was never said."""
    refused, acknowledged = delivery.first("refuse"), delivery.first("acknowledge", "thank")
    if refused is None or not delivery.proposed:
        return None
    if (
        acknowledged is None and refused == 0 and not delivery.acknowledged
    ):  # what stands before a later no may be an acknowledgement in unusual words
        return "Your no came with no word on what it costs them. Name that first; the no is easier to take then."
    if acknowledged is not None and acknowledged > refused:
        return "You showed that you had heard them, but only after the no. Turn the two around."
    return None
