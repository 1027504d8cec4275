"""`trainer disputes --cases`: disputed verdicts, one's own and exported ones, as a file of cases."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call
from tests.cli.test_leaving import OWN, SAYS
from tests.pty_tools import HOSTILE
from tests.small_meeting import GOOD, PLAIN, small_scenario
from trainer.scenario.cases import Case, load_cases
from trainer.store.disputes import NOT_SAID, SAID, Dispute, keep_dispute
from trainer.store.places import Places
from trainer.text.values import Verdict

HIDDEN = "This is critical: the payment queue loses orders, we need 4-6 hours."
"""What was said of an own incident, with the example's values."""


@pytest.fixture
def run(call: Call, tmp_path: Path) -> str:
    incident = tmp_path / "own.yaml"
    incident.write_text(OWN, encoding="utf-8")
    call("play", "small", "--plain", "--seed", "0", "--incident", str(incident), given="\n".join([SAYS, *GOOD[1:], "/quit"]))
    (listed,) = call("history", "--json").json()
    return str(listed["run"])


def keep(home: Path, run: str, point: str = "severity", should_be: str = SAID, **other: str) -> None:
    when = datetime(2026, 1, 2, tzinfo=UTC)
    values = {"scenario": "small", "moment": "opening", "reply": SAYS, **other}
    keep_dispute(
        Places(home),
        Dispute(run=run, scenario_hash="a1", point=point, verdict="partly", should_be=should_be, when=when, version="1", **values),
    )


def exported(folder: Path, name: str, *rows: dict[str, Any]) -> None:
    folder.mkdir(exist_ok=True)
    plain = {"id": "x", "scenario": "small", "state": "opening", "reply": "It stops us all.", "points": {"severity": 2}}
    (folder / name).write_text("".join(json.dumps({**plain, **row}) + "\n" for row in rows), encoding="utf-8")


def loaded(file: Path) -> tuple[Case, ...]:
    return load_cases(file, small_scenario())


def test_own_disputes_become_cases_without_own_facts_after_a_yes(call: Call, run: str, home: Path, tmp_path: Path) -> None:
    keep(home, run)
    keep(home, run, "what", NOT_SAID)
    file = tmp_path / "new.cases.yaml"
    asked = call("disputes", "--cases", str(file), given="y\n")
    text = file.read_text(encoding="utf-8")
    assert (asked.code, asked.err) == (0, "")
    assert text in asked.out
    assert "Acme" not in text
    assert "# severity: heard as partly, the player says it was said" in text
    (case,) = loaded(file)
    assert (case.state, case.reply, case.must) == ("opening", HIDDEN, False)
    assert case.points == {"severity": Verdict.COVERED, "what": Verdict.MISSING}


def test_what_is_left_to_label_is_named_and_how(call: Call, run: str, home: Path, tmp_path: Path) -> None:
    keep(home, run)
    file = tmp_path / "new.cases.yaml"
    said = call("disputes", "--cases", str(file), "--yes").out
    assert "Label the rest" in said
    assert "trainer calibrate" in said
    text = file.read_text(encoding="utf-8")
    assert "# still to label: what\n" in text
    assert "small.cases.yaml" in text
    assert "before you look what the trainer hears" in " ".join(text.replace("\n#", "").split())


def test_the_last_word_on_a_point_counts(call: Call, run: str, home: Path, tmp_path: Path) -> None:
    keep(home, run)
    keep(home, run, "severity", NOT_SAID)
    file = tmp_path / "new.cases.yaml"
    assert call("disputes", "--cases", str(file), "--yes").code == 0
    assert loaded(file)[0].points == {"severity": Verdict.MISSING}


def test_a_file_is_never_written_over_and_nothing_is_written_without_a_yes(call: Call, run: str, home: Path, tmp_path: Path) -> None:
    keep(home, run)
    file = tmp_path / "new.cases.yaml"
    assert call("disputes", "--cases", str(file), given="n\n").code == 1
    assert not file.exists()
    file.write_text("mine", encoding="utf-8")
    refused = call("disputes", "--cases", str(file), "--yes")
    assert (refused.code, refused.out) == (2, "")
    assert "name another file" in refused.err
    assert file.read_text(encoding="utf-8") == "mine"


def test_what_others_have_exported_is_joined_and_said_where_it_is_from(call: Call, run: str, home: Path, tmp_path: Path) -> None:
    keep(home, run)
    folder = tmp_path / "others"
    exported(folder, "anna.jsonl", {}, {"state": "warning", "reply": "No. {bug}!", "points": {"no_warning": 2, "severity": 0}})
    exported(folder, "ben.jsonl", {"points": {"what": 0}})
    file = tmp_path / "new.cases.yaml"
    assert call("disputes", "--cases", str(file), "--from", str(folder), "--yes").code == 0
    found = {case.reply: case.points for case in loaded(file)}
    assert found == {
        HIDDEN: {"severity": Verdict.COVERED},
        "It stops us all.": {"severity": Verdict.COVERED, "what": Verdict.MISSING},
        "No. the payment queue loses orders!": {"no_warning": Verdict.COVERED, "severity": Verdict.MISSING},
    }
    text = file.read_text(encoding="utf-8")
    assert "# severity: anna.jsonl:1 says it was said" in text
    assert "# what: ben.jsonl:1 says it was not said" in text


def test_disputes_exported_by_one_are_cases_for_another(call: Call, run: str, home: Path, tmp_path: Path) -> None:
    keep(home, run)
    folder = tmp_path / "others"
    folder.mkdir()
    assert call("disputes", "--export", str(folder / "mine.jsonl"), "--yes").code == 0
    Places(home).disputes.unlink()
    file = tmp_path / "new.cases.yaml"
    assert call("disputes", "--cases", str(file), "--from", str(folder), "--yes").code == 0
    assert [(case.reply, case.points) for case in loaded(file)] == [(HIDDEN, {"severity": Verdict.COVERED})]


def test_where_people_do_not_agree_the_point_is_left_to_the_author(call: Call, home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "others"
    exported(folder, "anna.jsonl", {"points": {"severity": 2, "what": 0}})
    exported(folder, "ben.jsonl", {"points": {"severity": 0}})
    file = tmp_path / "new.cases.yaml"
    assert call("disputes", "--cases", str(file), "--from", str(folder), "--yes").code == 0
    assert loaded(file)[0].points == {"what": Verdict.MISSING}
    text = file.read_text(encoding="utf-8")
    assert "# severity: people do not agree" in text
    assert "# still to label: severity\n" in text


LEFT_OUT: dict[str, tuple[dict[str, Any], str]] = {
    "no state": ({"state": "lobby"}, "no state or interjection"),
    "no point": ({"points": {"severity": 2, "charm": 2}}, "no key point"),
    "nothing said": ({"reply": "   "}, "nothing was said"),
    "too long": ({"reply": "long " * 1000}, "4,000 characters"),
}


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_cannot_become_a_case_is_left_out_and_said(call: Call, home: Path, tmp_path: Path, name: str) -> None:
    row, reason = LEFT_OUT[name]
    exported(tmp_path / "others", "anna.jsonl", row, {})
    file = tmp_path / "new.cases.yaml"
    result = call("disputes", "--cases", str(file), "--from", str(tmp_path / "others"), "--yes")
    assert result.code == 0
    assert reason in result.err
    assert "It stops us all." in {case.reply for case in loaded(file)}


BROKEN = {
    "no JSON": "{",
    "no dispute": '{"id": 1}',
    "no verdict": '{"scenario": "small", "state": "opening", "reply": "x", "points": {"severity": 1}}',
    "a path": '{"scenario": "../small.yaml", "state": "opening", "reply": "x", "points": {"severity": 2}}',
    "a deep list": "[" * 100_000,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_no_export_is_named_with_its_line_and_hides_nothing(call: Call, home: Path, tmp_path: Path, name: str) -> None:
    exported(tmp_path / "others", "anna.jsonl", {})
    (tmp_path / "others" / "odd.jsonl").write_text(f"\n{BROKEN[name]}\n", encoding="utf-8")
    file = tmp_path / "new.cases.yaml"
    result = call("disputes", "--cases", str(file), "--from", str(tmp_path / "others"), "--yes")
    assert result.code == 0
    assert "odd.jsonl:2: not an exported dispute" in result.err
    assert len(loaded(file)) == 1


def test_a_hostile_reply_stays_one_case_and_gives_the_terminal_no_orders(call: Call, home: Path, tmp_path: Path) -> None:
    nasty = f'{HOSTILE} "}}\n- state: warning\n# \\ \u2028 \U0001f600 {{bug'
    exported(tmp_path / "others", "anna.jsonl", {"reply": nasty})
    file = tmp_path / "new.cases.yaml"
    result = call("disputes", "--cases", str(file), "--from", str(tmp_path / "others"), given="y\n")
    assert result.code == 0
    assert "\x1b" not in result.out
    (case,) = loaded(file)
    assert case.state == "opening"
    assert case.reply.endswith("\U0001f600 {bug")
    assert '"}\n- state: warning\n# \\' in case.reply


def test_more_than_a_file_of_cases_can_hold_is_said(call: Call, home: Path, tmp_path: Path) -> None:
    exported(tmp_path / "others", "anna.jsonl", *({"reply": f"{number} " + "word " * 700} for number in range(80)))
    file = tmp_path / "new.cases.yaml"
    result = call("disputes", "--cases", str(file), "--from", str(tmp_path / "others"), "--yes")
    assert result.code == 0
    assert "no room" in result.err
    assert 50 < len(loaded(file)) < 80


def test_disputes_of_several_scenarios_need_one_to_be_named(call: Call, small: Path, home: Path, tmp_path: Path) -> None:
    small.with_name("other.yaml").write_text(json.dumps({**PLAIN, "id": "other"}), encoding="utf-8")
    exported(tmp_path / "others", "anna.jsonl", {}, {"scenario": "other", "reply": "Quite another."})
    file = tmp_path / "new.cases.yaml"
    asked = call("disputes", "--cases", str(file), "--from", str(tmp_path / "others"), "--yes")
    assert asked.code == 2
    assert "small, other" in asked.err
    named = call("disputes", "--cases", str(file), "--from", str(tmp_path / "others"), "--of", "other", "--yes")
    assert named.code == 0
    assert [case.reply for case in loaded(file)] == ["Quite another."]


def test_nothing_disputed_is_no_file(call: Call, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "new.cases.yaml"
    assert call("disputes", "--cases", str(file), "--yes").code == 1
    assert not file.exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--cases", "x", "--json"), "leave out --json"),
        (("--cases", "x", "--export", "y"), "leave out"),
        (("--from", "x"), "--cases FILE"),
        (("--of", "small"), "--cases FILE"),
        (("--cases", "x", "--from", "nowhere"), "no such folder"),
    ],
)
def test_options_that_do_not_go_together_are_told(call: Call, arguments: tuple[str, ...], message: str) -> None:
    result = call("disputes", *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_an_empty_folder_is_said_to_hold_no_disputes(call: Call, tmp_path: Path) -> None:
    (tmp_path / "others").mkdir()
    result = call("disputes", "--cases", str(tmp_path / "x.yaml"), "--from", str(tmp_path / "others"))
    assert result.code == 2
    assert "no exported disputes" in result.err
