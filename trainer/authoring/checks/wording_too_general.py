"""A wording that replies meet which say nothing: the point is earned by whoever opens their mouth."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.checking import Check
from trainer.authoring.look import Look, phrases_of
from trainer.errors import Problem
from trainer.matching.book import Part
from trainer.matching.reading import Strength

EMPTY_REPLIES = (
    "Well, let me think about that for a moment.",
    "That is an interesting question.",
    "I am not quite sure how to put this.",
    "Hello everybody, good to see you all here.",
    "There are a few things I would like to talk about.",
    "Could you say that again, please?",
    "What exactly do you mean by that?",
    "It is a long story.",
    "Give me a second to look at my notes.",
    "We can go into the details later.",
    "There is something I would like to say.",
    "You have a point there, I suppose.",
    "I would like to talk about this with you.",
    "So, where were we?",
)
"""Said in any meeting, and nothing said."""
_TOO_MANY = 2
"""Of these that one wording may not be met by: a single one may share a word by chance."""


def find(look: Look) -> Iterator[Problem]:
    """Wordings that several empty replies meet in some moment, each once."""
    if look.script is None:
        return
    phrases = {(phrase.point, look.filled(phrase.text)): phrase for phrase in phrases_of(look.parts)}
    met: dict[tuple[str, str], list[str]] = {}
    for reply in EMPTY_REPLIES:
        found = [(point, phrase) for name in look.moments for point, phrase in _met(look, reply, name)]
        for one in dict.fromkeys(found):
            met.setdefault(one, []).append(reply)
    for one, replies in met.items():
        if one in phrases and len(replies) >= _TOO_MANY:
            message = f"“{replies[0]}” and “{replies[1]}” are heard as this"
            mend = "say what only this point says, or take the wording out"
            yield CHECK.warn(look, phrases[one].path, message, mend)


def _met(look: Look, reply: str, moment: str) -> Iterator[tuple[str, str]]:
    for point in look.moments[moment].listens_for:
        if not look.holds(reply, Part.FACET, point):
            continue
        for hit in look.hear(reply, moment).points[point].hits:
            if hit.strength is Strength.MET:
                yield point, hit.evidence.phrase


CHECK = Check(
    name="wording-too-general",
    what="A wording so general that replies which say nothing are heard as it, such as “I would like to talk about this with you.”",
    bad="    expect: [thank you, let us talk about it]",
    good="    expect: [thank you, I appreciate it]",
    find=find,
)
