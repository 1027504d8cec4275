"""Problems as plain text for a terminal: place, what is wrong, the line with a caret, the mend. Reads no file, colours nothing."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.errors import Problem
from trainer.text.clean import clean, clean_line

_WIDEST = 160
"""Characters of a source line that are shown; a long line is cut around its caret."""


def render(problems: Iterable[Problem]) -> str:
    """Every problem, an empty line between two; safe to print whatever the file held."""
    return "\n\n".join(map(render_one, problems))


def render_one(problem: Problem) -> str:
    """One problem: a headline to click on, the line, the caret, the mend."""
    gutter = max(4, len(str(problem.line)))
    lines = [headline(problem)]
    source, column = _cut(_one_line(problem.source), problem.column)
    if source.strip():
        lines.append(f"{problem.line:>{gutter}} | {source}")
        lines.append(f"{'':>{gutter}} | {' ' * (column - 1)}^" if column else "")
    if problem.mend:
        label = "mend" if gutter == 4 else "mend".rjust(gutter)
        lines += [f"{label} | {_one_line(line)}" for line in problem.mend.splitlines()]
    return "\n".join(line.rstrip() for line in lines if line)


def headline(problem: Problem) -> str:
    """`release-halt.yaml:41:7 key_points.root_cause: unknown key 'expcet' (did you mean 'expect'?) [unknown-key]`."""
    place = f":{problem.line}:{problem.column}" if problem.line else ""
    path = f" {problem.path}" if problem.path else ""
    kind = "" if problem.severity == "error" else f"{problem.severity}: "
    return clean_line(f"{problem.file}{place}{path}: {kind}{problem.message} [{problem.check}]")


def _one_line(text: str) -> str:
    return clean(text).replace("\n", " ").replace("\t", " ")


def _cut(source: str, column: int) -> tuple[str, int]:
    """The source line, at most `_WIDEST` wide, and where the caret then stands."""
    if len(source) <= _WIDEST:
        return source, column
    first = max(0, min(column - 1 - _WIDEST // 2, len(source) - _WIDEST))
    shown = source[first : first + _WIDEST]
    before, behind = "..." if first else "", "..." if first + _WIDEST < len(source) else ""
    return before + shown + behind, column - first + len(before) if column else 0
