"""What is kept of a finished run, so that runs can be compared."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.report.plays import played
from tests.small_meeting import GOOD
from trainer.meeting.events import Spoke
from trainer.meeting.options import Mode, Options
from trainer.rehearsal import Rehearsal
from trainer.scoring.run_result import RunResult
from trainer.scoring.standing import Standing
from trainer.scoring.summing_up import first_lines, result_of

WHEN = datetime(2026, 1, 2, tzinfo=UTC)
MINOR = "it is only minor"


def result(rehearsal: Rehearsal) -> RunResult:
    return result_of(rehearsal.script, rehearsal.events, "abc234", WHEN)


def left(rehearsal: Rehearsal) -> RunResult:
    rehearsal.quit()
    return result(rehearsal)


def test_a_good_run_is_summed_up() -> None:
    found = result(played(*GOOD))
    assert (found.run, found.scenario, found.title, found.when) == ("abc234", "small", "A small meeting", WHEN)
    assert (found.mode, found.length, found.pressure, found.incident) == ("coach", "whole", "gentle", "")
    assert (found.score, found.last_score, found.passed, found.ended, found.ending) == (100, 100, True, "ending", "halted")
    assert found.themes == {"harm": 1.0, "way_out": 1.0}
    assert found.theme_labels == {"harm": "Harm", "way_out": "Way out"}
    assert found.points == dict.fromkeys(("severity", "time", "no_warning"), Standing.COVERED)
    assert found.point_labels["time"] == "How long it takes"


def test_an_unfinished_run_has_no_result() -> None:
    with pytest.raises(ValueError, match="not over"):
        result(played(GOOD[0]))


def test_what_only_a_retry_brought_is_not_counted_as_said() -> None:
    """The last tries stand beside it, for the score alone."""
    rehearsal = played(MINOR)
    rehearsal.retry()
    for reply in GOOD:
        rehearsal.reply(reply)
    found = result(rehearsal)
    assert found.points["severity"] is Standing.CONTRADICTED
    assert found.score < found.last_score == 100
    assert found.themes["harm"] < 1


def test_what_the_coach_told_is_told() -> None:
    rehearsal = played()
    rehearsal.show_me("severity")
    assert left(rehearsal).points["severity"] is Standing.TOLD


def test_what_the_player_claims_stands_apart() -> None:
    rehearsal = played("hmm")
    rehearsal.claim()
    assert left(rehearsal).points["severity"] is Standing.CLAIMED


def test_what_nobody_got_to_ask_was_not_missed() -> None:
    assert left(played("hmm")).points == {
        "severity": Standing.MISSED,
        "time": Standing.NOT_REACHED,
        "no_warning": Standing.NOT_REACHED,
    }


def test_a_question_that_was_left_unanswered_was_not_missed() -> None:
    assert set(left(played()).points.values()) == {Standing.NOT_REACHED}
    assert left(played(GOOD[0])).points["no_warning"] is Standing.NOT_REACHED


def test_an_extra_is_kept_when_it_was_said_and_no_weak_point_when_it_was_not() -> None:
    assert "what" not in left(played(GOOD[0])).points
    assert left(played("This is critical: the payment queue loses orders.")).points["what"] is Standing.COVERED


def test_an_own_incident_is_named_and_a_meeting_without_a_coach_has_its_mode() -> None:
    found = left(played("hmm", own={"bug": "x is broken"}, options=Options(mode=Mode.MEETING)))
    assert (found.incident, found.mode) == ("my incident", "meeting")


def test_of_each_moment_the_first_line_is_kept_and_no_follow_up() -> None:
    rehearsal = played("hmm", *GOOD)
    lines = [event.line for event in rehearsal.events if isinstance(event, Spoke)]
    kept = first_lines(rehearsal.events)
    assert set(kept) == {"opening", "warning", "timeline"}
    assert all(len(one) == 1 and one[0] in lines for one in kept.values())
    assert len(lines) > 3


def test_a_line_heard_before_a_retry_was_heard() -> None:
    rehearsal = played(GOOD[0])
    rehearsal.retry()
    rehearsal.reply(GOOD[0])
    assert len(first_lines(rehearsal.events)["warning"]) == 2
