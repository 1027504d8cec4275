"""When a point is to be drilled again."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.results import a_run, days
from trainer.report.progress.due import DAYS, WEAK, due, planned
from trainer.report.progress.values import RunResult, Standing

ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
RUNS = st.lists(
    st.builds(
        lambda day, scenario, points: a_run(day, scenario=scenario, points=points),
        st.floats(0, 40),
        st.sampled_from(["small", "large"]),
        st.dictionaries(st.sampled_from(["ask", "cause", "harm"]), st.sampled_from(Standing)),
    ),
    max_size=25,
)


def missed(day: float) -> RunResult:
    return a_run(day, points={"ask": Standing.MISSED})


def said(day: float) -> RunResult:
    return a_run(day, points={"ask": Standing.COVERED}, mode="drill", length="drill", ended="done")


ON_TIME = (missed(0), said(0.01), said(1), said(4), said(11))
"""A miss, the drill after the debrief, and three more on their days."""


@given(RUNS, ZONES)
def test_items_are_in_order_and_each_point_once(runs: list[RunResult], zone: timezone) -> None:
    items = planned(runs, zone)
    assert list(items) == sorted(items, key=lambda item: item.when)
    assert len({(item.scenario, item.point) for item in items}) == len(items)


@given(RUNS, ZONES)
def test_nothing_is_due_before_its_day(runs: list[RunResult], zone: timezone) -> None:
    """A miss is due at once, anything else so many days after a run in which it was said, from midnight on."""
    for item in planned(runs, zone):
        ended = {
            run.when.astimezone(zone)
            for run in runs
            if run.scenario == item.scenario and run.points.get(item.point) in (WEAK if item.step == 0 else {Standing.COVERED})
        }
        if item.step == 0:
            assert item.when in ended
        else:
            assert item.when.date() in {one.date() + timedelta(days=DAYS[item.step]) for one in ended}
            assert item.when.time() == time()
        assert item in due(runs, item.when)
        assert item not in due(runs, item.when - timedelta(seconds=1))


@given(RUNS, ZONES)
def test_the_order_in_which_runs_are_listed_changes_nothing(runs: list[RunResult], zone: timezone) -> None:
    apart = {run.when: run for run in runs}
    assert planned(apart.values(), zone) == planned(reversed(apart.values()), zone)


@given(RUNS, ZONES, st.sampled_from(sorted(WEAK)))
def test_a_miss_starts_over_whatever_was_before(runs: list[RunResult], zone: timezone, standing: Standing) -> None:
    last = a_run(50, points={"ask": standing})
    item = next(item for item in planned([*runs, last], zone) if (item.scenario, item.point) == ("small", "ask"))
    assert (item.step, item.when) == (0, last.when)


@pytest.mark.parametrize("standing", [Standing.COVERED, Standing.CLAIMED, Standing.NOT_REACHED])
def test_what_was_never_missed_is_never_due(standing: Standing) -> None:
    assert planned([a_run(0, points={"ask": standing})], UTC) == ()


@pytest.mark.parametrize(("drills", "rests"), [(0, 0), (1, 1), (2, 3), (3, 7)])
def test_after_each_drill_a_point_rests_longer(drills: int, rests: int) -> None:
    runs = ON_TIME[: drills + 1]
    (item,) = planned(runs, UTC)
    assert (item.step, item.when.date() - runs[-1].when.date()) == (drills, timedelta(days=rests))


def test_a_point_said_at_once_and_three_times_on_its_day_is_retired() -> None:
    assert planned(ON_TIME, UTC) == ()


def test_a_retired_point_comes_back_when_it_is_missed_again() -> None:
    (item,) = planned([*ON_TIME, missed(30)], UTC)
    assert (item.step, item.when) == (0, days(30))


@given(st.lists(st.floats(0, 60), max_size=3))
def test_late_is_as_good_as_on_the_day(late: list[float]) -> None:
    day, runs = 0.0, [missed(0), said(0)]
    for rest, more in zip(DAYS[1:], late, strict=False):
        day += rest + more
        runs.append(said(day))
    assert [item.step for item in planned(runs, UTC)] == ([len(late) + 1] if len(late) < 3 else [])


def test_saying_it_again_before_its_day_changes_nothing() -> None:
    assert planned([missed(0), said(0.01), said(0.02), said(0.03)], UTC) == planned([missed(0), said(0.01)], UTC)


@pytest.mark.parametrize("standing", [Standing.CLAIMED, Standing.NOT_REACHED])
def test_a_claim_or_a_meeting_cut_short_changes_nothing(standing: Standing) -> None:
    before = [missed(0), said(0.01)]
    assert planned([*before, a_run(2, points={"ask": standing})], UTC) == planned(before, UTC)


def test_a_whole_rehearsal_counts_like_a_drill() -> None:
    whole = a_run(1, points={"ask": Standing.COVERED})
    assert [item.step for item in planned([missed(0), said(0.01), whole], UTC)] == [2]


def test_the_next_day_begins_at_midnight_where_the_player_is() -> None:
    evening = datetime(2026, 3, 2, 23, 50, tzinfo=timezone(timedelta(hours=9)))
    runs = [missed(-1), a_run(0, points={"ask": Standing.COVERED}, when=evening)]
    (item,) = planned(runs, evening.tzinfo)
    assert item.when == datetime(2026, 3, 3, tzinfo=evening.tzinfo)


def test_scenarios_do_not_mix() -> None:
    runs = [missed(0), a_run(1, scenario="large", points={"ask": Standing.COVERED})]
    assert [(item.scenario, item.step) for item in planned(runs, UTC)] == [("small", 0)]


def test_an_item_is_on_the_incident_of_the_run_that_made_it_due() -> None:
    other = a_run(1, incident="Acme", points={"ask": Standing.MISSED})
    assert [item.incident for item in planned([missed(0)], UTC)] == [""]
    assert [item.incident for item in planned([missed(0), other], UTC)] == ["Acme"]


def test_an_item_names_its_point_in_words() -> None:
    (item,) = planned([missed(0)], UTC)
    assert (item.title, item.label) == ("A small meeting", "Ask")
