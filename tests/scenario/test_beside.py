"""Cases and playthroughs beside a scenario: read with places, names looked up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenario.samples import small
from trainer.errors import ProblemsFound
from trainer.scenario.beside import Bounds, PlayReply
from trainer.scenario.cases import cases_beside, load_cases
from trainer.scenario.incident import Incident, Known, Unknown
from trainer.scenario.library import bundled
from trainer.scenario.load import load_scenario
from trainer.scenario.plays import incident_of_play, load_plays, plays_beside
from trainer.text.values import Verdict

CASES = """\
- reply: "We should postpone it."
  state: opening
  points: {ask: covered}
  overall: {min: 40}
  must: true

- {reply: "Thank you.", state: why_now, flags: []}
"""
PLAYS = """\
- name: A plain ask moves the date.
  replies: ["", hello, {state: pushback, reply: "Please move the date."}]
  without: sales
  expect: {ending: moved, score: {min: 60}, points: {ask: covered}}
- name: In an own incident.
  incident: {format: 1, scenario: small, facts: {bug: orders vanish, estimate: 2 days}}
  replies: []
  expect: {}
"""


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "small.x.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_each_case_knows_its_line(tmp_path: Path) -> None:
    first, second = load_cases(written(tmp_path, CASES), small())
    assert (first.line, second.line) == (1, 7)
    assert first.points == {"ask": Verdict.COVERED}
    assert (first.must, second.must) == (True, False)
    assert (first.flags, second.flags) == (None, ())


def test_each_playthrough_has_the_defaults_of_rehearse(tmp_path: Path) -> None:
    play, _ = load_plays(written(tmp_path, PLAYS), small())
    assert (play.line, play.seed, play.mode, play.pressure, play.without) == (1, 0, "meeting", "gentle", ("sales",))
    assert play.replies == ("", "hello", PlayReply(state="pushback", reply="Please move the date."))


def test_a_playthrough_may_expect_that_no_ending_is_reached(tmp_path: Path) -> None:
    (play,) = load_plays(written(tmp_path, "- {name: x, replies: [], expect: {ending: none}}"), small())
    assert play.expect.ending == "none"


@pytest.mark.parametrize(
    ("given", "part"), [("", "whole"), ("length: whole, ", "whole"), ("length: short, ", "short"), ("mode: drill, points: ask, ", "drill")]
)
def test_a_playthrough_says_how_much_of_the_meeting_it_is(tmp_path: Path, given: str, part: str) -> None:
    (play,) = load_plays(written(tmp_path, f"- {{name: x, {given}replies: [], expect: {{}}}}"), small())
    assert play.part == part


def test_a_playthrough_is_played_in_the_incident_it_gives(tmp_path: Path) -> None:
    file = written(tmp_path, PLAYS)
    plain, own = load_plays(file, small())
    assert incident_of_play(plain, small(), file).is_example
    assert incident_of_play(own, small(), file) == Incident(
        "small",
        "incident",
        {"bug": Known("orders vanish"), "estimate": Known("2 days"), "cause": Unknown.UNKNOWN, "owner": Unknown.UNKNOWN},
    )


@pytest.mark.parametrize(
    ("load", "text", "expected"),
    [
        (
            load_cases,
            "- {reply: x, state: opning}\n- {reply: x, state: closing, pionts: {ask: covered}}\n- {reply: No, state: closing}",
            ["unknown-state", "unknown-key", "read-as-yes-no"],
        ),
        (load_cases, "- {reply: x, state: opening, points: {aks: covered, ask: coverd}}", ["unknown-choice"]),
        (load_cases, "- {reply: x, state: opening, overall: {min: 80, max: 20}}", ["wrong-shape"]),
        (load_cases, "reply: x", ["wrong-type"]),
        (
            load_plays,
            "- {name: x, replies: [], expect: {ending: movd, states: [opning]}, without: sale}",
            ["unknown-ending", "unknown-state", "unknown-role"],
        ),
        (
            load_plays,
            "- {name: x, replies: [{state: pushbak, reply: x}], expect: {mistakes: {gives_up: open}}}",
            ["unknown-state", "unknown-mistake"],
        ),
        (load_plays, "- {name: x, replies: [], expect: {}, pressure: hardd}", ["unknown-choice"]),
        (load_plays, "- {name: x, replies: [], expect: {ended: don}, length: shrt}", ["unknown-choice", "unknown-choice"]),
        (load_plays, "- {name: x, replies: [], expect: {}, mode: drill, points: [aks]}", ["unknown-point"]),
        (load_plays, "- {name: x, replies: [], expect: {}, mode: drill}", ["wrong-shape"]),
        (load_plays, "- {name: x, replies: [], expect: {}, mode: coach, points: ask}", ["wrong-shape"]),
        (load_plays, "- {name: x, replies: [], expect: {}, mode: drill, points: ask, length: short}", ["wrong-shape"]),
    ],
)
def test_mistakes_in_them_are_told_all_at_once(tmp_path: Path, load: object, text: str, expected: list[str]) -> None:
    assert callable(load)
    with pytest.raises(ProblemsFound) as caught:
        load(written(tmp_path, text), small())
    assert sorted(problem.check for problem in caught.value.problems) == sorted(expected)
    assert all(problem.line and problem.column and problem.mend for problem in caught.value.problems)


def test_bounds_hold_both_ends() -> None:
    assert [value for value in range(101) if Bounds(min=40, max=42).holds(value)] == [40, 41, 42]
    assert Bounds(max=10).holds(0)


def test_what_is_bundled_beside_a_scenario_reads_against_it() -> None:
    path = bundled() / "release-halt.yaml"
    scenario = load_scenario(path)
    assert load_cases(cases_beside(path), scenario)
    for play in load_plays(plays_beside(path), scenario):
        assert incident_of_play(play, scenario, plays_beside(path)).scenario == scenario.id
