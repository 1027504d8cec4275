"""What a user names on the command line, found and read: scenarios, incidents, files of lines.

Raises errors that say what is wrong with which file; prints nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trainer.errors import Unreadable
from trainer.scenario.incident import Incident, example_incident
from trainer.scenario.incident_file import load_incident
from trainer.scenario.library import find
from trainer.scenario.load import load_scenario
from trainer.scenario.models import Scenario
from trainer.store.places import find_places
from trainer.store.store import Store

STANDARD_INPUT = "-"


def scenario_file(name: str) -> Path:
    """The file that an id or a path means. Raises NotFound."""
    return find(name, find_places().scenarios)


def scenario_named(name: str) -> Scenario:
    """The scenario that an id or a path means.

    Raises:
        NotFound: there is none.
        ProblemsFound, Unreadable: it cannot be played.
    """
    return load_scenario(scenario_file(name))


def incident_for(scenario: Scenario, path: str | None) -> Incident:
    """The incident in a file, or the scenario's example. Raises ProblemsFound, Unreadable."""
    return example_incident(scenario) if path is None else load_incident(Path(path), scenario)


def run_named(store: Store, name: str) -> str:
    """The id of the rehearsal that an id, its beginning or `last` means.

    Raises:
        ClickException: there is none at all yet.
        NotFound: there is none of this name.
    """
    if not store.runs():
        raise click.ClickException("no rehearsals yet; begin one with: trainer play release-halt")
    return store.find(name)


def read_bytes(name: str) -> bytes:
    """A file, or standard input for `-`.

    Raises:
        Unreadable: it is not there, is a folder, or may not be read.
    """
    try:
        return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except OSError as error:
        raise Unreadable(shown_name(name), _why(error)) from error
    except ValueError as error:  # a NUL in the name
        raise Unreadable(shown_name(name), str(error)) from error


def read_lines(name: str) -> tuple[str, ...]:
    """The lines of a UTF-8 file, or of standard input for `-`, without their ends.

    Raises:
        Unreadable: see `read_bytes`; or a line is not UTF-8.
    """
    return tuple(_decoded(line, number, shown_name(name)) for number, line in enumerate(split_lines(read_bytes(name)), start=1))


def split_lines(data: bytes) -> list[bytes]:
    """Lines as editors count them: ended by LF or CR LF, a byte order mark at the start dropped."""
    return [line.removesuffix(b"\r") for line in data.removeprefix(b"\xef\xbb\xbf").removesuffix(b"\n").split(b"\n")]


def shown_name(name: str) -> str:
    """How errors call it."""
    return "standard input" if name == STANDARD_INPUT else name


def _decoded(line: bytes, number: int, name: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{name}:{number}", f"not UTF-8 (byte {error.start + 1} of this line). Save the file as UTF-8.") from error


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "this is a folder, a file is needed"
    return error.strerror or str(error)
