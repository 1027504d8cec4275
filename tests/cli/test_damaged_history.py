"""What one damaged row of the history costs: a line on standard error, and never another run."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.small_meeting import GOOD

Damage = Callable[[str, str], None]


@pytest.fixture
def runs(call: Call) -> list[str]:
    """Three finished runs, the first first."""
    for _ in range(3):
        call("play", "small", "--plain", "--seed", "0", given="".join(f"{line}\n" for line in ("hmm", *GOOD)))
    return [run["run"] for run in reversed(call("history", "--json").json())]


@pytest.fixture
def damage(home: Path) -> Damage:
    """Edit the row of a run by hand."""

    def damaging(run: str, change: str) -> None:
        with closing(sqlite3.connect(home / "history.db", isolation_level=None)) as history:
            history.execute(f"UPDATE runs SET {change} WHERE id = ?", (run,))  # noqa: S608  (changes of our own)

    return damaging


RESULTS = {
    "a date without a time zone": "result = json_set(result, '$.when', '2026-01-02T03:04:05')",
    "a date that no time zone can show": "result = json_set(result, '$.when', '0001-01-01T00:00:00Z')",
    "a score that cannot be": "result = json_set(result, '$.score', 1000)",
    "a theme that cannot be": "result = json_set(result, '$.themes', json_object('severity', 7.5))",
    "a theme without its share": "result = json_set(result, '$.themes', json_object())",
}


@pytest.mark.parametrize("case", RESULTS)
def test_a_damaged_result_whose_record_is_whole_changes_nothing(call: Call, runs: list[str], damage: Damage, case: str) -> None:
    before = [call(*command) for command in (("progress",), ("report", runs[-1]))]
    damage(runs[0], RESULTS[case])
    assert [call(*command) for command in (("progress",), ("report", runs[-1]))] == before


@pytest.mark.parametrize("change", ["saved = '2026-01-02T03:04:05', result = NULL", "saved = 'soon', result = ''"])
def test_a_run_that_cannot_be_placed_in_time_is_said_once_and_the_others_show(
    call: Call, runs: list[str], damage: Damage, change: str
) -> None:
    damage(runs[0], change)
    left_out = f"Left out: rehearsal {runs[0]}: its line in the history is damaged"
    for command in (("progress",), ("report", runs[-1]), ("history",)):
        result = call(*command)
        assert (result.code, result.err.count(left_out), result.err.count("\n")) == (0, 1, 1)
    assert "2 runs" in call("progress").out
    assert [run["run"] for run in call("history", "--json").json()] == [runs[2], runs[1]]
    assert call("forget", runs[0]).code == 0
    assert call("history").err == ""
