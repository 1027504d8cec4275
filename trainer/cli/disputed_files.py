"""A folder of exported disputes, read file by file: what is not one is named and left out."""

from __future__ import annotations

from pathlib import Path

from trainer.authoring.disputed import Disputed, exported_disputed
from trainer.errors import Unreadable
from trainer.text.clean import clean_line

MOST_FILES = 2_000
LARGEST = 5_000_000
"""Bytes of one file."""


def read_disputed(folder: Path) -> tuple[tuple[Disputed, ...], tuple[Unreadable, ...]]:
    """The disputes in the `.jsonl` files of a folder, not of folders below it, and one problem for each file that was left out.

    Raises:
        Unreadable: there is no such folder, it may not be read, or it holds no such file or too many.
    """
    found: list[Disputed] = []
    problems: list[Unreadable] = []
    for path in _files(folder):
        try:
            found += _read(path)
        except Unreadable as error:
            problems.append(error)
    return tuple(found), tuple(problems)


def _files(folder: Path) -> list[Path]:
    name = clean_line(str(folder))
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".jsonl" and not path.name.startswith("."))
    except FileNotFoundError as error:
        raise Unreadable(name, "there is no such folder") from error
    except NotADirectoryError as error:
        raise Unreadable(name, "this is a file, a folder of exported disputes is needed") from error
    except (OSError, ValueError) as error:
        raise Unreadable(name, getattr(error, "strerror", None) or str(error)) from error
    if not paths:
        raise Unreadable(name, "no exported disputes (*.jsonl) in this folder")
    if len(paths) > MOST_FILES:
        raise Unreadable(name, f"it holds {len(paths):,} files; at most {MOST_FILES:,} are read")
    return paths


def _read(path: Path) -> tuple[Disputed, ...]:
    name = clean_line(path.name)
    try:
        if not path.is_file():
            raise Unreadable(name, "this is no file")
        size = path.stat().st_size
        if size > LARGEST:
            raise Unreadable(name, f"it is too large ({size:,} bytes); exported disputes have at most {LARGEST:,}")
        return exported_disputed(path.read_bytes().decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise Unreadable(name, "not exported disputes: it is not UTF-8") from error
    except OSError as error:
        raise Unreadable(name, error.strerror or str(error)) from error
