"""A record shown again: exactly as it was, and as today's reader hears it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tests.small_meeting import GOOD, small_scenario
from trainer.matching.reading import FlagHit, MistakeHit
from trainer.meeting.events import Replied
from trainer.meeting.options import Options
from trainer.meeting.run import ScriptedReply, run
from trainer.meeting.script import prepare
from trainer.record.codec import decode, encode
from trainer.record.record import Record
from trainer.record.replay import Change, differences, replay, reread, script_of
from trainer.scenario.incident import example_incident
from trainer.text.values import Flag, Verdict

SCENARIO = small_scenario()
SCRIPT = prepare(SCENARIO, example_incident(SCENARIO))
WHEN = datetime(2026, 1, 2, tzinfo=UTC)


def record_of(*replies: str) -> Record:
    played = run(SCRIPT, [ScriptedReply(reply) for reply in replies], Options())
    return Record("abc234", SCENARIO, SCRIPT.incident, WHEN, played.events)


def with_reading(record: Record, verdict: Verdict) -> Record:
    """The record as a reader would have made it that heard otherwise how bad it is in the first reply."""

    def heard(event: object) -> object:
        if not isinstance(event, Replied) or event.text != GOOD[0]:
            return event
        points = {**event.reading.points, "severity": replace(event.reading.points["severity"], verdict=verdict)}
        return replace(event, reading=replace(event.reading, points=points))

    return replace(record, events=tuple(map(heard, record.events)))  # type: ignore[arg-type]


def test_replaying_gives_the_state_the_meeting_ended_in() -> None:
    played = run(SCRIPT, [ScriptedReply(reply) for reply in ("hmm", *GOOD)], Options())
    assert replay(record_of("hmm", *GOOD)) == played.state


def test_replaying_needs_no_reader_and_no_scenario_file() -> None:
    old = with_reading(record_of(*GOOD), Verdict.PARTLY)
    assert replay(decode(encode(old))) == replay(old)
    assert script_of(decode(encode(old))).scenario == SCENARIO


def test_nothing_changes_while_the_reader_is_the_same() -> None:
    assert reread(record_of("hmm", "fine, ship it", *GOOD)) == ()


def test_what_todays_reader_hears_otherwise_is_listed_with_its_turn() -> None:
    changes = reread(with_reading(record_of(*GOOD), Verdict.MISSING))
    assert changes == (Change(0, "opening", GOOD[0], "point severity", "missing", "covered"),)


def test_silence_is_not_read_again() -> None:
    assert reread(record_of("", *GOOD)) == ()


def test_flags_mistakes_and_repairs_are_compared_too() -> None:
    (reading,) = [event.reading for event in record_of(GOOD[0]).events if isinstance(event, Replied)]
    evidence = reading.points["severity"].hits[0].evidence
    other = replace(
        reading,
        flags=(FlagHit(Flag.BLAME, False, evidence),),
        mistakes=(MistakeHit("gives_in", True, evidence),),
        repairs=("gives_in",),
    )
    assert list(differences(reading, other)) == [
        ("flag blame", "not heard", "perhaps"),
        ("mistake gives_in", "not heard", "heard"),
        ("repair of gives_in", "not heard", "heard"),
    ]
    assert list(differences(other, other)) == []
