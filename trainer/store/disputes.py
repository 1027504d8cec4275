"""Verdicts that the player disputes: one JSON line each in a private file, added to and read back.

Owns the file and its lines. Never decides who is right, and changes no score: a dispute is a labelled reply for whoever mends the reader.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path

from trainer.errors import StoreFailed
from trainer.store.files import PRIVATE_FILE, close_to_others, ensure_folder, write_private
from trainer.store.places import Places
from trainer.text.clean import clean, clean_line

SAID, NOT_SAID = "said", "not said"
"""What the player may say it should have been."""


@dataclass(frozen=True)
class Dispute:
    """One verdict the player does not agree with."""

    run: str
    """Id in the history."""
    scenario: str
    scenario_hash: str
    moment: str
    """State or interjection the reply was given in."""
    point: str
    verdict: str
    """As it was given: covered, partly, missing, contradicted."""
    should_be: str
    """What the player says: `said` or `not said`."""
    reply: str
    """The whole reply as it was typed."""
    when: datetime
    """Aware."""
    version: str
    """Of the trainer that gave the verdict."""

    def __post_init__(self) -> None:
        """Refuse what could not be read back."""
        if self.should_be not in (SAID, NOT_SAID):
            raise ValueError(f"should_be is '{SAID}' or '{NOT_SAID}', not {self.should_be!r}")
        if self.when.tzinfo is None:
            raise ValueError("when needs a time zone")


@dataclass(frozen=True)
class KeptDisputes:
    """What stands in the file."""

    disputes: tuple[Dispute, ...]
    """In the order they were made."""
    damaged: int
    """Lines that cannot be read: torn by a crash, or changed by hand."""


def keep_dispute(places: Places, dispute: Dispute) -> None:
    """Add a dispute; on disk when this returns.

    Raises:
        StoreFailed: not possible; nothing of it was kept.
    """
    line = json.dumps({**asdict(dispute), "when": dispute.when.isoformat()}) + "\n"
    path = places.disputes
    ensure_folder(path.parent)
    try:
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, PRIVATE_FILE)
        try:
            size = os.fstat(handle).st_size
            _append(handle, (b"" if _ends_a_line(path, size) else b"\n") + line.encode("ascii"), size)
        finally:
            os.close(handle)
    except OSError as error:
        raise _failed("write", path, error) from error
    close_to_others(path)


def kept_disputes(places: Places) -> KeptDisputes:
    """All disputes that can be read, and how many lines cannot.

    Raises:
        StoreFailed: the file is there and may not be read.
    """
    found = [_dispute(line) for line in _lines(places.disputes)]
    return KeptDisputes(tuple(one for one in found if one is not None), found.count(None))


def forget_disputes(places: Places, run: str | None = None) -> int:
    """Remove a run's disputes, or all of them for None, and overwrite their words; how many there were.

    Damaged lines go as well: whose words they hold cannot be told.

    Raises:
        StoreFailed: not possible.
    """
    path = places.disputes
    lines = _lines(path)
    kept = [] if run is None else [line for line in lines if (one := _dispute(line)) is not None and one.run != run]
    if len(kept) == len(lines):
        return 0
    gone = sum(_dispute(line) is not None for line in lines) - len(kept)
    try:
        with path.open("r+b") as old:
            if kept:
                write_private(path, "".join(f"{line}\n" for line in kept))
            else:
                path.unlink()
            _overwrite(old.fileno())
    except OSError as error:
        raise _failed("write", path, error) from error
    return gone


def _append(handle: int, data: bytes, size: int) -> None:
    """Write all of it, or take back what a full disk left of it."""
    try:
        while data:
            data = data[os.write(handle, data) :]
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, size)
        raise


def _ends_a_line(path: Path, size: int) -> bool:
    """Whether the last line is whole: one torn by a crash must not swallow the next."""
    if size == 0:
        return True
    with path.open("rb") as file:
        file.seek(size - 1)
        return file.read(1) == b"\n"


def _overwrite(handle: int) -> None:
    """Zeros over a file that has no name any more."""
    left = os.lseek(handle, 0, os.SEEK_END)
    os.lseek(handle, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(handle, bytes(min(left, 65_536)))
    os.fsync(handle)


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_bytes().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _failed("read", path, error) from error
    return [line for line in text.split("\n") if line.strip()]


def _dispute(line: str) -> Dispute | None:
    """The dispute of a line, cleaned; None when it holds none."""
    try:
        values = json.loads(line)
        texts = {name: values[name] for name in _TEXTS}
        if not all(isinstance(value, str) for value in texts.values()):
            return None
        cleaned = {name: clean(text) if name == "reply" else clean_line(text) for name, text in texts.items()}
        return Dispute(**cleaned, when=datetime.fromisoformat(values["when"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


_TEXTS: Iterable[str] = tuple(field.name for field in fields(Dispute) if field.name != "when")


def _failed(what: str, path: Path, error: OSError) -> StoreFailed:
    return StoreFailed(f"cannot {what} {path}: {error.strerror}. Mend its rights, or set TRAINER_HOME to another folder.")
