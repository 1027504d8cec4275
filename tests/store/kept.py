"""Records to keep."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.small_meeting import small_scenario
from trainer.matching.reading import Act, Reading
from trainer.meeting.events import Event, Replied, Started
from trainer.meeting.options import Options
from trainer.record.record import Record
from trainer.scenario.incident import Incident, Known
from trainer.store.store import Summary

SCENARIO = small_scenario()
WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
PRIVATE_FACT = "the ledger of Acme is wrong since Tuesday"
NOTHING = Summary()


def a_record(run: str, *events: Event) -> Record:
    incident = Incident("small", "Acme", {"bug": Known(PRIVATE_FACT)})
    return Record(run, SCENARIO, incident, WHEN, (Started(Options(), {"pm": 50}), *events), None, "1.0")


def said(text: str) -> Replied:
    return Replied(text, Reading(points={}, act=Act.STATEMENT))


def minutes(number: int) -> datetime:
    return WHEN + timedelta(minutes=number)
