"""A wording that fits the example and no other incident: with their own facts people would have to say what is not so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trainer.authoring.checking import Check
from trainer.authoring.look import Look, phrases_of
from trainer.errors import Problem
from trainer.scenario.rules.slot_texts import texts_in
from trainer.scenario.slots import slots_in
from trainer.text.words import words_of

_ENOUGH = 2
"""Words of one value that together speak of the example; a single one may be anybody's."""


def find(look: Look) -> Iterator[Problem]:
    """Wordings with words that only the example's values hold, unless they name the fact in braces."""
    if look.script is None:
        return
    own = _own_words(look)
    for phrase in phrases_of(look.parts):
        said = look.content(phrase.text)
        for fact, words in own.items():
            shared = [word.norm for word in words_of(phrase.text) if word.stem in words & said]
            if len(set(shared)) >= _ENOUGH and fact not in slots_in(phrase.text):
                message = f"'{' '.join(dict.fromkeys(shared))}' belongs to the example of '{fact}', and this must hold for any incident"
                mend = f"write {{{fact}}} in its place, or move the wording to `said_as` of the fact"
                yield CHECK.warn(look, phrase.path, message, mend)
                break


def _own_words(look: Look) -> Mapping[str, frozenset[str]]:
    """For each fact the words of its example that nobody uses where the text holds for any incident."""
    parts = look.parts
    general = [text.text for text in texts_in(parts) if text.said]
    general += [f"{point.label} {point.why}" for point in parts.key_points.values()]
    general += [f"{fact.label} {fact.ask}" for fact in parts.facts.values()]
    general += [role.concern for role in parts.roles.values()]
    anybodys = frozenset(word.stem for text in general for word in words_of(text))
    return {name: look.content(fact.example) - anybodys for name, fact in parts.facts.items()}


CHECK = Check(
    name="example-wording",
    what="A wording under `expect` with words of the example's values. It must hold for any incident: `{fact}` stands for the value, and "
    "other wordings of the example belong to `said_as`.",
    bad="      move: {label: what should happen, expect: [move the date, no order is stored twice]}",
    good="      move: {label: what should happen, expect: [move the date, postpone it]}",
    find=find,
)
