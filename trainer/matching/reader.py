"""The reader: one reply against a book of phrases, after what was heard just before.

Owns the order of the steps. Deterministic; keeps nothing between calls; never raises, whatever was typed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from trainer.matching.amounts import Amounts, amounts_of
from trainer.matching.bearing import Bearing, bearing_of
from trainer.matching.book import Book, Part
from trainer.matching.chances import chances_of
from trainer.matching.cues import Scene, words_in
from trainer.matching.features import Features, features_of
from trainer.matching.fitting import NEAR, Fit, fits
from trainer.matching.flags import flags_of
from trainer.matching.given_away import without_moves
from trainer.matching.judge import FacetHeard, judge_point, moved, unasked, well_said
from trainer.matching.kinship import kinships
from trainer.matching.likeness import Likeness, Stretches, likenesses, stretches_of
from trainer.matching.match import matches, touches_of
from trainer.matching.mistakes import mistakes_of, repairs_of, with_mistakes
from trainer.matching.question import Heard
from trainer.matching.reach import bars_of
from trainer.matching.reading import FacetHit, PointReading, Reading
from trainer.matching.reply import Reply, lay_out

_WORDS_TO_WEIGH = 6
"""Words a reply needs for its chances to be weighed; `no` and `ok, sure` are judged by what they say alone."""


@dataclass(frozen=True, slots=True)
class _Look:
    """One reply looked at, before flags and mistakes."""

    reply: Reply
    fits: tuple[Fit, ...]
    amounts: Amounts
    said: Mapping[tuple[str, str], _Said]
    points: dict[str, PointReading]
    scene: Scene


def read(book: Book, reply: str, heard: Heard) -> Reading:
    """Everything found in one reply. `Reading.points` has every point of the book."""
    look = _look(book, reply, heard)
    flags = flags_of(look.scene)
    mistakes = mistakes_of(book, look.reply, look.fits, flags)
    return Reading(
        points=without_moves(book, frozenset(heard.listens_for), look.points, flags, mistakes),
        act=look.reply.act,
        flags=with_mistakes(book, flags, mistakes),
        mistakes=mistakes,
        repairs=repairs_of(book, look.reply, look.fits),
        asked=_asked(book, look.reply, look.fits),
        echo=tuple(clause.span for clause, echo in zip(look.reply.clauses, look.reply.echo, strict=True) if echo),
        notes=look.amounts.notes,
    )


def measured(book: Book, reply: str, heard: Heard) -> tuple[Mapping[tuple[str, str], Features], Scene]:
    """What weights are learnt from: the features of every facet listened for, by point and facet, and what the flags look at."""
    look = _look(book, reply, heard)
    return {facet: one.features for facet, one in look.said.items() if one.features}, look.scene


def _look(book: Book, reply: str, heard: Heard) -> _Look:
    laid = lay_out(reply, heard, book.lexicon, book.mender)
    found, amounts, stretches = _fits(book, laid), amounts_of(book, laid), stretches_of(laid)
    said = _said(book, laid, found, amounts, stretches)
    points = _points(book, laid, _weighed(book, said, stretches, laid.heard.listens_for), found, amounts)
    return _Look(laid, found, amounts, said, points, Scene(book, laid, points, stretches))


def _fits(book: Book, reply: Reply) -> tuple[Fit, ...]:
    bars = bars_of(book, frozenset(reply.weighed_line), reply.heard.listens_for, "?" in reply.text)
    touched = touches_of(book, reply.clauses, bars)
    return fits(book, reply, matches(book, reply.clauses, touched, reply.weighed_line, bars))


@dataclass(frozen=True, slots=True)
class _Said:
    """What was said of one facet."""

    fits: tuple[Fit, ...]
    likeness: Likeness
    features: Features | None
    """None where nobody listens for its point at the moment, and no words of it were said."""


def _said(book: Book, reply: Reply, ordered: Sequence[Fit], amounts: Amounts, stretches: Stretches) -> dict[tuple[str, str], _Said]:
    """Every facet of the book with what was said of it."""
    found: dict[tuple[str, str], list[Fit]] = {}
    for fit in ordered:
        owner = book.entries[fit.match.entry].owner
        if owner.part is Part.FACET:
            found.setdefault((owner.id, owner.facet), []).append(fit)
    weighable = words_in(reply) >= _WORDS_TO_WEIGH
    listened = set(reply.heard.listens_for or book.points)
    alike, kin = _meant(book, reply, stretches, _also_said(found, listened)) if weighable else ({}, {})
    bearing = bearing_of(stretches.said) if weighable and reply.heard.bears else Bearing()
    amounted = {(point, hit.facet) for point, hit in amounts.hits}
    said: dict[tuple[str, str], _Said] = {}
    for facet in ((point, facet.id) for point, spec in book.points.items() for facet in spec.facets):
        own, features = found.get(facet, []), None
        likeness = replace(alike.get(facet, Likeness()), kinship=kin.get(facet, 0.0))
        if facet in kin:  # a facet without phrases is met by its quantity alone
            others = listened - {facet[0]} if facet[0] in listened else set[str]()
            rivals = [fit for (point, _), fits in found.items() if point in others for fit in fits]
            features = features_of(book, reply, facet, (likeness, bearing), own, rivals, facet in amounted)
        said[facet] = _Said(tuple(own), likeness, features)
    return said


def _also_said(found: Mapping[tuple[str, str], Sequence[Fit]], listened: Set[str]) -> list[str]:
    """The points nobody listens for that came near in words."""
    return list(dict.fromkeys(point for (point, _), fits in found.items() if point not in listened and well_said(fits)))


def _meant(
    book: Book, reply: Reply, stretches: Stretches, also: Sequence[str]
) -> tuple[dict[tuple[str, str], Likeness], dict[tuple[str, str], float]]:
    """Likeness and kinship of every facet worth a look: the points listened for are each other's rivals, others are looked at alone."""
    together = tuple(reply.heard.listens_for)
    alike, kin = likenesses(book, reply, stretches, together), kinships(book, reply, stretches, together)
    for point in also:
        alike |= likenesses(book, reply, stretches, (point,))
        kin |= kinships(book, reply, stretches, (point,))
    return alike, kin


def _weighed(
    book: Book, said: Mapping[tuple[str, str], _Said], stretches: Stretches, listened: Sequence[str]
) -> dict[str, list[FacetHeard]]:
    """By point, with the chances of each facet looked at."""
    points: dict[str, list[FacetHeard]] = {}
    for (point, facet), one in said.items():
        chances = chances_of(one.features) if one.features else None
        if chances and listened and point not in listened:
            chances = unasked(chances)
        points.setdefault(point, []).append(FacetHeard(facet, one.fits, one.likeness, chances))
    weighed = {point for point, heard in points.items() if any(one.chances for one in heard)}
    for point, move in book.taught.moves(weighed, stretches.laid, stretches.keys, stretches.runs).items():
        points[point] = moved(points[point], move, book.points[point])
    return points


def _points(
    book: Book, reply: Reply, heard: Mapping[str, Sequence[FacetHeard]], ordered: Sequence[Fit], amounts: Amounts
) -> dict[str, PointReading]:
    denials: dict[str, list[Fit]] = {point: [] for point in book.points}
    for fit in ordered:
        owner = book.entries[fit.match.entry].owner
        if owner.part in {Part.FACET, Part.DENIAL}:
            denials[owner.id].append(fit)
    rules: dict[str, dict[str, FacetHit]] = {point: {} for point in book.points}
    for point, hit in amounts.hits:
        rules[point][hit.facet] = hit
    return {
        point: judge_point(book, reply, spec, heard.get(point, ()), denials[point], rules[point]) for point, spec in book.points.items()
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
