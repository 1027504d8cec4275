"""The C and the Python parser end in the same tree and the same problems, whatever stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scenario.samples import HERE, SMALL_TEXT, changed
from trainer.authoring.catalogue import GROUPS, OF_INCIDENTS
from trainer.scenario.files.nodes import PYTHON, Parser
from trainer.scenario.files.source import source_of
from trainer.scenario.load import Looked, examine

REPOSITORY = Path(__file__).parents[2]
C: Parser = yaml.CSafeLoader
FILES = [*sorted((REPOSITORY / "scenarios").glob("*.yaml")), HERE / "small.yaml", HERE / "ten_mistakes.yaml"]
BAD = {entry.name: changed(entry.good, entry.bad) for entries in GROUPS.values() for entry in entries if entry not in OF_INCIDENTS}
LINES = SMALL_TEXT.split("\n")
PIECES = [
    "{bug}",
    ": ",
    " #x",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "- ",
    "\t",
    "*",
    "&a ",
    "!t ",
    "|",
    ">",
    "\\",
    "é🙂",
    "\x1b",
    "\u202e",
    "010",
    "No",
    "~",
    "%",
    "@",
]


def both(text: str) -> tuple[object, object]:
    """Everything there is to know of a text, by the C and by the Python parser."""
    source = source_of("small.yaml", text)
    return known(examine(source, C)), known(examine(source, PYTHON))


def known(looked: Looked) -> object:
    document = looked.document
    return looked.problems, looked.scenario, looked.parts, document and (document.data, document.spoiled)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_reads_the_same_with_either_parser(path: Path) -> None:
    in_c, in_python = both(path.read_text(encoding="utf-8"))
    assert in_c == in_python


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_a_broken_file_has_the_same_problems_with_either_parser(text: str) -> None:
    in_c, in_python = both(text)
    assert in_c == in_python


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(LINES) - 1), st.integers(0, 60), st.sampled_from(PIECES), st.booleans())
def test_a_piece_of_rubbish_anywhere_never_breaks_the_loader_and_both_parsers_agree(line: int, column: int, piece: str, cut: bool) -> None:
    lines = list(LINES)
    lines[line] = lines[line][:column] + piece + ("" if cut else lines[line][column:])
    in_c, in_python = both("\n".join(lines))
    assert in_c == in_python
    problems = examine(source_of("small.yaml", "\n".join(lines))).problems
    assert all(problem.line >= 1 and problem.column >= 1 and problem.mend for problem in problems)
