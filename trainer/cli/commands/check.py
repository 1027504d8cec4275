"""`trainer check`: every mistake in scenario files at once."""

from __future__ import annotations

from dataclasses import asdict
from itertools import count
from pathlib import Path

import click

from trainer.authoring.check import STEPS, check_file, is_scenario
from trainer.authoring.render import render
from trainer.cli import completing, options
from trainer.cli.exits import FINE, NO
from trainer.cli.given import scenario_file
from trainer.cli.out import say, say_json
from trainer.cli.waiting import bar
from trainer.errors import NotFound, Problem, Unreadable
from trainer.scenario.cases import cases_beside
from trainer.scenario.plays import plays_beside
from trainer.text.clean import clean_line
from trainer.text.counted import counted


@click.command("check")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, shell_complete=completing.files)
@click.option("--strict", is_flag=True, help="End with 1 for warnings too: what is shipped has none, or allows them with a reason.")
@options.as_json
def command(paths: tuple[str, ...], strict: bool, as_json: bool) -> int:
    """List every mistake in scenarios, cases and playthroughs: files, folders of them, or ids.

    Each with file:line:column, the line, and what to write instead. Ends with 1 if anything cannot be used; warnings alone are fine,
    unless --strict. A warning is silenced under `allow` in the scenario, with a reason.
    """
    files = tuple(dict.fromkeys(file for path in paths for file in files_of(path)))
    problems = _patiently(files)
    if as_json:
        say_json([asdict(problem) for problem in problems], indent=1)
    else:
        if problems:
            say(render(problems) + "\n")
        say(_summary(len(files), problems))
    return NO if any(strict or problem.severity == "error" for problem in problems) else FINE


def _patiently(files: tuple[Path, ...]) -> tuple[Problem, ...]:
    """The problems of the files, with a bar for whoever watches."""
    found: list[Problem] = []
    steps, of = count(1), STEPS * sum(is_scenario(file) for file in files)
    with bar("check") as told:
        for file in files:
            found += check_file(file, lambda: told(next(steps), of))
    return tuple(found)


def files_of(path: str) -> tuple[Path, ...]:
    """The files a path or id means: a scenario with what stands beside it, any other file, those of a folder in order of their names.

    Raises:
        NotFound: nothing of this name.
        Unreadable: a folder without any.
    """
    folder = Path(path)
    if not folder.is_dir():
        file = folder if folder.is_file() else _by_id(path)
        return (file, *(one for one in (cases_beside(file), plays_beside(file)) if one.is_file()))
    found = tuple(sorted(folder.glob("*.yaml")))
    if not found:
        raise Unreadable(clean_line(path), "no *.yaml in this folder")
    return found


def _by_id(name: str) -> Path:
    if "/" in name or name.endswith((".yaml", ".yml")):
        raise NotFound("file", clean_line(name))
    return scenario_file(name)


def _summary(files: int, problems: tuple[Problem, ...]) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    return f"{counted(files, 'file')}: {counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')}."
