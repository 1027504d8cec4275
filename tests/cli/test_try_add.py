"""`trainer try --add`: what a phrase changes before it is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.test_reference import SECTIONS

REPLY, PHRASE = "Our shop is on its knees.", "our shop is on its knees"
CASES = """
- {reply: "Her shop is on its knees.", state: opening, points: {severity: missing}, must: true}
- {reply: "Your shop is on its knees.", state: opening, points: {severity: covered}}
- {reply: "This is critical.", state: opening, points: {severity: covered}}
"""


@pytest.fixture
def cases(small: Path) -> Path:
    path = small.with_name("small.cases.yaml")
    path.write_text(CASES, encoding="utf-8")
    return path


def test_the_reply_is_read_with_the_phrase_and_the_file_stays_as_it_was(call: Call, small: Path) -> None:
    before = small.read_bytes()
    result = call("try", "small", "opening", REPLY, "--add", "severity", PHRASE)
    assert (result.code, result.err) == (0, "")
    assert f"“{PHRASE}”" in result.out or "severity: missing -> covered" in result.out
    told = result.out.partition("the file is as it was.")[2]
    assert "severity: missing -> covered" in told
    assert re.search(r"overall: \d+ -> \d+", told)
    assert "no labelled replies beside the scenario" in told
    assert small.read_bytes() == before


def test_cases_beside_the_scenario_that_flip_are_told_with_their_places(call: Call, cases: Path) -> None:
    told = call("try", "small", "opening", "Hello there.", "--add", "severity.said", PHRASE).out.partition("the file is as it was.")[2]
    assert "no verdict changes" in told
    assert "(3): 2 verdicts change." in told
    assert re.search(rf"{cases}:2 .*missing -> covered, missing for people: new false alarm", told)
    assert re.search(rf"{cases}:3 .*missing -> covered, covered for people: miss mended", told)
    assert re.search(rf"{cases}:2 opening must hold and would not", told)


def test_several_phrases_are_added_at_once(call: Call) -> None:
    result = call(
        "try",
        "small",
        "warning",
        "Paper does not mend a broken leg.",
        "--add",
        "severity",
        PHRASE,
        "--add",
        "no_warning",
        "paper does not mend a broken leg",
    )
    assert "2 phrases added" in result.out
    assert "no_warning: missing -> covered" in result.out


def test_a_phrase_nothing_listens_for_is_told(call: Call) -> None:
    assert "nothing listens for" in call("try", "small", "opening", REPLY, "--add", "severity", "it is as it is").out


def test_without_a_phrase_nothing_is_said_of_phrases(call: Call, cases: Path) -> None:
    assert cases.exists()
    result = call("try", "small", "opening", REPLY)
    assert "added" not in result.out
    assert "before" not in call("try", "small", "opening", REPLY, "--json").json()


def test_json_has_the_reply_before_and_after_and_every_flip(call: Call, cases: Path) -> None:
    shown = call("try", "small", "opening", REPLY, "--add", "severity", PHRASE, "--json").json()
    assert (shown["before"]["points"]["severity"]["verdict"], shown["points"]["severity"]["verdict"]) == ("missing", "covered")
    assert shown["added"] == [{"point": "severity", "facet": "said", "phrase": PHRASE, "listened_for": True}]
    assert shown["cases"]["replies"] == 3
    assert [flip["place"] for flip in shown["cases"]["flips"]] == [f"{cases}:2", f"{cases}:3"]
    assert [one["place"] for one in shown["cases"]["breaks"]] == [f"{cases}:2"]
    documented = SECTIONS["trainer try"]
    assert all(f"`{key}`" in documented for key in ("before", "added", "cases", *shown["added"][0], *shown["cases"]))


@pytest.mark.parametrize(
    ("where", "phrase", "message"),
    [
        ("severty", PHRASE, "did you mean severity?"),
        ("severity.sad", PHRASE, "did you mean severity.said?"),
        ("severity", "{bugs} again", "no fact called 'bugs' (did you mean bug?)"),
        ("severity", "  ", "the phrase is empty"),
    ],
)
def test_a_phrase_that_cannot_be_added_is_refused_in_one_line(call: Call, where: str, phrase: str, message: str) -> None:
    result = call("try", "small", "opening", REPLY, "--add", where, phrase)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert len(result.err.splitlines()) == 1
