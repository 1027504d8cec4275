"""Own facts taken out of texts that are to leave this machine: `{fact}` stands where one was said.

Owns what counts as a fact said again: the value or another wording of it, two of its words side by side, a word that only this incident
uses, an equal quantity. Hides rather too much than too little. Cannot know what was never told to it as a fact: whoever shares a text
has to see it first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from trainer.matching.lexicon import shared_lexicon
from trainer.scenario.dump import scenario_json
from trainer.scenario.incident import Incident
from trainer.scenario.models import Scenario
from trainer.text.clean import clean
from trainer.text.quantities import Quantity, Use, quantities_of
from trainer.text.values import Kind
from trainer.text.words import Word, words_of

NAME = "incident"
"""Stands for the incident's name."""
SHORT = 4
"""A value with fewer letters is hidden as a whole word only: `a` is in every sentence."""
TELLING_COUNT = 10
"""From here on a bare number in a text says something about one incident; two or three of anything stand in every sentence."""
_GAP = 3
"""Words of grammar that may stand between two words of a value."""
_CONNECTORS = frozenset("_-.@/\\:")
"""What holds a name of several words together: `kafka_consumer`, `db-1.example`."""
_TELLING = frozenset({Kind.DURATION, Kind.PERCENT, Kind.MONEY})


@dataclass(frozen=True)
class OwnFact:
    """One fact of an incident of one's own, made ready to be found in texts."""

    name: str
    wordings: tuple[str, ...]
    """The value and what is said for it, folded."""
    stems: frozenset[str]
    """Words that carry meaning."""
    alone: frozenset[str]
    """Those of them that give the incident away by themselves."""
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True)
class OwnFacts:
    """All that must not be said of an incident; empty for an example, which is no secret."""

    facts: tuple[OwnFact, ...] = ()

    def hidden(self, text: str) -> str:
        """The text, cleaned, with every own fact replaced by its name in braces."""
        shown = clean(text)
        found = [place for fact in self.facts for place in _places(shown, fact)]
        return _replaced(shown, sorted(found, key=lambda place: (place.start, -place.end, place.fact)))


def own_facts(scenario: Scenario, incident: Incident) -> OwnFacts:
    """What to hide of an incident; nothing of the scenario's own example."""
    if incident.is_example:
        return OwnFacts()
    common = _vocabulary() | _stems(scenario_json(scenario))
    wordings = {name: incident.said_as(name) for name in incident.values if incident.known(name)}
    if incident.name.strip():
        wordings[NAME] = (*wordings.get(NAME, ()), incident.name)
    kinds = {name: fact.kind for name, fact in scenario.facts.items()}
    return OwnFacts(tuple(_own(name, said, kinds.get(name, Kind.TEXT), common) for name, said in wordings.items()))


@cache
def _vocabulary() -> frozenset[str]:
    """Stems of the words anybody may use in any meeting."""
    lexicon = shared_lexicon()
    return frozenset(lexicon.weights) | _stems(" ".join(sorted(lexicon.surfaces)))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(text) if not word.is_mark)


def _own(name: str, said: Sequence[str], kind: Kind, common: frozenset[str]) -> OwnFact:
    parsed = [words_of(clean(wording)) for wording in said]
    telling = [frozenset(word.stem for word in words if _weight(word) == 1 and not word.stem[0].isdecimal()) for words in parsed]
    wanted = {kind, Kind.DURATION} if kind is Kind.TIME else {kind}
    quantities = (one for words in parsed for one in quantities_of(words))
    return OwnFact(
        name,
        tuple(dict.fromkeys(folded for wording in said if (folded := fold(clean(wording))[0]))),
        frozenset(word.stem for words in parsed for word in words if not word.is_mark and _weight(word) > 0),
        frozenset(stem for stems in telling for stem in stems if len(stems) == 1 or stem not in common),
        tuple(
            one for one in quantities if one.kind in wanted or one.kind in _TELLING or (one.kind is Kind.COUNT and one.low >= TELLING_COUNT)
        ),
    )


def _tells(quantity: Quantity) -> bool:
    """Whether a quantity in a text gives an incident away by itself."""
    return quantity.kind in _TELLING or (quantity.kind is Kind.COUNT and quantity.low >= TELLING_COUNT)


def _weight(word: Word) -> float:
    return 0.0 if word.is_mark else shared_lexicon().weight(word)


@dataclass(frozen=True)
class _Place:
    """A stretch to be replaced: code points, end exclusive."""

    start: int
    end: int
    fact: str


def _places(text: str, fact: OwnFact) -> Iterator[_Place]:
    words = words_of(text)
    for start, end in (*_literal(text, fact), *_runs(words, fact), *_amounts(words, fact)):
        yield _Place(*_whole_words(text, start, end), fact.name)


def fold(text: str) -> tuple[str, tuple[int, ...]]:
    """The text without case, accents and marks nobody sees, white space as one space; and for each character where it came from."""
    folded: list[str] = []
    origins: list[int] = []
    for at, raw in enumerate(text):
        if raw.isspace():
            if folded and folded[-1] != " ":
                folded.append(" ")
                origins.append(at)
            continue
        for one in unicodedata.normalize("NFKD", raw.casefold()).casefold():
            if unicodedata.category(one) not in ("Mn", "Cf") and not one.isspace():
                folded.append(one)
                origins.append(at)
    if folded and folded[-1] == " ":
        folded.pop()
        origins.pop()
    return "".join(folded), tuple(origins)


def _literal(text: str, fact: OwnFact) -> Iterator[tuple[int, int]]:
    """The value or another wording as it was given, also where it repeats or overlaps itself."""
    folded, origins = fold(text)
    for wording in fact.wordings:
        at = folded.find(wording)
        while at >= 0:
            end = at + len(wording)
            if len(wording) >= SHORT or not (_is_letter(folded, at - 1) or _is_letter(folded, end)):
                yield origins[at], origins[end - 1] + 1
            at = folded.find(wording, at + 1)


def _is_letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalnum()


def _runs(words: Sequence[Word], fact: OwnFact) -> Iterator[tuple[int, int]]:
    """Two or more of the value's words with nothing but grammar between them, in any order and inflection; or one that is enough."""
    run: list[Word] = []
    gap = 0
    for word in (*words, None):
        if word is not None and word.stem in fact.stems:
            run, gap = [*run, word], 0
        elif word is None or gap == _GAP or _weight(word) == 1 or word.norm in {".", "!", "?", ";", "\n"}:
            yield from _telling(run, fact)
            run, gap = [], 0
        elif run:
            gap += 1


def _telling(run: Sequence[Word], fact: OwnFact) -> Iterator[tuple[int, int]]:
    weighty = {word.stem for word in run if _weight(word) == 1}
    figure = any(stem[0].isdecimal() for stem in weighty)
    if len(weighty) > 1 or (figure and len({word.stem for word in run}) > 1):
        yield run[0].start, run[-1].end
    else:
        yield from ((word.start, word.end) for word in run if word.stem in fact.alone)


def _amounts(words: Sequence[Word], fact: OwnFact) -> Iterator[tuple[int, int]]:
    """Quantities that agree with one of the fact's, in figures or words."""
    for said in quantities_of(words):
        if any(said.same_as(own) and (said.use is Use.EVERY) is (own.use is Use.EVERY) for own in fact.quantities):
            yield words[said.first].start, words[said.last - 1].end


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """To the ends of the words at both sides, of names such as `host.example` too: what is left of a word would say which it was."""
    while start > 0 and _joined(text, start - 1, start):
        start -= 1
    while end < len(text) and _joined(text, end - 1, end):
        end += 1
    return start, end


def _joined(text: str, left: int, right: int) -> bool:
    """Whether two characters side by side are of one word, in a script that writes spaces between words."""
    if text[right] in _CONNECTORS:
        return _of_word(text[left]) and right + 1 < len(text) and _of_word(text[right + 1])
    if text[left] in _CONNECTORS:
        return _of_word(text[right]) and left > 0 and _of_word(text[left - 1])
    return _of_word(text[left]) and _of_word(text[right])


def _of_word(character: str) -> bool:
    category = unicodedata.category(character)
    return category in ("Mn", "Mc", "Cf") or (character.isalnum() and category != "Lo")


def _replaced(text: str, places: Sequence[_Place]) -> str:
    """The text with overlapping stretches as one, named after the longest; the same name twice running stands once."""
    merged: list[tuple[_Place, int]] = []
    for place in places:
        last, longest = merged[-1] if merged else (None, 0)
        length = place.end - place.start
        if last is not None and (place.start < last.end or (place.fact == last.fact and not text[last.end : place.start].strip())):
            fact = place.fact if length > longest else last.fact
            merged[-1] = _Place(last.start, max(last.end, place.end), fact), max(longest, length)
        else:
            merged.append((place, length))
    parts, at = [], 0
    for place, _ in merged:
        parts += [text[at : place.start], f"{{{place.fact}}}"]
        at = place.end
    return "".join([*parts, text[at:]])
