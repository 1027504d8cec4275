"""The history of rehearsals: each reply kept in one transaction, on disk before anyone sees what came of it.

Owns which rows there are. Never computes a score: what lists show is handed in as a `Summary`.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from trainer.errors import NotFound, StoreFailed, Unreadable
from trainer.meeting.events import Event
from trainer.record.codec import decode_parts, encode_event, encode_head
from trainer.record.record import Record
from trainer.record.result_codec import encode_result
from trainer.scoring.run_result import RunResult
from trainer.store.database import connect, failing_clearly, is_busy, transaction
from trainer.store.results import Finished, Results, ended_at, result_in, worked_out
from trainer.store.runs import COLUMNS, Run, Summary, run_in, spent_in

__all__ = ["LATEST", "Results", "Run", "Store", "Summary"]

LATEST = "last"
"""Stands for the run that was saved last."""


class Store:
    """The history in one file. Safe to share between threads of one process and between processes.

    Every method raises StoreFailed when the file cannot be used, and then has changed nothing.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = connect(path)
        self._lock = threading.RLock()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def create(self, record: Record, summary: Summary, result: RunResult | None = None) -> None:
        """Keep a new rehearsal with the events it has so far, and what it came to if it is over already."""
        options = record.options
        with self._lock, transaction(self._connection, self.path) as db:
            db.execute(
                "INSERT INTO runs (id, scenario, title, incident, mode, length, pressure, started, saved, spent, replies, draft, head)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '', ?)",
                (
                    record.run,
                    record.scenario.id,
                    record.scenario.title,
                    "" if record.incident.is_example else record.incident.name,
                    options.mode.value,
                    options.length.value,
                    options.pressure.value,
                    record.started.isoformat(),
                    record.started.isoformat(),
                    encode_head(record),
                ),
            )
            self._add(db, record.run, 0, record.events)
            self._stand(db, record.run, summary, result, record.started, 0.0)

    def append(  # noqa: PLR0913  (all that one transaction holds)
        self,
        run: str,
        after: int,
        events: Sequence[Event],
        *,
        summary: Summary,
        now: datetime,
        spent: float,
        draft: str = "",
        result: RunResult | None = None,
    ) -> None:
        """Keep what came of one move: its events behind the first `after`, where the rehearsal stands, the draft.

        `result` is what the run came to where this move ended it. A run that a retry opened again keeps in lists, and as its result, what
        it came to before, until it ends anew.

        Raises:
            NotFound: the run was forgotten meanwhile.
            StoreFailed: another window has gone on with this run.
        """
        with self._lock, transaction(self._connection, self.path) as db:
            if db.execute("SELECT 1 FROM runs WHERE id = ?", (run,)).fetchone() is None:
                raise NotFound("rehearsal", run)
            (kept,) = db.execute("SELECT count(*) FROM events WHERE run = ?", (run,)).fetchone()
            if kept != after:
                raise StoreFailed(f"rehearsal {run} was continued in another window; open it again from the history.")
            self._add(db, run, after, events)
            self._stand(db, run, summary, result, now, spent)
            db.execute("UPDATE runs SET draft = ? WHERE id = ?", (draft, run))

    def save_draft(self, run: str, text: str) -> None:
        """Keep what is typed and not sent yet."""
        with self._lock, transaction(self._connection, self.path) as db:
            db.execute("UPDATE runs SET draft = ? WHERE id = ?", (text, run))

    def draft(self, run: str) -> str:
        """What was typed and not sent; empty when there is none."""
        rows = self._rows("SELECT draft FROM runs WHERE id = ?", (run,))
        return str(rows[0][0]) if rows else ""

    def spent(self, run: str) -> float:
        """Seconds spent in a run so far. Raises Unreadable: its line in the history is damaged."""
        rows = self._rows("SELECT spent FROM runs WHERE id = ?", (run,))
        return spent_in(run, rows[0][0]) if rows else 0.0

    def load(self, run: str) -> Record:
        """The whole record of a run.

        Raises:
            NotFound: there is none of this id.
            Unreadable: its rows do not make a record.
        """
        with self._lock, failing_clearly(self.path):
            self._connection.execute("BEGIN")  # head and events of one moment, whatever others write
            try:
                heads = self._connection.execute("SELECT head FROM runs WHERE id = ?", (run,)).fetchall()
                events = self._connection.execute("SELECT event FROM events WHERE run = ? ORDER BY number", (run,)).fetchall()
            finally:
                self._connection.execute("COMMIT")
        if not heads:
            raise NotFound("rehearsal", run)
        return decode_parts(heads[0][0], (row[0] for row in events), f"rehearsal {run}")

    def find(self, name: str) -> str:
        """The id that a user means by an id, its unambiguous beginning, or `last`.

        Raises:
            NotFound: none, or more than one (then `known` names them).
        """
        ids = [str(run) for (run,) in self._rows("SELECT id FROM runs ORDER BY saved DESC, rowid DESC")]
        if name == LATEST and ids:
            return ids[0]
        fitting = [one for one in ids if one == name] or [one for one in ids if name and one.startswith(name)]
        if len(fitting) != 1:
            raise NotFound("rehearsal", name, tuple(fitting[:3]))
        return fitting[0]

    def runs(self) -> tuple[Run, ...]:
        """All runs, the one saved last first. Reads no record, so that lists come up quickly. `unlisted` names those left out."""
        return tuple(run for run in self._lines() if isinstance(run, Run))

    def unlisted(self) -> tuple[str, ...]:
        """One line for each run whose row was damaged, so that it cannot be listed; `forget` takes it all the same."""
        return tuple(str(run) for run in self._lines() if isinstance(run, Unreadable))

    def unfinished(self) -> tuple[Run, ...]:
        """The runs that can go on, the one saved last first."""
        return tuple(run for run in self.runs() if run.summary.ended is None)

    def results(self, scenario: str | None = None, *, worked_out: bool = True) -> tuple[RunResult, ...]:
        """What came of the finished runs, of one scenario (its id) or all, oldest first.

        Runs of an older trainer are worked out from their records, once, which takes a while; `worked_out=False` leaves them out. So is a
        run whose record cannot be read; `look_back` names it.
        """
        if worked_out:
            return self.look_back(scenario).results
        kept = (result_in(one) for one in self._finished(scenario))
        return tuple(result for result in kept if result is not None)

    def look_back(self, scenario: str | None = None) -> Results:
        """All `results`, and one line for each finished run that had to be left out."""
        found = [result_in(one) or self._fill(one) for one in self._finished(scenario)]
        return Results(
            tuple(one for one in found if isinstance(one, RunResult)), tuple(str(one) for one in found if isinstance(one, Unreadable))
        )

    def without_result(self) -> tuple[str, ...]:
        """The finished runs that `results` would have to work out, oldest first."""
        return tuple(one.id for one in self._finished(None) if result_in(one) is None)

    def work_out(self, run: str) -> str:
        """Work out and keep the result of one run `without_result`; why it cannot be, in a line, empty when nothing is in the way."""
        results = (self._fill(one) for one in self._finished(None) if one.id == run)
        return next((str(result) for result in results if isinstance(result, Unreadable)), "")

    def forget(self, run: str) -> None:
        """Remove a run so that its words are in none of the files any more.

        Raises:
            NotFound: there is none of this id.
            StoreFailed: also when another window keeps the old pages in use; the run is gone then, its last traces go with that window.
        """
        with self._lock, transaction(self._connection, self.path) as db:
            if db.execute("DELETE FROM runs WHERE id = ?", (run,)).rowcount == 0:
                raise NotFound("rehearsal", run)
        self._scrub()

    def forget_all(self) -> int:
        """The same for all runs; how many there were."""
        with self._lock, transaction(self._connection, self.path) as db:
            count = db.execute("DELETE FROM runs").rowcount
        self._scrub()
        return count

    def _scrub(self) -> None:
        """Write the file anew without what was deleted, and empty the log beside it.

        Where another window is in the way nothing has to be repeated: deleted rows are overwritten (`secure_delete`), and whoever closes
        the history last takes the log away.
        """
        with self._lock, failing_clearly(self.path):
            try:
                self._connection.execute("VACUUM")
                (in_use, _, _) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except sqlite3.OperationalError as error:
                in_use = is_busy(error)
                if not in_use:
                    raise
        if in_use:
            raise StoreFailed(f"removed from the history; traces stay in {self.path}-wal until the other window that uses it is closed.")

    def _finished(self, scenario: str | None) -> list[Finished]:
        query = "SELECT id, saved, result FROM runs WHERE ended IS NOT NULL AND scenario = coalesce(?, scenario) ORDER BY saved, rowid"
        return [Finished(*row) for row in self._rows(query, (scenario,))]

    def _lines(self) -> Iterator[Run | Unreadable]:
        for row in self._rows(f"SELECT {COLUMNS} FROM runs ORDER BY saved DESC, rowid DESC"):  # noqa: S608  (names of our own columns)
            try:
                yield run_in(row)
            except Unreadable as error:
                yield error

    def _fill(self, run: Finished) -> RunResult | Unreadable | None:
        """The result worked out from the record, and kept unless the run has moved on; or why not. None: it was forgotten meanwhile."""
        try:
            result = worked_out(self.load(run.id), ended_at(run))
        except NotFound:
            return None
        except Unreadable as error:
            return error
        with self._lock, transaction(self._connection, self.path) as db:
            db.execute(
                "UPDATE runs SET result = ? WHERE id = ? AND saved = ? AND ended IS NOT NULL",
                (encode_result(result), run.id, run.saved),
            )
        return result

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with self._lock, failing_clearly(self.path):
            return self._connection.execute(query, values).fetchall()

    def _add(self, db: sqlite3.Connection, run: str, after: int, events: Iterable[Event]) -> None:
        rows = [(run, number, encode_event(event)) for number, event in enumerate(events, start=after)]
        db.executemany("INSERT INTO events (run, number, event) VALUES (?, ?, ?)", rows)

    def _stand(self, db: sqlite3.Connection, run: str, summary: Summary, result: RunResult | None, now: datetime, spent: float) -> None:
        db.execute("UPDATE runs SET saved = ?, spent = ? WHERE id = ?", (now.isoformat(), spent, run))
        db.execute(
            "UPDATE runs SET replies = ?, ended = ?, ending = ?, score = ?, first_score = ?, passed = ?, result = ?"
            " WHERE id = ? AND (ended IS NULL OR ? IS NOT NULL)",
            (
                summary.replies,
                summary.ended,
                summary.ending,
                summary.score,
                summary.first_score,
                summary.passed,
                None if result is None else encode_result(result),
                run,
                summary.ended,
            ),
        )
