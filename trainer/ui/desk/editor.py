"""The player's own editor: a draft goes out as a private file and comes back cleaned.

Owns the file and the program. Waits until the program has ended; giving it the terminal is the stage's part.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from trainer.text.clean import clean
from trainer.ui.refusals import EditorFailed

VARIABLES = ("VISUAL", "EDITOR")
"""Where the editor is named, first come first served."""
NONE_SET = "No editor is set. Name one in your settings (editor: nano), or before you start: export EDITOR=nano"
LONGEST = 100_000
"""Bytes that are read back: far more than a reply may have."""


def editor_command(environment: Mapping[str, str], preferred: str | None = None) -> list[str]:
    """The program and its arguments: the `preferred` one of the settings, else what the environment names.

    Raises:
        EditorFailed: none is set, or it cannot be read as a command.
    """
    for variable, value in (("editor", preferred or ""), *((name, environment.get(name, "").strip()) for name in VARIABLES)):
        try:
            command = shlex.split(value)
        except ValueError as error:
            raise EditorFailed(f"{variable}={value} cannot be read as a command: {error}.") from error
        if command:
            return command
    raise EditorFailed(NONE_SET)


def edit(command: Sequence[str], text: str, name: str = "reply.txt") -> str:
    """What the player made of `text` in their editor; the file, called `name`, is for their eyes only and gone afterwards.

    Raises:
        EditorFailed: it could not be started, ended badly, or left nothing to read.
    """
    folder = Path(tempfile.mkdtemp(prefix="trainer-"))
    try:
        path = folder / name
        with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        ended = subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603  (the player named it)
        if ended != 0:
            raise EditorFailed(f"{command[0]} ended with code {ended}. Your words are as they were.")
        with path.open("rb") as written:
            return clean(written.read(LONGEST).decode("utf-8", errors="replace")).rstrip("\n")
    except OSError as error:
        raise EditorFailed(f"{command[0]} did not work: {error.strerror or error}. Your words are as they were.") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
