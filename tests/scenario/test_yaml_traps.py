"""YAML's traps are named as what they are, with the line to paste."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.scenario.samples import changed, problems_in
from trainer.errors import Problem, ProblemsFound
from trainer.scenario.files.nodes import MAX_DEPTH
from trainer.scenario.files.open_document import document_of
from trainer.scenario.files.source import source_of

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "scenario" / "yaml_traps.yaml").read_text(encoding="utf-8")
)


def traps_in(text: str) -> tuple[Problem, ...]:
    """What is wrong with a text as YAML, no model asked."""
    try:
        return document_of(source_of("x.yaml", text)).traps
    except ProblemsFound as error:
        return error.problems


def text_of(case: dict[str, Any], line: str) -> str:
    return "\n".join([*([case["before"]] if "before" in case else []), line, *([case["after"]] if "after" in case else []), ""])


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_trap(case: dict[str, Any]) -> None:
    (problem,) = traps_in(text_of(case, case["line"]))
    assert (problem.check, problem.line, problem.column, problem.mend) == (
        case["check"],
        2 if "before" in case else 1,
        case["column"],
        case["mend"],
    )
    assert problem.source == case["line"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_pasted_line_is_free_of_it(case: dict[str, Any]) -> None:
    assert traps_in(text_of(case, case["mend"])) == ()


@pytest.mark.parametrize(
    "line",
    [
        'ask: "{bug} crashes"',
        "ask: what is {bug} about",
        "to: end # comment on an id",
        "ask: what now?  # two spaces make a comment",
        "ask: half past 15:30 or so",
        "ask: 09:30",
        "ask: don't know",
        "ask: 50% of them",
        "asked: [how bad is it?, why now?]",
        "ask: http://example.org/x",
        "weight: 1.5",
        "optional: yes",
    ],
)
def test_what_means_what_it_says_is_left_alone(line: str) -> None:
    assert traps_in(line) == ()


def test_a_comment_close_behind_a_text_is_only_a_warning() -> None:
    (problem,) = traps_in("ask: what now # or later\n")
    assert (problem.check, problem.severity, problem.column) == ("hash-cuts-text", "warning", 15)


def test_a_syntax_error_is_told_alone() -> None:
    problems = problems_in(changed("start: opening", "start: opning\nask: Why: because"))
    assert [problem.check for problem in problems] == ["colon-in-text"]


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 100_000])
@pytest.mark.parametrize("sign", ["[", "{a: "])
def test_nesting_beyond_reason_is_told_and_brings_nothing_down(depth: int, sign: str) -> None:
    (problem,) = traps_in("a: " + sign * depth)
    assert problem.check == "too-deep"


def test_aliases_cannot_multiply() -> None:
    laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    assert {problem.check for problem in traps_in(laughs)} == {"anchor"}


def test_every_tab_is_told_at_once() -> None:
    assert [problem.line for problem in traps_in("a:\n\tb: 1\n\tc: 2\n")] == [2, 3]


@pytest.mark.parametrize("written", ['"\\x1b[2J"', '"\\u202e"', "\x1b[2J", "a\u202eb", "a\x85b", "a\ufeffb"])
def test_a_terminal_order_is_an_error_and_reaches_no_message(written: str) -> None:
    problems = problems_in(changed('    epilogue: "It shipped."', f"    epilogue: {written}"))
    assert "control-character" in [problem.check for problem in problems if problem.severity == "error"]
    shown = "".join(f"{problem.message}{problem.source}{problem.path}{problem.mend}" for problem in problems)
    assert not set(shown) & {"\x1b", "\u202e", "\x85", "\ufeff"}
