"""Points: what one reply adds to what was said before.

Owns merging facet by facet, the last clear statement winning, and how clear something must be to count where nobody listens for it
(docs/decisions/0021-merging.md). Presses nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from trainer.matching.naming import names_the_same
from trainer.matching.reading import Act, Evidence, PointReading, Reading, Strength
from trainer.matching.verdicts import verdict_of
from trainer.meeting.course import Course
from trainer.meeting.events import PointHeard, Standing
from trainer.meeting.plain_answers import PlainAnswer
from trainer.meeting.script import Script
from trainer.meeting.state import PointState
from trainer.scenario.models import KeyPoint
from trainer.text.values import Verdict

CLEAR = 0.9
"""Least similarity from which something is held against the player where nobody listens for it (docs/decisions/0029-out-of-place.md)."""
PLAIN = 0.75
"""The same for what speaks for them: a role that says "you told us already" must have been told."""


def judge_points(course: Course, reading: Reading, answer: PlainAnswer | None) -> None:
    """Merge every point heard in the reply; those that a plain answer settles are left to it."""
    settled = _settle(course, answer) if answer is not None else frozenset[str]()
    for name, found in heard_points(course, reading).items():
        if name not in settled:
            _hear(course, name, _evidence(found), partial(merged, found=found))


def heard_points(course: Course, reading: Reading) -> dict[str, PointReading]:
    """What this reading says that counts here, by point: those listened for first, of the others what is clear."""
    state = course.state
    here = course.script.moment(state.moment).listens_for if state.moment else ()
    found = {name: reading.points[name] for name in here if name in reading.points}
    answers = tuple(hit.evidence for one in found.values() for hit in one.hits if hit.strength is Strength.MET)
    if reading.act not in (Act.YES, Act.NO):  # a bare answer is about what was asked and nothing else
        for name in sorted(reading.points.keys() - found.keys()):
            taken = answers if _still_to_come(course, name) else ()
            clear = _clear(course.script, name, reading.points[name], taken)
            if clear.verdict in (Verdict.COVERED, Verdict.CONTRADICTED):
                found[name] = clear
    return {name: one for name, one in found.items() if _evidence(one)}


def deny(course: Course, point: str, evidence: Evidence) -> None:
    """A clear statement against a point that the reading of the point itself did not show."""
    if course.state.ledger.point(point).verdict is not Verdict.CONTRADICTED:
        _hear(course, point, (evidence,), lambda _, before: Standing(before.facets, Verdict.CONTRADICTED))


def lift_denial(course: Course, point: str) -> None:
    """What stood against a point was taken back: it stands again as it was said."""
    if course.state.ledger.point(point).verdict is Verdict.CONTRADICTED:
        _hear(course, point, (), lambda key_point, before: Standing(before.facets, _verdict(key_point, before.facets, denied=False)))


def merged(point: KeyPoint, before: PointState, found: PointReading) -> Standing:
    """Where a point stands once `found` was said after all before it.

    Facets said stay said. A denial makes the point contradicted until one of its facets is said clearly again.
    """
    facets = dict(before.facets)
    for hit in found.hits:
        if facets.get(hit.facet) is not Strength.MET:
            facets[hit.facet] = hit.strength
    said_clearly = any(hit.strength is Strength.MET and not point.parts[hit.facet].bonus for hit in found.hits)
    denied = found.denied is not None or (before.verdict is Verdict.CONTRADICTED and not said_clearly)
    return Standing(facets, _verdict(point, facets, denied=denied))


def _still_to_come(course: Course, point: str) -> bool:
    """Whether every moment that listens for the point lies ahead."""
    visited = course.state.visits
    return not any(point in moment.listens_for and visited.get(name) for name, moment in course.script.scenario.moments.items())


def _clear(script: Script, name: str, found: PointReading, taken: tuple[Evidence, ...]) -> PointReading:
    """The reading with only what is clear enough to be taken from somebody who was not asked.

    `taken` are words that already answered what was asked: they do not answer a later question as well.
    """
    point = script.scenario.key_points[name]
    denied = found.denied if found.denied is not None and found.denied.similarity >= CLEAR else None
    plain = (hit for hit in found.hits if _is_plain(script, hit.evidence))
    hits = tuple(hit for hit in plain if not any(hit.evidence.span.overlaps(one.span) for one in taken))
    facets = {hit.facet: hit.strength for hit in hits}
    return replace(found, denied=denied, hits=hits, verdict=_verdict(point, facets, denied=denied is not None))


def _is_plain(script: Script, evidence: Evidence) -> bool:
    """Clear, or plain and in words that name what the phrase names: a bare `No` is no `no` to what nobody asked about."""
    if evidence.similarity >= CLEAR:
        return True
    return evidence.similarity >= PLAIN and names_the_same(script.book.lexicon, evidence.text, evidence.phrase)


def _verdict(point: KeyPoint, facets: Mapping[str, Strength], *, denied: bool) -> Verdict:
    strengths = [strength for name, strength in facets.items() if not point.parts[name].bonus]
    return verdict_of(point.needed, strengths.count(Strength.MET), strengths.count(Strength.NEAR), denied)


def _evidence(found: PointReading) -> tuple[Evidence, ...]:
    hits = tuple(hit.evidence for hit in found.hits)
    return (*hits, found.denied) if found.denied else hits


def _settle(course: Course, answer: PlainAnswer) -> frozenset[str]:
    """Note what a plain answer says on points; a bare yes adds the facets it affirms, so that later replies build on it."""
    rules: tuple[tuple[tuple[str, ...], Callable[[KeyPoint, PointState], Standing]], ...] = (
        (answer.covers, _wholly_affirmed),
        (answer.suggests, _partly_affirmed),
        (answer.not_known, lambda point, before: _not_known(course, point, before)),
    )
    for points, rule in rules:
        for point in points:
            if course.state.ledger.point(point).verdict is not Verdict.COVERED:
                _hear(course, point, (answer.evidence,), rule)
    return frozenset({*answer.covers, *answer.suggests, *answer.not_known})


def _wholly_affirmed(point: KeyPoint, before: PointState) -> Standing:
    """As many facets met as it takes, those not said yet in the order of the scenario."""
    facets = dict(before.facets)
    counted = _counted(point)
    left = [name for name in counted if facets.get(name) is not Strength.MET]
    for name in left[: max(0, point.needed - (len(counted) - len(left)))]:
        facets[name] = Strength.MET
    return Standing(facets, _verdict(point, facets, denied=False))


def _partly_affirmed(point: KeyPoint, before: PointState) -> Standing:
    facets = dict(before.facets)
    counted = _counted(point)
    if counted and not any(name in facets for name in counted):
        facets[counted[0]] = Strength.NEAR
    return Standing(facets, _verdict(point, facets, denied=False))


def _not_known(course: Course, point: KeyPoint, before: PointState) -> Standing:
    """The facets that rest on facts without a value, which are met by saying so."""
    facets = dict(before.facets)
    for name in _counted(point):
        fact = point.parts[name].fact
        if fact is not None and course.script.incident.unknown(fact):
            facets[name] = Strength.MET
    return Standing(facets, _verdict(point, facets, denied=False))


def _counted(point: KeyPoint) -> list[str]:
    return [name for name, facet in point.parts.items() if not facet.bonus]


def _hear(course: Course, point: str, evidence: tuple[Evidence, ...], rule: Callable[[KeyPoint, PointState], Standing]) -> None:
    """Let a point stand as `rule` has it, over all that was said and over first tries alone."""
    key_point = course.script.scenario.key_points[point]
    main, first = (rule(key_point, ledger.point(point)) for ledger in (course.state.ledger, course.state.first))
    differs = not course.state.retrying and first != main
    course.add(PointHeard(point, main.facets, main.verdict, evidence, first if differs else None))
