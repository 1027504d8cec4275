"""Wordings of two points that are heard as each other: whoever says one is taken to have said both."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.checking import Check
from trainer.authoring.look import HELD, Look, PhraseAt, phrases_of
from trainer.errors import Problem
from trainer.matching.book import Part
from trainer.text.values import Verdict

_CLEARLY = 0.7
"""Likeness from which the one is clearly heard as the other."""


def find(look: Look) -> Iterator[Problem]:
    """Pairs of wordings, each read where both points are listened for; a pair is told once, at the later one."""
    if look.script is None:
        return
    phrases = {(phrase.point, look.filled(phrase.text)): phrase for phrase in phrases_of(look.parts)}
    told: set[frozenset[str]] = set()
    for phrase in phrases.values():
        for other, moment in _rivals(look, phrase, phrases):
            pair = frozenset({phrase.text, other.text})
            if pair not in told and _heard_as(look, phrase, other.point, moment) and _heard_as(look, other, phrase.point, moment):
                told.add(pair)
                message = f"in '{moment}' this also says '{other.point}', whose “{other.text}” also says '{phrase.point}'"
                yield CHECK.warn(look, phrase.path, message, "word each by what only that point is about, or make them one point")


def _rivals(look: Look, phrase: PhraseAt, phrases: dict[tuple[str, str], PhraseAt]) -> Iterator[tuple[PhraseAt, str]]:
    """Wordings of other points that share most words with this one, and a moment that listens for both points."""
    text = look.filled(phrase.text)
    for (part, point), near in look.near(text).items():
        other = phrases.get((point, near.phrase))
        if part is not Part.FACET or point == phrase.point or other is None or near.share < HELD:
            continue
        both = [name for name in look.listening(phrase.point) if point in look.moments[name].listens_for]
        if both and look.holds(near.phrase, Part.FACET, phrase.point):
            yield other, both[0]


def _heard_as(look: Look, phrase: PhraseAt, point: str, moment: str) -> bool:
    found = look.hear(look.filled(phrase.text), moment).points[point]
    return found.verdict is Verdict.COVERED and any(hit.evidence.similarity >= _CLEARLY for hit in found.hits)


CHECK = Check(
    name="points-overlap",
    what="Wordings of two points, listened for in the same moment, that the reader hears as each other. Whoever says one earns both, and "
    "nobody is asked for the second.",
    bad="    expect: [thank you, move the date]",
    good="    expect: [thank you, I appreciate it]",
    find=find,
)
