"""The database file: opened safely, private from its first byte, its errors turned into one clear line.

Owns connection settings and the schema. Knows nothing of what the rows mean.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trainer.errors import StoreFailed
from trainer.store.files import close_to_others, ensure_folder, ensure_private_file

BUSY_SECONDS = 5.0
"""How long to wait for another window that writes."""
_TURN_SECONDS = 0.02
"""Between two attempts, where SQLite itself does not wait."""

_SETTINGS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
)
# FULL, not NORMAL: a reply survives a power cut as well; one sync per reply is not felt at the pace of people.

_RUNS = """
CREATE TABLE runs (
    id          TEXT PRIMARY KEY,
    scenario    TEXT NOT NULL,
    title       TEXT NOT NULL,
    incident    TEXT NOT NULL,
    mode        TEXT NOT NULL,
    pressure    TEXT NOT NULL,
    started     TEXT NOT NULL,
    saved       TEXT NOT NULL,
    spent       REAL NOT NULL,
    replies     INTEGER NOT NULL,
    ended       TEXT,
    ending      TEXT,
    score       INTEGER,
    first_score INTEGER,
    passed      INTEGER,
    draft       TEXT NOT NULL,
    head        TEXT NOT NULL
)
"""
_EVENTS = """
CREATE TABLE events (
    run    TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    event  TEXT NOT NULL,
    PRIMARY KEY (run, number)
) WITHOUT ROWID
"""
_RESULT = "ALTER TABLE runs ADD COLUMN result TEXT"
_LENGTH = "ALTER TABLE runs ADD COLUMN length TEXT NOT NULL DEFAULT 'whole'"  # before there were others, every run was that
_UPGRADES: tuple[tuple[str, ...], ...] = ((_RUNS, _EVENTS), (_RESULT, _LENGTH))
"""What leads from each version of the schema to the next, the first from an empty file. A step that has been shipped is never changed."""
VERSION = len(_UPGRADES)
"""Of the schema, in `user_version`; 0 is an empty file."""


def connect(path: Path) -> sqlite3.Connection:
    """An open connection to the history, made if it was not there. Transactions are opened by `transaction` alone.

    Raises:
        StoreFailed: the folder or file cannot be used, is damaged, or is from a newer trainer.
    """
    ensure_folder(path.parent)
    ensure_private_file(path)
    for beside in ("-wal", "-shm"):  # what a crash left there holds replies too
        close_to_others(path.with_name(path.name + beside))
    with failing_clearly(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    if _version(connection, path) < VERSION:
        _upgrade(connection, path)
    _write_ahead(connection)
    for setting in _SETTINGS:
        connection.execute(setting)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > VERSION:
        raise StoreFailed(f"{path} was written by a newer trainer (version {found}). Update this one; nothing was changed.")
    return found


def _upgrade(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the schema up to date, wholly or not at all. Another window may have done it while this one waited for its turn."""
    with transaction(connection, path):
        for step in _UPGRADES[_version(connection, path) :]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to WAL. SQLite does not wait its turn for that where two windows open a new file at once, so it is done here."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > deadline:
                raise
            time.sleep(_TURN_SECONDS)
        else:
            return


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """All statements inside are kept together or not at all; on leaving they are on disk.

    Raises:
        StoreFailed: the database refused; nothing of this transaction was kept.
    """
    with failing_clearly(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk ends it by itself
                connection.execute("ROLLBACK")
            raise


@contextmanager
def failing_clearly(path: Path) -> Iterator[None]:
    """Turns what sqlite says into one line that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreFailed(_explained(path, error)) from error


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another window was in the way."""
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def _explained(path: Path, error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if is_busy(error):
        return f"{path} is in use by another window that does not let go; close it and try again."
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return f"{path} cannot be written. Mend the rights of the file and its folder, or set TRAINER_HOME to another folder."
    if name.startswith("SQLITE_FULL"):
        return f"there is no room left on the disk to write {path}; what was saved before is kept."
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return f"{path} is damaged ({error}); nothing was changed. Move it away to begin a new history."
    return f"{path}: {error}"
