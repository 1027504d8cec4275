"""One disagreement between people and the reader, taken apart: the words nearest to what was missed, the words that raised a false alarm.

Owns the choice of words to show an author. Must never judge who is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from trainer.authoring.agreement import VERDICT_OF
from trainer.authoring.cases import Example
from trainer.matching.question import PointSpec
from trainer.matching.reading import Evidence, Reading
from trainer.meeting.script import Script
from trainer.text.values import Span, Verdict
from trainer.text.words import Word, bag, words_of

_STOPS = bag(", . ! ? ; : — – -- - … •") | {"\n", "\r"}
"""Marks a stretch of a reply ends at; dots in a row do too."""


@dataclass(frozen=True)
class Miss:
    """A point people hear in a reply and the reader does not."""

    place: str
    state: str
    reply: str
    point: str
    people: Verdict
    heard: Verdict
    """Missing or contradicted."""
    clause: str
    """The stretch of the reply nearest to the point; where it was heard as denied, the words that deny it."""
    phrase: str
    """The phrase that comes nearest to it; empty when none shares a word with the reply."""
    similarity: float | None
    """Of the two, 0..1, where the reader compared them."""
    words: tuple[str, ...]
    """Content words of that stretch that no phrase of the point holds."""
    elsewhere: tuple[str, ...]
    """The same of the rest of the reply."""


@dataclass(frozen=True)
class FalseAlarm:
    """A point the reader hears in a reply and people do not."""

    place: str
    state: str
    reply: str
    point: str
    people: Verdict
    heard: Verdict
    """Covered or partly."""
    raised_by: tuple[Evidence, ...]
    """The words, and the phrase or rule each of them met."""


def find_miss(script: Script, spec: PointSpec, example: Example, reading: Reading) -> Miss:
    """What stands nearest to a point in a reply that misses it, and the words that could be added."""
    reply, found = example.labelled.reply, reading.points[spec.id]
    phrases = [phrase for facet in spec.facets for phrase in facet.phrases]
    held = {word.stem for phrase in phrases for word in words_of(phrase)}
    near = found.denied or found.near_miss
    span = near.span if near else _nearest(script, reply, held, _claimed(reading, spec.id))
    inside, outside = _new_words(script, reply, held, span)
    return Miss(
        place=example.place,
        state=example.labelled.state,
        reply=reply,
        point=spec.id,
        people=VERDICT_OF[example.labelled.points[spec.id]],
        heard=found.verdict,
        clause=span.of(reply),
        phrase=near.phrase if near else _nearest_phrase(script, phrases, words_of(span.of(reply))),
        similarity=near.similarity if near else None,
        words=inside,
        elsewhere=outside,
    )


def find_false_alarm(point: str, example: Example, reading: Reading) -> FalseAlarm:
    """What raised a point that people do not hear."""
    found = reading.points[point]
    return FalseAlarm(
        place=example.place,
        state=example.labelled.state,
        reply=example.labelled.reply,
        point=point,
        people=VERDICT_OF[example.labelled.points[point]],
        heard=found.verdict,
        raised_by=tuple(dict.fromkeys(hit.evidence for hit in found.hits)),
    )


def often_missed(missed: Iterable[Miss]) -> tuple[tuple[str, int], ...]:
    """Words new to the phrases that stand in more than one of these misses, with how many, most frequent first."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for one in missed:
        stems = {word.stem: word.norm for text in (*one.words, *one.elsewhere) for word in words_of(text)}
        counts.update(stems.keys())
        for stem, norm in stems.items():
            shown.setdefault(stem, norm)
    return tuple((shown[stem], count) for stem, count in counts.most_common() if count > 1)


def _claimed(reading: Reading, point: str) -> tuple[Span, ...]:
    """What the reply is already known to say about other points."""
    hits = (hit for name, found in reading.points.items() if name != point for hit in found.hits)
    return tuple(hit.evidence.span for hit in hits)


def _nearest(script: Script, reply: str, held: Set[str], claimed: Sequence[Span]) -> Span:
    """The stretch with most words of the point's phrases; among equals one that says nothing else yet, then one with much to add."""

    def nearness(stretch: Sequence[Word]) -> tuple[int, bool, int]:
        content = [word for word in stretch if _is_content(script, word)]
        free = not any(span.overlaps(_span(stretch)) for span in claimed)
        return len({word.stem for word in content} & held), free, len(content)

    best = max(_stretches(reply), key=nearness, default=None)
    return _span(best) if best else Span(0, 0)


def _stretches(reply: str) -> list[list[Word]]:
    parts = groupby(words_of(reply), key=lambda word: word.norm in _STOPS or word.norm.startswith(".."))
    return [list(words) for stops, words in parts if not stops]


def _span(words: Sequence[Word]) -> Span:
    return Span(words[0].start, words[-1].end)


def _nearest_phrase(script: Script, phrases: Sequence[str], words: Iterable[Word]) -> str:
    stems = {word.stem for word in words if _is_content(script, word)}
    shared = {phrase: len(stems & {word.stem for word in words_of(phrase)}) for phrase in phrases}
    best = max(shared, key=shared.__getitem__, default="")
    return best if shared.get(best) else ""


def _new_words(script: Script, reply: str, held: Set[str], span: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Content words no phrase holds, each once: those of the stretch, and those of the rest."""
    new = [word for word in words_of(reply) if word.stem not in held and _is_content(script, word)]
    inside = dict.fromkeys(word.norm for word in new if span.overlaps(word.span))
    return tuple(inside), tuple(dict.fromkeys(word.norm for word in new if word.norm not in inside))


def _is_content(script: Script, word: Word) -> bool:
    """A word that can tell one point from another; numbers are read as quantities, not as words."""
    return word.norm[:1].isalpha() and not word.is_mark and script.book.lexicon.weight(word) == 1.0
