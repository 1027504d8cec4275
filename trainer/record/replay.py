"""Showing a record again: as it was (a fold, exact for ever), and as today's reader would hear it.

Owns the comparison of the two. Never plays the meeting anew: each reply is read where it was said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trainer.matching.reading import Reading
from trainer.meeting.events import Replied
from trainer.meeting.fold import evolve, fold
from trainer.meeting.listening import hear
from trainer.meeting.script import Script, prepare
from trainer.meeting.state import MeetingState
from trainer.record.record import Record


@dataclass(frozen=True)
class Change:
    """One thing today's reader finds in a reply otherwise than the reader of the day."""

    turn: int
    """Index of the turn, from 0."""
    moment: str
    reply: str
    what: str
    """`point root_cause`, `flag blame`, `mistake ships_with_warning`, `repair of ...`."""
    was: str
    now: str


def replay(record: Record) -> MeetingState:
    """Where the rehearsal stands after all its events."""
    return fold(record.events)


def script_of(record: Record) -> Script:
    """The meeting as it was played: the scenario inside the record, with its incident."""
    return prepare(record.scenario, record.incident)


def reread(record: Record) -> tuple[Change, ...]:
    """What changes when every reply is read anew, in order of the replies."""
    script, state = script_of(record), MeetingState()
    changes: list[Change] = []
    for event in record.events:
        if isinstance(event, Replied) and not event.silence:
            now = hear(script, state, event.text)
            moment = state.moment or ""
            changes += (Change(state.turn, moment, event.text, *found) for found in differences(event.reading, now))
        state = evolve(state, event)
    return tuple(changes)


def differences(was: Reading, now: Reading) -> Iterator[tuple[str, str, str]]:
    """What two readings of one reply differ in, as (what, was, now)."""
    for point in sorted(was.points.keys() | now.points.keys()):
        old, new = (reading.points.get(point) for reading in (was, now))
        if (old and old.verdict) != (new and new.verdict):
            yield f"point {point}", str(old.verdict) if old else "not asked", str(new.verdict) if new else "not asked"
    yield from _heard("flag", {hit.flag.value: hit.sure for hit in was.flags}, {hit.flag.value: hit.sure for hit in now.flags})
    yield from _heard("mistake", {hit.mistake: hit.sure for hit in was.mistakes}, {hit.mistake: hit.sure for hit in now.mistakes})
    yield from _heard("repair of", dict.fromkeys(was.repairs, True), dict.fromkeys(now.repairs, True))


def _heard(what: str, was: dict[str, bool], now: dict[str, bool]) -> Iterator[tuple[str, str, str]]:
    words = {None: "not heard", False: "perhaps", True: "heard"}
    for name in sorted(was.keys() | now.keys()):
        if was.get(name) != now.get(name):
            yield f"{what} {name}", words[was.get(name)], words[now.get(name)]
