"""Trust: who gets warmer or cooler at a reply, and by how much.

Owns that a point moves trust once, when first covered, a mistake or flag once a reply, and that one span moves a role once,
by its largest effect. Trust stays within 0..100.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trainer.matching.reading import Evidence, Reading
from trainer.meeting.course import Course
from trainer.meeting.events import PointHeard, TrustMoved
from trainer.meeting.mistakes import Found
from trainer.scenario.models import TrustRules
from trainer.text.values import Span, Verdict


@dataclass(frozen=True)
class _Cause:
    """Something in this reply that may move trust, and the words it stands on."""

    name: str
    spans: tuple[Span, ...]


def move_trust(course: Course, reading: Reading, found: Mapping[str, Found]) -> None:
    """Let the reply move the trust of everybody in the room."""
    causes = (*_covered_first(course), *_manner(reading, found))
    for role in course.state.trust:
        for cause, by in _effects(course.script.scenario.roles[role].trust, causes):
            now = course.state.trust[role]
            to = max(0, min(100, now + by))
            if to != now:
                course.add(TrustMoved(role, to - now, to, cause))


def _effects(rules: TrustRules, causes: tuple[_Cause, ...]) -> Iterator[tuple[str, int]]:
    """Effects on one role, largest first; words that moved it once move it no more."""
    effects = [(rules.gains.get(cause.name, 0) - rules.loses.get(cause.name, 0), cause) for cause in causes]
    used: list[Span] = []
    for by, cause in sorted(effects, key=lambda effect: (-abs(effect[0]), effect[1].name)):
        if by and not any(span.overlaps(other) for span in cause.spans for other in used):
            used.extend(cause.spans)
            yield cause.name, by


def _covered_first(course: Course) -> Iterator[_Cause]:
    """Points covered in this reply and never before, unless the coach had told them."""
    before = course.state.before
    for event in course.events:
        if isinstance(event, PointHeard) and event.verdict is Verdict.COVERED and before is not None:
            new = f"covered:{event.point}" not in before.once
            if new and not course.state.ledger.point(event.point).told:
                yield _Cause(event.point, tuple(_span(evidence) for evidence in event.evidence))


def _manner(reading: Reading, found: Mapping[str, Found]) -> Iterator[_Cause]:
    """Mistakes and flags of this reply, those heard for certain, each once."""
    for name, one in found.items():
        if one.sure:
            yield _Cause(name, (_span(one.evidence),))
    for flag in dict.fromkeys(hit.flag for hit in reading.flags if hit.sure):
        yield _Cause(flag.value, tuple(_span(hit.evidence) for hit in reading.flags if hit.sure and hit.flag is flag))


def _span(evidence: Evidence) -> Span:
    return Span(evidence.start, evidence.end)
