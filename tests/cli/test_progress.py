"""`progress`, and the filter of `history`."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.small_meeting import GOOD

WEAK = ("hmm", "hmm", "hmm", "hmm", *GOOD[1:])


def rehearse(call: Call, *replies: str, mode: str = "coach") -> None:
    call("play", "small", "--plain", "--mode", mode, "--seed", "0", given="\n".join(replies) + "\n")


@pytest.fixture
def four(call: Call) -> None:
    """A weak run and two good ones, and a good one in another mode."""
    rehearse(call, *WEAK)
    rehearse(call, *GOOD)
    rehearse(call, *GOOD)
    rehearse(call, *GOOD, mode="meeting")


def test_without_rehearsals_it_says_how_to_begin(call: Call) -> None:
    assert call("progress").out == "No finished rehearsals yet. Begin with: trainer play release-halt\n"
    assert call("progress", "small").out == "No finished rehearsals yet. Begin with: trainer play small\n"
    assert call("progress", "--json").json() == {"progress": [], "drills": [], "trouble": []}


def test_a_scenario_that_is_not_there_is_named(call: Call) -> None:
    result = call("progress", "smal")
    assert (result.code, result.out) == (2, "")
    assert "did you mean small" in result.err


def test_runs_of_a_mode_are_set_beside_each_other(call: Call, four: None) -> None:
    meeting, coach = call("progress", "--json").json()["progress"]
    assert (meeting["mode"], len(meeting["runs"])) == ("meeting", 1)
    assert (coach["mode"], coach["length"], len(coach["runs"])) == ("coach", "whole", 3)
    first, *others = coach["score"]["values"]
    assert others == [100, 100]
    assert coach["score"]["change"] == f"up {100 - first} since the first run"
    assert first < coach["score"]["level"] < 100
    assert [theme["label"] for theme in coach["themes"]] == ["Harm", "Way out"]
    shown = call("progress").out
    assert "coach mode, whole meeting, 3 runs" in shown
    assert f"{first}, 100, 100: up" in shown


def test_a_missed_point_is_due_for_a_drill_at_once(call: Call) -> None:
    rehearse(call, *WEAK)
    (drill,) = call("progress", "--json").json()["drills"]
    assert (drill["scenario"], drill["point"], drill["label"], drill["step"], drill["due"]) == (
        "small", "severity", "How bad it is", 0, True,
    )  # fmt: skip
    assert "trainer play small --mode drill --points severity" in call("progress", "small").out


def test_a_point_said_since_rests_until_another_day(call: Call, four: None) -> None:
    (drill,) = call("progress", "--json").json()["drills"]
    assert (drill["step"], drill["due"]) == (1, False)
    assert "AGAIN LATER" in call("progress").out


def test_the_drill_that_is_named_can_be_played_and_moves_the_point_on(call: Call) -> None:
    rehearse(call, *WEAK)
    call("play", "small", "--plain", "--mode", "drill", "--points", "severity", given=GOOD[0] + "\n")
    shown = call("progress", "--json").json()
    assert [(drill["point"], drill["step"]) for drill in shown["drills"]] == [("severity", 1)]
    assert [group["mode"] for group in shown["progress"]] == ["coach"]
    assert [run["length"] for run in call("history", "--json").json()] == ["drill", "whole"]


def test_one_scenario_can_be_asked_for_also_when_its_file_is_gone(call: Call, four: None, small: Path) -> None:
    call("play", "release-halt", "--plain", given="hmm\n/quit\n")
    small.unlink()
    shown = call("progress", "small", "--json").json()
    assert {group["scenario"] for group in shown["progress"]} == {"small"}
    assert {drill["scenario"] for drill in shown["drills"]} == {"small"}


def test_runs_that_were_only_left_cannot_be_compared(call: Call) -> None:
    rehearse(call, "/quit")
    assert call("progress").out == "Nothing to compare yet: no rehearsal came to its end.\n"


def test_a_damaged_record_is_named_and_hides_nothing_else(call: Call, four: None, home: Path) -> None:
    damaged = call("history", "--json").json()[-1]["run"]
    with sqlite3.connect(home / "history.db") as db:
        db.execute("UPDATE runs SET result = NULL WHERE id = ?", (damaged,))
        db.execute("UPDATE events SET event = 'x' WHERE run = ?", (damaged,))
    db.close()
    result = call("progress")
    assert result.code == 0
    assert f"Left out: rehearsal {damaged}" in result.err
    assert "coach mode, whole meeting, 2 runs" in result.out
    assert damaged in call("progress", "--json").json()["trouble"][0]


def test_the_history_is_filtered_by_words(call: Call, four: None) -> None:
    assert len(call("history", "--json").json()) == 4
    (weak,) = call("history", "--filter", "COACH not passed", "--json").json()
    assert weak["first_score"] < 100
    assert weak["run"] in call("history", "--filter", "not passed").out
    assert call("history", "--filter", "nothing like it").out == "None of your rehearsals fits “nothing like it”.\n"
    assert call("history", "--filter", "nothing like it", "--json").json() == []
