"""Where scenarios stand, and finding one by its name. Reads titles only: whether a scenario is any good is `load`'s to say.

Bundled scenarios stand beside the package's modules when it was installed, and in the repository's `scenarios/` when it runs
from a clone. Own folders are passed in by the caller and come first, so that a copy can be worked on under its own name.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.errors import NotFound
from trainer.scenario.suggest import nearest
from trainer.text.clean import clean_line

_PACKAGE = Path(__file__).resolve().parent.parent
_SUFFIXES = (".yaml", ".yml")
_BESIDE_A_SCENARIO = (".cases", ".play", ".incident")
"""Middle parts of file names that hold something about a scenario."""
_FIRST = "release-halt"
"""Stands first in lists: the meeting most people come for."""
_TITLE_WITHIN = 200
"""Lines from the top in which the title is looked for."""


@dataclass(frozen=True)
class Listed:
    """A scenario as lists show it."""

    id: str
    """File name without suffix: what `find` takes."""
    title: str
    path: Path


def bundled() -> Path:
    """The folder of the scenarios that come with the program."""
    shipped = _PACKAGE / "_scenarios"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "scenarios"


def find(name_or_path: str, extra: Sequence[Path] = ()) -> Path:
    """The file of a scenario, by id or by path; own folders (`extra`) before the bundled one.

    Raises:
        NotFound: no such file, or no scenario of that id; with the nearest ids.
    """
    if os.sep in name_or_path or "/" in name_or_path or name_or_path.endswith(_SUFFIXES):
        path = Path(name_or_path).expanduser()
        if _is_file(path):
            return path
        raise NotFound("scenario file", clean_line(name_or_path))
    files = dict(_files(extra))
    if name_or_path in files:
        return files[name_or_path]
    close = nearest(name_or_path, files)
    known = close or tuple(sorted(files)) if len(files) <= 4 else close
    raise NotFound("scenario", clean_line(name_or_path), known)


def listed(extra: Sequence[Path] = ()) -> tuple[Listed, ...]:
    """Every scenario, release-halt first, then by id; the first of a name. Cheap, nothing is validated."""
    return tuple(Listed(name, title_of(path) or name, path) for name, path in _files(extra))


def title_of(path: Path) -> str:
    """The `title:` of a scenario file, empty when it cannot be read."""
    try:
        with path.open(encoding="utf-8", errors="replace") as lines:
            for _, line in zip(range(_TITLE_WITHIN), lines, strict=False):
                if line.startswith("title:"):
                    return clean_line(_unquoted(line.removeprefix("title:").strip()))
    except OSError:
        return ""
    return ""


def _unquoted(value: str) -> str:
    """A value on one line as YAML reads it, near enough for a list."""
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return value.partition(" #")[0].rstrip()


def _files(extra: Sequence[Path]) -> list[tuple[str, Path]]:
    found: dict[str, Path] = {}
    for folder in (*extra, bundled()):
        for path in _in_folder(folder):
            found.setdefault(path.stem, path)
    return sorted(found.items(), key=lambda item: (item[0] != _FIRST, item[0]))


def _in_folder(folder: Path) -> list[Path]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        # A folder of one's own need not exist, and one that cannot be read holds nothing to list.
        return []
    return [path for path in paths if path.suffix in _SUFFIXES and not path.stem.endswith(_BESIDE_A_SCENARIO) and _is_file(path)]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        # A name too long for the system, or with a zero byte in it, names no file.
        return False
