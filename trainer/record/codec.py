"""Records to JSON and back, exactly: `decode(encode(record)) == record`.

The only place that knows how a record looks when written. A head (all but the events) and single events have codecs of their
own, so that a store can add one event without writing the rest again. All JSON is ASCII: nothing in it can order a terminal about.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from math import isfinite
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from trainer.errors import Unreadable
from trainer.meeting.events import Event, Started
from trainer.record.dates import read_date
from trainer.record.record import FORMAT, Record
from trainer.scenario.dump import scenario_from_json, scenario_json, written_hash
from trainer.scenario.incident import Incident
from trainer.scenario.models import Scenario

KINDS: dict[str, type] = {kind.__name__: kind for kind in get_args(Event)}
"""Name in JSON (`"event": "Spoke"`) -> class."""


def encode(record: Record) -> str:
    """The whole record as one JSON document, equal for equal records, with a newline at the end."""
    document = {**_head(record), "events": [_plain(event) for event in record.events]}
    return json.dumps(document, indent=1) + "\n"


def decode(text: str, source: str = "record") -> Record:
    """The record a document holds; `source` names it in errors.

    Raises:
        Unreadable: not a record, a damaged one, or one from a newer trainer.
    """
    document = _loaded(text, source)
    events = document.pop("events", None)
    if not isinstance(events, list):
        raise Unreadable(source, "not the record of a rehearsal: it has no list of events")
    return _record(document, (json.dumps(event) for event in events), source)


def encode_head(record: Record) -> str:
    """Everything but the events, on one line."""
    return json.dumps(_head(record))


def encode_event(event: Event) -> str:
    """One event, on one line."""
    return json.dumps(_plain(event))


def decode_parts(head: str, events: Iterable[str], source: str = "record") -> Record:
    """The record of a head and its events as kept apart by a store. Raises Unreadable like `decode`."""
    return _record(_loaded(head, source), events, source)


def decode_event(text: str, source: str = "record") -> Event:
    """One event. Raises Unreadable."""
    kind = _loaded(text, source).get("event")
    if kind not in KINDS:
        raise Unreadable(source, f"it holds an event this trainer does not know: {str(kind)[:40]!r}")
    try:
        event: Event = _adapter(KINDS[kind]).validate_json(text, strict=True)
    except ValidationError as error:
        raise Unreadable(source, f"the event {kind} is damaged: {_first(error)}") from error
    return event


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _plain(event: Event) -> dict[str, Any]:
    kind: type = type(event)
    return {"event": kind.__name__, **_adapter(kind).dump_python(event, mode="json")}


def _head(record: Record) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "trainer": record.version,
        "run": record.run,
        "started": record.started.isoformat(),
        "limit": record.limit,
        "scenario_hash": record.scenario_hash,
        "incident": _adapter(Incident).dump_python(record.incident, mode="json"),
        "scenario": json.loads(scenario_json(record.scenario)),
    }


def _record(head: dict[str, Any], events: Iterable[str], source: str) -> Record:
    _refuse_other_formats(head, source)
    try:
        record = Record(
            run=_text(head["run"]),
            scenario=_scenario(head["scenario"], source),
            incident=_adapter(Incident).validate_json(json.dumps(head["incident"]), strict=True),
            started=read_date(head["started"]),
            events=tuple(decode_event(event, source) for event in events),
            limit=_limit(head["limit"]),
            version=_text(head["trainer"]),
        )
    except KeyError as error:
        raise Unreadable(source, f"not the record of a rehearsal: it has no {error}") from error
    except ValidationError as error:
        raise Unreadable(source, f"the record is damaged: {_first(error)}") from error
    except (TypeError, ValueError) as error:
        raise Unreadable(source, f"the record is damaged: {error}") from error
    if not record.events or not isinstance(record.events[0], Started):
        raise Unreadable(source, "the record is damaged: the first event is not its beginning")
    if written_hash(head["scenario"]) != head.get("scenario_hash"):
        raise Unreadable(source, "the scenario inside was changed after the rehearsal (its hash differs)")
    return record


def _scenario(plain: object, source: str) -> Scenario:
    try:
        return scenario_from_json(json.dumps(plain))
    except Unreadable as error:
        raise Unreadable(source, f"the record is damaged: {error.why}") from error


def _loaded(text: str, source: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(source, f"not the record of a rehearsal: {error}") from error
    if not isinstance(document, dict):
        raise Unreadable(source, "not the record of a rehearsal: no JSON object")
    return document


def _refuse_other_formats(head: dict[str, Any], source: str) -> None:
    number = head.get("format")
    if type(number) is not int:
        raise Unreadable(source, "not the record of a rehearsal: it has no format number")
    if number > FORMAT:
        raise Unreadable(source, f"record format {number}: it was written by a newer trainer; update this one to read it")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _limit(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, int | float) and isfinite(value) and value > 0:
        return value
    raise ValueError(f"{str(value)[:40]!r} is no number of minutes")


def _first(error: ValidationError) -> str:
    one = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in one["loc"])
    return f"{place}: {one['msg']}" if place else str(one["msg"])
