"""What is wrong with a file or with the settings, as the lines of a small window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.errors import Problem, ProblemsFound, TrainerError
from trainer.text.clean import clean_line

UNUSED = "Your settings are not used until this is mended"


def problem_line(problem: Problem) -> str:
    """A problem of a file as one line: where, what, what to do."""
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
    where = "" if problem.line else problem.path
    mend = f" → {problem.mend}" if problem.mend else ""
    return clean_line(" ".join(part for part in (place, where, problem.message) if part) + mend)


def trouble_lines(errors: Sequence[TrainerError]) -> tuple[str, ...]:
    """The same for errors of any kind: one without problems is a line itself."""
    return tuple(line for error in errors for line in _lines(error))


def _lines(error: TrainerError) -> Iterator[str]:
    if isinstance(error, ProblemsFound):
        yield from (problem_line(one) for one in error.problems)
    else:
        yield clean_line(str(error))
