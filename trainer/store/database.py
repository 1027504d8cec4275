"""The database file: opened safely, private from its first byte, its errors turned into one clear line.

Owns connection settings and the schema. Knows nothing of what the rows mean.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trainer.errors import StoreFailed
from trainer.store.files import ensure_folder, ensure_private_file

VERSION = 1
"""Of the schema, in `user_version`; 0 is an empty file."""
BUSY_SECONDS = 5.0
"""How long to wait for another window that writes."""

_SETTINGS = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA fullfsync = ON;
PRAGMA secure_delete = ON;
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
"""
# FULL, not NORMAL: a reply survives a power cut as well; one sync per reply is not felt at the pace of people.

_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS runs (
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
);
CREATE TABLE IF NOT EXISTS events (
    run    TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    event  TEXT NOT NULL,
    PRIMARY KEY (run, number)
) WITHOUT ROWID;
PRAGMA user_version = {VERSION};
COMMIT;
"""


def connect(path: Path) -> sqlite3.Connection:
    """An open connection to the history, made if it was not there. Transactions are opened by `transaction` alone.

    Raises:
        StoreFailed: the folder or file cannot be used, is damaged, or is from a newer trainer.
    """
    ensure_folder(path.parent)
    ensure_private_file(path)
    with failing_clearly(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > VERSION:
        raise StoreFailed(f"{path} was written by a newer trainer (version {found}). Update this one; nothing was changed.")
    connection.executescript(_SETTINGS)
    if found < VERSION:
        connection.executescript(_SCHEMA)


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


def _explained(path: Path, error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"{path} is in use by another window that does not let go; close it and try again."
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return f"{path} cannot be written. Mend the rights of the file and its folder, or set TRAINER_HOME to another folder."
    if name.startswith("SQLITE_FULL"):
        return f"there is no room left on the disk to write {path}; what was saved before is kept."
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return f"{path} is damaged ({error}); nothing was changed. Move it away to begin a new history."
    return f"{path}: {error}"
