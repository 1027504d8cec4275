"""A line nobody would say in one breath."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.checking import Check
from trainer.authoring.look import Look
from trainer.errors import Problem
from trainer.scenario.rules.slot_texts import texts_in

MOST = 40
"""Words in a line that is said aloud; beyond it listeners lose the question."""
_READ = ("briefing", "endings", "brief", "facts")
"""Where texts are read and not said."""


def find(look: Look) -> Iterator[Problem]:
    """Lines of roles, model lines and corrections with more words than one can take in by ear."""
    for text in texts_in(look.parts):
        if not text.said or text.path[0] in _READ:
            continue
        words = len(text.text.split())
        if words > MOST:
            message = f"{words} words are too long to be said; {MOST} are the most"
            yield CHECK.warn(look, text.path, message, "say it aloud once, and keep the half that asks something")


CHECK = Check(
    name="line-too-long",
    what="A line of a role, a model line or a correction of more than 40 words. It is said aloud, and by its end the listener has "
    "forgotten how it began.",
    bad='    says: "And what do you want from us? I have heard a lot of things this week, and most of them came to nothing, so before I '
    'call anybody upstairs and tell them that the date has moved again I would like to know exactly what you want."',
    good='    says: "And what do you want from us?"',
    find=find,
)
