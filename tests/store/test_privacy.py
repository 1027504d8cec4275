"""Nobody else can read what is kept, and what is forgotten is gone."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.kept import NOTHING, PRIVATE_FACT, a_record, minutes, said
from trainer.errors import NotFound, StoreFailed
from trainer.store.incidents import file_name_of, forget_incidents, save_incident, saved_incidents
from trainer.store.places import Places
from trainer.store.store import Store, Summary

OPEN_HANDED = """
import os, sys
from pathlib import Path
os.umask(0)
from tests.store.kept import NOTHING, a_record
from trainer.store.incidents import save_incident
from trainer.store.places import Places
from trainer.store.store import Store
places = Places(Path(sys.argv[1]) / "deep" / "home")
save_incident(places, "mine", "format: 1")
with Store(places.history) as store:
    store.create(a_record("aaa"), NOTHING)
    for path in [*places.home.rglob("*"), places.home, places.home.parent]:
        print(oct(path.stat().st_mode & 0o777), "folder" if path.is_dir() else "file", path.name)
"""


def test_files_and_folders_are_private_whatever_the_umask(tmp_path: Path) -> None:
    shown = subprocess.run([sys.executable, "-c", OPEN_HANDED, str(tmp_path)], capture_output=True, text=True, check=True).stdout
    found = {line.split(maxsplit=2)[2]: line.split()[:2] for line in shown.splitlines()}
    assert {"history.db", "history.db-wal", "history.db-shm", "mine.yaml", "incidents", "home", "deep"} <= found.keys()
    assert all(rights == ("0o700" if kind == "folder" else "0o600") for rights, kind in found.values()), found


def test_a_history_that_others_could_read_is_closed_to_them(store: Store) -> None:
    store.close()
    store.path.chmod(0o644)
    Store(store.path).close()
    assert store.path.stat().st_mode & 0o777 == 0o600


def test_what_a_crash_left_beside_the_history_is_closed_to_others_too(store: Store) -> None:
    store.create(a_record("aaa"), NOTHING)
    for beside in ("-wal", "-shm"):
        store.path.with_name(store.path.name + beside).chmod(0o644)
    with Store(store.path):
        rights = {path.name: path.stat().st_mode & 0o777 for path in store.path.parent.iterdir()}
    assert rights == {"history.db": 0o600, "history.db-wal": 0o600, "history.db-shm": 0o600}


def test_a_folder_that_the_user_made_is_left_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Store(tmp_path / "history.db").close()
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def bytes_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_what_is_forgotten_is_in_none_of_the_files(store: Store) -> None:
    store.create(a_record("aaa", said("a very private sentence")), NOTHING)
    store.create(a_record("bbb", said("something that stays")), NOTHING)
    store.append("aaa", 2, [said("another private sentence")], summary=Summary(2), now=minutes(1), spent=0.0)
    store.save_draft("aaa", "a private draft")
    assert b"very private" in bytes_below(store.path.parent)
    store.forget("aaa")
    left = bytes_below(store.path.parent)
    assert b"private" not in left
    assert b"something that stays" in left
    assert store.load("bbb") == a_record("bbb", said("something that stays"))


def test_everything_is_forgotten_while_the_store_is_open(store: Store) -> None:
    for run in ("aaa", "bbb"):
        store.create(a_record(run, said("a private sentence")), NOTHING)
    assert store.forget_all() == 2
    left = bytes_below(store.path.parent)
    assert b"private" not in left
    assert PRIVATE_FACT.encode() not in left
    assert store.runs() == ()


def test_an_overwritten_draft_is_in_none_of_the_files(store: Store) -> None:
    store.create(a_record("aaa"), NOTHING)
    store.save_draft("aaa", "a private draft that I think better of")
    store.append("aaa", 1, [said("one")], summary=Summary(1), now=minutes(1), spent=0.0)
    store.forget("aaa")
    assert b"think better of" not in bytes_below(store.path.parent)


def test_forgetting_says_so_when_another_window_holds_traces_and_they_go_with_that_window(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.store.database.BUSY_SECONDS", 0.05)
    store.create(a_record("aaa", said("a private sentence")), NOTHING)
    reader = sqlite3.connect(store.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM runs").fetchone()
    try:
        with Store(store.path) as impatient, pytest.raises(StoreFailed, match="other window"):
            impatient.forget("aaa")
    finally:
        reader.execute("COMMIT")
        reader.close()
    assert store.runs() == ()
    store.close()
    assert b"private" not in bytes_below(store.path.parent)


def test_a_run_that_is_not_there_cannot_be_forgotten(store: Store) -> None:
    with pytest.raises(NotFound):
        store.forget("aaa")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Payments, May 3rd", "payments-may-3rd"),
        ("../../etc/passwd", "etc-passwd"),
        ("/", "incident"),
        ("", "incident"),
        (".hidden", "hidden"),
        ("Zahlung für Köln", "zahlung-für-köln"),
        ("a\x1b[31mb\x00c", "a-31mb-c"),
        ("x" * 300, "x" * 60),
    ],
)
def test_an_incident_has_a_harmless_file_name(name: str, file: str) -> None:
    assert file_name_of(name) == file


def test_saved_incidents_are_listed_the_latest_first_and_replaced_by_name(tmp_path: Path) -> None:
    places = Places(tmp_path)
    assert saved_incidents(places) == ()
    first = save_incident(places, "One", "a: 1")
    second = save_incident(places, "Two", "b: 2")
    os.utime(first, (1, 1))
    assert saved_incidents(places) == (second, first)
    assert save_incident(places, "one", "a: 3") == first
    assert first.read_text() == "a: 3"
    assert forget_incidents(places) == 2
    assert saved_incidents(places) == ()


def test_an_incident_that_cannot_be_saved_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "incidents").write_text("a file")
    with pytest.raises(StoreFailed, match="incidents"):
        save_incident(Places(tmp_path), "One", "a: 1")
