"""Own facts taken out of texts that are to leave this machine: `{fact}` stands where one was said.

Owns what counts as a fact said again: the value or another wording of it, whatever its case, accents, spaces and marks; two of its
words side by side; a word or name that only this incident uses; an equal quantity. Hides rather too much than too little. Cannot know
what was never told to it as a fact: whoever shares a text has to see it first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from trainer.matching.lexicon import shared_lexicon
from trainer.report.sharing.amounts import Amounts, amounts, counts, found
from trainer.report.sharing.folding import Borders, Mapped, bare, folded, parted, plain, spellings
from trainer.report.sharing.names import GIVEN, handles, named, people, versions
from trainer.scenario.dump import scenario_json
from trainer.scenario.incident import Incident
from trainer.scenario.models import Scenario
from trainer.text.clean import clean
from trainer.text.values import Kind
from trainer.text.words import Word, stems_in, words_of

NAME = "incident"
"""Stands for the incident's name."""
SHORT = 4
"""A value with fewer letters is hidden as a whole word only: `a` is in every sentence."""
_LONG_FIGURE = 6
"""Digits from which on a figure is a number of a case or an account, however it is grouped."""
_GAP = 3
"""Words of grammar that may stand between two words of a value."""
_RUN_ENDS = frozenset({".", "!", "?", ";"})


@dataclass(frozen=True)
class OwnFact:
    """One fact of an incident of one's own, made ready to be found in texts."""

    name: str
    wordings: tuple[str, ...]
    """The value and what is said for it, folded; without single words that are people's names and common words."""
    skeletons: tuple[str, ...]
    """The same and names of code, as letters and digits only."""
    stems: frozenset[str]
    """Words that carry meaning."""
    alone: frozenset[str]
    """Those of them that give the incident away by themselves."""
    people: frozenset[str]
    """Names that are common words too, and hidden where they stand as names."""
    versions: tuple[re.Pattern[str], ...]
    amounts: Amounts


@dataclass(frozen=True)
class _Said:
    """A text in the forms it is searched in."""

    borders: Borders
    plain: Mapped
    folded: Mapped
    bare: Mapped
    parted: Mapped
    words: tuple[Word, ...]
    """Of the plain form."""
    parts: tuple[Word, ...]
    """Of the parted form."""


@dataclass(frozen=True)
class OwnFacts:
    """All that must not be said of an incident; empty for an example, which is no secret."""

    facts: tuple[OwnFact, ...] = ()

    def hidden(self, text: str) -> str:
        """The text, cleaned, with every own fact replaced by its name in braces."""
        shown = clean(text)
        if not self.facts:
            return shown
        said = _said(shown)
        places = [place for fact in self.facts for place in _places(said, fact)]
        return _replaced(shown, sorted(places, key=lambda place: (place.start, -place.end, place.fact)))


def own_facts(scenario: Scenario, incident: Incident) -> OwnFacts:
    """What to hide of an incident; nothing of the scenario's own example."""
    if incident.is_example:
        return OwnFacts()
    common = _vocabulary() | _stems(scenario_json(scenario))
    wordings = {name: incident.said_as(name) for name in incident.values if incident.known(name)}
    if incident.name.strip():
        wordings[NAME] = (*wordings.get(NAME, ()), incident.name)
    kinds = {name: fact.kind for name, fact in scenario.facts.items()}
    known = _Known(common, frozenset(word.norm for role in scenario.roles.values() for word in words_of(role.name)))
    return OwnFacts(tuple(_own(name, said, kinds.get(name, Kind.TEXT), known) for name, said in wordings.items()))


@dataclass(frozen=True)
class _Known:
    """What is no secret."""

    common: frozenset[str]
    """Stems of words anybody may use in this meeting."""
    roles: frozenset[str]
    """Words of the names of its roles."""


@cache
def _vocabulary() -> frozenset[str]:
    """Stems of the words anybody may use in any meeting."""
    lexicon = shared_lexicon()
    return frozenset(lexicon.weights) | _stems(" ".join(sorted(lexicon.surfaces)))


def _stems(text: str) -> frozenset[str]:
    return frozenset(stems_in(text))


def _own(name: str, said: Sequence[str], kind: Kind, known: _Known) -> OwnFact:
    values = [plain(spelling) for wording in said for spelling in spellings(clean(wording))]
    parsed = [words_of(value.text) for value in values]
    in_parts = [words_of(parted(value).text) for value in values]
    names = [people(value.text, words, known.common, known.roles) for value, words in zip(values, parsed, strict=True)]
    whole = [value for value, words, own in zip(values, parsed, names, strict=True) if not (own and _one_word(words))]
    handled = [handle for value in values for handle in handles(value.text) if not _stems(handle) <= known.common]
    return OwnFact(
        name,
        tuple(dict.fromkeys(wording for value in whole if (wording := folded(value).text))),
        tuple(dict.fromkeys(skeleton for text in (*(value.text for value in whole), *handled) if (skeleton := _skeleton(text)))),
        frozenset(word.stem for words in (*parsed, *in_parts) for word in words if _weight(word) > 0),
        frozenset(_alone(parsed, in_parts, known.common)),
        frozenset(one for own in names for one in own),
        tuple(pattern for value, words in zip(values, parsed, strict=True) for pattern in versions(value.text, counts(words))),
        amounts(parsed, kind),
    )


def _one_word(words: Sequence[Word]) -> bool:
    return sum(not word.is_mark for word in words) == 1


def _skeleton(text: str) -> str:
    """Letters and digits of a text; empty where so few of them would be in every sentence, and figures alone are read as amounts."""
    letters = bare(folded(plain(text))).text
    figures = sum(one.isdecimal() for one in letters)
    enough = SHORT if figures == 0 else _LONG_FIGURE if figures == len(letters) else 2
    return letters if len(letters) >= enough else ""


def _alone(parsed: Sequence[Sequence[Word]], in_parts: Sequence[Sequence[Word]], common: Collection[str]) -> Iterator[str]:
    """Stems that only this incident uses, and the only telling word of a wording."""
    for words in parsed:
        telling = {word.stem for word in words if _tells(word)}
        yield from (stem for stem in telling if len(telling) == 1 or stem not in common)
    for words in in_parts:
        yield from (word.stem for word in words if _tells(word) and word.stem not in common)


def _tells(word: Word) -> bool:
    return _weight(word) == 1 and not word.stem[0].isdecimal() and word.norm not in GIVEN


def _weight(word: Word) -> float:
    return 0.0 if word.is_mark else shared_lexicon().weight(word)


def _said(text: str) -> _Said:
    shape = plain(text)
    low, parts = folded(shape), parted(shape)
    return _Said(Borders(text), shape, low, bare(low), parts, words_of(shape.text), words_of(parts.text))


@dataclass(frozen=True)
class _Place:
    """A stretch to be replaced: code points, end exclusive."""

    start: int
    end: int
    fact: str


def _places(said: _Said, fact: OwnFact) -> Iterator[_Place]:
    for start, end in (*_literal(said, fact), *_spelled_alike(said, fact), *_in_words(said, fact)):
        yield _Place(*said.borders.whole(start, end), fact.name)


def _literal(said: _Said, fact: OwnFact) -> Iterator[tuple[int, int]]:
    """The value or another wording as it was given, also where it repeats or overlaps itself."""
    text = said.folded.text
    for wording in fact.wordings:
        for at in _everywhere(text, wording):
            end = at + len(wording)
            if len(wording) >= SHORT or not (_is_letter(text, at - 1) or _is_letter(text, end)):
                yield said.folded.span(at, end)


def _everywhere(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _is_letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalnum()


def _spelled_alike(said: _Said, fact: OwnFact) -> Iterator[tuple[int, int]]:
    """The same letters and digits from the beginning of a word to the end of one, whatever stands between them."""
    for skeleton in fact.skeletons:
        for at in _everywhere(said.bare.text, skeleton):
            start, end = said.bare.span(at, at + len(skeleton))
            if said.borders.begins(start) and said.borders.ends(end):
                yield start, end


def _in_words(said: _Said, fact: OwnFact) -> Iterator[tuple[int, int]]:
    """Its words, people, versions and amounts."""
    for first, last in _runs(said.words, fact):
        yield said.plain.words(first, last)
    if len(said.parts) > len(said.words):
        for first, last in _runs(said.parts, fact):
            yield said.parted.words(first, last)
    for word in named(said.plain.text, said.words, fact.people):
        yield said.plain.words(word, word)
    for pattern in fact.versions:
        yield from (said.plain.span(*match.span()) for match in pattern.finditer(said.plain.text))
    for start, end in found(said.words, said.plain.text, fact.amounts):
        yield said.plain.span(start, end)


def _runs(words: Sequence[Word], fact: OwnFact) -> Iterator[tuple[Word, Word]]:
    """Two or more of the value's words with nothing but grammar between them, in any order and inflection; or one that is enough."""
    run: list[Word] = []
    gap = 0
    for word in (*words, None):
        if word is not None and word.stem in fact.stems:
            run.append(word)
            gap = 0
        elif word is None or gap == _GAP or _weight(word) == 1 or word.norm in _RUN_ENDS:
            yield from _telling(run, fact)
            run, gap = [], 0
        elif run:
            gap += 1


def _telling(run: Sequence[Word], fact: OwnFact) -> Iterator[tuple[Word, Word]]:
    weighty = {word.stem for word in run if _weight(word) == 1}
    figure = any(stem[0].isdecimal() for stem in weighty)
    if len(weighty) > 1 or (figure and len({word.stem for word in run}) > 1):
        yield run[0], run[-1]
    else:
        yield from ((word, word) for word in run if word.stem in fact.alone)


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
