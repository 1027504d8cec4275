"""What the reader is to listen for, from a scenario and an incident.

Owns how facts become phrases, and what an unknown or missing fact does to a facet (docs/decisions/0020-unknown-facts.md).
Must never read a reply.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from trainer.matching.question import AskedSpec, FacetSpec, MistakeSpec, PhraseSource, PointSpec
from trainer.scenario.incident import Incident
from trainer.scenario.models import Answer, Facet, KeyPoint, Scenario
from trainer.scenario.slots import fill, fillable
from trainer.text.values import Kind


@dataclass(frozen=True)
class AskedAnswer:
    """A question back that a role can answer. Its id is `ROLE:INDEX`, the index in the role's `answers`, from 0."""

    id: str
    role: str
    answer: Answer


def phrase_source(scenario: Scenario, incident: Incident) -> PhraseSource:
    """Everything to listen for in this incident."""
    points = tuple(_point(scenario, incident, name, point) for name, point in scenario.key_points.items())
    mistakes = tuple(
        MistakeSpec(
            id=name,
            detect=filled(mistake.detect, incident),
            repair=filled(mistake.repair, incident),
            flag=mistake.flag,
            contradicts=mistake.contradicts,
        )
        for name, mistake in scenario.mistakes.items()
    )
    asked = tuple(AskedSpec(one.id, filled(one.answer.asked, incident)) for one in asked_answers(scenario))
    return PhraseSource(points=points, mistakes=mistakes, asked=asked, synonyms=dict(scenario.synonyms))


def asked_answers(scenario: Scenario) -> tuple[AskedAnswer, ...]:
    """Every answer of every role, absent ones included."""
    return tuple(
        AskedAnswer(f"{name}:{index}", name, answer) for name, role in scenario.roles.items() for index, answer in enumerate(role.answers)
    )


def filled(texts: Iterable[str], incident: Incident) -> tuple[str, ...]:
    """The texts with their facts put in; a text that needs a fact without a value is left out."""
    return tuple(fill(text, incident) for text in texts if fillable(text, incident))


def unmeetable_points(scenario: Scenario, incident: Incident) -> frozenset[str]:
    """Points whose need cannot be met without facts that are unknown or none."""
    return frozenset(
        name
        for name, point in scenario.key_points.items()
        if sum(_meetable(scenario, incident, facet) for facet in point.parts.values() if not facet.bonus) < point.needed
    )


def open_fact_sentences(scenario: Scenario, incident: Incident, point: KeyPoint) -> tuple[str, ...] | None:
    """What to say instead of facts without a value that a point rests on; None if all it rests on have values.

    Empty when there is such a fact but the author gave no sentence for it.
    """
    open_facts = dict.fromkeys(facet.fact for facet in point.parts.values() if not facet.bonus and _is_open(incident, facet))
    if not open_facts:
        return None
    return tuple(sentence for fact in open_facts if fact is not None and (sentence := _sentence(scenario, incident, fact)) is not None)


def _is_open(incident: Incident, facet: Facet) -> bool:
    return facet.fact is not None and not incident.known(facet.fact)


def _meetable(scenario: Scenario, incident: Incident, facet: Facet) -> bool:
    if facet.fact is None:
        return facet.kind is not None or bool(filled(facet.expect, incident))
    return incident.known(facet.fact) or _sentence(scenario, incident, facet.fact) is not None


def _sentence(scenario: Scenario, incident: Incident, fact: str) -> str | None:
    return scenario.facts[fact].none if incident.none(fact) else scenario.facts[fact].unknown


def _point(scenario: Scenario, incident: Incident, name: str, point: KeyPoint) -> PointSpec:
    """A point as the reader hears it.

    Where it rests on a fact without a value its `contradicted_by` is dropped: "we cannot roll back" may now be the plain truth.
    """
    rests_on_open = open_fact_sentences(scenario, incident, point) is not None
    return PointSpec(
        id=name,
        facets=tuple(_facet(scenario, incident, part, facet) for part, facet in point.parts.items()),
        need=point.needed,
        contradicted_by=() if rests_on_open else filled(point.contradicted_by, incident),
        known_by=_known_by(incident, point),
    )


def _known_by(incident: Incident, point: KeyPoint) -> str:
    """The same for a point whose wordings are the same; the incident counts where the point rests on a fact, not where it names one."""
    told = [
        [sorted(facet.expect), str(facet.kind), facet.bonus, *(sorted(incident.said_as(facet.fact)) if facet.fact else ())]
        for facet in point.parts.values()
    ]
    return sha256(json.dumps([point.needed, sorted(map(json.dumps, told))]).encode()).hexdigest()[:16]


def _facet(scenario: Scenario, incident: Incident, name: str, facet: Facet) -> FacetSpec:
    if facet.fact is None:
        return FacetSpec(name, filled(facet.expect, incident), kind=_quantity(facet.kind), bonus=facet.bonus)
    fact = scenario.facts[facet.fact]
    kind = _quantity(facet.kind or fact.kind)
    value = incident.value(facet.fact)
    if value is not None:
        phrases = tuple(dict.fromkeys((*incident.said_as(facet.fact), *filled(facet.expect, incident))))
        return FacetSpec(name, phrases, kind=kind, value=value if kind else None, bonus=facet.bonus, on_fact=True)
    sentence = _sentence(scenario, incident, facet.fact)
    open_kind = None if incident.none(facet.fact) else kind
    return FacetSpec(name, (sentence,) if sentence else (), kind=open_kind, bonus=facet.bonus, open=True)


def _quantity(kind: Kind | None) -> Kind | None:
    return None if kind is Kind.TEXT else kind
