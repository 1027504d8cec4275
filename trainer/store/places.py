"""Where data is kept on this machine.

Only names places; nothing is created here.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

APP = "negotiation-trainer"


@dataclass(frozen=True)
class Places:
    """The folders and files of one user."""

    home: Path
    """Everything kept is below here."""
    shared_scenarios: tuple[Path, ...] = ()
    """Further folders with scenarios, searched before the own one."""

    @property
    def history(self) -> Path:
        """The database of rehearsals."""
        return self.home / "history.db"

    @property
    def incidents(self) -> Path:
        """Folder of saved incidents, YAML."""
        return self.home / "incidents"

    @property
    def settings(self) -> Path:
        """The file of what the user likes, YAML."""
        return self.home / "settings.yaml"

    @property
    def theme(self) -> Path:
        """The name of the colours that were chosen in the app, one line."""
        return self.home / "theme"

    @property
    def disputes(self) -> Path:
        """Verdicts the player disputes, JSON lines."""
        return self.home / "disputes.jsonl"

    @property
    def quiz(self) -> Path:
        """How well the words of each quiz were known, JSON."""
        return self.home / "quiz.json"

    @property
    def scenarios(self) -> tuple[Path, ...]:
        """Folders to look for scenarios in besides those that come along, most wanted first."""
        return (*self.shared_scenarios, self.home / "scenarios")


def find_places(environment: Mapping[str, str] | None = None) -> Places:
    """The places that hold now: `TRAINER_HOME`, else where this system keeps a user's data; `TRAINER_SCENARIOS` adds folders."""
    env = os.environ if environment is None else environment
    listed = tuple(_expanded(part) for part in env.get("TRAINER_SCENARIOS", "").split(os.pathsep) if part.strip())
    return Places(_home(env.get("TRAINER_HOME", "")), listed)


def _home(wanted: str) -> Path:
    if wanted.strip():
        return _expanded(wanted).absolute()
    return user_data_path(APP, appauthor=False)


def _expanded(path: str) -> Path:
    """With `~` resolved where there is such a user, as it stands otherwise."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)
