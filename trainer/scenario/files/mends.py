"""Corrected lines to paste. Works on lines of text; a mend that YAML would not take as meant is never offered."""

from __future__ import annotations

import json

from trainer.scenario.files.nodes import NotYaml, Place, Scalar, Table, TooDeep, parse
from trainer.scenario.files.source import Source


def quoted(text: str) -> str:
    """The text in quotes, as YAML takes it back unchanged; single quotes where the text itself holds double ones."""
    if '"' in text and "\n" not in text and "\\" not in text:
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)


def replaced(source: Source, start: Place, end: Place, text: str) -> str:
    """The line with the stretch from `start` to `end` replaced; empty when the stretch spans several lines."""
    if start.line != end.line:
        return ""
    line = source.line(start.line)
    return line[: start.column - 1] + text + line[end.column - 1 :]


def written(source: Source, start: Place, end: Place) -> str:
    """The stretch as written, on one line; up to the end of the first line when it spans several."""
    line = source.line(start.line)
    return line[start.column - 1 : end.column - 1 if start.line == end.line else len(line)]


def quoted_value(source: Source, scalar: Scalar) -> str:
    """The line with this value in quotes; empty when it spans several lines."""
    return replaced(source, scalar.start, scalar.end, quoted(written(source, scalar.start, scalar.end)))


def reads_as(line: str, text: str) -> bool:
    """Whether a line of YAML, by itself, holds `text` as its (last) value."""
    try:
        node = parse(line.strip()).root
    except (NotYaml, TooDeep):
        return False
    while node is not None and not isinstance(node, Scalar):
        inner = list(node.values.values()) if isinstance(node, Table) else node.items
        node = inner[-1] if inner else None
    return node is not None and node.text == text


def stands_alone(line: str) -> bool:
    """Whether a line is YAML by itself."""
    try:
        parse(line.strip())
    except (NotYaml, TooDeep):
        return False
    return True
