"""`trainer new`: the files of a new scenario, complete and running, to be changed piece by piece."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from trainer.authoring.starting import ENDINGS, Start, named, template, why_no_name
from trainer.cli import completing, options
from trainer.cli.commands.schema import write_schemas
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
    """Write all of them, or none.

    Raises:
        Unreadable: one is there already, or cannot be written.
    """
    with _all_or_nothing() as made:
        for path in _missing(folder):
            _attempt(folder, path.mkdir)
            made.append(path)
        for name, text in files.items():
            _new_file(folder / name, text, made)
        schemas = folder / FOLDER
        if not schemas.exists():
            made.append(schemas)
        made += [path for path in write_schemas(schemas) if path not in made]
    return (*(folder / name for name in files), schemas)
