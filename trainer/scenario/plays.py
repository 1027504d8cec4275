"""Playthroughs beside a scenario (`NAME.play.yaml`): reading them, and the incident each is played in. Running them is for authoring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trainer.scenario.beside import Bounds, Play, PlayExpect, PlayReply
from trainer.scenario.entries import load_entries
from trainer.scenario.files.document import Path as DocumentPath
from trainer.scenario.incident import Incident, example_incident
from trainer.scenario.incident_file import incident_of, load_incident
from trainer.scenario.models import IncidentFile, Scenario
from trainer.scenario.rules.names import Named, keys_of, list_of

__all__ = ["Bounds", "Play", "PlayExpect", "PlayReply", "incident_of_play", "load_plays", "plays_beside"]


NO_ENDING = "none"
"""`expect.ending` where none is to be reached."""


def load_plays(path: Path, scenario: Scenario | None = None) -> tuple[Play, ...]:
    """The playthroughs in a file, each with its line; names are looked up when the scenario is given.

    Raises:
        Unreadable: no text can be got out of the file.
        ProblemsFound: everything wrong with it, in the order of the file.
    """
    return load_entries(path, Play, _names, scenario)


def plays_beside(scenario: Path) -> Path:
    """Where the playthroughs of a scenario file stand; the file need not exist."""
    return scenario.with_name(f"{scenario.stem}.play.yaml")


def incident_of_play(play: Play, scenario: Scenario, file: Path) -> Incident:
    """The incident a playthrough is played in; `file` is the one the playthrough stands in.

    Raises:
        Unreadable: the incident's file cannot be read.
        ProblemsFound: the incident has mistakes.
    """
    if play.incident is None:
        return example_incident(scenario)
    if isinstance(play.incident, IncidentFile):
        return incident_of(scenario, play.incident, f"{file}:{play.line}")
    return load_incident(file.parent / play.incident, scenario)


def _names(path: DocumentPath, play: Play) -> Iterator[Named]:
    yield from list_of((*path, "without"), "role", play.without)
    yield from list_of((*path, "points"), "point", play.points)
    for index, reply in enumerate(play.replies):
        if isinstance(reply, PlayReply):
            yield Named((*path, "replies", index, "state"), "moment", reply.state)
    expect = play.expect
    if expect.ending not in (None, NO_ENDING):
        yield Named((*path, "expect", "ending"), "ending", expect.ending)
    yield from list_of((*path, "expect", "states"), "moment", expect.states or ())
    yield from keys_of((*path, "expect", "points"), "point", expect.points)
    yield from keys_of((*path, "expect", "mistakes"), "mistake", expect.mistakes)
    if isinstance(play.incident, IncidentFile):
        yield from keys_of((*path, "incident", "facts"), "fact", play.incident.facts)
