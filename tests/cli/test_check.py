"""`trainer check` answers with its exit code: errors no, warnings yes unless they are to count."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.scenario.samples import SMALL_INCIDENT_TEXT, SMALL_TEXT, changed

WARNED = changed("      - unknown: [cause, owner]", "      - unknown: [cause]")
BROKEN = changed("start: opening", "start: openin")
ALLOWED = WARNED + "allow: [{check: unused-fact, at: facts.owner, reason: The team asks for it in every form.}]\n"


@pytest.mark.parametrize(
    ("text", "code", "strict"),
    [(SMALL_TEXT, 0, 0), (WARNED, 0, 1), (ALLOWED, 0, 0), (BROKEN, 1, 1)],
    ids=["fine", "warned", "allowed", "broken"],
)
def test_errors_are_a_no_and_warnings_only_when_it_is_strict(call: Call, tmp_path: Path, text: str, code: int, strict: int) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(text, encoding="utf-8")
    for flags, expected in (((), code), (("--strict",), strict), (("--json",), code), (("--strict", "--json"), strict)):
        result = call("check", str(file), *flags)
        assert (result.code, result.err) == (expected, "")


def test_json_holds_every_problem_with_its_severity(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(WARNED.replace("start: opening", "start: openin"), encoding="utf-8")
    problems = call("check", str(file), "--json").json()
    assert {problem["check"]: problem["severity"] for problem in problems} == {"unknown-state": "error", "unused-fact": "warning"}
    assert all(
        {"check", "message", "file", "line", "column", "path", "source", "mend", "severity"} == problem.keys() for problem in problems
    )
    assert [problem["line"] for problem in problems] == sorted(problem["line"] for problem in problems)


def test_a_scenario_is_checked_with_what_stands_beside_it(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(SMALL_TEXT, encoding="utf-8")
    file.with_name("small.play.yaml").write_text("- {name: A., replies: [], expect: {ending: nowhere}}\n", encoding="utf-8")
    result = call("check", str(file))
    assert (result.code, "small.play.yaml:1" in result.out, "2 files" in result.out) == (1, True, True)


def test_an_incident_is_checked_as_one(call: Call, tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL_TEXT, encoding="utf-8")
    mine = tmp_path / "mine.yaml"
    mine.write_text(SMALL_INCIDENT_TEXT, encoding="utf-8")
    assert call("check", str(mine)).out == "1 file: 0 errors, 0 warnings.\n"
    mine.write_text(SMALL_INCIDENT_TEXT.replace("estimate:", "estimat:"), encoding="utf-8")
    refused = call("check", str(mine))
    assert refused.code == 1
    assert "estimat" in refused.out


def test_an_incident_of_no_scenario_there_is_says_so(call: Call, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(SMALL_INCIDENT_TEXT.replace("scenario: small", "scenario: nowhere"), encoding="utf-8")
    assert "no scenario called 'nowhere'" in call("check", str(mine)).err
