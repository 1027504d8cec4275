"""Saved incidents: YAML files in a private folder, which their owner may also edit or delete by hand.

Knows names and files only; what stands in them is the business of `trainer.scenario.incident_file`.
"""

from __future__ import annotations

import re
from pathlib import Path

from trainer.errors import StoreFailed
from trainer.store.files import write_private
from trainer.store.places import Places

LONGEST_NAME = 60


def save_incident(places: Places, name: str, yaml_text: str) -> Path:
    """Keep an incident under a name; one of the same name is replaced. Returns the file.

    Raises:
        StoreFailed: the folder cannot be written to.
    """
    path = places.incidents / f"{file_name_of(name)}.yaml"
    write_private(path, yaml_text)
    return path


def saved_incidents(places: Places) -> tuple[Path, ...]:
    """The files of all saved incidents, the latest first.

    Raises:
        StoreFailed: the folder cannot be read.
    """
    try:
        if not places.incidents.is_dir():
            return ()
        return tuple(sorted(places.incidents.glob("*.yaml"), key=lambda path: (-path.stat().st_mtime, path.name)))
    except OSError as error:
        raise StoreFailed(f"cannot read {places.incidents}: {error.strerror}") from error


def file_of_incident(places: Places, name: str) -> Path | None:
    """The file of the saved incident of this name; None where there is none."""
    path = places.incidents / f"{file_name_of(name)}.yaml"
    return path if path.is_file() else None


def forget_incident(path: Path) -> None:
    """Delete one saved incident; nothing happens where there is none.

    Raises:
        StoreFailed: it cannot be deleted.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StoreFailed(f"cannot delete {path}: {error.strerror}") from error


def forget_incidents(places: Places) -> int:
    """Delete all saved incidents; how many there were.

    Raises:
        StoreFailed: one cannot be deleted.
    """
    paths = saved_incidents(places)
    for path in paths:
        forget_incident(path)
    return len(paths)


def file_name_of(name: str) -> str:
    """A name as a harmless file name: letters, digits and dashes; never empty, never hidden, never a path."""
    plain = re.sub(r"[^\w]+", "-", name, flags=re.UNICODE).strip("-_").lower()
    return plain[:LONGEST_NAME].strip("-_") or "incident"
