"""Points: what one reply adds to what was said before.

Owns merging facet by facet, the last clear statement winning, and what a plain yes to a role's question makes of a point
(docs/decisions/0021-merging.md). Presses nobody.
"""

from __future__ import annotations

from collections.abc import Mapping

from trainer.matching.acts import is_yes_no
from trainer.matching.reading import Act, Evidence, PointReading, Reading, Strength
from trainer.matching.verdicts import verdict_of
from trainer.meeting.course import Course
from trainer.meeting.events import PointHeard, Replied, Rung, Spoke, Standing
from trainer.meeting.play_rules import required_here
from trainer.meeting.state import PointState
from trainer.scenario.models import KeyPoint
from trainer.text.clean import clean_line
from trainer.text.values import Verdict

STRONG = (Verdict.COVERED, Verdict.CONTRADICTED)
"""Only these count for a point nobody listens for here."""


def judge_points(course: Course, replied: Replied, line: Spoke) -> None:
    """Merge every point heard in the reply; `line` is what was answered."""
    affirmed = _judge_yes(course, replied, line) if replied.reading.act is Act.YES else ()
    for name in heard_points(course, replied.reading):
        if name in affirmed:
            continue
        found = replied.reading.points[name]
        before = course.state.ledger.point(name)
        first = course.state.first.point(name)
        key_point = course.script.scenario.key_points[name]
        _hear(course, name, _evidence(found), merged(key_point, before, found), merged(key_point, first, found))


def heard_points(course: Course, reading: Reading) -> tuple[str, ...]:
    """Points of which this reading says something that counts here, those listened for first."""
    state = course.state
    here = course.script.moment(state.moment).listens_for if state.moment else ()
    others = sorted(name for name, found in reading.points.items() if found.verdict in STRONG and name not in here)
    return tuple(name for name in (*here, *others) if name in reading.points and _evidence(reading.points[name]))


def deny(course: Course, point: str, evidence: Evidence) -> None:
    """A clear statement against a point that the reading of the point itself did not show."""
    before, first = course.state.ledger.point(point), course.state.first.point(point)
    if before.verdict is not Verdict.CONTRADICTED:
        _hear(course, point, (evidence,), Standing(before.facets, Verdict.CONTRADICTED), Standing(first.facets, Verdict.CONTRADICTED))


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


def _verdict(point: KeyPoint, facets: Mapping[str, Strength], *, denied: bool) -> Verdict:
    strengths = [strength for name, strength in facets.items() if not point.parts[name].bonus]
    return verdict_of(point.needed, strengths.count(Strength.MET), strengths.count(Strength.NEAR), denied)


def _evidence(found: PointReading) -> tuple[Evidence, ...]:
    hits = tuple(hit.evidence for hit in found.hits)
    return (*hits, found.denied) if found.denied else hits


def _judge_yes(course: Course, replied: Replied, line: Spoke) -> tuple[str, ...]:
    """A plain yes: to a check it covers the point, to a yes/no prompt it makes it partly, to a mistake's check it holds the line.

    A bare yes adds the facets it affirms, so that later replies build on it like on anything said. Returns the points it decides: of them
    the reading is left aside, unless it says that this yes denies one ("Can it be patched?" "Yes").
    """
    denied = {name for name, found in replied.reading.points.items() if found.denied is not None}
    points = tuple(point for point in _asked_of(course, line) if point not in denied)
    for point in points:
        _affirm(course, point, _whole(replied.text, line.line), enough=line.rung is Rung.CHECK)
    return points


def _asked_of(course: Course, line: Spoke) -> tuple[str, ...]:
    """The points that a plain yes to this line affirms."""
    if line.rung is Rung.CHECK or (line.rung is Rung.PROMPT and is_yes_no(line.line)):
        return (line.point,) if line.point is not None else ()
    if line.rung is Rung.MISTAKE_CHECK and line.mistake is not None:
        here = required_here(course.script, line.moment)
        return tuple(point for point in course.script.scenario.mistakes[line.mistake].contradicts if point in here)
    return ()


def _affirm(course: Course, point: str, evidence: Evidence, *, enough: bool) -> None:
    """Affirm a point that is not covered yet: fully (`enough`), or so far that it is partly said."""
    key_point = course.script.scenario.key_points[point]
    before, first = course.state.ledger.point(point), course.state.first.point(point)
    if before.verdict is not Verdict.COVERED:
        _hear(course, point, (evidence,), _affirmed(key_point, before, enough=enough), _affirmed(key_point, first, enough=enough))


def _affirmed(point: KeyPoint, before: PointState, *, enough: bool) -> Standing:
    facets = dict(before.facets)
    counted = [name for name, facet in point.parts.items() if not facet.bonus]
    if enough:
        met = sum(facets.get(name) is Strength.MET for name in counted)
        for name in [name for name in counted if facets.get(name) is not Strength.MET][: max(0, point.needed - met)]:
            facets[name] = Strength.MET
    elif counted and not any(name in facets for name in counted):
        facets[counted[0]] = Strength.NEAR
    return Standing(facets, _verdict(point, facets, denied=False))


def _hear(course: Course, point: str, evidence: tuple[Evidence, ...], main: Standing, first: Standing) -> None:
    differs = not course.state.retrying and first != main
    course.add(PointHeard(point, main.facets, main.verdict, evidence, first if differs else None))


def _whole(text: str, line: str) -> Evidence:
    """The whole reply as evidence, for the question it says yes to."""
    start = len(text) - len(text.lstrip())
    said = text.strip()
    return Evidence(start, start + len(said), said, f"yes to: {clean_line(line)}", 1.0)
