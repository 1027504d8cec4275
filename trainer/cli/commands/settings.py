"""`trainer settings`: what holds now and who asked for it, or a file to begin with."""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path

import click

from trainer.cli.exits import FINE, NO
from trainer.cli.out import say, say_table
from trainer.errors import ProblemsFound
from trainer.settings.load import Gathered, gather
from trainer.settings.page import example as example_file
from trainer.settings.values import Preferences
from trainer.store.files import write_private
from trainer.store.places import find_places


@click.command("settings")
@click.option("--example", is_flag=True, help="Print a settings file to begin with, every line commented out.")
@click.option("--create", is_flag=True, help="Write that file where it belongs, if there is none yet.")
def command(example: bool, create: bool) -> int:
    """Show the settings that hold now and who asked for each, or list every mistake in the settings file."""
    if example and create:
        raise click.UsageError("Give --example or --create, not both.")
    if example:
        say(example_file().rstrip())
        return FINE
    if create:
        return _create(find_places().settings)
    places = find_places()
    gathered = gather(places.settings, os.environ, chosen=places.theme)
    _refuse(gathered)
    say_table(_rows(gathered))
    return FINE


def _create(path: Path) -> int:
    if path.exists():
        say(f"There is one already, and it stays as it is: {path}", err=True)
        return NO
    write_private(path, example_file())
    say(f"Written, every line commented out: {path}")
    return FINE


def _refuse(gathered: Gathered) -> None:
    """Raises what is wrong with file and environment, if anything is: all at once."""
    for error in gathered.errors:
        if not isinstance(error, ProblemsFound):
            raise error
    found = [error for error in gathered.errors if isinstance(error, ProblemsFound)]
    if found:
        raise ProblemsFound(" and ".join(error.file for error in found), tuple(problem for error in found for problem in error.problems))


def _rows(gathered: Gathered) -> list[tuple[str, str, str]]:
    preferences = gathered.preferences
    plain = [field.name for field in fields(Preferences) if field.name != "keys"]
    rows = [("SETTING", "VALUE", "FROM")]
    rows += [(name, _shown(getattr(preferences, name)), gathered.sources[name]) for name in plain]
    return rows + [(name, keys, gathered.sources["keys"]) for name, keys in preferences.keys.items()]


def _shown(value: str | float | bool | None) -> str:
    match value:
        case None:
            return "-"
        case bool():
            return str(value).lower()
        case float():
            return f"{value:g}"
        case _:
            return str(value)
