"""The reader: one reply against a book of phrases, after what was heard just before.

Owns the order of the steps. Deterministic; keeps nothing between calls; never raises, whatever was typed.
"""

from __future__ import annotations

from collections.abc import Sequence

from trainer.matching.amounts import amounts_of
from trainer.matching.book import Book, Part
from trainer.matching.flags import flags_of
from trainer.matching.judge import MET, NEAR, Fit, fits, judge_point
from trainer.matching.match import matches, touches_of
from trainer.matching.mistakes import mistakes_of, repairs_of, with_mistakes
from trainer.matching.question import Heard
from trainer.matching.reach import bars_of
from trainer.matching.reading import FacetHit, PointReading, Reading
from trainer.matching.reply import Reply, lay_out


def read(book: Book, reply: str, heard: Heard) -> Reading:
    """Everything found in one reply. `Reading.points` has every point of the book."""
    laid = lay_out(reply, heard, book.lexicon, book.mender)
    bars = bars_of(book, frozenset(laid.line_keys), heard.listens_for, "?" in reply)
    touched = touches_of(book, laid.clauses, bars)
    ordered = fits(book, laid, matches(book, laid.clauses, touched, laid.line_keys, bars))
    amounts = amounts_of(book, laid)
    points = _points(book, laid, ordered, amounts.hits)
    flags = flags_of(laid, points)
    mistakes = mistakes_of(book, laid, ordered, flags)
    return Reading(
        points=points,
        act=laid.act,
        flags=with_mistakes(book, flags, mistakes),
        mistakes=mistakes,
        repairs=repairs_of(book, laid, ordered),
        asked=_asked(book, laid, ordered),
        echo=tuple(clause.span for clause, echo in zip(laid.clauses, laid.echo, strict=True) if echo),
        notes=amounts.notes,
    )


def _points(book: Book, reply: Reply, ordered: Sequence[Fit], amounts: Sequence[tuple[str, FacetHit]]) -> dict[str, PointReading]:
    by_point: dict[str, list[Fit]] = {point: [] for point in book.points}
    for fit in ordered:
        owner = book.entries[fit.match.entry].owner
        if owner.part in {Part.FACET, Part.DENIAL}:
            by_point[owner.id].append(fit)
    return {
        point: judge_point(book, reply, spec, by_point[point], {hit.facet: hit for owner, hit in amounts if owner == point})
        for point, spec in book.points.items()
    }


def _asked(book: Book, reply: Reply, ordered: Sequence[Fit]) -> str | None:
    """The question back that fits best, if the reply asks one."""
    if not any("?" in clause.raw.end_mark for clause in reply.clauses):
        return None
    for fit in sorted(ordered, key=lambda fit: -fit.match.similarity):
        owner = book.entries[fit.match.entry].owner
        asked = any("?" in reply.clauses[clause].raw.end_mark for clause, _ in fit.match.places)
        if owner.part is Part.ASKED and asked and fit.match.similarity >= NEAR and (not reply.heard.asked or owner.id in reply.heard.asked):
            return owner.id
    return None


__all__ = ["MET", "NEAR", "read"]
