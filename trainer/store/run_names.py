"""The names of rehearsals for completing a command line: read at a key press, so without the libraries that read a whole record."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from trainer.store.database import BUSY_SECONDS, failing_clearly


@dataclass(frozen=True)
class RunName:
    """A rehearsal as a list of names shows it."""

    id: str
    title: str
    ended: bool


def run_names(path: Path, most: int) -> tuple[RunName, ...]:
    """The rehearsals saved last, at most `most`, the latest first. Makes and changes nothing; none where there is no history yet.

    Raises:
        StoreFailed: the file is no history, or cannot be read.
    """
    if not path.is_file():
        return ()
    with failing_clearly(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)) as history:
        rows = history.execute("SELECT id, title, ended FROM runs ORDER BY saved DESC, rowid DESC LIMIT ?", (most,)).fetchall()
    return tuple(RunName(str(name), str(title), ended is not None) for name, title, ended in rows)
