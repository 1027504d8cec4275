"""`trainer rehearse`: a whole meeting from a file, the same every time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.small_meeting import GOOD

STRONG = "\n".join(GOOD)


def test_prints_everything_that_came_of_the_meeting(call: Call) -> None:
    result = call("rehearse", "small", "--replies", "-", "--json", given=STRONG)
    shape = result.json()
    assert list(shape) == [
        "format", "scenario", "seed", "mode", "length", "score", "passed", "ending", "ended",
        "trust", "points", "mistakes", "turns", "unused",
    ]  # fmt: skip
    assert (shape["format"], shape["scenario"], shape["seed"], shape["mode"]) == (1, "small", 0, "meeting")
    assert (shape["ending"], shape["ended"], shape["passed"], shape["unused"]) == ("halted", "ending", True, [])
    assert shape["points"]["severity"] == {"verdict": "covered", "told": False, "claimed": False, "turns": [0]}
    assert shape["trust"] == {"pm": 60, "sales": 50}
    assert result.code == 0


def test_every_turn_says_who_asked_what_and_what_was_heard(call: Call) -> None:
    turns = call("rehearse", "small", "--replies", "-", "--json", given="hmm\n" + STRONG).json()["turns"]
    assert all(list(turn) == ["kind", "state", "role", "line", "reply", "points", "flags", "overall", "trust"] for turn in turns)
    assert [turn["kind"] for turn in turns] == ["question", "follow_up", "question", "question"]
    assert [turn["reply"] for turn in turns] == ["hmm", *GOOD]
    assert turns[1]["points"]["severity"] == "covered"
    assert turns[0]["trust"]["pm"] == 50
    assert turns[1]["trust"]["pm"] == 60


def test_turns_of_a_point_index_the_turns(call: Call) -> None:
    shape = call("rehearse", "small", "--replies", "-", "--json", given="hmm\n" + STRONG).json()
    for point, standing in shape["points"].items():
        for turn in standing["turns"]:
            assert shape["turns"][turn]["points"][point] in {"covered", "partly", "contradicted"}


def test_when_replies_run_out_there_is_no_ending(call: Call) -> None:
    result = call("rehearse", "small", "--replies", "-", "--json", given=GOOD[0])
    shape = result.json()
    assert (shape["ending"], shape["ended"], shape["passed"], result.code) == (None, "no_more_replies", False, 1)
    assert shape["turns"][-1] == {**shape["turns"][-1], "reply": None, "points": {}, "flags": [], "overall": None}


def test_replies_that_found_no_question_are_given_back(call: Call) -> None:
    shape = call("rehearse", "small", "--replies", "-", "--json", given=STRONG + "\nand another thing\n").json()
    assert shape["unused"] == ["and another thing"]


def test_a_reply_can_wait_for_its_state(call: Call) -> None:
    given = "\n".join(
        json.dumps({"state": state, "reply": reply}) for state, reply in zip(("timeline", "warning"), GOOD[:0:-1], strict=True)
    )
    shape = call("rehearse", "small", "--replies", "-", "--json", given=f"{given}\n{GOOD[0]}").json()
    assert [turn["reply"] for turn in shape["turns"]] == list(GOOD)
    assert shape["unused"] == []


def test_an_absent_role_is_passed_by(call: Call) -> None:
    shape = call("rehearse", "small", "--replies", "-", "--without", "sales", "--json", given=f"{GOOD[0]}\n{GOOD[2]}").json()
    assert [turn["role"] for turn in shape["turns"]] == ["pm", "pm"]
    assert shape["trust"].keys() == {"pm"}


def test_the_same_file_and_seed_give_the_same_bytes_and_another_seed_may_not(call: Call) -> None:
    def lines_said(seed: str) -> str:
        return call("rehearse", "small", "--replies", "-", "--json", "--seed", seed, given=STRONG).out

    assert lines_said("1") == lines_said("1")
    assert len({json.loads(lines_said(str(seed)))["turns"][0]["line"] for seed in range(12)}) > 1


def test_nothing_is_kept(call: Call, home: Path) -> None:
    call("rehearse", "small", "--replies", "-", given=STRONG)
    assert not home.exists()


def test_people_get_the_meeting_and_the_debrief(call: Call) -> None:
    result = call("rehearse", "small", "--replies", "-", given=STRONG + "\none more\n")
    assert f"You: {GOOD[0]}" in result.out
    assert "severity covered" in result.out
    assert "of 100, passed" in result.out
    assert "Replies that found no question: 1" in result.out


BAD = {
    "no UTF-8": (b"fine\n\xff\xfe", "standard input:2: not UTF-8"),
    "JSON that is none": (b'{"state": "opening"\n', "standard input:1: a line that begins with {"),
    "no reply": (b'fine\n\n{"state": "opening"}\n', 'standard input:3: needs "reply"'),
    "a strange key": (b'{"reply": "x", "tone": "calm"}', 'unknown key "tone"'),
    "no such state": (b'{"state": "openning", "reply": "x"}', "did you mean opening?"),
    "a state that is no text": (b'{"state": 3, "reply": "x"}', "no state called '3'"),
    "too long": (b"x" * 4001, "standard input:1: That is 4,001 characters"),
    "nested without end": (b'{"reply": ' + b"[" * 200_000, "standard input:1"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_line_of_the_file_is_named(call: Call, case: str) -> None:
    given, why = BAD[case]
    result = call("rehearse", "small", "--replies", "-", "--json", given=given)
    assert (result.code, result.out) == (2, "")
    assert why in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.usefixtures("short")
def test_a_short_run_has_the_moments_the_scenario_names_and_an_end_of_its_own(call: Call) -> None:
    result = call("rehearse", "brisk", "--length", "short", "--replies", "-", "--json", given="\n".join((GOOD[1], GOOD[0])))
    shape = result.json()
    assert [turn["state"] for turn in shape["turns"]] == ["warning", "opening"]
    assert (shape["length"], shape["ended"], shape["ending"], shape["passed"], result.code) == ("short", "done", None, True, 0)


def test_a_drill_asks_for_its_points_alone(call: Call) -> None:
    given = "\n".join((GOOD[2], GOOD[1]))
    result = call("rehearse", "small", "--mode", "drill", "--points", "time, no_warning", "--replies", "-", "--json", given=given)
    shape = result.json()
    assert [turn["state"] for turn in shape["turns"]] == ["timeline", "warning"]
    assert (shape["mode"], shape["length"], shape["ended"], shape["score"], result.code) == ("drill", "drill", "done", 100, 0)


@pytest.mark.parametrize("command", [("rehearse", "small", "--replies", "-"), ("play", "small", "--plain")], ids=["rehearse", "play"])
@pytest.mark.parametrize(
    ("options", "line"),
    [
        (("--mode", "drill"), "A drill needs --points"),
        (("--mode", "drill", "--points", " , "), "A drill needs --points"),
        (("--points", "time"), "--points are for a drill"),
        (("--mode", "drill", "--points", "time", "--length", "whole"), "A drill has a length of its own"),
        (("--mode", "drill", "--points", "tme"), "no required key point called 'tme' (did you mean time?)"),
        (("--length", "short"), "small has no short run"),
    ],
)
def test_a_part_that_is_not_there_is_refused_in_one_line(call: Call, command: tuple[str, ...], options: tuple[str, ...], line: str) -> None:
    result = call(*command, *options, given=STRONG)
    assert (result.code, result.out) == (2, "")
    assert line in result.err
    assert result.err.count("\n") == 1
