"""A rehearsal that is killed: run by `test_sigkill` as a process of its own, which forks one child for each place to die at.

Usage: python -m tests.e2e.dying FOLDER. Prints one JSON line a death: where, what had been shown to the player by then.
The children are killed by SIGKILL, sent by themselves from inside sqlite, or by their parent while they commit.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.small_meeting import GOOD, small_scenario
from trainer.meeting.options import Mode, Options
from trainer.rehearsal import Rehearsal
from trainer.scenario.incident import example_incident
from trainer.store.store import Store

REPLIES = ("hmm, well", *GOOD)
RUN = "mortal"
OPTIONS = Options(seed=5, mode=Mode.COACH)
EVERY_FEW_STEPS = 25
"""Virtual machine steps of sqlite between two places to die at inside statements."""
Shown = Callable[[str], None]


def a_clock() -> datetime:
    """Always the same time, so that records can be compared."""
    return datetime(2026, 1, 2, tzinfo=UTC)


def begin(store: Store) -> Rehearsal:
    """The rehearsal that all children play."""
    scenario = small_scenario()
    return Rehearsal.start(store, scenario, example_incident(scenario), OPTIONS, RUN, clock=a_clock)


def play(store: Store, shown: Shown) -> None:
    """Begin, type drafts, send replies; say what the player has seen as soon as they have."""
    rehearsal = begin(store)
    shown("began")
    for reply in REPLIES:
        rehearsal.save_draft(reply)
        shown("draft")
        rehearsal.reply(reply)
        shown("reply")


def die() -> int:
    """End at once, as by a power switch."""
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def at_statement(number: int, store: Store) -> None:
    """Die as the statement of this number is about to run."""
    left = iter(range(number))

    def trace(_statement: str) -> None:
        if next(left, None) is None:
            die()

    store._connection.set_trace_callback(trace)


def inside_statement(number: int, store: Store) -> None:
    """Die in the middle of a statement, at the step of this number."""
    left = iter(range(number))
    store._connection.set_progress_handler(lambda: die() if next(left, None) is None else 0, EVERY_FEW_STEPS)


def while_committing(number: int, store: Store, tell: int) -> None:
    """Tell the parent as the commit of this number begins; it kills from outside, wherever that lands."""
    left = iter(range(number))

    def trace(statement: str) -> None:
        if statement == "COMMIT" and next(left, None) is None:
            os.write(tell, b"!")

    store._connection.execute("PRAGMA wal_autocheckpoint = 1")  # each commit writes the database itself as well
    store._connection.set_trace_callback(trace)


def after_shown(number: int, write: Shown) -> Shown:
    """Die right after the player has seen so many things."""
    left = iter(range(number))

    def shown(what: str) -> None:
        write(what)
        if next(left, None) is None:
            die()

    return shown


def child(kind: str, number: int, folder: Path, tell: int) -> None:
    """Play, and die on the way; ends by itself when the place to die at never comes."""
    log = os.open(folder / "shown", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def shown(what: str) -> None:
        os.write(log, f"{what}\n".encode())

    store = Store(folder / "history.db")
    match kind:
        case "statement":
            at_statement(number, store)
        case "step":
            inside_statement(number, store)
        case "commit":
            while_committing(number, store, tell)
    play(store, after_shown(number, shown) if kind == "shown" else shown)


def killed(kind: str, number: int, folder: Path) -> bool:
    """Let one child die; False when the place to die at never came."""
    folder.mkdir()
    hear, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(hear)
        child(kind, number, folder, tell)
        os._exit(0)
    os.close(tell)
    if told := os.read(hear, 1):
        os.kill(pid, signal.SIGKILL)
    os.close(hear)
    status = os.waitpid(pid, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        raise RuntimeError(f"{kind} {number} failed by itself")
    return bool(told) or os.WIFSIGNALED(status)


def deaths(folder: Path) -> Iterator[dict[str, object]]:
    """Every place to die at, one after the other, until a child lives."""
    for kind in ("statement", "step", "commit", "shown"):
        number = 0
        while killed(kind, number, home := folder / f"{kind}-{number}"):
            shown = (home / "shown").read_text().split() if (home / "shown").exists() else []
            yield {"kind": kind, "number": number, "home": str(home), "shown": shown}
            number += 1


if __name__ == "__main__":
    for death in deaths(Path(sys.argv[1])):
        sys.stdout.write(json.dumps(death) + "\n")
