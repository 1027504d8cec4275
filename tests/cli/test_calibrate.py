"""`trainer calibrate`: what it prints, and what it ends with."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call
from tests.cli.test_reference import SECTIONS
from tests.pty_tools import HOSTILE

KEPT = "- {reply: This is critical., state: opening, points: {severity: covered, what: missing}, must: true}\n"
BROKEN = "- {reply: This is critical., state: opening, points: {severity: missing}, flags: [blame], overall: {max: 5}, must: true}\n"
MISSED = "- {reply: Lisbon has lovely trams., state: opening, points: {severity: partly, what: missing}}\n"


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    return tmp_path / "small.cases.yaml"


def test_cases_that_must_hold_and_do_not_come_first_and_end_with_1(call: Call, cases: Path) -> None:
    cases.write_text(KEPT + BROKEN + MISSED, encoding="utf-8")
    result = call("calibrate", "small", str(cases))
    assert result.code == 1
    first, where, *_ = result.out.splitlines()
    assert first == "Must hold and does not (1 of 2):"
    assert f"{cases}:2 opening" in where
    assert "severity: missing wanted, covered heard" in result.out


def test_differences_alone_are_no_failure(call: Call, cases: Path) -> None:
    cases.write_text(KEPT + MISSED, encoding="utf-8")
    result = call("calibrate", "small", str(cases))
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Every case that must hold does (1).")
    assert re.search(r"^severity\s+1\s+1\s+0\s+0", result.out, re.MULTILINE)
    assert "lovely" in result.out.partition("words that could be added:")[2]


def test_json_says_the_same(call: Call, cases: Path) -> None:
    cases.write_text(KEPT + BROKEN + MISSED, encoding="utf-8")
    result = call("calibrate", "small", str(cases), "--json")
    shown = result.json()
    assert result.code == 1
    assert result.out.isascii()
    assert (shown["format"], shown["scenario"], shown["replies"], shown["labels"], shown["must"]) == (1, "small", 3, 5, 2)
    assert shown["unkept"][0]["place"] == f"{cases}:2"
    severity = shown["points"]["severity"]
    assert {name: severity[name] for name in ("hits", "misses", "false_alarms", "rest")} == {
        "hits": 1,
        "misses": 1,
        "false_alarms": 1,
        "rest": 0,
    }
    assert shown["kappa"]["low"] <= shown["kappa"]["value"] <= shown["kappa"]["high"]
    (miss,) = shown["missed"]
    assert (miss["point"], miss["people"], miss["heard"]) == ("severity", "partly", "missing")
    (alarm,) = shown["false_alarms"]
    assert alarm["raised_by"][0]["phrase"] == "this is critical"
    assert alarm["raised_by"][0]["text"] == alarm["reply"][slice(*(alarm["raised_by"][0][end] for end in ("start", "end")))]
    assert shown["flags"]["blame"]["recall"] == 0


def test_labels_on_json_lines_are_taken_too(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "small.labels.jsonl"
    path.write_text(json.dumps({"id": 1, "turn": "opening", "reply": "This is critical.", "points": {"severity": 2, "what": 0}}))
    result = call("calibrate", "small", str(path))
    assert result.code == 0
    assert "1 reply, 2 labelled points" in result.out


KNEES = "- {reply: Our shop is on its knees., state: opening, points: {severity: covered, what: missing}}\n"
HER_KNEES = "- {reply: Her shop is on its knees., state: opening, points: {severity: missing, what: missing}}\n"


def test_without_a_file_of_cases_the_one_beside_the_scenario_is_read(call: Call, small: Path) -> None:
    beside = small.with_name("small.cases.yaml")
    missing = call("calibrate", "small")
    assert (missing.code, missing.out) == (2, "")
    assert str(beside) in missing.err
    beside.write_text(KEPT, encoding="utf-8")
    assert call("calibrate", "small").out == call("calibrate", "small", str(beside)).out


def test_a_miss_ends_in_a_phrase_to_paste_with_its_place(call: Call, small: Path, cases: Path) -> None:
    cases.write_text(KEPT + KNEES, encoding="utf-8")
    result = call("calibrate", "small", str(cases))
    assert (result.code, result.err) == (0, "")
    told = result.out.partition("Phrases that would mend something")[2]
    assert "our shop is on its knees" in told
    (place,) = re.findall(r"under key_points\.severity\.expect, .*:(\d+)$", told, re.MULTILINE)
    assert "expect" in small.read_text(encoding="utf-8").splitlines()[int(place) - 1]
    assert f"{cases}:2 opening severity: missing -> covered" in told


def test_phrases_that_do_harm_are_shown_only_with_all(call: Call, cases: Path) -> None:
    cases.write_text(KNEES + HER_KNEES, encoding="utf-8")
    some, every = (call("calibrate", "small", str(cases), *more) for more in ((), ("--all",)))
    assert "knees" not in some.out.partition("Phrases that would mend something")[2]
    assert "1 phrase left out" in some.out
    assert "1 new false alarm" in every.out
    shapes = [call("calibrate", "small", str(cases), "--json", *more).json() for more in ((), ("--all",))]
    assert [(len(shape["suggestions"]), shape["left_out"]) for shape in shapes] == [(0, 1), (1, 0)]
    (one,) = shapes[1]["suggestions"]
    assert (one["point"], one["facet"], one["gain"], one["harmful"]) == ("severity", "said", 0, True)
    assert sorted(flip["effect"] for flip in one["flips"]) == ["miss mended", "new false alarm"]


BAD = {
    "small.cases.yaml": ("- {reply: x, state: openin}", r"small\.cases\.yaml:1:21 .*did you mean 'opening'"),
    "small.jsonl": ('\n{"id": 1, "state": "opening"}', r"small\.jsonl:2: not a labelled reply"),
    "names.jsonl": ('{"id": 1, "state": "opening", "reply": "x", "flags": {"cave": 1}}', r"names\.jsonl:1:\d+: .*did you mean 'caves'"),
    "broken.cases.yaml": ("- {reply: [x", r"broken\.cases\.yaml:1:\d+"),
    "empty.cases.yaml": ("", r"empty\.cases\.yaml:1:1"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_named_with_its_line_and_ends_with_2(call: Call, tmp_path: Path, name: str) -> None:
    text, expected = BAD[name]
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    result = call("calibrate", "small", str(path))
    assert (result.code, result.out) == (2, "")
    assert re.search(expected, result.err)
    assert "Traceback" not in result.err


def test_a_file_that_is_not_there_ends_with_2(call: Call, tmp_path: Path) -> None:
    result = call("calibrate", "small", str(tmp_path / "none.cases.yaml"))
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1


def test_what_a_reply_holds_gives_the_terminal_no_orders(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "hostile.jsonl"
    path.write_text(json.dumps({"id": 1, "state": "opening", "reply": f"{HOSTILE} trams", "points": {"what": 2}}), encoding="utf-8")
    result = call("calibrate", "small", str(path))
    assert result.code == 0
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066]", result.out)
    assert call("calibrate", "small", str(path), "--json").json()["missed"][0]["reply"] == f"{HOSTILE} trams"


def keys(value: Any) -> set[str]:
    """Every key, below whatever is named by the scenario or the replies too."""
    if isinstance(value, list):
        return {key for one in value for key in keys(one)}
    if isinstance(value, dict):
        return set(value) | {key for one in value.values() for key in keys(one)}
    return set()


def test_every_json_key_is_documented(call: Call, cases: Path) -> None:
    cases.write_text(KEPT + BROKEN + MISSED + MISSED + KNEES, encoding="utf-8")
    shown = call("calibrate", "small", str(cases), "--json").json()
    assert shown["suggestions"]
    names = {*shown.pop("often")["severity"], *shown["points"], *shown["flags"], "often"}
    section = SECTIONS["trainer calibrate"]
    assert {key for key in keys(shown) | {"often"} if key not in names - {"often"} and not re.search(rf"\b{key}\b", section)} == set()
