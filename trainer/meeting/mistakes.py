"""Mistakes: made, repaired, left open.

Owns when a mistake counts as made and how it moves on. Never holds one against the player on less than a clear statement:
everything short of that is at most a neutral question (docs/decisions/0022-mistakes.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trainer.matching.reading import Evidence, Reading
from trainer.meeting.course import Course
from trainer.meeting.events import MistakeMoved, MistakeStatus
from trainer.meeting.judging import deny
from trainer.scenario.models import Mistake, Scenario
from trainer.text.values import Verdict


@dataclass(frozen=True)
class Found:
    """A mistake found in one reply."""

    mistake: str
    sure: bool
    """Heard for certain, and nothing in the reply speaks against it."""
    evidence: Evidence
    torn: bool = False
    """Heard for certain, but a phrase that takes it back was heard as well: only asking can tell."""


def found_mistakes(scenario: Scenario, listens_for: tuple[str, ...], reading: Reading) -> dict[str, Found]:
    """Mistakes in one reply, by id, each with its clearest evidence, in the order of the scenario.

    By a `detect` phrase (the reader found those), or by the mistake's flag where a point it contradicts is listened for. A reply that
    also takes the mistake back, or says clearly what it contradicts, is not sure to have made it.
    """
    found: dict[str, Found] = {}
    for one in sorted((*_detected(scenario, reading), *_flagged(scenario, listens_for, reading)), key=lambda one: not one.sure):
        certain = one.sure and not _says_otherwise(scenario.mistakes[one.mistake], reading)
        torn = certain and one.mistake in reading.repairs
        found.setdefault(one.mistake, Found(one.mistake, certain and not torn, one.evidence, torn))
    return {name: found[name] for name in scenario.mistakes if name in found}


def judge_pending(course: Course, reading: Reading, found: Mapping[str, Found]) -> None:
    """The reply after a mistake decides it: taken back, or open."""
    for name, status in course.state.ledger.mistakes.items():
        if status is MistakeStatus.PENDING:
            again = name in found and found[name].sure
            repaired = not again and (name in reading.repairs or _covers_all(course, name))
            course.add(MistakeMoved(name, MistakeStatus.REPAIRED if repaired else MistakeStatus.OPEN))


def make_mistakes(course: Course, found: Mapping[str, Found]) -> tuple[str, ...]:
    """Note the mistakes made in this reply; those that are new, or made again after a repair, want an answer."""
    made: list[str] = []
    for name, one in found.items():
        before = course.state.ledger.mistakes.get(name)
        if not one.sure:
            continue
        for point in course.script.scenario.mistakes[name].contradicts:
            deny(course, point, one.evidence)
        if before is not MistakeStatus.OPEN:
            course.add(MistakeMoved(name, MistakeStatus.OPEN if before else MistakeStatus.PENDING, one.evidence))
            made.append(name)
    return tuple(made)


def doubtful(course: Course, reading: Reading, found: Mapping[str, Found]) -> Iterator[str]:
    """Mistakes that may have been made: worth a neutral question, once, unless the reply made clear that they were not."""
    for name, one in found.items():
        clear = not one.torn and (name in reading.repairs or _says_otherwise(course.script.scenario.mistakes[name], reading))
        known = course.state.ledger.mistakes.get(name) is not None
        if not one.sure and not clear and not known and f"mistake_check:{name}" not in course.state.once:
            yield name


def _detected(scenario: Scenario, reading: Reading) -> Iterator[Found]:
    for hit in reading.mistakes:
        if hit.mistake in scenario.mistakes:
            yield Found(hit.mistake, hit.sure, hit.evidence)


def _flagged(scenario: Scenario, listens_for: tuple[str, ...], reading: Reading) -> Iterator[Found]:
    for hit in reading.flags:
        for name, mistake in scenario.mistakes.items():
            if mistake.flag is hit.flag and (not mistake.contradicts or set(mistake.contradicts) & set(listens_for)):
                yield Found(name, hit.sure, hit.evidence)


def _says_otherwise(mistake: Mistake, reading: Reading) -> bool:
    """Whether the reply clearly says a point that the mistake denies."""
    return any(point in reading.points and reading.points[point].verdict is Verdict.COVERED for point in mistake.contradicts)


def _covers_all(course: Course, name: str) -> bool:
    points = course.script.scenario.mistakes[name].contradicts
    return bool(points) and all(course.state.ledger.point(point).verdict is Verdict.COVERED for point in points)
