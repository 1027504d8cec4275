"""What finished runs came to, kept beside them: for progress and for drills."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.small_meeting import GOOD, small_scenario
from tests.store.kept import NOTHING, a_record, minutes
from trainer.errors import StoreFailed
from trainer.meeting.events import Ended, HowEnded
from trainer.meeting.options import Mode, Options, Pressure
from trainer.rehearsal import Rehearsal
from trainer.scenario.incident import example_incident
from trainer.scoring.summing_up import result_of
from trainer.store.database import _UPGRADES
from trainer.store.store import Results, Store, Summary

SCENARIO = small_scenario()
INCIDENT = example_incident(SCENARIO)
COACH = Options(mode=Mode.COACH)
RAN_OUT = Summary(1, 40, 40, False, "quit")


def begin(store: Store | None, run: str, *, minute: int = 0, options: Options = COACH) -> Rehearsal:
    clock = Clock(minutes(minute))
    return Rehearsal.start(store, SCENARIO, INCIDENT, options, run, clock=clock)


class Clock:
    """Moves on a second each time it is looked at."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def play(store: Store, run: str, *replies: str, minute: int = 0, options: Options = COACH) -> Rehearsal:
    rehearsal = begin(store, run, minute=minute, options=options)
    for reply in replies or GOOD:
        rehearsal.reply(reply)
    return rehearsal


def ask(store: Store, query: str, *values: str) -> list[tuple[object, ...]]:
    other = sqlite3.connect(store.path, isolation_level=None)
    try:
        return other.execute(query, values).fetchall()
    finally:
        other.close()


def test_a_finished_run_keeps_its_result_with_its_end(store: Store) -> None:
    rehearsal = play(store, "aaa")
    (row,) = ask(store, "SELECT result IS NOT NULL, ended FROM runs")
    assert row == (1, "ending")
    (result,) = store.results()
    (run,) = store.runs()
    assert result == result_of(rehearsal.script, rehearsal.events, "aaa", run.saved)
    assert (result.score, result.last_score, result.passed) == (run.summary.first_score, run.summary.score, run.summary.passed)


def test_an_unfinished_run_has_none(store: Store) -> None:
    play(store, "aaa", GOOD[0])
    assert store.look_back() == Results(())


def test_a_result_stands_or_falls_with_the_reply_that_ended_the_run(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    rehearsal = play(store, "aaa", *GOOD[:2])
    monkeypatch.setattr("trainer.store.store.encode_result", lambda _: {"not": "a value SQLite takes"})
    with pytest.raises(StoreFailed):
        rehearsal.reply(GOOD[2])
    assert not rehearsal.over
    (run,) = store.unfinished()
    assert (run.id, run.summary.replies) == ("aaa", 2)
    monkeypatch.undo()
    rehearsal.reply(GOOD[2])
    assert [result.score for result in store.results()] == [100]


def test_a_retry_after_the_end_leaves_the_result_and_the_line_as_they_were_until_it_ends_again(store: Store) -> None:
    rehearsal = play(store, "aaa")
    before, (line,) = store.results(), store.runs()
    rehearsal.retry()
    assert not Rehearsal.resume(store, "aaa").over
    assert store.results() == before
    assert [run.summary for run in store.runs()] == [line.summary]
    rehearsal.quit()
    (run,), (result,) = store.runs(), store.results()
    assert (run.summary.replies, run.summary.ended) == (2, "quit")
    assert (result.last_score, result.passed) == (run.summary.score, False)


def test_a_run_opened_again_that_kept_no_result_comes_to_what_it_was_at_its_end(store: Store) -> None:
    rehearsal = play(store, "aaa")
    (before,) = store.results()
    rehearsal.retry()
    ask(store, "UPDATE runs SET result = NULL")
    (after,) = store.results()
    assert (after.score, after.last_score, after.passed) == (before.score, before.last_score, before.passed)


def test_results_come_oldest_first_and_of_one_scenario_if_asked(store: Store) -> None:
    for run, minute in (("bbb", 20), ("aaa", 10), ("ccc", 30)):
        play(store, run, minute=minute)
    other = SCENARIO.model_copy(update={"id": "other"})
    Rehearsal.start(store, other, INCIDENT, COACH, "ddd", clock=Clock(minutes(15))).quit()
    assert [result.run for result in store.results()] == ["aaa", "ddd", "bbb", "ccc"]
    assert [result.run for result in store.results("other")] == ["ddd"]
    assert store.results("nothing of this name") == ()


def test_the_list_and_the_result_say_how_long_the_meeting_was(store: Store) -> None:
    play(store, "aaa", GOOD[0], options=Options(moments=("opening",)))
    play(store, "bbb", minute=5)
    assert [run.length for run in store.runs()] == ["whole", "short"]
    assert [result.length for result in store.results()] == ["short", "whole"]


def older_history(path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A history as the first trainer made it, opened as that one did."""
    monkeypatch.setattr("trainer.store.database._UPGRADES", _UPGRADES[:1])
    monkeypatch.setattr("trainer.store.database.VERSION", 1)
    old = Store(path)
    monkeypatch.undo()
    return old


def copy_runs(old: Store, new: Store) -> None:
    """What the first trainer would have written of these runs."""
    (columns,) = zip(*((row[1],) for row in ask(old, "PRAGMA table_info(runs)")), strict=True)
    names = ", ".join(str(name) for name in columns)
    writing = sqlite3.connect(old.path, isolation_level=None)
    try:
        writing.execute("ATTACH ? AS new", (str(new.path),))
        writing.execute(f"INSERT INTO runs ({names}) SELECT {names} FROM new.runs ORDER BY rowid")  # noqa: S608  (names of our own columns)
        writing.execute("INSERT INTO events SELECT * FROM new.events")
    finally:
        writing.close()


def test_runs_of_an_older_trainer_get_their_results_from_their_records(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(store, "aaa")
    play(store, "bbb", "hmm", minute=9).quit()
    play(store, "ccc", "hmm", minute=20)
    old = older_history(tmp_path / "old.db", monkeypatch)
    copy_runs(old, store)
    old.close()
    with Store(old.path) as upgraded:
        assert upgraded.runs() == store.runs()
        assert ask(upgraded, "SELECT count(result), count(*) FROM runs") == [(0, 3)]
        assert upgraded.results() == store.results()
        assert upgraded.look_back().trouble == ()
        assert ask(upgraded, "SELECT id FROM runs WHERE result IS NOT NULL ORDER BY id") == [("aaa",), ("bbb",)]


def test_a_result_is_worked_out_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    play(store, "aaa")
    ask(store, "UPDATE runs SET result = NULL")
    first = store.results()
    monkeypatch.setattr("trainer.store.store.worked_out", None)
    assert store.results() == first
    assert first


@pytest.mark.parametrize("text", ["", "{}", "not json", '{"format": 99}'])
def test_a_damaged_result_is_worked_out_anew(store: Store, text: str) -> None:
    play(store, "aaa")
    before = store.results()
    ask(store, "UPDATE runs SET result = ?", text)
    assert store.results() == before
    assert ask(store, "SELECT result = ? FROM runs", text) == [(0,)]


NAIVE = "substr(saved, 1, 19)"
"""The date as somebody may write it by hand, without a time zone."""


@pytest.mark.parametrize(
    ("key", "value"), [("when", "'2026-01-02T03:04:05'"), ("when", "'0001-01-01T00:00:00Z'"), ("score", "170"), ("themes.severity", "-3")]
)
def test_a_result_with_a_value_that_cannot_be_is_worked_out_anew(store: Store, key: str, value: str) -> None:
    play(store, "aaa")
    before = store.results()
    ask(store, f"UPDATE runs SET result = json_set(result, '$.{key}', {value})")  # noqa: S608  (parts of our own)
    assert store.look_back() == Results(before)


def test_what_cannot_be_read_is_read_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.create(a_record("aaa"), RAN_OUT)
    load, loaded = store.load, list[str]()

    def counting(run: str) -> object:
        loaded.append(run)
        return load(run)

    monkeypatch.setattr(store, "load", counting)
    assert len(store.look_back().trouble) == 1
    assert loaded == ["aaa"]


def test_a_run_whose_end_has_no_time_zone_is_named_and_hides_no_other(store: Store) -> None:
    play(store, "aaa")
    play(store, "bbb", minute=9)
    ask(store, f"UPDATE runs SET result = NULL, saved = {NAIVE} WHERE id = 'aaa'")  # noqa: S608  (a part of our own)
    found = store.look_back()
    assert [result.run for result in found.results] == ["bbb"]
    (line,) = found.trouble
    assert line.startswith("rehearsal aaa: its line in the history is damaged: the date 2026")


@pytest.mark.parametrize(
    "change",
    [
        f"saved = {NAIVE}",
        "started = 'yesterday'",
        "started = ''",
        "saved = '9999-12-31T23:59:59+00:00'",
        "score = 170",
        "first_score = -1",
        "score = 'many'",
        "replies = 'two'",
        "replies = -1",
        "spent = 'long'",
        "spent = 9e999",
        "title = x'ff'",
    ],
)
def test_a_damaged_line_is_named_hides_no_other_and_can_be_forgotten(store: Store, change: str) -> None:
    play(store, "aaa")
    play(store, "bbb", minute=9)
    ask(store, f"UPDATE runs SET {change} WHERE id = 'aaa'")  # noqa: S608  (a part of our own)
    assert [run.id for run in store.runs()] == ["bbb"]
    (line,) = store.unlisted()
    assert line.startswith("rehearsal aaa: its line in the history is damaged: ")
    store.forget(store.find("aaa"))
    assert store.unlisted() == ()


def test_a_damaged_record_is_named_and_hides_no_other(store: Store) -> None:
    play(store, "aaa")
    play(store, "bbb", minute=9)
    ask(store, "UPDATE runs SET result = NULL")
    ask(store, "UPDATE events SET event = 'x' WHERE run = 'aaa' AND number = 1")
    found = store.look_back()
    assert [result.run for result in found.results] == ["bbb"]
    (line,) = found.trouble
    assert "rehearsal aaa" in line
    assert len(line.splitlines()) == 1


def test_events_that_do_not_belong_together_are_named_too(store: Store) -> None:
    store.create(a_record("aaa"), RAN_OUT)
    (line,) = store.look_back().trouble
    assert line.startswith("rehearsal aaa: its events do not make a finished meeting")
    assert store.results() == ()


def test_a_run_that_goes_on_meanwhile_keeps_no_result_of_what_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    rehearsal = play(store, "aaa")
    ask(store, "UPDATE runs SET result = NULL")

    def slow(*given: object) -> object:
        rehearsal.retry()
        return before

    (before,) = store.results()
    ask(store, "UPDATE runs SET result = NULL")
    monkeypatch.setattr("trainer.store.store.worked_out", slow)
    store.results()
    assert ask(store, "SELECT result FROM runs") == [(None,)]


def test_a_run_forgotten_while_results_are_read_is_no_trouble(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    play(store, "aaa")
    ask(store, "UPDATE runs SET result = NULL")
    load = store.load

    def gone(run: str) -> object:
        store.forget(run)
        return load(run)

    monkeypatch.setattr(store, "load", gone)
    assert store.look_back() == Results(())


def test_what_a_forgotten_run_came_to_is_in_none_of_the_files(store: Store) -> None:
    scenario = small_scenario(title="a very private meeting")
    Rehearsal.start(store, scenario, INCIDENT, COACH, "aaa", clock=lambda: datetime(2026, 1, 2, tzinfo=UTC)).quit()
    assert [result.title for result in store.results()] == ["a very private meeting"]
    store.forget("aaa")
    assert not any(b"very private" in path.read_bytes() for path in store.path.parent.iterdir())


def test_pressure_is_kept_in_the_result(store: Store) -> None:
    play(store, "aaa", options=Options(mode=Mode.MEETING, pressure=Pressure.HARD))
    assert [(result.mode, result.pressure) for result in store.results()] == [("meeting", "hard")]


def test_a_run_over_as_it_begins_keeps_its_result_too(store: Store) -> None:
    rehearsal = begin(None, "aaa")
    rehearsal.quit()
    record = rehearsal.record()
    store.create(record, Summary(0, 0, 0, False, "quit"), result_of(rehearsal.script, record.events, "aaa", record.started))
    assert isinstance(record.events[-1], Ended)
    assert record.events[-1].how is HowEnded.QUIT
    assert [result.ended for result in store.results()] == ["quit"]
    assert ask(store, "SELECT result IS NOT NULL FROM runs") == [(1,)]


def test_a_run_of_nothing_has_no_result(store: Store) -> None:
    store.create(a_record("aaa"), NOTHING)
    assert store.results() == ()
