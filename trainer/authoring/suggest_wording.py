"""A player's words as a phrase that could stand in a scenario: one clause, `{fact}` for values, without the crumbs of speech.

Owns the cutting and cleaning. Never cuts off a denial, for the rest would say the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from trainer.authoring.calibrate_words import Miss
from trainer.matching.parse import parse
from trainer.meeting.script import Script
from trainer.scenario.incident import Incident
from trainer.text.values import Span
from trainer.text.words import Word, bag, stem, words_of

FEWEST, MOST = 2, 10
"""Words of a phrase; a fact counts as one."""
CLAUSES = 2
"""How many clauses of a miss are worth trying, the nearest first."""
_CRUMBS = bag(
    "well so um uh er hmm look listen yes no ok yeah right sure and but or then because since although though however plus also anyway "
    "basically honestly actually really just like please sorry hi hey hello guess that which as while"
)
"""Words a phrase need not begin with. `no` before a clause is an answer, not a denial of it."""
_LOOSE = bag(
    "and but or so because since although though which that the a an to of for with from into in on at by as if when while than very really"
)
"""Words no phrase ends with."""
_JOINTS = _LOOSE - bag("the a an very really")
"""Words a stretch may begin or end at."""
_DENIES = bag("not no never without nor hardly barely scarcely cannot nobody nothing none neither nowhere unable impossible")


@dataclass(frozen=True)
class _Unit:
    """A word, or several that stand for a fact."""

    start: int
    end: int
    shown: str
    norms: tuple[str, ...]
    fact: str | None = None


def wordings(script: Script, miss: Miss, phrases: Sequence[str]) -> tuple[str, ...]:
    """Up to `CLAUSES` phrases from the words nearest to a point that was missed, the nearest first; none where there is nothing to say.

    `phrases` are those of the point.
    """
    held = {word.stem for phrase in phrases for word in words_of(phrase)}
    start = max(0, miss.reply.find(miss.clause))
    near = Span(start, start + len(miss.clause))
    units = _units(miss.reply, _facts_in(miss.reply, script.incident))
    found = [clause for clause in _clauses(script, miss.reply, units) if near.overlaps(Span(clause[0].start, clause[-1].end))]
    found.sort(key=lambda clause: _nearness(script, clause, held), reverse=True)
    cut = (_cut(script, _trimmed(clause), held) for clause in found)
    names = _names(script)
    texts = (_text(miss.reply, clause, names) for clause in cut if _says_something(script, clause))
    return tuple(dict.fromkeys(texts))[:CLAUSES]


def _facts_in(reply: str, incident: Incident) -> list[tuple[Span, str]]:
    """Where values of facts stand, the longest first where they overlap."""
    found = [
        (Span(*match.span()), fact)
        for fact in incident.values
        for wording in incident.said_as(fact)
        for match in re.finditer(rf"(?<!\w){re.escape(wording.rstrip('.!?'))}(?!\w)", reply, re.IGNORECASE)
    ]
    kept: list[tuple[Span, str]] = []
    for span, fact in sorted(found, key=lambda one: (one[0].start - one[0].end, one[0].start)):
        if not any(span.overlaps(other) for other, _ in kept):
            kept.append((span, fact))
    return kept


def _units(reply: str, facts: Sequence[tuple[Span, str]]) -> list[_Unit]:
    """Words in order; those within a value as one, and a contraction as the one word it is written as."""
    units = [_Unit(span.start, span.end, f"{{{fact}}}", (), fact) for span, fact in facts]
    free = (word for word in words_of(reply) if not word.is_mark and not any(word.span.overlaps(span) for span, _ in facts))
    for (start, end), words in groupby(_written_words(reply, free), key=lambda one: one[0]):
        units.append(_Unit(start, end, reply[start:end], tuple(word.norm for _, word in words)))
    return sorted(units, key=lambda unit: unit.start)


def _written_words(reply: str, words: Iterator[Word]) -> Iterator[tuple[tuple[int, int], Word]]:
    """Each word with the whole written word it is a part of."""
    borders = [match.span() for match in re.finditer(r"\w+(?:['’`´-]\w+)*", reply)]
    for word in words:
        yield next(((start, end) for start, end in borders if start <= word.start < end), (word.start, word.end)), word


def _clauses(script: Script, reply: str, units: Sequence[_Unit]) -> Iterator[tuple[_Unit, ...]]:
    starts = [clause.span.start for clause in parse(reply, script.book.lexicon)]
    for _, clause in groupby(units, key=lambda unit: sum(start <= unit.start for start in starts)):
        yield tuple(clause)


def _nearness(script: Script, clause: Sequence[_Unit], held: Set[str]) -> tuple[int, int]:
    shared = sum(bool(unit.fact) or any(stem(norm) in held for norm in _content(script, unit)) for unit in clause)
    return shared, sum(bool(_content(script, unit)) for unit in clause)


def _content(script: Script, unit: _Unit) -> list[str]:
    words = [word for norm in unit.norms for word in words_of(norm)]
    return [word.norm for word in words if word.norm[:1].isalpha() and script.book.lexicon.weight(word) == 1.0]


def _trimmed(clause: Sequence[_Unit]) -> tuple[_Unit, ...]:
    first, last = 0, len(clause)
    while first < last and clause[first].norms and set(clause[first].norms) <= _CRUMBS:
        first += 1
    while last > first and clause[last - 1].norms and set(clause[last - 1].norms) <= _LOOSE:
        last -= 1
    return tuple(clause[first:last])


def _cut(script: Script, clause: tuple[_Unit, ...], held: Set[str]) -> tuple[_Unit, ...]:
    """The stretch of a long clause with most of the point's words, from joint to joint where it can be.

    Nothing where a denial would be left behind.
    """
    if len(clause) <= MOST:
        return clause
    joints = {0, len(clause), *(at for at, unit in enumerate(clause) if set(unit.norms) & _JOINTS)}
    every = [(first, last) for first in range(len(clause)) for last in range(first + FEWEST, min(first + MOST, len(clause)) + 1)]
    denials = [unit for unit in clause if set(unit.norms) & _DENIES]
    whole = [
        (first, last)
        for first, last in every
        if all(unit in clause[first:last] for unit in denials) and (last == len(clause) or clause[last - 1] not in denials)
    ]
    if not whole:
        return ()

    def worth(ends: tuple[int, int]) -> tuple[bool, int, int, int]:
        stretch = clause[slice(*ends)]
        return joints.issuperset(ends), _nearness(script, stretch, held)[0], len(stretch), -ends[0]

    return _trimmed(clause[slice(*max(whole, key=worth))])


def _says_something(script: Script, clause: Sequence[_Unit]) -> bool:
    return len(clause) >= FEWEST and any(unit.fact or _content(script, unit) for unit in clause)


def _text(reply: str, clause: Sequence[_Unit], names: Set[str]) -> str:
    """The words as they are written, marks between them left out but for commas."""
    parts: list[str] = []
    for place, unit in enumerate(clause):
        comma = "," if place + 1 < len(clause) and "," in reply[unit.end : clause[place + 1].start] else ""
        parts.append(unit.shown + comma)
    text = " ".join(parts)
    first = clause[0]
    name = first.fact is not None or first.shown in names or not first.shown[1:].islower()
    return text if name or first.shown.startswith("I'") else text[:1].lower() + text[1:]


def _names(script: Script) -> frozenset[str]:
    """Words that are written with a capital inside a sentence: those of facts and of people."""
    facts = (wording for fact in script.incident.values for wording in script.incident.said_as(fact))
    people = (role.name for role in script.scenario.roles.values())
    return frozenset(word for text in (*facts, *people) for word in re.findall(r"\b[A-Z]\w*", text))
