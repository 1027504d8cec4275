"""`report`: the debrief of a kept rehearsal."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.test_reference import NAMES, SECTIONS, keys
from tests.small_meeting import GOOD

CAVING = "OK, let us ship it with a warning then."


@pytest.fixture
def run(call: Call) -> str:
    """A lost rehearsal with a retried reply, in the history."""
    typed = ("it is only minor", "/retry", GOOD[0], CAVING, CAVING)
    assert call("play", "small", "--plain", "--seed", "0", given="\n".join(typed) + "\n").code == 0
    (listed,) = call("history", "--json").json()
    return str(listed["run"])


def test_it_is_text_with_the_meeting_line_by_line(call: Call, run: str) -> None:
    shown = call("report", run)
    assert (shown.code, shown.err) == (0, "")
    assert "SHIPPED" in shown.out
    assert "THE MEETING, LINE BY LINE" in shown.out
    assert call("report", "last").out == shown.out


def test_json_is_ascii_and_every_key_is_documented(call: Call, run: str) -> None:
    call("play", "small", "--plain", "--seed", "1", given="\n".join(GOOD))
    shown = call("report", "last", "--format", "json")
    assert shown.out.isascii()
    assert shown.json()["format"] == 1
    lost = call("report", run, "--format", "json").json()
    assert lost["lost"]
    assert lost["work_on"]
    assert {key for key in keys([shown.json(), lost]) - NAMES if key not in SECTIONS["trainer report"]} == set()


def test_an_unfinished_rehearsal_has_a_report(call: Call) -> None:
    call("play", "small", "--plain", given=GOOD[0])
    assert "NOT OVER YET" in call("report", "last").out


def test_attempts_before_are_those_that_were_over_when_it_began(call: Call, run: str) -> None:
    call("play", "small", "--plain", "--seed", "1", given="\n".join(GOOD))
    assert [one["run"] for one in call("report", "last", "--format", "json").json()["attempts"]["runs"]] == [run]
    assert call("report", run, "--format", "json").json()["attempts"]["runs"] == []


@pytest.mark.parametrize(("name", "begins"), [("a.html", "<!doctype html>"), ("a.md", "# "), ("a.txt", "A small"), ("a.json", "{")])
def test_a_file_takes_the_form_of_its_ending_and_is_private(call: Call, run: str, tmp_path: Path, name: str, begins: str) -> None:
    path = tmp_path / name
    result = call("report", run, "--out", str(path))
    assert (result.code, result.out) == (0, f"Written: {path}\n")
    assert path.read_text(encoding="utf-8").startswith(begins)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_replaced_only_when_asked(call: Call, run: str, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("mine", encoding="utf-8")
    refused = call("report", run, "--out", str(path))
    assert refused.code == 2
    assert "--replace" in refused.err
    assert path.read_text(encoding="utf-8") == "mine"
    assert call("report", run, "--out", str(path), "--replace").code == 0
    assert json.loads(path.read_text(encoding="utf-8"))["scenario"] == "small"


def test_a_run_that_is_not_there_is_one_clear_line(call: Call, run: str) -> None:
    result = call("report", "zzzz")
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
