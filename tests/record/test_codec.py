"""The JSON of records: exact both ways, refused clearly when it is not what it should be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import UTC, datetime
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small_meeting import small_scenario
from trainer.errors import Unreadable
from trainer.meeting.events import Event, Started
from trainer.meeting.options import Mode, Options, Pressure
from trainer.record.codec import decode, decode_event, decode_parts, encode, encode_event, encode_head
from trainer.record.record import Record
from trainer.scenario.dump import written_hash
from trainer.scenario.incident import Incident, example_incident


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type as records hold them: mappings are dicts, numbers are those JSON can write."""
    origin, inner = get_origin(hint), get_args(hint)
    if hint is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    if origin in {Union, UnionType}:
        return st.one_of(*map(any_of, inner))
    if origin is Mapping:
        return st.dictionaries(any_of(inner[0]), any_of(inner[1]), max_size=3)
    if origin is tuple:
        return st.lists(any_of(inner[0]), max_size=3).map(tuple)
    if isinstance(hint, type) and is_dataclass(hint):
        return st.builds(hint, **{name: any_of(kind) for name, kind in get_type_hints(hint).items()})
    return st.from_type(hint)


EVENTS = any_of(Event)
SCENARIO = small_scenario()
WHEN = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)


def record(*events: Event, incident: Incident | None = None, limit: float | None = None) -> Record:
    begun = (Started(Options(7), {"pm": 50}), *events)
    return Record("abc234", SCENARIO, incident or example_incident(SCENARIO), WHEN, begun, limit, "1.2.3")


@given(EVENTS)
@settings(deadline=None)
def test_every_event_comes_back_as_it_was(event: Event) -> None:
    assert decode_event(encode_event(event)) == event


@given(st.lists(EVENTS, max_size=4), any_of(Incident), st.none() | st.floats(0.1, 600))
@settings(deadline=None, max_examples=40)
def test_a_record_comes_back_as_it_was(events: list[Event], incident: Incident, limit: float | None) -> None:
    before = record(*events, incident=incident, limit=limit)
    assert decode(encode(before)) == before


@given(st.lists(EVENTS, max_size=4))
@settings(deadline=None, max_examples=20)
def test_a_record_comes_back_from_its_parts(events: list[Event]) -> None:
    before = record(*events)
    assert decode_parts(encode_head(before), [encode_event(event) for event in before.events]) == before


@given(st.lists(EVENTS, max_size=4))
@settings(deadline=None, max_examples=20)
def test_a_record_is_written_as_ascii_and_always_the_same(events: list[Event]) -> None:
    text = encode(record(*events))
    assert text.isascii()
    assert "\x1b" not in text
    assert encode(decode(text)) == text


def test_a_beginning_written_before_there_were_part_runs_is_of_a_whole_meeting() -> None:
    old = {"event": "Started", "options": {"seed": 7, "mode": "coach", "pressure": "real", "absent": ["pm"]}, "trust": {"em": 50}}
    assert decode_event(json.dumps(old)) == Started(Options(7, Mode.COACH, Pressure.REAL, ("pm",)), {"em": 50})


def test_a_record_of_a_scenario_written_before_there_were_short_runs_is_read() -> None:
    head = json.loads(encode_head(record()))
    del head["scenario"]["short"]
    head["scenario_hash"] = written_hash(head["scenario"])
    assert decode_parts(json.dumps(head), map(encode_event, record().events)) == record()


def test_a_record_says_what_made_it() -> None:
    written = json.loads(encode(record()))
    assert written["trainer"] == "1.2.3"
    assert written["scenario"]["id"] == "small"
    assert written["scenario_hash"] == record().scenario_hash
    assert written["events"][0] == {
        "event": "Started",
        "options": {"seed": 7, "mode": "meeting", "pressure": "gentle", "absent": [], "moments": [], "points": []},
        "trust": {"pm": 50},
    }


def test_equal_scenarios_have_equal_hashes_and_others_have_not() -> None:
    other = Record("x", small_scenario(title="Another"), example_incident(SCENARIO), WHEN)
    assert record().scenario_hash == Record("y", small_scenario(), example_incident(SCENARIO), WHEN).scenario_hash
    assert record().scenario_hash != other.scenario_hash


def changed(**changes: object) -> str:
    return json.dumps({**json.loads(encode(record())), **changes})


def without(key: str) -> str:
    return json.dumps({name: value for name, value in json.loads(encode(record())).items() if name != key})


REFUSED: Mapping[str, tuple[str, str]] = {
    "text that is no JSON": ("{", "not the record of a rehearsal"),
    "a list": ("[]", "no JSON object"),
    "JSON nested without end": ("[" * 200_000, "not the record of a rehearsal"),
    "something else": ('{"a": 1}', "no list of events"),
    "events and nothing else": ('{"events": []}', "no format number"),
    "a newer format": (changed(format=2), "newer trainer"),
    "a format that is no number": (changed(format="1"), "no format number"),
    "no scenario": (without("scenario"), "it has no 'scenario'"),
    "no hash": (without("scenario_hash"), "its hash differs"),
    "a scenario of another shape": (changed(scenario={"format": 1}), "the record is damaged"),
    "an incident of another shape": (changed(incident=[]), "the record is damaged"),
    "a date that is none": (changed(started="yesterday"), "the record is damaged"),
    "a date without a time zone": (changed(started="2026-01-02T03:04:05"), "has no time zone"),
    "a date that no time zone can show": (changed(started="0001-01-01T00:00:00+00:00"), "cannot be"),
    "a number for a date": (changed(started=3), "is no date"),
    "a limit that is no number": (changed(limit="soon"), "is no number of minutes"),
    "a limit of nothing": (changed(limit=0), "is no number of minutes"),
    "a limit below nothing": (changed(limit=-5), "is no number of minutes"),
    "a limit without end": (changed(limit=float("inf")), "is no number of minutes"),
    "a number for a name": (changed(run=3), "the record is damaged"),
    "no events": (changed(events=[]), "not its beginning"),
    "an event nobody knows": (changed(events=[{"event": "Danced"}]), "does not know: 'Danced'"),
    "an event without its parts": (changed(events=[{"event": "Started"}]), "the event Started is damaged"),
    "a beginning that comes later": (changed(events=[{"event": "Claimed", "point": "x"}]), "not its beginning"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refuses_with_one_line_that_names_the_file(case: str) -> None:
    text, why = REFUSED[case]
    with pytest.raises(Unreadable, match=why) as refused:
        decode(text, "my-record.json")
    assert str(refused.value).startswith("my-record.json: ")
    assert "\n" not in str(refused.value)


def test_notices_that_the_scenario_inside_was_changed() -> None:
    document = json.loads(encode(record()))
    document["scenario"]["title"] = "An easier meeting"
    with pytest.raises(Unreadable, match="changed after the rehearsal"):
        decode(json.dumps(document))


def test_a_record_from_before_a_field_of_the_format_was_there_is_still_read() -> None:
    written = json.loads(encode(record()))
    for role in written["scenario"]["roles"].values():
        del role["plain_speech"]
    assert decode(json.dumps(written | {"scenario_hash": written_hash(written["scenario"])})) == record()
