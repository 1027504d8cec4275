"""`trainer new`: the files of a new scenario, complete and running, to be changed piece by piece."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from trainer.authoring.starting import Start, named, template, why_no_name
from trainer.cli import completing, options
from trainer.cli.commands.schema import schema_texts
from trainer.cli.exits import FINE
from trainer.cli.given import scenario_file
from trainer.cli.out import say
from trainer.errors import Unreadable
from trainer.scenario.cases import cases_beside, load_cases
from trainer.scenario.files.source import read_source
from trainer.scenario.incident_file import load_incident
from trainer.scenario.load import load_scenario
from trainer.scenario.plays import load_plays, plays_beside
from trainer.scenario.schema import FOLDER
from trainer.text.clean import clean_line


@click.command("new")
@click.argument("name", metavar="NAME", callback=options.named)
@click.option("--from", "origin", metavar="SCENARIO", callback=options.named, shell_complete=completing.scenarios, help="Copy this one.")
@click.option(
    "--in", "folder", metavar="FOLDER", default=".", callback=options.named, shell_complete=completing.files, help="Where, if not here."
)
def command(name: str, origin: str | None, folder: str) -> int:
    """Begin a scenario: NAME.yaml with labelled replies, playthroughs and the schemas editors need.

    It is a small whole meeting that passes `check` and `test`, or a copy of another one under this name. No file is written over.
    """
    wrong = why_no_name(name)
    if wrong:
        raise click.UsageError(f"'{name}' cannot be the name: {wrong}.")
    start = template() if origin is None else _copied(scenario_file(origin))
    for path in _write(Path(folder), named(start, name)):
        say(f"Written: {path}")
    for line in _next(Path(folder) / f"{name}.yaml"):
        say(line)
    return FINE


def _next(scenario: Path) -> Iterator[str]:
    shown = shlex.quote(str(scenario))
    yield f"Look at it:  trainer graph {shown}"
    yield f"Rehearse it: trainer play {shown}"
    yield f"Change it, then: trainer check {shown} && trainer test {shown}"


def _copied(file: Path) -> Start:
    """A scenario with what stands beside it.

    Raises:
        ProblemsFound, Unreadable: one of the files cannot be used; a copy could not either.
    """
    scenario = load_scenario(file)
    texts = {"scenario": read_source(file).text}
    cases, plays = cases_beside(file), plays_beside(file)
    incidents: dict[str, str] = {}
    if cases.exists():
        load_cases(cases, scenario)
        texts["cases"] = read_source(cases).text
    if plays.exists():
        texts["play"] = read_source(plays).text
        for play in load_plays(plays, scenario):
            if isinstance(play.incident, str):
                load_incident(file.parent / play.incident, scenario)
                incidents[play.incident] = read_source(file.parent / play.incident).text
    return Start(scenario.id, texts, incidents)


def _write(folder: Path, files: Mapping[str, str]) -> tuple[Path, ...]:
    """Write all of them and the schemas that are not there yet, or nothing.

    Raises:
        Unreadable: a file is there already, or cannot be written.
    """
    with _undone_on_failure() as made:
        _make_folder(folder, made)
        for name, text in files.items():
            _make_file(folder / name, text, made)
        _make_folder(folder / FOLDER, made)
        for schema_file, text in schema_texts().items():
            if not (folder / FOLDER / schema_file).exists():
                _make_file(folder / FOLDER / schema_file, text, made)
    return (*(folder / name for name in files), folder / FOLDER)


@contextmanager
def _undone_on_failure() -> Iterator[list[Path]]:
    """Collects what is made; takes it away again, the last first, if anything goes wrong."""
    made: list[Path] = []
    try:
        yield made
    except BaseException:
        for path in reversed(made):
            with suppress(OSError):  # what went wrong first is what is to be told
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    try:
        for missing in [one for one in (*reversed(folder.parents), folder) if not one.exists()]:
            missing.mkdir()
            made.append(missing)
    except OSError as error:
        raise Unreadable(clean_line(str(folder)), f"cannot be made: {error.strerror}") from error
    if not folder.is_dir():
        raise Unreadable(clean_line(str(folder)), "this is a file, a folder is needed")


def _make_file(path: Path, text: str, made: list[Path]) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            made.append(path)
            file.write(text)
    except FileExistsError as error:
        raise Unreadable(clean_line(str(path)), "it is there already; choose another name, or another folder with --in") from error
    except OSError as error:
        raise Unreadable(clean_line(str(path)), f"cannot be written: {error.strerror}") from error
