"""`history`, `replay`, `brief` and `forget`: what became of earlier rehearsals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.small_meeting import GOOD
from trainer.store.incidents import save_incident
from trainer.store.places import Places
from trainer.store.store import Store

TYPED = "it is only minor\n/retry\n" + "\n".join(GOOD) + "\n"


@pytest.fixture
def run(call: Call) -> str:
    """A rehearsal with a retried reply, in the history."""
    assert call("play", "small", "--plain", "--seed", "0", given=TYPED).code == 0
    (listed,) = call("history", "--json").json()
    return str(listed["run"])


def test_an_empty_history_says_how_to_begin(call: Call) -> None:
    assert "trainer play release-halt" in call("history").out
    assert call("history", "--json").json() == []


def test_the_history_headlines_the_first_tries(call: Call, run: str) -> None:
    (listed,) = call("history", "--json").json()
    assert listed["first_score"] < listed["score"] == 100
    assert (listed["scenario"], listed["mode"], listed["ended"], listed["ending"], listed["passed"]) == (
        "small", "coach", "ending", "halted", True,
    )  # fmt: skip
    assert f"{listed['first_score']} (100)" in call("history").out


def test_an_unfinished_rehearsal_says_how_to_go_on(call: Call) -> None:
    call("play", "small", "--plain", given=GOOD[0])
    assert "unfinished: trainer play --resume" in call("history").out


def test_a_replay_is_what_happened(call: Call, run: str) -> None:
    shape = call("replay", run, "--json").json()
    assert [turn["reply"] for turn in shape["turns"]] == list(GOOD)
    assert (shape["score"], shape["ending"], shape["unused"]) == (100, "halted", [])
    people = call("replay", "last").out
    assert "You, taken back: it is only minor" in people
    assert "100 of 100, passed" in people


def test_a_replay_is_equal_for_ever_also_from_a_file(call: Call, run: str, tmp_path: Path) -> None:
    record = tmp_path / "record.json"
    record.write_text(call("replay", run, "--record").out, encoding="utf-8")
    before = call("replay", run, "--json").out
    call("forget", run)
    assert call("replay", str(record), "--json").out == before
    assert call("replay", str(record), "--reread").out == "Today's reader hears the same in every reply.\n"


def test_reading_anew_lists_what_todays_reader_hears_otherwise(call: Call, run: str, tmp_path: Path) -> None:
    document = json.loads(call("replay", run, "--record").out)
    for event in document["events"]:
        if event["event"] == "Replied":
            event["reading"]["points"]["severity"]["verdict"] = "missing"
    record = tmp_path / "record.json"
    record.write_text(json.dumps(document), encoding="utf-8")
    result = call("replay", str(record), "--reread")
    assert result.code == 1
    assert "point severity: missing, now covered" in result.out
    changes = call("replay", str(record), "--reread", "--json").json()
    assert {"turn": 0, "moment": "opening", "reply": GOOD[0], "what": "point severity", "was": "missing", "now": "covered"} in changes


def test_a_brief_comes_from_the_facts_alone(call: Call) -> None:
    result = call("brief", "small")
    assert result.code == 0
    assert "This is critical: the payment queue loses orders." in result.out


def test_a_brief_after_a_rehearsal_has_ones_own_words(call: Call, run: str) -> None:
    assert "A fix takes 4 to 6 hours." in call("brief", "--run", run).out


def test_a_rehearsal_is_forgotten(call: Call, run: str) -> None:
    assert call("forget", run[:3]).out == f"Forgotten: {run}.\n"
    assert call("history", "--json").json() == []
    assert call("forget", run).code == 2


def test_everything_is_forgotten_incidents_too(call: Call, run: str, home: Path) -> None:
    places = Places(home)
    save_incident(places, "mine", "format: 1")
    assert call("forget", "--all").out == "Forgotten: 1 rehearsal, 1 saved incident.\n"
    assert list(places.incidents.iterdir()) == []
    with Store(places.history) as store:
        assert store.runs() == ()
    assert not any(GOOD[0].encode() in path.read_bytes() for path in home.rglob("*") if path.is_file())


@pytest.mark.parametrize("arguments", [("forget",), ("forget", "x", "--all"), ("brief",), ("brief", "small", "--run", "x")])
def test_one_thing_has_to_be_named(call: Call, arguments: tuple[str, ...]) -> None:
    result = call(*arguments)
    assert result.code == 2
    assert "Give a" in result.err


def test_a_brief_of_a_run_takes_no_incident(call: Call, run: str) -> None:
    assert "leave out --incident" in call("brief", "--run", run, "--incident", "x.yaml").err


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"[1]"])
def test_a_file_that_is_no_record_is_one_clear_line(call: Call, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    result = call("replay", str(path))
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"trainer: {path}: not the record of a rehearsal")
    assert len(result.err.splitlines()) == 1
