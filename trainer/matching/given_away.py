"""What a move that is a mistake for sure does to the points it contradicts.

Owns the last word: whoever refuses and then gives in has given in; whoever gives in and then refuses made no sure mistake at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from trainer.matching.book import Book
from trainer.matching.reading import Evidence, FacetHit, FlagHit, MistakeHit, PointReading, Strength
from trainer.text.values import Flag, Span, Verdict


@dataclass(frozen=True, slots=True)
class _Move:
    """Words that are a mistake for sure."""

    contradicts: Set[str]
    evidence: Evidence


def without_moves(
    book: Book, listened: Set[str], points: Mapping[str, PointReading], flags: Sequence[FlagHit], mistakes: Sequence[MistakeHit]
) -> dict[str, PointReading]:
    """The points as they stand beside the mistakes that were made for sure.

    Words that are a mistake do not also meet a point it contradicts: `ship it with a warning` says nothing against warnings. Nor are
    they half of anything else: `a warning could do` says not even a bit of why a warning is no help. And a point that is listened for
    is denied by a mistake that comes after all that met it: `I don't like it, but go ahead and ship it` is no refusal.
    """
    made = [_Move(frozenset(book.mistakes[hit.mistake].contradicts), hit.evidence) for hit in mistakes if hit.sure]
    given = [hit for hit in flags if hit.sure and hit.flag is Flag.CAVES]
    by_flag = [
        _Move(frozenset(mistake.contradicts), hit.evidence)
        for hit in given
        for mistake in book.mistakes.values()
        if mistake.flag is hit.flag
    ]
    spans = [move.evidence.span for move in (*made, *by_flag)] + [hit.evidence.span for hit in given]
    return {point: _beside(point, known, point in listened, made, by_flag, spans) for point, known in points.items()}


def _beside(
    point: str, known: PointReading, listened: bool, made: Sequence[_Move], by_flag: Sequence[_Move], spans: Sequence[Span]
) -> PointReading:
    if known.denied is not None or not known.hits:
        return known
    last = max((move.evidence for move in made if point in move.contradicts), key=lambda one: one.end, default=None)
    if listened and last is not None and all(hit.evidence.end <= last.start for hit in known.hits):
        return PointReading(Verdict.CONTRADICTED, 0.0, denied=last)
    halves = all(hit.strength is Strength.NEAR for hit in known.hits)
    against = [move.evidence.span for move in (*made, *by_flag) if point in move.contradicts]
    return PointReading(Verdict.MISSING, 0.0) if _all_within(known.hits, spans if halves else against) else known


def _all_within(hits: Sequence[FacetHit], spans: Sequence[Span]) -> bool:
    return all(any(hit.evidence.span.overlaps(span) for span in spans) for hit in hits)
