"""Words of the trade: a listener who does not know one may lose the sentence around it, and rarely asks.

Bad, to Sales: "It's a race condition." Good: "Two things happen at the same moment and get in each other's way."
"""

from __future__ import annotations

from trainer.scoring.delivery import Delivery


def note(delivery: Delivery) -> str | None:
    """The note, if somebody who is no engineer got a term of the glossary and nothing to understand it by."""
    if not delivery.untranslated:
        return None
    term = delivery.untranslated[0]
    return f"“{term.term}” is a word of your trade. They would follow this: “{term.say_to_business}”"
