"""A wording that stands in the role's own line: said behind it, it is an echo and earns nothing."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.checking import Check
from trainer.authoring.look import Look, PhraseAt, phrases_of
from trainer.errors import Problem
from trainer.matching.reading import Reading, Strength

_SAME = 0.8
"""Share of a wording's own words that must stand in the line for the two to be read together."""


def find(look: Look) -> Iterator[Problem]:
    """Wordings that are heard by themselves and not behind a line that asks for their point, each once."""
    if look.script is None:
        return
    for phrase in phrases_of(look.parts):
        text = look.filled(phrase.text)
        own = look.content(text)
        for moment, line in _lines(look, phrase.point) if len(own) > 1 else ():
            if len(own & look.content(line)) < _SAME * len(own):
                continue
            if _met(look.hear(text, moment, line=""), phrase) and _lost(look.hear(text, moment, line=line), phrase):
                message = f"'{moment}' says this itself, so behind it these words are an echo: “{line}”"
                yield CHECK.warn(look, phrase.path, message, "ask in other words, or word this as an answer nobody could copy")
                break


def _lines(look: Look, point: str) -> Iterator[tuple[str, str]]:
    """What a role may say just before the point is to be heard, by moment.

    A prompt is narrow, and a plain yes answers it; what is said once the point is covered hides nothing.
    """
    for name in look.listening(point):
        moment = look.moments[name]
        follow_up = moment.follow_ups.get(point)
        for spoken in (moment.says, *((follow_up.pump, follow_up.hint) if follow_up else ())):
            open_still = [one for one in spoken or () if one.when is None or point not in one.when.covered]
            yield from ((name, look.filled(line)) for variant in open_still for line in variant.lines)


def _met(reading: Reading, phrase: PhraseAt) -> bool:
    return any(hit.facet == phrase.facet and hit.strength is Strength.MET for hit in reading.points[phrase.point].hits)


def _lost(reading: Reading, phrase: PhraseAt) -> bool:
    return bool(reading.echo) and not any(hit.facet == phrase.facet for hit in reading.points[phrase.point].hits)


CHECK = Check(
    name="line-says-it",
    what="A wording that stands in the very line which asks for its point. Words copied from the line just said are an echo and earn "
    "nothing, so whoever answers in these words is not heard.",
    bad='    says: "Do you want us to move the date?"',
    good='    says: "And what do you want from us?"',
    find=find,
)
