"""Labelled replies an author keeps beside a scenario, whichever file they stand in: `.cases.yaml`, or JSON lines with people's labels.

Owns what the two have in common, and whether a `must` case holds. Must never change a label.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trainer.authoring.agreement import GRADE, Labelled, read_labels
from trainer.errors import Problem, ProblemsFound, Unreadable
from trainer.matching.reading import Reading
from trainer.meeting.script import Script
from trainer.scenario.beside import Bounds, Case
from trainer.scenario.cases import load_cases
from trainer.scenario.models import Scenario
from trainer.scenario.suggest import did_you_mean, nearest
from trainer.scoring.overall import overall
from trainer.text.clean import clean_line
from trainer.text.values import Flag

JSON_LINES = ".jsonl"
"""Ending of a file of labels; anything else is read as cases."""


@dataclass(frozen=True)
class Example:
    """A labelled reply, and where it stands."""

    place: str
    """`release-halt.cases.yaml:12`."""
    labelled: Labelled
    case: Case | None = None
    """What an author wrote; None for a line of labels, which demands nothing."""

    @property
    def must(self) -> bool:
        """Has to hold."""
        return self.case is not None and self.case.must


@dataclass(frozen=True)
class Unkept:
    """A `must` case that does not hold."""

    place: str
    state: str
    reply: str
    broken: tuple[str, ...]
    """What is wanted and what is heard, one sentence each."""


def read_examples(path: Path, scenario: Scenario) -> tuple[Example, ...]:
    """The labelled replies in a file, every name in them looked up in the scenario.

    Raises:
        Unreadable: no labelled reply can be got out of it.
        ProblemsFound: everything wrong with it, in the order of the file.
    """
    examples = _from_labels(path, scenario) if path.name.endswith(JSON_LINES) else _from_cases(path, scenario)
    if not examples:
        raise Unreadable(clean_line(str(path)), "there is no labelled reply in it")
    return examples


def unkept(script: Script, example: Example, reading: Reading) -> Unkept | None:
    """What of a `must` case the reading does not keep; None when it holds, or is no `must`."""
    case = example.case
    if case is None or not case.must:
        return None
    broken = (*_points(case, reading), *_flags(case, reading), *_overall(case.overall, overall(script, case.state, reading)))
    return Unkept(example.place, case.state, case.reply, broken) if broken else None


def _points(case: Case, reading: Reading) -> Iterator[str]:
    for point, wanted in case.points.items():
        heard = reading.points[point].verdict
        if heard is not wanted:
            yield f"{point}: {wanted.value} wanted, {heard.value} heard"


def _flags(case: Case, reading: Reading) -> Iterator[str]:
    if case.flags is None:
        return
    heard = {hit.flag for hit in reading.flags}
    for flag in Flag:
        if flag in case.flags and flag not in heard:
            yield f"flag {flag.value}: wanted, not heard"
        elif flag in heard and flag not in case.flags:
            yield f"flag {flag.value}: heard, not wanted"


def _overall(bounds: Bounds | None, value: int) -> Iterator[str]:
    if bounds is not None and not bounds.holds(value):
        yield f"overall: {bounds.words} wanted, it is {value}"


def _from_cases(path: Path, scenario: Scenario) -> tuple[Example, ...]:
    return tuple(Example(f"{clean_line(str(path))}:{case.line}", _labels_of(case), case) for case in load_cases(path, scenario))


def _labels_of(case: Case) -> Labelled:
    flags = {} if case.flags is None else {flag.value: flag in case.flags for flag in Flag}
    points = {point: GRADE[verdict] for point, verdict in case.points.items()}
    return Labelled(str(case.line), case.state, case.reply, points, flags, overall=None)


def _from_labels(path: Path, scenario: Scenario) -> tuple[Example, ...]:
    name = clean_line(str(path))
    if not path.exists():
        raise Unreadable(name, "there is no such file")
    try:
        labels = read_labels(path)
    except (RecursionError, OverflowError) as error:
        raise Unreadable(name, "no file of labels: nested too deeply, or with a number no label can be") from error
    # The same lines as `read_labels` took: it has read the file just now, so it can be read.
    lines = [(number, line) for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if line.strip()]
    examples = tuple(Example(f"{name}:{number}", one) for (number, _), one in zip(lines, labels, strict=True))
    problems = [problem for (number, line), one in zip(lines, labels, strict=True) for problem in _wrong(name, number, line, one, scenario)]
    if problems:
        raise ProblemsFound(name, tuple(problems))
    return examples


def _wrong(file: str, number: int, line: str, one: Labelled, scenario: Scenario) -> Iterator[Problem]:
    """Names and grades of one line of labels that mean nothing here."""

    def problem(check: str, message: str, name: str, mend: str) -> Problem:
        column = line.find(json.dumps(name, ensure_ascii=False)) + 1
        return Problem(check, clean_line(message), file, number, column, source=line, mend=clean_line(mend))

    def unknown(what: str, name: str, known: Iterable[str]) -> Problem:
        names = tuple(known)
        close = nearest(name, names, most=1)
        mend = f'write "{close[0]}"' if close else f"name one of {', '.join(names)}"
        return problem(f"unknown-{what}", f"there is no {_WORDS[what]} '{name}'{did_you_mean(name, names)}", name, mend)

    if one.state not in scenario.moments:
        yield unknown("state", one.state, scenario.moments)
    for point, grade in one.points.items():
        if point not in scenario.key_points:
            yield unknown("point", point, scenario.key_points)
        elif grade not in GRADE.values():
            grades = ", ".join(f"{value} {verdict.value}" for verdict, value in GRADE.items())
            yield problem("unknown-choice", f"{grade} is no verdict on '{point}'", point, f"write one of {grades}")
    for flag in one.flags:
        if flag not in tuple(Flag):
            yield unknown("flag", flag, (known.value for known in Flag))


_WORDS = {"state": "state or interjection", "point": "key point", "flag": "flag"}
