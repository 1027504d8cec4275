"""What of a rehearsal may be given away, and reading it back from anybody's file."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.report.plays import played
from tests.small_meeting import GOOD, PLAIN
from trainer.errors import Unreadable
from trainer.meeting.options import Mode, Options
from trainer.rehearsal import Rehearsal
from trainer.report.sharing.file import from_json, to_json
from trainer.report.sharing.gather import shared
from trainer.report.sharing.hiding import SHORT
from trainer.report.sharing.values import LONGEST_NAME, called

OWN = {"bug": "the Acme ledger forgets invoices", "estimate": "2-3 days"}
CAVING = "OK, let us ship it with a warning then."


def finished(*replies: str, **settings: Any) -> Rehearsal:
    rehearsal = played(*replies, **settings)
    if not rehearsal.over:
        rehearsal.quit()
    return rehearsal


def test_a_shared_rehearsal_says_what_was_asked_answered_and_heard() -> None:
    one = shared(finished(*GOOD).record())
    assert (one.scenario, one.mode, one.length, one.ended, one.ending, one.ending_label) == (
        "small", "coach", "whole", "ending", "halted", "Halted",
    )  # fmt: skip
    assert (one.score, one.first_score, one.passed) == (100, 100, True)
    assert [turn.reply for turn in one.turns] == list(GOOD)
    assert one.points["severity"].standing == "covered"
    assert one.turns[0].points["severity"] == "covered"
    assert one.moments["opening"] == "what is wrong"


def test_a_mistake_stands_at_the_turn_it_was_made_in() -> None:
    one = shared(finished(GOOD[0], CAVING, "no, I take that back, we should not ship").record())
    assert {name: made.status for name, made in one.mistakes.items()} == {"gives_in": "repaired"}
    assert [turn.reply for turn in one.turns if turn.mistakes] == [CAVING]


def test_own_facts_stand_as_their_names_in_replies_and_in_what_the_roles_say() -> None:
    said = f"It is critical: {OWN['bug']}, and it takes two to three days."
    states = {**PLAIN["states"], "warning": {**PLAIN["states"]["warning"], "says": "So {bug}. Can we ship with a warning?"}}
    one = shared(finished(said, own=OWN, states=states).record())
    assert one.turns[0].reply == "It is critical: {bug}, and it takes {estimate}."
    assert "So {bug}. Can we ship with a warning?" in [turn.line for turn in one.turns]


def test_nobody_is_named_without_asking_for_it() -> None:
    record = finished(GOOD[0], own=OWN).record()
    assert shared(record).name is None
    assert shared(record, "  ").name is None
    assert shared(record, " Ada\x1b[31m\nL ").name == "Ada[31m L"


def test_a_name_without_end_is_cut_where_it_enters() -> None:
    endless = "Ada " * 900
    assert shared(finished(GOOD[0]).record(), endless).name == called(endless)
    assert from_json(json.dumps(document(name=endless)), "x.json").name == called(endless)
    assert len(called(endless) or "") <= LONGEST_NAME


def test_neither_run_nor_hour_nor_the_incidents_name_is_in_it() -> None:
    record = finished(GOOD[0], own=OWN).record()
    text = to_json(shared(record))
    assert record.started.date().isoformat() in text
    for hidden in (record.run, record.started.isoformat(), f"{record.started:%H:%M}", record.incident.name):
        assert hidden not in text


def test_what_was_taken_back_stays_here() -> None:
    rehearsal = played("it is only minor, and Bob broke it")
    rehearsal.retry()
    for reply in GOOD:
        rehearsal.reply(reply)
    assert "Bob" not in to_json(shared(rehearsal.record()))


def test_what_is_still_going_on_is_not_shared() -> None:
    with pytest.raises(ValueError, match="not finished"):
        shared(played(GOOD[0]).record())


def test_the_meeting_mode_and_silence_are_shared_as_they_were() -> None:
    rehearsal = played(options=Options(seed=1, mode=Mode.MEETING))
    rehearsal.silence()
    rehearsal.quit()
    one = shared(rehearsal.record())
    assert (one.mode, one.ended, [turn.reply for turn in one.turns]) == ("meeting", "quit", ["", None])


def in_scenario(value: str) -> bool:
    return " ".join(value.casefold().split()) in " ".join(json.dumps(PLAIN, ensure_ascii=False).casefold().split())


FACT = st.text(alphabet=st.characters(exclude_characters='{}"\\', exclude_categories=("Cs", "Cc")), min_size=SHORT, max_size=25).map(
    lambda text: " ".join(text.split())
)


@settings(max_examples=10, deadline=None)
@given(FACT, st.sampled_from([str, str.upper, str.swapcase]))
def test_no_own_value_is_anywhere_in_the_file_whatever_it_is(bug: str, changed: object) -> None:
    assert callable(changed)
    assume(len(bug.casefold()) >= SHORT and not in_scenario(bug) and bug.casefold() not in ("none", "unknown"))
    assume(bug.casefold() not in to_json(shared(finished("hm").record())).casefold())
    rehearsal = finished(f"This is critical: {changed(bug)}.", f"No, {bug} is no warning", own={"bug": bug, "estimate": "4-6 hours"})
    text = to_json(shared(rehearsal.record()))
    assert bug.casefold() not in " ".join(text.casefold().split())
    assert "4-6 hours" not in text


@pytest.mark.parametrize("replies", [GOOD, ("hm",), (GOOD[0], CAVING, "no")])
def test_what_is_written_reads_back_equal(replies: tuple[str, ...]) -> None:
    one = shared(finished(*replies).record(), "Ada")
    assert from_json(to_json(one), "x.json") == one


@cache
def written() -> str:
    return to_json(shared(finished(GOOD[0], CAVING).record()))


def document(**changes: Any) -> dict[str, Any]:
    return {**json.loads(written()), **changes}


DAMAGED: dict[str, tuple[Any, str]] = {
    "no table": ([1], "a table is needed here"),
    "a text": ("x", "a table is needed here"),
    "nothing": ({}, "format: is missing"),
    "a later format": (document(format=2), "format: this trainer reads format 1"),
    "a score of text": (document(score="100"), "score: a whole number from 0 to 100 is needed"),
    "a score that is a switch": (document(score=True), "score: a whole number"),
    "too high a score": (document(score=101), "score: a whole number"),
    "a switch of text": (document(passed="yes"), "passed: true or false is needed"),
    "an hour in the day": (document(day="2026-01-02T03:04"), "day: a day is needed"),
    "an unknown key": (document(incidnt="secret"), "unknown key 'incidnt'"),
    "a misspelt key": (document(titel="x"), "did you mean 'title'?"),
    "turns that are a table": (document(turns={}), "turns: a list"),
    "a turn that is a text": (document(turns=["x"]), "turns.0: a table is needed here"),
    "a turn with too little": (document(turns=[{"moment": "opening"}]), "turns.0.role: is missing"),
    "a command for a scenario": (document(scenario="x; rm -rf ~"), "scenario: 'x; rm -rf ~' is no name"),
    "escape codes for a point": (document(points={"\x1b[31m": {}}), "points: '[31m' is no name"),
    "an unknown standing": (
        document(points={"a": {"label": "", "theme": "", "required": True, "standing": "great"}}),
        "'great' is none of",
    ),
    "far too many turns": (document(turns=[{}] * 2_001), "turns: a list of at most 2000"),
    "a reply without end": (document(title="x" * 5_000), "title: a text of at most"),
}


@pytest.mark.parametrize(("value", "why"), DAMAGED.values(), ids=DAMAGED)
def test_a_file_that_is_something_else_is_refused_with_the_place(value: Any, why: str) -> None:
    with pytest.raises(Unreadable) as caught:
        from_json(json.dumps(value), "x.json")
    assert str(caught.value).startswith("x.json: not a shared rehearsal: ")
    assert why in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"a":' * 100_000, "NaN", "1" * 10_000, "\x00", '{"format": 1e400}'])
def test_no_text_makes_the_reader_fall_over(text: str) -> None:
    with pytest.raises(Unreadable, match=r"^x\.json: not a shared rehearsal: ") as caught:
        from_json(text, "x.json")
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_escape_codes_in_somebodys_file_are_dropped() -> None:
    plain = document(title="A \x1b[31mmeeting", name="Eve\u202e")
    plain["turns"][0]["reply"] = "yes\x1b]0;pwned\x07"
    one = from_json(json.dumps(plain), "x.json")
    assert (one.title, one.name, one.turns[0].reply) == ("A [31mmeeting", "Eve", "yes]0;pwned")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(document())), VALUES)
def test_any_value_under_any_key_is_taken_or_refused_in_one_line(key: str, value: Any) -> None:
    text = json.dumps({**TEMPLATE, key: value})
    try:
        one = from_json(text, "x.json")
    except Unreadable as error:
        refused = str(error)
    else:
        refused = ""
        assert from_json(to_json(one), "x.json") == one
    assert not refused or refused.startswith("x.json: not a shared rehearsal: ")
    assert len(refused.splitlines()) <= 1


TEMPLATE = document()
