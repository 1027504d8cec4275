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
from trainer.meeting.judging import CLEAR, deny, lift_denial
from trainer.meeting.plain_answers import PlainAnswer
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


def found_mistakes(
    scenario: Scenario, listens_for: tuple[str, ...], reading: Reading, answer: PlainAnswer | None = None
) -> dict[str, Found]:
    """Mistakes in one reply, by id, each with its clearest evidence, in the order of the scenario.

    By a `detect` phrase (the reader found those), by the mistake's flag where a point it contradicts is listened for, or owned up to by a
    plain yes to the role's question. A reply that also takes the mistake back, or says clearly what it contradicts, is not sure to have
    made it. Where nobody listens for what it contradicts, only a clear match is sure, and an unsure one is nothing.
    """
    found: dict[str, Found] = {}
    heard = (*_owned(answer), *_detected(scenario, listens_for, reading), *_flagged(scenario, listens_for, reading))
    for one in sorted(heard, key=lambda one: not one.sure):
        certain = one.sure and not _says_otherwise(scenario.mistakes[one.mistake], reading)
        torn = certain and one.mistake in reading.repairs
        found.setdefault(one.mistake, Found(one.mistake, certain and not torn, one.evidence, torn))
    return {name: found[name] for name in scenario.mistakes if name in found}


def judge_pending(course: Course, reading: Reading, found: Mapping[str, Found], answer: PlainAnswer | None) -> None:
    """The reply after a mistake decides it: taken back, or open. What it denied stands again once it is taken back."""
    for name, status in course.state.ledger.mistakes.items():
        if status is MistakeStatus.PENDING:
            again = name in found and found[name].sure
            contested = answer is not None and answer.contests == name
            repaired = not again and (contested or name in reading.repairs or _covers_all(course, name))
            course.add(MistakeMoved(name, MistakeStatus.REPAIRED if repaired else MistakeStatus.OPEN))
            if repaired:
                _restore(course, name, reading)


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
    """Mistakes that may have been made: worth a neutral question, once, unless the reply made clear that they were not.

    One taken back and made in the same breath is asked about even if it was made before, as long as it is not open.
    """
    for name, one in found.items():
        clear = not one.torn and (name in reading.repairs or _says_otherwise(course.script.scenario.mistakes[name], reading))
        status = course.state.ledger.mistakes.get(name)
        settled = status is not None and not (one.torn and status is MistakeStatus.REPAIRED)
        if not one.sure and not clear and not settled and f"mistake_check:{name}" not in course.state.once:
            yield name


def _owned(answer: PlainAnswer | None) -> Iterator[Found]:
    if answer is not None and answer.confirms is not None:
        yield Found(answer.confirms, True, answer.evidence)


def _detected(scenario: Scenario, listens_for: tuple[str, ...], reading: Reading) -> Iterator[Found]:
    for hit in reading.mistakes:
        mistake = scenario.mistakes.get(hit.mistake)
        if mistake is not None and _in_place(mistake, listens_for):
            yield Found(hit.mistake, hit.sure, hit.evidence)
        elif mistake is not None and hit.sure:
            yield Found(hit.mistake, hit.evidence.similarity >= CLEAR, hit.evidence)


def _flagged(scenario: Scenario, listens_for: tuple[str, ...], reading: Reading) -> Iterator[Found]:
    for hit in reading.flags:
        for name, mistake in scenario.mistakes.items():
            if mistake.flag is hit.flag and _in_place(mistake, listens_for):
                yield Found(name, hit.sure, hit.evidence)


def _in_place(mistake: Mistake, listens_for: tuple[str, ...]) -> bool:
    """Whether the moment listens for something the mistake denies; one that denies nothing can be made anywhere."""
    return not mistake.contradicts or bool(set(mistake.contradicts) & set(listens_for))


def _restore(course: Course, name: str, reading: Reading) -> None:
    for point in course.script.scenario.mistakes[name].contradicts:
        found = reading.points.get(point)
        if found is None or found.denied is None:
            lift_denial(course, point)


def _says_otherwise(mistake: Mistake, reading: Reading) -> bool:
    """Whether the reply clearly says a point that the mistake denies."""
    return any(point in reading.points and reading.points[point].verdict is Verdict.COVERED for point in mistake.contradicts)


def _covers_all(course: Course, name: str) -> bool:
    points = course.script.scenario.mistakes[name].contradicts
    return bool(points) and all(course.state.ledger.point(point).verdict is Verdict.COVERED for point in points)
