"""A folder of shared rehearsals, read file by file: what is not one is named and left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trainer.errors import Unreadable
from trainer.report.sharing.file import LARGEST, from_json
from trainer.report.sharing.values import Shared
from trainer.text.clean import clean_line

MOST_FILES = 2_000
"""Files in one folder; a workshop has fifty people."""


@dataclass(frozen=True)
class Folder:
    """What was found."""

    shared: tuple[Shared, ...]
    problems: tuple[Unreadable, ...]
    """One for each file that was left out; `path` is its name."""


def read_folder(folder: Path) -> Folder:
    """The rehearsals in the `.json` files of a folder, not of folders below it.

    Raises:
        Unreadable: there is no such folder, it may not be read, or it holds too many files.
    """
    shared: list[Shared] = []
    problems: list[Unreadable] = []
    for path in _files(folder):
        try:
            shared.append(_read(path))
        except Unreadable as error:
            problems.append(error)
    return Folder(tuple(shared), tuple(problems))


def _files(folder: Path) -> Iterator[Path]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".json" and not path.name.startswith("."))
    except FileNotFoundError as error:
        raise Unreadable(str(folder), "there is no such folder") from error
    except NotADirectoryError as error:
        raise Unreadable(str(folder), "this is a file, a folder of exported rehearsals is needed") from error
    except (OSError, ValueError) as error:
        raise Unreadable(str(folder), getattr(error, "strerror", None) or str(error)) from error
    if len(paths) > MOST_FILES:
        raise Unreadable(str(folder), f"it holds {len(paths):,} files; at most {MOST_FILES:,} can be put on one page")
    yield from paths


def _read(path: Path) -> Shared:
    name = clean_line(path.name)
    try:
        if not path.is_file():
            raise Unreadable(name, "this is no file")
        size = path.stat().st_size
        if size > LARGEST:
            raise Unreadable(name, f"it is too large ({size:,} bytes); an exported rehearsal has at most {LARGEST:,}")
        return from_json(path.read_bytes().decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise Unreadable(name, "not a shared rehearsal: it is not UTF-8") from error
    except OSError as error:
        raise Unreadable(name, error.strerror or str(error)) from error
