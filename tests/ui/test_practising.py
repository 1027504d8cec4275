"""Practising: what home offers after a rehearsal, drills on the facts as they are now, looking back over earlier ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.small_meeting import GOOD, PLAIN
from tests.ui.stage import an_app, listed, mark, noon, reach, scenarios, to_debrief, until, words
from trainer.errors import NothingToRehearse
from trainer.meeting.events import Spoke
from trainer.meeting.options import Mode, Options
from trainer.rehearsal import Rehearsal
from trainer.scenario.incident import Incident, example_incident, make_incident
from trainer.scenario.incident_file import dump_incident
from trainer.scenario.load import load_scenario
from trainer.store.incidents import save_incident
from trainer.store.places import Places
from trainer.store.store import Store
from trainer.ui.desk.desk import Desk
from trainer.ui.desk.drilling import drill
from trainer.ui.desk.resources import Resources
from trainer.ui.screens.debrief import DebriefPage
from trainer.ui.screens.history import HistoryPage
from trainer.ui.screens.home import HomePage
from trainer.ui.screens.meeting import MeetingPage
from trainer.ui.screens.progress import ProgressPage

SAID = dict(zip(("severity", "no_warning", "time"), GOOD, strict=True))
WEAK = "I will think about that."
GLOSSARY = [{"term": "SLO", "meaning": "what we promise", "say_to_business": "our promise"}]
MISSED = ("severity", "time", "no_warning")
"""What the small meeting requires, as a run counts it."""
Play = Callable[..., Rehearsal]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "home", (scenarios(tmp_path, {**PLAIN, "glossary": GLOSSARY}).parent,))


@pytest.fixture
def play(places: Places) -> Iterator[Play]:
    """Plays the small meeting with one reply to everything, to its end or for so many replies."""
    with Store(places.history) as store:

        def playing(reply: str = WEAK, *, of: Incident | None = None, most: int = 20, seed: int = 0, mode: Mode = Mode.COACH) -> Rehearsal:
            scenario = load_scenario(places.scenarios[0] / "small.yaml")
            options = Options(seed=seed, mode=mode)
            run = Rehearsal.start(store, scenario, of or example_incident(scenario), options, clock=noon)
            for _ in range(most):
                if not run.over:
                    run.reply(reply)
            return run

        yield playing


@pytest.fixture
def desk(places: Places) -> Iterator[Desk]:
    desk = Desk(Resources(places, noon))
    yield desk
    desk.close()


def forget_results(places: Places) -> None:
    """As a trainer left it that kept none."""
    with closing(sqlite3.connect(places.history)) as history:
        history.execute("UPDATE runs SET result = NULL")
        history.commit()


def damage(places: Places, run: str) -> None:
    with closing(sqlite3.connect(places.history)) as history:
        history.execute("UPDATE events SET event = 'no event' WHERE run = ? AND number = 1", (run,))
        history.commit()


def lines(run: Rehearsal) -> list[str]:
    return [event.line for event in run.events if isinstance(event, Spoke)]


def test_home_offers_nothing_to_practise_before_something_was_finished(desk: Desk, play: Play) -> None:
    play(most=1)
    assert desk.home().practise == type(desk.home().practise)()


def test_home_offers_what_was_missed_where_one_stands_and_the_words(desk: Desk, play: Play, places: Places) -> None:
    run = play()
    offered = desk.home().practise
    assert [(row.scenario, row.run, row.points) for row in offered.drills] == [("small", run.run_id, MISSED)]
    assert offered.progress == "one run so far"
    assert offered.kept == 1
    assert offered.words == places.scenarios[0] / "small.yaml"


def test_home_does_not_offer_points_that_the_scenario_has_lost(desk: Desk, play: Play, places: Places) -> None:
    play()
    file = places.scenarios[0] / "small.yaml"
    file.write_text(file.read_text().replace('"requires": ["time"]', '"requires": []'))
    assert desk.home().practise.drills[0].points == ("severity", "no_warning")
    assert {one.point for one in desk.progress.view().due} == {"severity", "no_warning"}
    assert "time" not in {weak.point for weak in desk.progress.view().groups[0].weakest}


def test_what_is_due_in_a_scenario_that_is_gone_can_be_drilled_from_its_record(desk: Desk, play: Play, places: Places) -> None:
    run = play()
    (places.scenarios[0] / "small.yaml").unlink()
    (row,) = desk.home().practise.drills
    assert row.points == MISSED
    assert desk.rehearsals.drill(row.run, row.points).run_id != run.run_id


def test_a_scenario_that_cannot_be_read_hides_nothing_but_itself(desk: Desk, play: Play, places: Places) -> None:
    play()
    (places.scenarios[0] / "small.yaml").write_text("states: [")
    practise = desk.home().practise
    assert practise.drills == ()
    assert practise.words is None
    assert practise.kept == 1


def test_a_drill_asks_in_words_not_heard_before_as_long_as_there_are_such(play: Play, resources: Resources) -> None:
    heard = [lines(play(seed=1))[0]]
    for _ in range(2):
        session = drill(resources, "last", ["severity"])
        heard.append(lines(session)[0])
        session.reply(GOOD[0])
        assert session.over
    assert sorted(heard) == sorted(PLAIN["states"]["opening"]["says"][0]["lines"])


def test_a_drill_is_about_the_first_three_points_that_anybody_asks_for(play: Play, resources: Resources) -> None:
    play()
    state = drill(resources, "last", ["gone", "what", "time", "severity", "no_warning"]).state
    assert state.options.mode is Mode.DRILL
    assert state.options.points == ("time", "severity", "no_warning")


def test_a_drill_of_points_nobody_asks_for_says_why_there_is_none(play: Play, resources: Resources) -> None:
    play()
    with pytest.raises(NothingToRehearse, match="facts of the example nobody asks"):
        drill(resources, "last", ["gone"])


def test_a_drill_is_on_the_facts_of_the_incident_as_they_are_now_and_as_they_were_when_its_file_is_gone(
    play: Play, resources: Resources, places: Places
) -> None:
    scenario = load_scenario(places.scenarios[0] / "small.yaml")
    before = make_incident(scenario, "Acme", {"bug": "orders get lost", "estimate": "unknown"})
    run = play(of=before)
    assert drill(resources, run.run_id, ["severity"]).script.incident == before
    now = make_incident(scenario, "Acme", {"bug": "orders get lost", "estimate": "2 hours"})
    save_incident(places, "Acme", dump_incident(now))
    assert drill(resources, run.run_id, ["severity"]).script.incident == now


def test_runs_of_an_older_trainer_are_named_counted_one_by_one_and_then_compared(desk: Desk, play: Play, places: Places) -> None:
    runs = [play().run_id, play().run_id]
    forget_results(places)
    view = desk.progress.view()
    assert (view.groups, view.finished, sorted(view.to_work_out)) == ((), 2, sorted(runs))
    assert [desk.progress.work_out(run) for run in view.to_work_out] == ["", ""]
    after = desk.progress.view()
    assert after.to_work_out == ()
    assert [len(group.runs) for group in after.groups] == [2]


def test_a_damaged_run_of_an_older_trainer_is_named_and_hides_no_other(desk: Desk, play: Play, places: Places) -> None:
    good, bad = play().run_id, play().run_id
    forget_results(places)
    damage(places, bad)
    assert bad in desk.progress.work_out(bad)
    assert desk.progress.work_out(good) == ""
    assert [len(group.runs) for group in desk.progress.view().groups] == [1]


def test_the_history_lists_every_rehearsal_in_words_one_can_filter_by(desk: Desk, play: Play) -> None:
    play()
    play(most=1)
    going_on, done = desk.history.view().runs
    assert (going_on.finished, going_on.score, going_on.result, going_on.kind) == (False, "", "1 reply", "coach")
    assert (done.finished, done.result, done.when[:5]) == (True, "not passed", "today")
    assert "unfinished" in going_on.searched.told
    assert "not-passed" in done.searched.told


def test_the_history_names_a_rehearsal_without_what_would_reach_the_terminal(desk: Desk, play: Play, places: Places) -> None:
    scenario = load_scenario(places.scenarios[0] / "small.yaml")
    play(of=replace(example_incident(scenario), name="Acme\x1b]0;owned\x07", is_example=False))
    assert "\x1b" not in desk.history.view().runs[0].incident


async def test_from_a_weak_meeting_through_a_drill_to_fewer_points_due(tmp_path: Path, play: Play) -> None:
    play()
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "Drill: 3 points due")
        await pilot.press("enter")
        page = await reach(pilot, MeetingPage)
        for point in MISSED:
            page.put_draft(SAID[point], instead_of="")
            await pilot.press("enter")
            await until(pilot, lambda: not page.is_current or page.draft == "")
        await to_debrief(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomePage) and any("Progress" in line for line in listed(pilot.app)))
        assert not any(line.startswith("Drill") for line in listed(pilot.app))


async def test_from_home_to_progress_and_all_rehearsals_and_one_forgotten(tmp_path: Path, play: Play, places: Places) -> None:
    kept, forgotten = play().run_id, play().run_id
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "Progress")
        await pilot.press("enter")
        await reach(pilot, ProgressPage)
        assert "2 runs" in words(pilot.app)
        await pilot.press("a")
        await reach(pilot, HistoryPage)
        await pilot.press("f8", "f8")
        await until(pilot, lambda: len(listed(pilot.app)) == 1)
        await pilot.press("enter")
        await reach(pilot, DebriefPage)
    with Store(places.history) as store:
        assert [run.id for run in store.runs()] == [kept]
    assert forgotten != kept


async def test_earlier_rehearsals_join_the_progress_page_while_it_is_looked_at(tmp_path: Path, play: Play, places: Places) -> None:
    play()
    play()
    damaged = play().run_id
    forget_results(places)
    damage(places, damaged)
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "Progress")
        await pilot.press("enter")
        page = await reach(pilot, ProgressPage)
        await until(pilot, lambda: "2 runs" in words(pilot.app))
        await until(pilot, lambda: not page.query_one("#work").display)
        assert damaged in words(pilot.app)
