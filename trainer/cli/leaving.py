"""Texts that leave this machine because somebody asks for it: shown whole, asked about, then written to a new file.

The one place where commands do that. Never writes over a file.
"""

from __future__ import annotations

from pathlib import Path

import click

from trainer.cli.out import say
from trainer.errors import Unreadable

LOOK = "Your facts stand in it as {names}. What you typed is free text: look whether anything else in it should not leave this machine."


def agreed(text: str, target: Path, look: str = LOOK) -> bool:
    """Show exactly what would be written, and ask. Whoever does not answer has not agreed. `look` says what is hidden in it.

    Raises:
        click.Abort: nobody is there to answer, or whoever is has interrupted.
    """
    say(text.rstrip("\n"))
    say()
    say(f"This is all of it. {look}")
    try:
        return click.confirm(f"Write it to {click.format_filename(target)}?", default=False)
    except click.Abort:
        say("\nNothing was written. Without a terminal, --yes writes without asking.", err=True)
        raise


def new_folder(folder: Path) -> None:
    """Make a folder to write to, if it is not there.

    Raises:
        Unreadable: something else stands there.
        OSError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise Unreadable(str(folder), "this is a file, a folder is needed") from error


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, with the usual rights: it is made to be given away.

    Raises:
        Unreadable: there is one of this name.
        OSError: it cannot be written; half of it is taken away again.
    """
    try:
        file = path.open("x", encoding="utf-8", newline="\n")
    except FileExistsError as error:
        raise Unreadable(str(path), "it is there already; name another file") from error
    try:
        with file:
            file.write(text)
    except OSError:
        path.unlink(missing_ok=True)
        raise
