"""The history: what is kept comes back, in one piece, whoever else is writing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.store.kept import NOTHING, a_record, minutes, said
from trainer.errors import NotFound, StoreFailed, TrainerError, Unreadable
from trainer.store.database import _UPGRADES, VERSION
from trainer.store.store import Store, Summary


def test_a_record_comes_back_as_it_was_kept(store: Store) -> None:
    store.create(a_record("aaa", said("one")), NOTHING)
    assert store.load("aaa") == a_record("aaa", said("one"))


def test_events_are_added_behind_those_that_are_there(store: Store) -> None:
    store.create(a_record("aaa"), NOTHING)
    store.append("aaa", 1, [said("one"), said("two")], summary=Summary(1), now=minutes(1), spent=60.0)
    store.append("aaa", 3, [said("three")], summary=Summary(2), now=minutes(2), spent=120.0)
    assert store.load("aaa") == a_record("aaa", said("one"), said("two"), said("three"))
    assert store.spent("aaa") == 120.0


def test_a_reply_clears_the_draft_in_the_same_transaction(store: Store) -> None:
    store.create(a_record("aaa"), NOTHING)
    store.save_draft("aaa", "half a rep")
    assert store.draft("aaa") == "half a rep"
    store.append("aaa", 1, [said("one")], summary=Summary(1), now=minutes(1), spent=1.0)
    assert store.draft("aaa") == ""


def test_two_windows_cannot_both_go_on_with_one_rehearsal(store: Store) -> None:
    store.create(a_record("aaa"), NOTHING)
    with Store(store.path) as other:
        other.append("aaa", 1, [said("one")], summary=Summary(1), now=minutes(1), spent=1.0)
    with pytest.raises(StoreFailed, match="continued in another window"):
        store.append("aaa", 1, [said("another")], summary=Summary(1), now=minutes(1), spent=1.0)
    assert store.load("aaa") == a_record("aaa", said("one"))


def test_a_rehearsal_forgotten_meanwhile_is_not_brought_back(store: Store) -> None:
    store.create(a_record("aaa"), NOTHING)
    store.forget("aaa")
    with pytest.raises(NotFound, match="aaa"):
        store.append("aaa", 1, [said("one")], summary=Summary(1), now=minutes(1), spent=1.0)
    assert store.runs() == ()


def test_an_id_is_given_once(store: Store) -> None:
    store.create(a_record("aaa", said("one")), NOTHING)
    with pytest.raises(StoreFailed):
        store.create(a_record("aaa"), NOTHING)
    assert store.load("aaa") == a_record("aaa", said("one"))


def test_the_list_has_the_run_saved_last_first(store: Store) -> None:
    for run in ("aaa", "bbb", "ccc"):
        store.create(a_record(run), NOTHING)
    store.append("aaa", 1, [said("one")], summary=Summary(1), now=minutes(5), spent=1.0)
    assert [run.id for run in store.runs()] == ["aaa", "ccc", "bbb"]


def test_the_list_says_where_each_run_stands(store: Store) -> None:
    ended = Summary(4, 80, 62, True, "ending", "halted")
    store.create(a_record("aaa"), NOTHING)
    store.create(a_record("bbb"), ended)
    runs = {run.id: run for run in store.runs()}
    assert runs["bbb"].summary == ended
    assert (runs["bbb"].title, runs["bbb"].incident, runs["bbb"].mode) == ("A small meeting", "Acme", "meeting")
    assert [run.id for run in store.unfinished()] == ["aaa"]


def test_a_run_is_found_by_its_beginning_or_as_the_last_one(store: Store) -> None:
    for run in ("abc", "abd", "xyz"):
        store.create(a_record(run), NOTHING)
    assert store.find("abd") == "abd"
    assert store.find("x") == "xyz"
    assert store.find("last") == "xyz"
    with pytest.raises(NotFound, match="did you mean abd or abc"):
        store.find("ab")
    for name in ("", "q"):
        with pytest.raises(NotFound):
            store.find(name)


def test_there_is_no_last_run_before_the_first(store: Store) -> None:
    with pytest.raises(NotFound):
        store.find("last")


def test_a_run_that_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(NotFound, match="no rehearsal called 'zzz'"):
        store.load("zzz")


def test_a_damaged_row_is_one_clear_line(store: Store) -> None:
    store.create(a_record("aaa"), NOTHING)
    with sqlite3.connect(store.path) as other:
        other.execute("UPDATE events SET event = 'x'")
    other.close()
    with pytest.raises(Unreadable, match="rehearsal aaa"):
        store.load("aaa")
    assert [run.id for run in store.runs()] == ["aaa"]


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(b"these are my holiday photographs" * 100)
    with pytest.raises(StoreFailed, match="damaged"):
        Store(path)
    assert path.read_bytes() == b"these are my holiday photographs" * 100


def test_a_history_of_a_newer_trainer_is_left_alone(store: Store) -> None:
    store.create(a_record("aaa"), NOTHING)
    store.close()
    with sqlite3.connect(store.path) as other:
        other.execute(f"PRAGMA user_version = {VERSION + 1}")
    other.close()
    before = store.path.read_bytes()
    with pytest.raises(StoreFailed, match="newer trainer"):
        Store(store.path)
    assert store.path.read_bytes() == before


STEP = ("ALTER TABLE runs ADD COLUMN note TEXT NOT NULL DEFAULT 'none'", "CREATE TABLE notes (text TEXT)")


def test_a_history_of_an_older_trainer_is_brought_up_to_date_with_everything_in_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.create(a_record("aaa"), NOTHING)
    store.close()
    monkeypatch.setattr("trainer.store.database._UPGRADES", (*_UPGRADES, STEP))
    monkeypatch.setattr("trainer.store.database.VERSION", VERSION + 1)
    for _ in range(2):
        with Store(store.path) as newer:
            assert newer.load("aaa") == a_record("aaa")
    with sqlite3.connect(store.path) as other:
        assert other.execute("SELECT note, (SELECT count(*) FROM notes) FROM runs").fetchall() == [("none", 0)]
        assert other.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
    other.close()


def test_an_upgrade_that_fails_changes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.create(a_record("aaa"), NOTHING)
    store.close()
    monkeypatch.setattr("trainer.store.database._UPGRADES", (*_UPGRADES, (*STEP, "CREATE TABLE runs (id TEXT)")))
    monkeypatch.setattr("trainer.store.database.VERSION", VERSION + 1)
    with pytest.raises(StoreFailed, match="already exists"):
        Store(store.path)
    monkeypatch.undo()
    with Store(store.path) as older:
        assert older.load("aaa") == a_record("aaa")


def test_a_folder_that_cannot_be_made_is_one_clear_line() -> None:
    with pytest.raises(StoreFailed, match="TRAINER_HOME"):
        Store(Path("/proc/nothing/here/history.db"))


def test_a_file_where_a_folder_is_needed_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(StoreFailed, match="TRAINER_HOME"):
        Store(tmp_path / "home" / "history.db")


def test_a_folder_where_the_file_belongs_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "history.db").mkdir()
    with pytest.raises(StoreFailed, match="TRAINER_HOME"):
        Store(tmp_path / "history.db")


def test_another_window_that_does_not_let_go_is_one_clear_line(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.store.database.BUSY_SECONDS", 0.05)
    blocking = sqlite3.connect(store.path, isolation_level=None)
    blocking.execute("BEGIN IMMEDIATE")
    try:
        with Store(store.path) as impatient, pytest.raises(StoreFailed, match="another window"):
            impatient.create(a_record("aaa"), NOTHING)
    finally:
        blocking.execute("ROLLBACK")
        blocking.close()
    assert store.runs() == ()


def test_threads_share_a_store(store: Store) -> None:
    failed: list[TrainerError] = []

    def keep(run: str) -> None:
        try:
            store.create(a_record(run), NOTHING)
            for number in range(1, 6):
                store.append(run, number, [said(str(number))], summary=Summary(number), now=minutes(number), spent=0.0)
                store.save_draft(run, "x")
        except TrainerError as error:
            failed.append(error)

    threads = [threading.Thread(target=keep, args=(f"run{number}",)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert all(len(store.load(run.id).events) == 6 for run in store.runs())
    assert len(store.runs()) == 6


WRITER = """
import sys
from pathlib import Path
from tests.store.kept import NOTHING, a_record, minutes, said
from trainer.store.store import Store, Summary
path, name = sys.argv[1:]
with Store(Path(path)) as store:
    store.create(a_record(name), NOTHING)
    for number in range(1, 21):
        store.append(name, number, [said(str(number))], summary=Summary(number), now=minutes(number), spent=0.0)
"""


OPENER = """
import sys, time
from pathlib import Path
from trainer.store.store import Store
while not Path(sys.argv[2]).exists():
    time.sleep(0)
Store(Path(sys.argv[1])).close()
"""


def test_processes_may_all_be_the_first_to_open_a_history(tmp_path: Path) -> None:
    for attempt in range(3):
        home, signal = tmp_path / str(attempt), tmp_path / f"go-{attempt}"
        openers = [subprocess.Popen([sys.executable, "-c", OPENER, str(home / "history.db"), str(signal)]) for _ in range(4)]
        time.sleep(0.5)  # most of them stand ready then; the fewer do, the milder the test
        signal.touch()
        assert [opener.wait(timeout=60) for opener in openers] == [0, 0, 0, 0]


def test_processes_share_a_history(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), f"run{number}"]) for number in range(4)]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0, 0, 0]
    with Store(path) as store:
        assert [len(store.load(f"run{number}").events) for number in range(4)] == [21, 21, 21, 21]
