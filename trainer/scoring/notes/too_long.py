"""Too long to say: past a minute at a calm pace there is more in it than a listener can keep, and nobody got a word in.

Bad: 160 words in one breath. Good: the harm, the ask, and the rest when they ask for it.
"""

from __future__ import annotations

from trainer.scoring.delivery import Delivery

WORDS_A_MINUTE = 140
MOST_WORDS = 140


def note(delivery: Delivery) -> str | None:
    """The note, if the reply takes more than a minute to say."""
    if delivery.words <= MOST_WORDS:
        return None
    seconds = round(delivery.words * 60 / WORDS_A_MINUTE / 5) * 5
    return f"That takes about {seconds} seconds to say. Keep the first half minute and leave the rest for their questions."
