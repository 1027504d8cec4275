"""Which replies of a rehearsal still stand after retries: nobody is quoted with words that were taken back."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.meeting.events import Event
from trainer.meeting.turns import turns_of
from trainer.report.brief.best_words import Said, standing_replies


def said_in(events: Iterable[Event]) -> tuple[Said, ...]:
    """The replies that stand, in order, silences left out."""
    return standing_replies(turns_of(events))
