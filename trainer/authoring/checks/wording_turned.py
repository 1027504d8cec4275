"""A wording that is heard as its own opposite: what meets a point is heard as denying it, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.checking import Check
from trainer.authoring.look import Look, PhraseAt, denials_of, phrases_of
from trainer.errors import Problem
from trainer.matching.book import Part
from trainer.matching.reading import Strength
from trainer.text.values import Verdict
from trainer.text.words import bag, words_of

_VERBS = bag("is are was were can will must")
"""Where a `not` behind it turns the whole of a short sentence round."""
_NOT_SO_PLAIN = bag(
    "not no never nothing nowhere without none neither nor nobody cannot hardly nearly anything anybody anyone that what who which when "
    "until if as than so how because and only but why where whether for we"
)
"""With one of these a `not` may turn something else round, or nothing."""
_SPEAKERS = bag("i you it they he she this")
_THE_VERY_SAME = 0.95


def find(look: Look) -> Iterator[Problem]:
    """Wordings read behind the first question of the moment that presses for their point."""
    if look.script is None:
        return
    for phrase in phrases_of(look.parts):
        moment = next(iter(look.listening(phrase.point)), None)
        if moment is not None:
            yield from _of_phrase(look, phrase, moment)
    for phrase in denials_of(look.parts):
        moment = next(iter(look.listening(phrase.point)), None)
        text = look.filled(phrase.text)
        if moment is None or not look.holds(text, Part.FACET, phrase.point):
            continue
        found = look.hear(text, moment).points[phrase.point]
        if found.verdict is Verdict.COVERED:
            message = f"said in '{moment}' this covers '{phrase.point}', heard as “{found.hits[0].evidence.phrase}”"
            yield CHECK.warn(look, phrase.path, message, "put one of the two in other words")


def _of_phrase(look: Look, phrase: PhraseAt, moment: str) -> Iterator[Problem]:
    text = look.filled(phrase.text)
    if look.holds(text, Part.DENIAL, phrase.point):
        found = look.hear(text, moment).points[phrase.point]
        if found.verdict is Verdict.CONTRADICTED and found.denied is not None:
            message = f"said in '{moment}' this denies '{phrase.point}', heard as “{found.denied.phrase}”"
            yield CHECK.warn(look, phrase.path, message, "put one of the two in other words")
            return
    turned = _turned(text)
    if turned is not None and _meets(look, turned, phrase, moment):
        message = f"“{turned}” is heard as this and covers '{phrase.point}'"
        yield CHECK.warn(look, phrase.path, message, f"put it in other words, or add “{turned}” to the point's `contradicted_by`")


def _turned(text: str) -> str | None:
    """The opposite of a short plain sentence; None where a `not` might turn something else round."""
    said = [word.norm for word in words_of(text) if not word.is_mark]
    words = text.split()
    verbs = [at for at, word in enumerate(words) if word.lower().strip(",.") in _VERBS]
    if len(verbs) != 1 or not 0 < verbs[0] < len(words) - 1 or not _NOT_SO_PLAIN.isdisjoint(said):
        return None
    if verbs[0] > 1 and words[verbs[0] - 1].lower() in _SPEAKERS:
        return None  # `a text you can send`: the verb of a clause within
    return " ".join((*words[: verbs[0] + 1], "not", *words[verbs[0] + 1 :]))


def _meets(look: Look, turned: str, phrase: PhraseAt, moment: str) -> bool:
    found = look.hear(turned, moment).points[phrase.point]
    return found.verdict is Verdict.COVERED and any(
        hit.strength is Strength.MET and hit.evidence.phrase == look.filled(phrase.text) and hit.evidence.similarity >= _THE_VERY_SAME
        for hit in found.hits
    )


CHECK = Check(
    name="wording-turned",
    what="A wording heard as its own opposite: one of `expect` that denies its point, one of `contradicted_by` that covers it, or one that "
    "covers it with a `not` in it as well.",
    bad="    expect: [thank you, a later date is possible]",
    good="    expect: [thank you, I appreciate it]",
    find=find,
)
