"""`trainer test`: what fails it, and what of a scenario nobody has tried yet."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.scenario.samples import SMALL
from trainer.authoring.testing.coverage import KINDS, Coverage
from trainer.authoring.testing.outcome import Outcome, run_tests
from trainer.authoring.testing.text import outcome_lines
from trainer.errors import ProblemsFound, Unreadable

HELD = '- {reply: "Please move the date.", state: pushback, points: {ask: covered}, must: true}\n'
UNHELD = '- {reply: "Please move the date.", state: pushback, points: {ask: missing}, must: true}\n'
AGREED = HELD.replace(", must: true", "") + '- {reply: "Lovely weather today.", state: pushback, points: {ask: missing, cause: missing}}\n'
DISPUTED = (
    UNHELD.replace(", must: true", "") + '- {reply: "Lovely weather today.", state: pushback, points: {ask: covered, cause: covered}}\n'
)

PLAY = """
- name: {name}
  replies:
    - {{state: opening, reply: "Orders are stored twice. Please move the date, we need 4-6 hours."}}
    - {{state: closing, reply: "Thank you for hearing me out, I appreciate it."}}
  expect: {expect}
"""
MOVED = "{ending: moved, ended: ending, states: [opening, closing], points: {ask: covered, thanks: covered}, mistakes: {gives_in: never}}"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return Path(shutil.copy(SMALL, tmp_path))


def ran(small: Path, cases: str = "", plays: str = "") -> Outcome:
    if cases:
        small.with_name("small.cases.yaml").write_text(cases, encoding="utf-8")
    if plays:
        small.with_name("small.play.yaml").write_text(plays, encoding="utf-8")
    return run_tests(small)


def play(expect: str, name: str = "The date moves.") -> str:
    return PLAY.format(name=name, expect=expect)


def of(found: Outcome, kind: str) -> Coverage:
    return next(one for one in found.coverage if one.kind == kind)


@pytest.mark.parametrize(
    ("cases", "plays", "passes"),
    [
        (HELD, "", True),
        (UNHELD, "", False),
        (AGREED, "", True),
        (DISPUTED, "", False),
        ("", play(MOVED), True),
        ("", play("{ending: gave_in}"), False),
        (HELD, play("{ending: gave_in}"), False),
        (UNHELD, play(MOVED), False),
    ],
)
def test_a_must_that_does_not_hold_too_little_agreement_or_another_course_fail(small: Path, cases: str, plays: str, passes: bool) -> None:
    assert ran(small, cases, plays).passed is passes


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ("{ending: gave_in}", "ending:\n  - gave_in\n  + moved"),
        ("{ended: quit}", "ended:\n  - quit\n  + ending"),
        ("{states: [opening, pushback, closing]}", "states:\n    opening\n  - pushback\n    closing"),
        ("{score: {max: 5}}", "score:\n  - 0 to 5\n  + "),
        ("{passed: false}", "passed:\n  - false\n  + true"),
        ("{points: {ask: missing}}", "points: ask:\n  - missing\n  + covered"),
        ("{mistakes: {gives_in: open}}", "mistakes: gives_in:\n  - open\n  + never"),
        ('{lines: ["Not today."]}', 'lines: nobody says "Not today."'),
        ('{never_said: ["Anything else?"]}', 'never_said: somebody says "Anything else?"'),
    ],
)
def test_what_came_otherwise_is_shown_beside_what_was_wanted(small: Path, expect: str, said: str) -> None:
    (result,) = ran(small, plays=play(expect)).plays
    assert len(result.broken) == 1
    assert result.broken[0].startswith(said)
    assert result.place == f"{small.with_name('small.play.yaml')}:2"


def test_only_what_was_come_to_counts_as_reached(small: Path) -> None:
    found = ran(small, plays=play(MOVED))
    lines = small.read_text(encoding="utf-8").splitlines()
    assert [one.kind for one in found.coverage] == list(KINDS)
    assert [one.path for one in of(found, "states").unreached] == ["states.pushback"]
    assert [one.path for one in of(found, "ways on").unreached] == ["states.opening.next.0", "states.pushback.next.0"]
    assert [one.path for one in of(found, "endings").unreached] == ["endings.0", "endings.2"]
    assert [one.path for one in of(found, "interjections").unreached] == ["interjections.why_now"]
    assert [one.path for one in of(found, "points").unreached] == ["key_points.cause"]
    assert all(one.source in lines[one.line - 1] for kind in found.coverage for one in kind.unreached)


def test_a_way_through_a_state_where_nobody_is_left_to_speak_counts(small: Path) -> None:
    text = small.read_text(encoding="utf-8").replace("    stand_in: pm\n", "").replace("{missing: ask}", "{known: bug}")
    small.write_text(text, encoding="utf-8")
    opening = "replies: [{state: opening, reply: Orders are stored twice.}]"
    absent = f"- {{name: Without Sales., without: [sales], {opening}, expect: {{ended: ending}}}}"
    found = ran(small, plays=absent)
    assert [one.path for one in of(found, "states").unreached] == ["states.pushback"]
    assert [one.path for one in of(found, "ways on").unreached] == ["states.opening.next.1", "states.closing.next.0"]


def test_an_ending_that_breaks_in_takes_no_way_on(small: Path) -> None:
    gives_in = '- {name: Gives in., replies: ["Fine, we ship anyway.", "Fine, we ship anyway."], expect: {ending: gave_in}}'
    found = ran(small, plays=gives_in)
    assert found.passed
    assert of(found, "ways on").reached == 0
    assert "mistakes.gives_in.detect.0" not in [one.path for one in of(found, "phrases").unreached]


def test_cases_reach_points_and_phrases_but_no_state(small: Path) -> None:
    found = ran(small, cases=HELD.replace("move the date", "postpone it"))
    assert of(found, "states").reached == 0
    assert of(found, "points").reached == 1
    assert "key_points.ask.facets.move.expect.1" not in [one.path for one in of(found, "phrases").unreached]
    assert "key_points.thanks.expect.0" in [one.path for one in of(found, "phrases").unreached]


def test_known_misses_and_unreached_phrases_are_counted_always_and_listed_when_asked_for(small: Path) -> None:
    found = ran(small, DISPUTED + HELD, play(MOVED))
    short, long = list(outcome_lines(found)), list(outcome_lines(found, all_of_it=True))
    assert any("known misses" in line for line in short)
    assert not any("Lovely weather" in line for line in short)
    assert any("Lovely weather" in line for line in long)
    assert not any("key_points.thanks.expect.0" in line for line in short)
    assert any("key_points.cause.facets" in line or "contradicted_by.0" in line for line in long)
    assert all(any("states.pushback" in line for line in lines) for lines in (short, long))


def test_a_scenario_with_nothing_beside_it_has_nothing_to_test(small: Path) -> None:
    with pytest.raises(Unreadable, match=r"neither small\.cases\.yaml nor small\.play\.yaml"):
        run_tests(small)


def test_a_play_file_with_mistakes_is_told_as_check_tells_it(small: Path) -> None:
    with pytest.raises(ProblemsFound):
        ran(small, plays=play("{ending: gone}"))


def test_whoever_waits_is_told_of_each_step(small: Path) -> None:
    small.with_name("small.play.yaml").write_text(play(MOVED) + play(MOVED, "Again."), encoding="utf-8")
    steps: list[tuple[int, int]] = []
    run_tests(small, lambda done, of: steps.append((done, of)))
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_replies_that_ran_out_are_named_as_the_reason(small: Path) -> None:
    short = '- {name: Too short., replies: [{state: opening, reply: "Orders are stored twice."}], expect: {ending: moved}}'
    (result,) = ran(small, plays=short).plays
    assert result.broken[-1].startswith('the replies ran out: nobody answered "')
    assert result.broken[-1].endswith("in pushback")


def test_a_wording_that_nothing_reached_is_quoted_and_not_its_whole_list(small: Path) -> None:
    unreached = {one.path: one.source for one in of(ran(small, plays=play(MOVED)), "phrases").unreached}
    assert unreached["mistakes.gives_in.detect.0"] == "fine we ship anyway"
