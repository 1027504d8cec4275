"""A scenario, and the reader, as they stood at an earlier git revision.

Owns everything that talks to git. Writes into the folder it is given, never into the repository.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from trainer.errors import TrainerError, Unreadable
from trainer.text.clean import clean_line

_PACKAGE = "trainer"
"""The reader is in the repository when this folder is, at its top."""


class NoSuchRevision(TrainerError):
    """A revision that cannot be compared with."""


@dataclass(frozen=True)
class Asked:
    """A reply to be read, as an answer to the first question of its state."""

    state: str
    reply: str


@dataclass(frozen=True)
class Row:
    """What was heard in one reply, in words; comparable across versions."""

    points: dict[str, str]
    """Point -> verdict, for those its state listens for."""
    flags: frozenset[str]
    """Those heard for certain."""


@dataclass(frozen=True)
class Revision:
    """A scenario file at a revision."""

    commit: str
    """Short name of the commit."""
    scenario: Path
    """Its file as it was, under its own name."""
    reader: Path | None
    """A folder that holds the program as it was; None where the repository holds none."""

    def read(self, asked: Iterable[Asked]) -> tuple[Row | None, ...]:
        """What the earlier program heard in these replies, in the earlier scenario; None where it had no such state.

        Raises:
            NoSuchRevision: the earlier program cannot be run, or there is none.
        """
        if self.reader is None:
            raise NoSuchRevision(f"there is no program to run at {self.commit}")
        lines = "".join(json.dumps({"state": one.state, "reply": one.reply}) + "\n" for one in asked)
        command = [sys.executable, "-m", _PACKAGE, "score", str(self.scenario), "-"]
        env = {**os.environ, "PYTHONPATH": str(self.reader), "PYTHONSAFEPATH": "1"}
        done = subprocess.run(command, input=lines.encode(), capture_output=True, check=False, env=env, cwd=self.reader)
        rows = [_row(line) for line in done.stdout.splitlines()]
        if len(rows) != lines.count("\n"):
            why = clean_line(done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2])
            raise NoSuchRevision(f"the program as it was at {self.commit} cannot read this scenario: {why}")
        return tuple(rows)


def at_revision(scenario: Path, revision: str, into: Path) -> Revision:
    """A scenario file as it was, written into a folder; and the program, where the same repository holds it.

    Raises:
        NoSuchRevision: git is not there, the file is in no repository, or the revision or the file in it is unknown.
    """
    folder = scenario.resolve().parent
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--short", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise NoSuchRevision(f"git knows no revision '{clean_line(revision)}' where {clean_line(str(scenario))} is")
    name = commit.decode().strip()
    text = _git(folder, "show", f"{name}:./{scenario.name}")
    if text is None:
        raise NoSuchRevision(f"{clean_line(str(scenario))} did not exist at {name}")
    earlier = into / scenario.name
    earlier.write_bytes(text)
    top = Path(os.fsdecode((_git(folder, "rev-parse", "--show-toplevel") or b"").strip()))
    archive = _git(top, "archive", "--format=tar", name, _PACKAGE)
    if archive is None:
        return Revision(name, earlier, None)
    reader = into / "program"
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(reader, filter="data")
    return Revision(name, earlier, reader)


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints; None when it refuses."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise Unreadable("git", "is not installed; --against needs it") from error
    return done.stdout if done.returncode == 0 else None


def _row(line: bytes) -> Row | None:
    """A line of `trainer score`; None for one that says what could not be read."""
    item = json.loads(line)
    if "error" in item:
        return None
    return Row({name: point["verdict"] for name, point in item["points"].items()}, frozenset(item["flags"]))
