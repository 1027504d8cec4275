"""Settings for whoever starts: the file if there is one, and what holds when command line, environment and file were asked.

Cheap where nobody asks for anything: this runs before home's first frame, so what reads a file or a variable is loaded when there is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from trainer.errors import TrainerError, Unreadable
from trainer.settings.values import Preferences, Wishes
from trainer.text.clean import clean_line

USUAL = "usual"
"""Source of a value that nobody asked for."""
CHOSEN = "chosen in the app"
"""Source of a theme that was picked in the app's palette."""
LONGEST_NAME = 100
"""Characters of a theme's name."""


@dataclass(frozen=True)
class Gathered:
    """What holds, and what could not be used."""

    preferences: Preferences
    sources: Mapping[str, str]
    """Name of each setting to who asked for it: `command line`, `environment`, `file`, `chosen in the app`, or `usual` for nobody."""
    errors: tuple[TrainerError, ...] = ()
    """A file or an environment with mistakes: nothing of it was used. To be shown, and no reason not to start."""


def load_settings(path: Path, known_keys: Mapping[str, str] | None = None) -> Wishes:
    """What the settings file asks for; nothing when there is no file.

    `known_keys` are ids of bindings with their usual keys; None stands for those of the app.

    Raises:
        Unreadable: it is there and no text can be got out of it.
        ProblemsFound: everything wrong with it, in the order of the file.
    """
    try:
        if not path.exists():
            return Wishes()
    except OSError as error:
        raise Unreadable(clean_line(str(path)), clean_line(error.strerror or str(error))) from error
    from trainer.settings.keys import DEFAULT_KEYS  # noqa: PLC0415  (as below)
    from trainer.settings.reading import read_settings  # noqa: PLC0415  (yaml only where there is something to read)

    return read_settings(path, DEFAULT_KEYS if known_keys is None else known_keys)


def gather(path: Path, environment: Mapping[str, str], given: Wishes | None = None, *, chosen: Path | None = None) -> Gathered:
    """What holds: the command line (`given`) before the environment before the file before what was `chosen` in the app.

    Never raises for what a user can cause.
    """
    errors: list[TrainerError] = []
    file = of_environment = Wishes()
    try:
        of_environment = _environment_wishes(environment)
    except TrainerError as error:
        errors.append(error)
    try:
        file = load_settings(path)
    except TrainerError as error:
        errors.append(error)
    asked = {"command line": given or Wishes(), "environment": of_environment, "file": file, CHOSEN: _chosen(chosen)}
    preferences, sources = settled({**asked, "environment (VISUAL, EDITOR)": usual_editor(environment)})
    return Gathered(preferences, sources, tuple(errors))


def _chosen(path: Path | None) -> Wishes:
    """The theme whose name a file holds. One that is not there or cannot be read asks for nothing: choosing again mends it."""
    if path is None:
        return Wishes()
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            name = clean_line(file.read(LONGEST_NAME)).strip()
    except OSError:
        return Wishes()
    return Wishes(theme=name or None)


def _environment_wishes(environment: Mapping[str, str]) -> Wishes:
    if not any(environment.get(f"TRAINER_{setting.name.upper()}") for setting in fields(Wishes)):
        return Wishes()
    from trainer.settings.environment import environment_wishes  # noqa: PLC0415  (most environments say nothing)

    return environment_wishes(environment)


def usual_editor(environment: Mapping[str, str]) -> Wishes:
    """`VISUAL`, else `EDITOR`: they speak for every program, so a setting of ours comes before them."""
    chosen = (clean_line(environment.get(name, "")).strip() for name in ("VISUAL", "EDITOR"))
    return Wishes(editor=next(filter(None, chosen), None))


def settled(asked: Mapping[str, Wishes]) -> tuple[Preferences, dict[str, str]]:
    """For each setting the first wish there is, in the order of `asked`, and whose it was."""
    values, sources = {}, {}
    for setting in fields(Preferences):
        wished = ((source, getattr(wishes, setting.name)) for source, wishes in asked.items())
        found = next(((source, value) for source, value in wished if value is not None and value != {}), None)
        sources[setting.name] = found[0] if found else USUAL
        if found:
            values[setting.name] = found[1]
    return Preferences(**values), sources
