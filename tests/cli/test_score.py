"""`trainer score`: one line out for each line in, whatever stands in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from trainer.text.values import Verdict

BANDS = {
    Verdict.MISSING: lambda score: 0 <= score < 0.35,
    Verdict.PARTLY: lambda score: 0.35 <= score < 0.7,
    Verdict.COVERED: lambda score: 0.7 <= score <= 1,
    Verdict.CONTRADICTED: lambda score: score == 0,
}
REPLIES = (
    "This is critical.",
    "It is only minor.",
    "hmm",
    "",
    "   \n\t  ",
    "Ünïcödé 🙂 first, then: this is critical 🙂.",
    "\x1b[31mthis is critical\x1b[0m",
    "this\u202e is critical",
    "this is critical " * 600,
    "\ud800 this is critical",
    "[/] [@click=app.quit]x[/]",
)


def lines(*replies: str, state: str = "opening") -> str:
    return "".join(json.dumps({"id": str(number), "state": state, "reply": reply}) + "\n" for number, reply in enumerate(replies))


def test_order_and_number_of_lines_are_kept(call: Call) -> None:
    result = call("score", "small", "-", "--json", given=lines(*REPLIES))
    assert result.code == 0
    assert [line["id"] for line in result.json_lines()] == [str(number) for number in range(len(REPLIES))]


def test_each_line_has_the_points_its_state_listens_for_in_that_order(call: Call) -> None:
    (line,) = call("score", "small", given=lines("No.", state="warning")).json_lines()
    assert line.keys() == {"id", "state", "points", "flags", "overall"}
    assert list(line["points"]) == ["no_warning", "severity"]
    assert all(point.keys() == {"verdict", "score", "evidence"} for point in line["points"].values())


def test_evidence_is_a_stretch_of_the_raw_reply(call: Call) -> None:
    for reply, line in zip(REPLIES, call("score", "small", given=lines(*REPLIES)).json_lines(), strict=True):
        for point in line["points"].values():
            for evidence in point["evidence"]:
                assert evidence.keys() == {"start", "end", "text", "phrase", "similarity"}
                assert reply[evidence["start"] : evidence["end"]] == evidence["text"]


def test_a_reply_that_says_it_is_quoted(call: Call) -> None:
    covered = [line["points"]["severity"] for line in call("score", "small", given=lines(REPLIES[0], REPLIES[5])).json_lines()]
    assert [point["verdict"] for point in covered] == ["covered", "covered"]
    assert all("critical" in point["evidence"][0]["text"] for point in covered)


def test_scores_lie_in_the_band_of_their_verdict(call: Call) -> None:
    for line in call("score", "small", given=lines(*REPLIES)).json_lines():
        for point in line["points"].values():
            assert BANDS[Verdict(point["verdict"])](point["score"]), line
            assert point["score"] == round(point["score"], 3)
        assert 0 <= line["overall"] <= 100


def test_nothing_but_ascii_is_printed(call: Call) -> None:
    out = call("score", "small", given=lines(*REPLIES)).out
    assert out.isascii()
    assert "\x1b" not in out


def test_ids_may_be_empty_repeated_or_of_any_kind(call: Call) -> None:
    ids = ["", "", "a", "a", 7, None, ["x"], "\x1b]0;x\x07"]
    given = "".join(json.dumps({"id": one, "state": "opening", "reply": "hmm"}) + "\n" for one in ids)
    result = call("score", "small", given=given)
    assert result.code == 0
    assert [line["id"] for line in result.json_lines()] == ids


def test_turn_may_stand_for_state(call: Call) -> None:
    old = call("score", "small", given='{"id": 1, "turn": "opening", "reply": "this is critical"}')
    new = call("score", "small", given='{"id": 1, "state": "opening", "reply": "this is critical"}')
    assert (old.code, old.out) == (0, new.out)


def test_each_line_is_read_alone(call: Call) -> None:
    alone = call("score", "small", given=lines("this is critical")).out
    after = call("score", "small", given=lines("this is critical", "this is critical")).out.splitlines()
    assert json.loads(after[1])["points"] == json.loads(alone)["points"]


def test_blank_lines_and_windows_line_ends_are_no_trouble(call: Call) -> None:
    given = b"\xef\xbb\xbf" + lines("this is critical", "hmm").replace("\n", "\r\n\r\n").encode()
    assert [line["id"] for line in call("score", "small", given=given).json_lines()] == ["0", "1"]


BAD = {
    "no JSON": (b"oops", None, "not JSON"),
    "no object": (b"[1]", None, "not a JSON object"),
    "nested without end": (b'{"id": 1, "reply": ' + b"[" * 200_000, None, "not JSON"),
    "no UTF-8": (b'{"id": "x", "state": "opening", "reply": "\xff"}', None, "not UTF-8"),
    "no state": (b'{"id": "x", "reply": "a"}', "x", '"state"'),
    "a state that is not there": (b'{"id": "x", "state": "openin", "reply": "a"}', "x", "did you mean opening?"),
    "a state that is like none": (b'{"id": "x", "state": "q", "reply": "a"}', "x", "there are: opening"),
    "a state that is no text": (b'{"id": "x", "state": [], "reply": "a"}', "x", '"state"'),
    "no reply": (b'{"id": "x", "state": "opening"}', "x", '"reply"'),
    "a reply that is no text": (b'{"id": "x", "state": "opening", "reply": 4}', "x", '"reply"'),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_line_is_an_error_in_its_place(call: Call, case: str) -> None:
    bad, name, why = BAD[case]
    good = lines("this is critical").encode()
    result = call("score", "small", given=good + bad + b"\n" + good)
    first, error, last = result.json_lines()
    assert result.code == 2
    assert first == last
    assert error.keys() == {"id", "error"}
    assert error["id"] == name
    assert why in error["error"]


def test_the_facts_are_those_of_the_incident_that_is_given(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("format: 1\nscenario: small\nfacts: {bug: the login page forgets who signed in, estimate: unknown}\n", encoding="utf-8")
    said = lines("The login page forgets who signed in.")
    (with_incident,) = call("score", "small", "-", "--incident", str(path), given=said).json_lines()
    (with_example,) = call("score", "small", given=said).json_lines()
    assert with_incident["points"]["what"]["verdict"] == "covered"
    assert with_example["points"]["what"]["verdict"] != "covered"


def test_explains_in_words_for_people(call: Call) -> None:
    result = call("score", "small", "--explain", given=lines("this is critical", "hmm") + "oops\n")
    assert result.code == 2
    assert "You said “this is critical”" in result.out
    assert "+ How bad it is: heard" in result.out
    assert "You could say: “it blocks the release”" in result.out
    assert "cannot be read" in result.out


def test_nothing_in_nothing_out(call: Call) -> None:
    assert call("score", "small", given="") == call("score", "small", given="\n\n")
    assert call("score", "small", given="").out == ""
