"""Trust over the meeting, the transcript with its marks, what to work on, attempts before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.report.plays import COACH, played
from tests.small_meeting import GOOD, PLAIN
from trainer.meeting.options import Mode, Options
from trainer.rehearsal import Rehearsal
from trainer.report.debrief.attempts import MOST_RUNS, before
from trainer.report.debrief.gather import debrief
from trainer.report.debrief.transcript_values import Mark
from trainer.report.debrief.values import Debrief, PointSeries
from trainer.report.debrief.wording import change
from trainer.report.debrief.work_on import MOST, ORDER
from trainer.scoring.run_result import RunResult
from trainer.scoring.standing import Standing
from trainer.scoring.summing_up import result_of

CAVING = "OK, let us ship it with a warning then."
TAKEN_BACK = "No, I take that back, we should not ship. A warning protects nobody."
DAY = datetime(2026, 3, 1, tzinfo=UTC)
MEETINGS = {
    "nothing": (),
    "one weak reply": ("hmm",),
    "strong": GOOD,
    "caving": (GOOD[0], CAVING, CAVING),
    "repaired": (GOOD[0], CAVING, TAKEN_BACK, GOOD[2]),
}


@pytest.fixture(scope="module", params=list(MEETINGS.values()), ids=list(MEETINGS))
def meeting(request: pytest.FixtureRequest) -> Rehearsal:
    return played(*request.param)


def marks(page: Debrief) -> list[tuple[int, str, Mark, tuple[str, ...]]]:
    """Turn, words, mark and ids of every marked stretch of the replies that count."""
    return [
        (turn.turn, turn.reply.text[one.start : one.end], one.mark, one.names)
        for turn in page.transcript
        if turn.reply is not None
        for one in turn.reply.stretches
    ]


def finished(*replies: str, day: int, run: str = "early1", options: Options = COACH) -> RunResult:
    rehearsal = played(*replies, options=options)
    if not rehearsal.over:
        rehearsal.quit()
    return result_of(rehearsal.script, rehearsal.events, run, DAY + timedelta(days=day))


def test_trust_has_one_step_for_each_reply_and_ends_where_the_meeting_ended(meeting: Rehearsal) -> None:
    page = meeting.debrief()
    assert [one.role for one in page.trust] == list(meeting.state.trust)
    for one in page.trust:
        assert len(one.steps) == page.replies
        assert one.start + sum(step.by for step in one.steps) == meeting.state.trust[one.role]
        assert [one.start, *(step.value for step in one.steps)][-1] == meeting.state.trust[one.role]
        assert all(bool(step.moves) or step.by == 0 for step in one.steps)


def test_the_moment_trust_was_lost_names_the_words_the_role_and_the_reason() -> None:
    lost = played(GOOD[0], CAVING, TAKEN_BACK, GOOD[2]).debrief().lost
    assert lost is not None
    assert (lost.turn, lost.names, lost.because) == (1, ("PM",), ("Agreed to ship",))
    assert lost.quotes == ("let us ship it with a warning then",)
    assert (lost.asked_by, lost.line) == ("Sales", "Can we ship with a warning?")
    assert lost.by < 0


def test_where_nobody_got_cooler_no_trust_was_lost() -> None:
    assert played(*GOOD).debrief().lost is None
    assert played().debrief().lost is None


def test_it_is_the_largest_fall_over_all_roles_and_of_equals_the_first() -> None:
    roles = {
        "pm": {**PLAIN["roles"]["pm"], "trust": {"start": 50, "loses": {"gives_in": 10}}},
        "sales": {**PLAIN["roles"]["sales"], "trust": {"start": 50, "loses": {"gives_in": 10}}},
    }
    lost = played(GOOD[0], CAVING, CAVING, roles=roles).debrief().lost
    assert lost is not None
    assert (lost.turn, lost.by, lost.names) == (1, -20, ("PM", "Sales"))


def test_every_marked_stretch_was_said_and_every_quote_of_a_point_can_be_found_in_its_turn(meeting: Rehearsal) -> None:
    page = meeting.debrief()
    replies = {turn.turn: turn.reply.text for turn in page.transcript if turn.reply is not None}
    assert all(quote.quote in " ".join(replies[quote.turn].split()) for point in page.points for quote in point.said)
    assert len(replies) == page.replies


def test_a_transcript_marks_what_was_heard_denied_and_given_away() -> None:
    found = marks(played(GOOD[0], CAVING, TAKEN_BACK, GOOD[2]).debrief())
    assert (0, "This is critical", Mark.COVERED, ("severity",)) in found
    assert (1, "let us ship it with a warning then", Mark.MISTAKE, ("gives_in",)) in found
    assert Mark.COVERED in {mark for turn, _, mark, names in found if turn == 2 and "no_warning" in names}


def test_a_mistake_made_again_is_marked_again() -> None:
    found = marks(played(GOOD[0], CAVING, CAVING).debrief())
    assert [turn for turn, _, mark, _ in found if mark is Mark.MISTAKE] == [1, 2]


def test_a_try_that_was_taken_back_stands_beside_the_one_that_counts_with_its_own_marks() -> None:
    rehearsal = played("It is only minor, really.")
    rehearsal.retry()
    rehearsal.reply(GOOD[0])
    first = rehearsal.debrief().transcript[0]
    assert [one.text for one in first.taken_back] == ["It is only minor, really."]
    assert [one.mark for one in first.taken_back[0].stretches] == [Mark.CONTRADICTED]
    assert first.reply is not None
    assert [one.mark for one in first.reply.stretches] == [Mark.COVERED]


def test_words_that_gave_in_are_never_quoted_as_having_earned_the_point() -> None:
    page = played(GOOD[0], CAVING, TAKEN_BACK, GOOD[2]).debrief()
    point = next(one for one in page.points if one.point == "no_warning")
    assert point.standing is Standing.COVERED
    assert CAVING.removesuffix(".").removeprefix("OK, ") not in point.quotes
    assert {one.turn for one in point.said} == {2}


def test_a_verdict_can_be_named_by_its_turns_also_where_nothing_was_heard() -> None:
    rehearsal = played("hmm", "hmm")
    rehearsal.quit()
    points = {one.point: one for one in rehearsal.debrief().points}
    assert points["severity"].said == ()
    assert points["severity"].turns == (0, 1)
    assert points["time"].turns == ()


def test_at_most_three_things_are_worked_on_and_none_that_came_across(meeting: Rehearsal) -> None:
    page = meeting.debrief()
    standings = {one.point: one.standing for one in page.points}
    assert len(page.work_on) <= MOST
    for item in page.work_on:
        assert item.points
        assert all(standings[point] is not Standing.COVERED for point in item.points)
    named = [point for item in page.work_on for point in item.points]
    assert len(named) == len(set(named))


def test_who_said_all_of_it_has_nothing_to_work_on() -> None:
    assert played(*GOOD).debrief().work_on == ()


def test_a_mistake_that_stands_comes_first_with_the_point_it_denies_to_drill() -> None:
    items = played(GOOD[0], CAVING, CAVING).debrief().work_on
    assert [(one.title, one.points) for one in items] == [("Agreed to ship", ("no_warning",)), ("How long it takes", ("time",))]
    assert items[0].quotes == ("let us ship it with a warning then",)
    assert items[0].model == "We should not ship with a warning."


def test_a_mistake_that_was_taken_back_is_not_held_against_anybody() -> None:
    assert played(GOOD[0], CAVING, TAKEN_BACK, GOOD[2]).debrief().work_on == ()


@pytest.mark.parametrize(("heavy", "first"), [("harm", ["time", "no_warning"]), ("way_out", ["no_warning", "time"])])
def test_of_points_that_stand_alike_the_one_that_would_bring_most_comes_first(heavy: str, first: list[str]) -> None:
    themes = {name: {**theme, "weight": 9 if name == heavy else 1} for name, theme in PLAIN["themes"].items()}
    points = {**PLAIN["key_points"], "time": {**PLAIN["key_points"]["time"], "theme": "harm"}}
    rehearsal = played("hmm", themes=themes, key_points=points)
    rehearsal.quit()
    not_reached = [item for item in rehearsal.debrief().work_on if item.how == "You did not get to it."]
    assert [item.points[0] for item in not_reached] == first
    assert not_reached[0].gain > not_reached[1].gain > 0


def test_what_was_denied_comes_before_what_was_missed_and_that_before_what_was_half_said_or_not_reached() -> None:
    rehearsal = played("It is only minor, really.")
    rehearsal.quit()
    page = rehearsal.debrief()
    standings = {one.point: one.standing for one in page.points}
    places = [ORDER.index(standings[item.points[0]]) for item in page.work_on]
    assert places == sorted(places)
    assert standings[page.work_on[0].points[0]] is Standing.CONTRADICTED
    assert page.work_on[0].quotes == ("It is only minor, really",)


def test_attempts_before_stand_point_by_point_oldest_first() -> None:
    rehearsal = played(*GOOD)
    earlier = (finished(GOOD[0], day=2, run="second"), finished("hmm", day=1, run="first1"))
    page = debrief(rehearsal.script, rehearsal.events, earlier)
    assert [one.run for one in page.attempts.runs] == ["first1", "second"]
    assert {one.point: (one.before, one.now) for one in page.attempts.points} == {
        "severity": ((Standing.MISSED, Standing.COVERED), Standing.COVERED),
        "no_warning": ((Standing.NOT_REACHED, Standing.NOT_REACHED), Standing.COVERED),
        "time": ((Standing.NOT_REACHED, Standing.NOT_REACHED), Standing.COVERED),
    }


def test_attempts_of_another_mode_length_or_scenario_are_no_attempts_at_this_one() -> None:
    rehearsal = played(*GOOD)
    same = finished("hmm", day=1)
    other_mode = finished("hmm", day=1, options=Options(seed=5, mode=Mode.MEETING))
    others = (other_mode, replace(same, scenario="other"), replace(same, length="short"))
    assert debrief(rehearsal.script, rehearsal.events, others).attempts.runs == ()
    assert len(debrief(rehearsal.script, rehearsal.events, (*others, same)).attempts.runs) == 1


@pytest.mark.parametrize(
    ("before_now", "word"),
    [
        (("missed", "covered", "partly"), "worse"),
        (("contradicted", "missed"), "better"),
        (("missed", "not reached", "covered"), "better"),
        (("covered", "not reached"), ""),
        (("told", "missed"), ""),
        (("covered",), ""),
    ],
)
def test_better_and_worse_are_said_against_the_last_time_a_point_came_up(before_now: tuple[str, ...], word: str) -> None:
    *earlier, now = (Standing(one) for one in before_now)
    assert change(PointSeries("time", "How long", tuple(earlier), now)) == word


def test_a_point_that_never_came_up_is_no_row_among_the_attempts() -> None:
    rehearsal = played("hmm")
    rehearsal.quit()
    page = debrief(rehearsal.script, rehearsal.events, (finished("hmm", day=1),))
    assert [one.point for one in page.attempts.points] == ["severity"]


def test_a_part_run_is_debriefed_on_its_own_points() -> None:
    options = Options(seed=5, mode=Mode.DRILL, moments=("timeline",), points=("time",))
    page = played("hmm", "A fix takes 4 to 6 hours.", options=options).debrief()
    assert [one.point for one in page.points if one.required] == ["time"]
    assert page.work_on == ()
    assert page.mode == "drill"


def test_of_many_attempts_the_latest_are_shown() -> None:
    rehearsal, same = played(*GOOD), finished("hmm", day=1)
    many = [replace(same, run=f"run{day:03}", when=DAY + timedelta(days=day)) for day in range(MOST_RUNS + 4)]
    shown = debrief(rehearsal.script, rehearsal.events, many).attempts
    assert [one.run for one in shown.runs] == [one.run for one in many[-MOST_RUNS:]]
    assert all(len(point.before) == MOST_RUNS for point in shown.points)


def test_attempts_compare_first_tries_with_first_tries() -> None:
    rehearsal = played("It is only minor, really.")
    rehearsal.retry()
    for reply in GOOD:
        rehearsal.reply(reply)
    page = debrief(rehearsal.script, rehearsal.events, (finished("hmm", day=1),))
    assert {one.point: one.now for one in page.attempts.points}["severity"] is Standing.CONTRADICTED
    assert {one.point: one.standing for one in page.points}["severity"] is Standing.COVERED


def test_what_was_over_before_a_rehearsal_began_is_before_it() -> None:
    results = (finished("hmm", day=1, run="aaaaaa"), finished("hmm", day=3, run="bbbbbb"))
    assert [one.run for one in before(results, DAY + timedelta(days=2))] == ["aaaaaa"]
