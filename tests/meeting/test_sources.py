"""What the reader is to listen for, by what the incident knows."""

from __future__ import annotations

from typing import Any

from tests.meeting.builders import incident, scenario, script
from trainer.matching.question import FacetSpec, PointSpec
from trainer.meeting.sources import phrase_source, unmeetable_points
from trainer.scenario.incident import Incident, Known, Unknown
from trainer.text.values import Kind

SENTENCES: dict[str, Any] = {"facts.reason.unknown": "We don't know why yet.", "facts.reason.none": "There is no reason."}


def point(name: str, changes: dict[str, Any] | None = None, **values: str | Unknown) -> PointSpec:
    made = scenario(changes)
    return next(one for one in phrase_source(made, incident(made, **values)).points if one.id == name)


def facet(name: str, changes: dict[str, Any] | None = None, **values: str | Unknown) -> FacetSpec:
    return point(name, changes, **values).facets[0]


def test_a_facts_value_and_its_other_wordings_meet_the_facet() -> None:
    made = scenario()
    known = Incident(made.id, "test", {"reason": Known("snow", ("white stuff",)), "delay": Known("1 hour")})
    assert phrase_source(made, known).points[0].facets[0].phrases == ("snow", "white stuff")


def test_a_quantity_brings_its_kind_and_value() -> None:
    found = facet("delay", delay="40 minutes")
    assert (found.kind, found.value) == (Kind.DURATION, "40 minutes")


def test_a_fact_in_words_has_no_kind() -> None:
    assert (facet("cause").kind, facet("cause").value) == (None, None)


def test_an_unknown_fact_is_met_by_its_sentence_alone() -> None:
    changes = {**SENTENCES, "key_points.cause.facets.reason.expect": ["the reason is", "it is {reason}"]}
    assert facet("cause", changes, reason=Unknown.UNKNOWN).phrases == ("We don't know why yet.",)
    assert facet("cause", changes, reason=Unknown.NONE).phrases == ("There is no reason.",)


def test_a_wording_with_an_open_fact_is_dropped() -> None:
    changes = {"key_points.bus.expect": ["a bus goes around {reason}", "take the bus"]}
    assert facet("bus", changes, reason=Unknown.UNKNOWN).phrases == ("take the bus",)
    assert facet("bus", changes).phrases == ("a bus goes around a tree on the line", "take the bus")


def test_an_unknown_quantity_can_still_be_named_but_one_that_does_not_exist_cannot() -> None:
    changes = {"facts.delay.optional": True}
    assert facet("delay", changes, delay=Unknown.UNKNOWN).kind is Kind.DURATION
    assert facet("delay", changes, delay=Unknown.NONE).kind is None


def test_where_a_fact_is_open_its_absence_is_no_denial() -> None:
    assert point("cause").contradicted_by == ("there is no reason for it",)
    assert point("cause", SENTENCES, reason=Unknown.NONE).contradicted_by == ()


def test_a_point_whose_fact_is_open_and_has_no_sentence_is_out_of_play() -> None:
    made = scenario()
    assert unmeetable_points(made, incident(made, reason=Unknown.UNKNOWN)) == {"cause"}
    other = scenario(SENTENCES)
    assert unmeetable_points(other, incident(other, reason=Unknown.UNKNOWN)) == frozenset()


def test_a_point_that_can_be_met_without_the_open_fact_stays_in_play() -> None:
    made = scenario({"key_points.delay.need": "any", "facts.delay.optional": True})
    assert unmeetable_points(made, incident(made, delay=Unknown.NONE)) == frozenset()


def test_questions_back_are_named_by_role_and_place() -> None:
    assert list(script().answers) == ["guard:0", "guard:1"]
