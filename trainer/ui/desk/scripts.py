"""The script at hand: the meeting and the incident that are about to be rehearsed, compiled once.

Briefing, brief and meeting follow each other on the same two files; compiling takes most of the time between them.
"""

from __future__ import annotations

import gc
from pathlib import Path

from trainer.meeting.script import Script, prepare
from trainer.scenario.incident import example_incident
from trainer.scenario.incident_file import load_incident
from trainer.scenario.load import load_scenario

_Stamp = tuple[Path, int, int] | None
"""A file as it was when it was read: path, time of its last change in nanoseconds, size in bytes."""


class Scripts:
    """Keeps the script that was asked for last, and makes it anew when one of its files has changed."""

    def __init__(self) -> None:
        self._made: tuple[tuple[_Stamp, _Stamp], Script] | None = None

    def of(self, scenario_file: Path, incident_file: Path | None) -> Script:
        """The script of a scenario on an own incident, or on the example. Raises ProblemsFound, Unreadable."""
        stamps = _stamp(scenario_file), _stamp(incident_file)
        if self._made is None or self._made[0] != stamps:
            scenario = load_scenario(scenario_file)
            incident = example_incident(scenario) if incident_file is None else load_incident(incident_file, scenario)
            self._made = stamps, prepare(scenario, incident)
            _keep_out_of_searches()
        return self._made[1]


def _keep_out_of_searches() -> None:
    """A script is half of all there is in memory and never garbage: looking through it for some would hold up a key or a reading."""
    if gc.get_freeze_count():  # only where the whole process is the app, which froze what it loaded once home was shown
        gc.freeze()


def _stamp(path: Path | None) -> _Stamp:
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError:
        return path, 0, 0  # loading it says what is wrong with it; no script was ever made of such a file
    return path, found.st_mtime_ns, found.st_size
