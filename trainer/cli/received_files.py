"""A folder of files that other people gave away, read one by one: bounded, and what is not one of them is named and left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from trainer.errors import Unreadable
from trainer.text.clean import clean_line

MOST_FILES = 2_000
"""Files in one folder; a workshop has fifty people."""

T = TypeVar("T")


@dataclass(frozen=True)
class Kind(Generic[T]):
    """What such files are."""

    suffix: str
    """`.json`."""
    name: str
    """In the plural: `exported rehearsals`."""
    largest: int
    """Bytes of one file."""
    read: Callable[[str, str], T]
    """From the text of a file and the file's name. Raises Unreadable."""


@dataclass(frozen=True)
class Folder(Generic[T]):
    """What was found."""

    found: tuple[T, ...]
    problems: tuple[Unreadable, ...]
    """One for each file that was left out; `path` is its name."""


def read_folder(folder: Path, kind: Kind[T]) -> Folder[T]:
    """What stands in the files of a folder, not of folders below it.

    Raises:
        Unreadable: there is no such folder, it may not be read, or it holds too many files.
    """
    found: list[T] = []
    problems: list[Unreadable] = []
    for path in _files(folder, kind):
        try:
            found.append(_read(path, kind))
        except Unreadable as error:
            problems.append(error)
    return Folder(tuple(found), tuple(problems))


def _files(folder: Path, kind: Kind[T]) -> list[Path]:
    name = clean_line(str(folder))
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == kind.suffix and not path.name.startswith("."))
    except FileNotFoundError as error:
        raise Unreadable(name, "there is no such folder") from error
    except NotADirectoryError as error:
        raise Unreadable(name, f"this is a file, a folder of {kind.name} is needed") from error
    except (OSError, ValueError) as error:
        raise Unreadable(name, getattr(error, "strerror", None) or str(error)) from error
    if len(paths) > MOST_FILES:
        raise Unreadable(name, f"it holds {len(paths):,} files; at most {MOST_FILES:,} are read")
    return paths


def _read(path: Path, kind: Kind[T]) -> T:
    name = clean_line(path.name)
    try:
        if not path.is_file():
            raise Unreadable(name, "this is no file")
        size = path.stat().st_size
        if size > kind.largest:
            raise Unreadable(name, f"it is too large ({size:,} bytes); {kind.name} have at most {kind.largest:,}")
        return kind.read(path.read_bytes().decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise Unreadable(name, f"none of the {kind.name}: it is not UTF-8") from error
    except OSError as error:
        raise Unreadable(name, error.strerror or str(error)) from error
