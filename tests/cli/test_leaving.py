"""`export` and `disputes`: nothing leaves this machine unless somebody has seen the exact text and said yes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.small_meeting import GOOD
from trainer.report.sharing.file import from_json
from trainer.store.disputes import NOT_SAID, SAID, Dispute, keep_dispute, kept_disputes
from trainer.store.places import Places

OWN = "format: 1\nscenario: small\nname: Ledger\nfacts:\n  bug: the Acme ledger forgets invoices\n  estimate: 2-3 days\n"
SAYS = "This is critical: the Acme ledger forgets invoices, we need two or three days."


@pytest.fixture
def run(call: Call, tmp_path: Path) -> str:
    """A finished rehearsal of an incident of one's own."""
    incident = tmp_path / "own.yaml"
    incident.write_text(OWN, encoding="utf-8")
    call("play", "small", "--plain", "--seed", "0", "--incident", str(incident), given="\n".join([SAYS, *GOOD[1:], "/quit"]))
    (listed,) = call("history", "--json").json()
    return str(listed["run"])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "for the workshop"


def test_the_exact_text_is_shown_and_written_on_a_yes_only(call: Call, run: str, out: Path) -> None:
    asked = call("export", run, "--out", str(out), given="y\n")
    (written,) = out.iterdir()
    assert asked.code == 0
    text = written.read_text(encoding="utf-8")
    assert text in asked.out
    assert "Acme" not in text
    assert "{bug}" in text
    assert from_json(text, "x").name is None


@pytest.mark.parametrize("answer", ["n\n", "\n"])
def test_without_a_yes_nothing_is_written(call: Call, run: str, out: Path, answer: str) -> None:
    asked = call("export", run, "--out", str(out), given=answer)
    assert asked.code == 1
    assert "Nothing was written." in asked.out
    assert not out.exists()


def test_where_nobody_answers_nothing_is_written_and_the_way_for_scripts_is_named(call: Call, run: str, out: Path) -> None:
    asked = call("export", run, "--out", str(out))
    assert asked.code == 130
    assert "--yes" in asked.err
    assert not out.exists()


def test_each_rehearsal_gets_a_file_of_its_own_whose_name_says_nothing(call: Call, run: str, out: Path) -> None:
    for _ in range(3):
        assert call("export", "--all", "--out", str(out), "--as", "Ada", "--yes").code == 0
    names = [path.name for path in out.iterdir()]
    assert len(names) == 3
    assert all(run not in name and "Ada" not in name for name in names)
    assert {from_json(path.read_text(encoding="utf-8"), "x").name for path in out.iterdir()} == {"Ada"}


def test_what_is_going_on_still_is_not_exported(call: Call, out: Path) -> None:
    call("play", "small", "--plain", given=GOOD[0])
    (listed,) = call("history", "--json").json()
    refused = call("export", listed["run"], "--out", str(out), "--yes")
    assert refused.code == 2
    assert f"trainer play --resume {listed['run']}" in refused.err
    assert call("export", "--all", "--out", str(out), "--yes").code == 1
    assert not out.exists()


@pytest.mark.parametrize("arguments", [(), ("x", "--all")])
def test_one_thing_has_to_be_named(call: Call, out: Path, arguments: tuple[str, ...]) -> None:
    assert "Give a RUN or --all" in call("export", *arguments, "--out", str(out)).err


def test_a_file_where_a_folder_is_needed_is_one_clear_line(call: Call, run: str, out: Path) -> None:
    out.write_text("mine", encoding="utf-8")
    refused = call("export", run, "--out", str(out), "--yes")
    assert (refused.code, len(refused.err.splitlines())) == (2, 1)
    assert "a folder is needed" in refused.err
    assert out.read_text(encoding="utf-8") == "mine"


def dispute(run: str, point: str = "severity", should_be: str = SAID, reply: str = SAYS) -> Dispute:
    when = datetime(2026, 1, 2, tzinfo=UTC)
    return Dispute(run, "small", "a1", "opening", point, "missing" if should_be == SAID else "covered", should_be, reply, when, "1.0")


def test_no_disputes_say_where_one_is_made(call: Call) -> None:
    assert "debrief" in call("disputes").out
    assert call("disputes", "--json").json() == []


def test_disputes_are_listed(call: Call, run: str, home: Path) -> None:
    keep_dispute(Places(home), dispute(run))
    listed = call("disputes").out
    assert all(word in listed for word in (run, "severity", "missing", "said", "the Acme ledger"))
    (one,) = call("disputes", "--json").json()
    assert (one["reply"], one["should_be"], one["when"]) == (SAYS, SAID, "2026-01-02T00:00:00+00:00")


def test_a_damaged_line_is_named_and_hides_nothing(call: Call, run: str, home: Path) -> None:
    keep_dispute(Places(home), dispute(run))
    with Places(home).disputes.open("a", encoding="utf-8") as file:
        file.write('{"run": "torn')
    listed = call("disputes")
    assert run in listed.out
    assert "1 damaged line" in listed.err


def test_disputes_become_labelled_replies_without_own_facts(call: Call, run: str, home: Path, tmp_path: Path) -> None:
    for one in (dispute(run), dispute(run, "what", NOT_SAID), dispute(run, reply="quite another")):
        keep_dispute(Places(home), one)
    file = tmp_path / "labels.jsonl"
    asked = call("disputes", "--export", str(file), given="y\n")
    text = file.read_text(encoding="utf-8")
    assert text in asked.out
    assert [json.loads(line) for line in text.splitlines()] == [
        {
            "id": "small-1",
            "scenario": "small",
            "state": "opening",
            "reply": "This is critical: {bug}, we need {estimate}.",
            "points": {"severity": 2, "what": 0},
        },
        {"id": "small-2", "scenario": "small", "state": "opening", "reply": "quite another", "points": {"severity": 2}},
    ]
    assert run not in text
    assert call("calibrate", "small", str(file), "--json").json()["replies"] == 2


def test_disputes_are_not_written_without_a_yes_nor_over_a_file(call: Call, run: str, home: Path, tmp_path: Path) -> None:
    keep_dispute(Places(home), dispute(run))
    file = tmp_path / "labels.jsonl"
    assert call("disputes", "--export", str(file), given="n\n").code == 1
    assert not file.exists()
    file.write_text("mine", encoding="utf-8")
    assert "name another file" in call("disputes", "--export", str(file), "--yes").err
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_dispute_whose_facts_are_not_known_any_more_is_left_out(call: Call, run: str, home: Path, tmp_path: Path) -> None:
    keep_dispute(Places(home), dispute("gone99"))
    file = tmp_path / "labels.jsonl"
    left = call("disputes", "--export", str(file), "--yes")
    assert left.code == 1
    assert "gone99" in left.err
    assert not file.exists()


def test_disputes_are_json_lines_already(call: Call) -> None:
    assert "leave out --json" in call("disputes", "--json", "--export", "x").err


def test_a_rehearsal_is_forgotten_with_its_disputes(call: Call, run: str, home: Path) -> None:
    keep_dispute(Places(home), dispute(run))
    keep_dispute(Places(home), dispute("other1"))
    assert call("forget", run).out == f"Forgotten: {run}, 1 disputed verdict.\n"
    assert [one.run for one in kept_disputes(Places(home)).disputes] == ["other1"]


def test_everything_is_forgotten_disputes_too(call: Call, run: str, home: Path) -> None:
    keep_dispute(Places(home), dispute(run))
    assert call("forget", "--all").out == "Forgotten: 1 rehearsal, 0 saved incidents, 1 disputed verdict.\n"
    assert not any(b"Acme" in path.read_bytes() for path in home.rglob("*") if path.is_file())
