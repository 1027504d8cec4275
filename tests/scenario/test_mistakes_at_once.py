"""An author sees every mistake of a file at once, each with its place and its mend."""

from __future__ import annotations

from pathlib import Path

from tests.scenario.samples import HERE
from trainer.authoring.check import check_file, render
from trainer.scenario.files.nodes import PYTHON
from trainer.scenario.files.source import read_source
from trainer.scenario.load import examine

TEN = HERE / "ten_mistakes.yaml"

EXPECTED = [
    ("unknown-state", 5, 8, "start: opening"),
    ("read-as-yes-no", 11, 11, '    name: "No"'),
    ("braces-unquoted", 17, 14, '    example: "{bug}"'),
    ("read-as-number", 22, 14, '    example: "15:30"'),
    ("hash-cuts-text", 26, 35, '    example: "the lock from ticket #4711"'),
    ("undeclared-fact", 34, 27, '    model: "We found that {bug}."'),
    ("unknown-key", 35, 5, "    expect: [something is broken]"),
    ("colon-in-text", 42, 13, '          - "Listen: we are short of time"'),
    (
        "optional-fact-unguarded",
        47,
        35,
        '      bug: {pump: [{when: {known: cause}, lines: ["They say it is {cause}?"]}, {lines: ["..."]}]}',
    ),
    ("duplicate-key", 55, 5, "keep one of the two, or rename one"),
]


def test_ten_mistakes_in_one_file_are_told_at_once_each_with_line_column_and_mend() -> None:
    found = [(problem.check, problem.line, problem.column, problem.mend) for problem in check_file(TEN)]
    assert found == EXPECTED


def test_both_parsers_tell_the_same_ten() -> None:
    source = read_source(TEN)
    assert examine(source, PYTHON).problems == examine(source).problems


def test_the_file_with_every_mend_pasted_in_has_nothing_left_to_mend(tmp_path: Path) -> None:
    lines = TEN.read_text(encoding="utf-8").split("\n")
    for check, line, _, mend in EXPECTED:
        lines[line - 1] = "" if check == "duplicate-key" else mend
    # A value that was read as a number turns out to be no duration once it is text.
    lines[21] = lines[21].replace("15:30", "2 hours")
    mended = tmp_path / "ten_mistakes.yaml"
    mended.write_text("\n".join(lines), encoding="utf-8")
    assert check_file(mended) == ()


def test_a_problem_is_shown_with_its_place_the_line_a_caret_and_the_mend() -> None:
    unknown_key = next(problem for problem in check_file(TEN) if problem.check == "unknown-key")
    assert render([unknown_key]).split("\n") == [
        f"{TEN}:35:5 key_points.bug: unknown key 'expcet' (did you mean 'expect'?) [unknown-key]",
        "  35 |     expcet: [something is broken]",
        "     |     ^",
        "mend |     expect: [something is broken]",
    ]
