"""Who does not know a fact yet and says so in the author's sentence has said all that can be asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from trainer.matching.reader import read
from trainer.matching.reading import Strength
from trainer.meeting.listening import heard_first
from trainer.meeting.script import Script, prepare
from trainer.scenario.incident_file import incident_of
from trainer.scenario.library import listed
from trainer.scenario.load import load_scenario
from trainer.scenario.models import IncidentFile, Scenario

SHIPPED = {one.id: one.path for one in listed()}


def nothing_known(scenario: Scenario) -> Script:
    """The scenario in an incident of which only what has to be known is known."""
    facts = {name: "unknown" if fact.optional and fact.unknown else fact.example for name, fact in scenario.facts.items()}
    written = IncidentFile.model_validate({"format": 1, "scenario": scenario.id, "facts": facts})
    return prepare(scenario, incident_of(scenario, written, "made here"))


@cache
def script(name: str) -> Script:
    return nothing_known(load_scenario(SHIPPED[name]))


def unsaid(name: str) -> Iterator[str]:
    """Facets that the fact's own sentence does not meet in the first moment that listens for them."""
    there = script(name)
    for point, spec in there.scenario.key_points.items():
        moment = next((one for one, moment in there.moments.items() if point in moment.listens_for), None)
        for facet, part in spec.parts.items():
            fact = there.scenario.facts.get(part.fact or "")
            if moment is None or fact is None or fact.unknown is None or not fact.optional:
                continue
            hits = read(there.book, fact.unknown, heard_first(there, moment)).points[point].hits
            if not any(hit.facet == facet and hit.strength is Strength.MET for hit in hits):
                yield f"{point}.{facet} in {moment}: {fact.unknown}"


@pytest.mark.parametrize("name", SHIPPED)
def test_the_sentence_for_an_unknown_fact_meets_what_rests_on_it(name: str) -> None:
    assert list(unsaid(name)) == []
