"""A scenario and an incident made ready to be played.

Owns everything that is the same for every rehearsal of the two: the compiled book, the machine, what cannot be met.
Holds no state of any meeting.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from transitions import Machine

from trainer.matching.book import Book, compile_book
from trainer.meeting.sources import AskedAnswer, asked_answers, phrase_source, unmeetable_points
from trainer.meeting.ways import build_machine
from trainer.scenario.incident import Incident
from trainer.scenario.models import Interjection, Moment, Scenario, State


@dataclass(frozen=True, eq=False)
class Script:
    """Ready to be played, any number of times. Compared by identity."""

    scenario: Scenario
    incident: Incident
    book: Book
    """The compiled phrases, for `trainer.matching.reader.read`."""
    machine: Machine
    """Where states lead."""
    moments: Mapping[str, State | Interjection]
    """States and interjections by id."""
    answers: Mapping[str, AskedAnswer]
    """Answers to questions back, by `AskedSpec` id."""
    unmeetable: frozenset[str]
    """Points out of play in this incident, whoever is in the room."""

    def moment(self, name: str) -> Moment:
        """The state or interjection of this id. Raises KeyError."""
        return self.moments[name]


def prepare(scenario: Scenario, incident: Incident) -> Script:
    """A script for a scenario and an incident; compiling takes a moment, so keep it. Raises ValueError for a target that is no state."""
    return Script(
        scenario=scenario,
        incident=incident,
        book=compile_book(phrase_source(scenario, incident)),
        machine=build_machine(scenario),
        moments={**scenario.states, **scenario.interjections},
        answers={one.id: one for one in asked_answers(scenario)},
        unmeetable=unmeetable_points(scenario, incident),
    )
