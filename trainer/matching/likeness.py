"""How alike in meaning the clauses of a reply and the phrases of each facet are.

Owns which stretches of a reply are compared and what rivals take away. Must never decide a verdict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from trainer.matching.book import Book, Part
from trainer.matching.lexicon import SAME
from trainer.matching.meanings import Sense, Table, meaning_keys, of_length_one, shared_meanings
from trainer.matching.nearness import Rows, laid_out, shared_nearness
from trainer.matching.polarity import PLAIN, WEAK
from trainer.matching.reply import Reply

_WORTH_ASKING = 0.2
"""Likeness below which it is not asked whether a stretch denies a phrase."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike a facet and the reply are at their best. All 0..1 but `lead`."""

    nearest: float = 0.0
    """To the facet's nearest phrase: the cosine of what both suggest."""
    sense: float = 0.0
    """To the phrase nearest in what stands behind the meanings: things no meaning is about are alike there, too."""
    overlap: float = 0.0
    """With what the facet's phrases suggest together."""
    lead: float = 0.0
    """-1..1: by how much it leads the facets of all other points listened for, where it leads most. 0 where there is no other."""
    opposite: float = 0.0
    """With the opposites of what the phrases suggest."""
    hollow: float = 0.0
    """How likely the reply as a whole is no answer at all: management talk, the question repeated, small talk."""
    kinship: float = 0.0
    """Share of a phrase that words of the reply account for (`kinship.py`)."""
    denies: float = 0.0
    """Share of the phrases that deny something."""
    told: float = 0.0
    """Log odds that the facet is heard at all (`nearness.py`)."""
    told_fully: float = 0.0
    """The same for being heard in full."""
    entry: int = -1
    """The nearest phrase."""
    first: int = 0
    """The stretch of clauses that is nearest: its first, and one past its last."""
    last: int = 0


@dataclass(frozen=True, eq=False)
class _Listening:
    """The facets listened for at one moment, laid out for comparison."""

    facets: tuple[tuple[str, str], ...]
    """(Point, facet)."""
    entries: NDArray[np.intp]
    """Place in the book of each phrase compared, facet by facet."""
    starts: NDArray[np.intp]
    """Where each facet's phrases begin in `entries`."""
    sizes: NDArray[np.intp]
    """How many each has."""
    affirming: NDArray[np.bool_]
    """Whether each phrase denies nothing."""
    units: Table
    """What each phrase suggests, of length 1."""
    senses: Table
    """What stands behind that, of length 1."""
    asked: Rows
    """Each phrase where the net of `nearness.py` compares it."""
    together: Table
    """What each facet's phrases suggest on average."""
    against: Table
    """The opposites of that."""
    same_point: NDArray[np.bool_]
    """Square: whether two facets are of one point."""


@dataclass(frozen=True, eq=False)
class Stretches:
    """The stretches of one reply that are compared, and what each suggests."""

    runs: tuple[tuple[int, int], ...]
    """First clause, and one past the last."""
    sense: Sense
    """What each says: a row a stretch."""
    keys: tuple[frozenset[str], ...]
    """What each clause of the reply holds that may suggest a meaning."""

    @property
    def clauses(self) -> list[int]:
        """The stretches that are one clause."""
        return [at for at, (first, last) in enumerate(self.runs) if last - first == 1]

    @property
    def said(self) -> Table:
        """A row a stretch: how likely it says each of the shared meanings."""
        return self.sense.shares

    @cached_property
    def units(self) -> Table:
        """The same, each row of length 1."""
        return of_length_one(self.said)

    @cached_property
    def laid(self) -> Rows:
        """What each says as small nets take it in: a row a stretch."""
        return laid_out(self.sense)

    @cached_property
    def compared(self) -> Rows:
        """Each where the net of `nearness.py` compares it."""
        return shared_nearness().said(self.laid)


def stretches_of(reply: Reply) -> Stretches:
    """Worked out once a reply: points and flags both look at them."""
    runs = _runs(reply)
    line = frozenset[str]().union(*map(meaning_keys, () if reply.affirms else reply.line))
    keys = tuple(map(meaning_keys, reply.clauses))
    return Stretches(runs, shared_meanings().sense(keys, runs, line), keys)


def likenesses(book: Book, reply: Reply, stretches: Stretches, points: tuple[str, ...]) -> dict[tuple[str, str], Likeness]:
    """For each facet of these points (all points, when none are named) its likeness to the reply; the points are each other's rivals."""
    listening = _listening(book, points)
    runs, said = stretches.runs, stretches.said
    if not runs or not listening.facets:
        return dict.fromkeys(listening.facets, Likeness())
    cosines = stretches.units @ listening.units.T
    alike = np.sqrt(said) @ np.sqrt(listening.together).T
    near = np.stack([_undenied(book, reply, listening, at, runs, cosines, alike) for at in range(len(listening.facets))], axis=1)
    senses = np.maximum.reduceat((stretches.sense.hidden @ listening.senses.T * (cosines > 0)).max(axis=0), listening.starts)
    odds = shared_nearness().odds(stretches.compared, listening.asked, listening.starts)
    best = _best(listening, runs, said, (cosines, near, alike, senses))
    told = (replace(one, told=_figure(heard), told_fully=_figure(in_full)) for one, (heard, in_full) in zip(best, odds, strict=True))
    return dict(zip(listening.facets, told, strict=True))


def _undenied(
    book: Book, reply: Reply, listening: _Listening, facet: int, runs: Sequence[tuple[int, int]], cosines: Table, alike: Table
) -> Table:
    """How near each stretch comes to the facet.

    One that denies what its nearest phrase says is no longer alike at all (changed in place).
    """
    start = int(listening.starts[facet])
    phrases = slice(start, start + int(listening.sizes[facet]))
    affirming = listening.affirming[phrases]
    for row, (first, last) in enumerate(runs):
        if any(clause.turned or clause.hangs for clause in reply.clauses[first:last]):
            cosines[row, phrases] *= ~affirming & (not any(clause.turned_far for clause in reply.clauses[first:last]))
            alike[row, facet] *= cosines[row, phrases].any()
    near: Table = cosines[:, phrases].max(axis=1)
    while near.max() >= _WORTH_ASKING:
        row = int(near.argmax())
        entry = listening.entries[phrases][cosines[row, phrases].argmax()]
        if not _opposed(book, reply, runs[row], int(entry)):
            break
        near[row] = alike[row, facet] = 0.0
        cosines[row, phrases] = 0.0
    return near


def _opposed(book: Book, reply: Reply, run: tuple[int, int], entry: int) -> bool:
    """Most of the words the stretch shares with the phrase are denied in one and not in the other, or all its quantities are."""
    amounts = [clause.polarity[found.first] for clause in reply.clauses[run[0] : run[1]] for found in clause.quantities]
    if book.entries[entry].partial and amounts and PLAIN not in amounts:
        return True
    said: dict[str, int] = {}
    for clause in reply.clauses[run[0] : run[1]]:
        said.update((term.key, term.polarity) for term in clause.terms if term.credit == 1.0 and term.polarity != WEAK)
    agreed = opposed = 0.0
    for token in book.entries[entry].phrase.tokens:
        shared = [said[accept.key] * accept.sign for accept in token.accepts if accept.credit >= SAME and accept.key in said]
        if not token.is_act and shared and token.polarity != WEAK:
            agreed, opposed = (agreed + token.weight, opposed) if token.polarity in shared else (agreed, opposed + token.weight)
    return opposed > agreed


def _best(
    listening: _Listening, runs: Sequence[tuple[int, int]], said: Table, compared: tuple[Table, Table, Table, Table]
) -> list[Likeness]:
    """`compared`: stretches with phrases, with facets at their nearest, with facets as a whole (Bhattacharyya 1943); nearest senses."""
    cosines, near, alike, senses = compared
    rivals = np.stack([np.where(same, 0.0, alike).max(axis=1) for same in listening.same_point], axis=1)
    leads = np.where(listening.same_point.all(axis=1), 0.0, (alike - rivals).max(axis=0))
    overlaps = np.sqrt(np.where(alike > 0, said @ listening.together.T, 0.0).max(axis=0))
    opposites = np.sqrt((said @ listening.against.T).max(axis=0))
    where = near.argmax(axis=0)
    hollow = float((said @ shared_meanings().hollow).mean())
    found: list[Likeness] = []
    for at, (start, size) in enumerate(zip(listening.starts, listening.sizes, strict=True)):
        row = where[at]
        entry = listening.entries[start + cosines[row, start : start + size].argmax()]
        first, last = runs[row]
        found.append(
            Likeness(
                nearest=_figure(near[row, at]),
                sense=_figure(senses[at]),
                overlap=_figure(overlaps[at]),
                lead=_figure(leads[at]),
                opposite=_figure(opposites[at]),
                hollow=_figure(hollow),
                denies=_figure(1.0 - listening.affirming[start : start + size].mean()),
                entry=int(entry),
                first=first,
                last=last,
            )
        )
    return found


def _runs(reply: Reply) -> tuple[tuple[int, int], ...]:
    """Every clause, and every two neighbours, that are no echo."""
    own = [at for at, echo in enumerate(reply.echo) if not echo]
    pairs = [(at, at + 2) for at in own if at + 1 < len(reply.echo) and not reply.echo[at + 1]]
    return tuple(sorted([(at, at + 1) for at in own] + pairs))


def _figure(value: float) -> float:
    """Rounded, so that the last bits of a processor's arithmetic decide nothing."""
    return round(float(value), 6)


@lru_cache(maxsize=96)
def _listening(book: Book, listens_for: tuple[str, ...]) -> _Listening:
    """A memo only: the same points are looked at in many replies. Few are kept: a dozen moments, each megabytes, and some dozen points."""
    facets: dict[tuple[str, str], list[int]] = {}
    for at, entry in enumerate(book.entries):
        if entry.owner.part is Part.FACET and (not listens_for or entry.owner.id in listens_for):
            facets.setdefault((entry.owner.id, entry.owner.facet), []).append(at)
    entries = [at for found in facets.values() for at in found]
    sizes = [len(found) for found in facets.values()]
    together = np.stack([book.sense.shares[found].mean(axis=0) for found in facets.values()]) if facets else book.sense.shares[:0]
    points = np.array([point for point, _ in facets])
    return _Listening(
        facets=tuple(facets),
        entries=np.array(entries, dtype=np.intp),
        starts=np.cumsum([0, *sizes[:-1]]) if facets else np.zeros(0, dtype=np.intp),
        sizes=np.array(sizes, dtype=np.intp),
        affirming=np.array([not book.entries[at].phrase.denies for at in entries], dtype=np.bool_),
        units=of_length_one(book.sense.shares[entries]),
        senses=book.sense.hidden[entries],
        asked=_asked(book)[entries],
        together=together,
        against=_opposites(together),
        same_point=points[:, None] == points[None, :],
    )


@lru_cache(maxsize=4)
def _asked(book: Book) -> Rows:
    """Every phrase of the book where the net compares it: a memo only, its points are looked at one by one."""
    return shared_nearness().asked(laid_out(book.sense))


def _opposites(together: Table) -> Table:
    """The opposites of what is suggested, but for what is suggested as well."""
    against = together @ shared_meanings().contrary
    return np.where(against > together, against, 0.0)
