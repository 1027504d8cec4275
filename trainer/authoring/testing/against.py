"""What changed since an earlier revision in what is heard: every verdict, by whose change it is.

Owns the order of comparing: first the two readers on the earlier scenario, then the two scenarios under the present reader, so that
no change is put down to both. Judges no change: whether it is for the better is in the labels.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from trainer.authoring.testing.revision import Asked, Row, at_revision
from trainer.matching.reader import read
from trainer.meeting.listening import heard_first
from trainer.meeting.script import Script, prepare
from trainer.scenario.cases import cases_beside, load_cases
from trainer.scenario.incident import example_incident
from trainer.scenario.load import load_scenario
from trainer.scenario.models import Scenario
from trainer.scenario.plays import PlayReply, load_plays, plays_beside
from trainer.text.clean import clean_line
from trainer.text.counted import counted

NOT_ASKED = "not asked for"
"""A point that a state does not listen for on one of the two sides."""


@dataclass(frozen=True)
class Change:
    """One thing heard otherwise in one reply."""

    place: str
    """`release-halt.cases.yaml:12`."""
    state: str
    reply: str
    what: str
    """A point, or `flag blame`."""
    before: str
    after: str


@dataclass(frozen=True)
class Compared:
    """All that is heard otherwise than at a revision."""

    commit: str
    replies: int
    """Compared."""
    new: int
    """Replies to states that were not there."""
    reader: tuple[Change, ...] | None
    """Changes of the reader, in the earlier scenario; None where the repository holds no reader."""
    scenario: tuple[Change, ...]
    """Changes of the scenario, under the present reader."""


@dataclass(frozen=True)
class _Placed:
    place: str
    asked: Asked


def compare(path: Path, revision: str) -> Compared:
    """The replies beside a scenario file, as they are heard now and as they were.

    Raises:
        NoSuchRevision: it cannot be compared with this revision.
        Unreadable, ProblemsFound: the scenario now or then, its cases or its playthroughs cannot be read.
    """
    scenario = load_scenario(path)
    replies = tuple(_replies(path, scenario))
    with tempfile.TemporaryDirectory(prefix="trainer-") as folder:
        earlier = at_revision(path, revision, Path(folder))
        was = load_scenario(earlier.scenario)
        shared = [one for one in replies if one.asked.state in was.moments]
        before, now = _script(was), _script(scenario)
        then = [_heard(before, one.asked) for one in shared]
        reader = None if earlier.reader is None else tuple(_changes(shared, earlier.read(one.asked for one in shared), then))
    today = [_heard(now, one.asked) for one in shared]
    return Compared(earlier.commit, len(shared), len(replies) - len(shared), reader, tuple(_changes(shared, then, today)))


def _replies(path: Path, scenario: Scenario) -> Iterator[_Placed]:
    """Everything there is to be read: labelled replies, and those of playthroughs that say which state they answer; each once."""
    cases, plays = cases_beside(path), plays_beside(path)
    seen: set[Asked] = set()
    for place, asked in (*_of_cases(cases, scenario), *_of_plays(plays, scenario)):
        if asked.reply.strip() and asked not in seen:
            seen.add(asked)
            yield _Placed(place, asked)


def _of_cases(file: Path, scenario: Scenario) -> Iterator[tuple[str, Asked]]:
    for case in load_cases(file, scenario) if file.exists() else ():
        yield f"{clean_line(str(file))}:{case.line}", Asked(case.state, case.reply)


def _of_plays(file: Path, scenario: Scenario) -> Iterator[tuple[str, Asked]]:
    for play in load_plays(file, scenario) if file.exists() else ():
        for reply in play.replies:
            if isinstance(reply, PlayReply):
                yield f"{clean_line(str(file))}:{play.line}", Asked(reply.state, reply.reply)


def _script(scenario: Scenario) -> Script:
    return prepare(scenario, example_incident(scenario))


def _heard(script: Script, asked: Asked) -> Row:
    reading = read(script.book, asked.reply, heard_first(script, asked.state))
    points = {point: reading.points[point].verdict.value for point in script.moment(asked.state).listens_for}
    return Row(points, frozenset(hit.flag.value for hit in reading.flags if hit.sure))


def _changes(replies: Iterable[_Placed], before: Sequence[Row | None], after: Sequence[Row | None]) -> Iterator[Change]:
    for one, old, new in zip(replies, before, after, strict=True):
        if old is not None and new is not None:
            for what, was, now in _differences(old, new):
                yield Change(one.place, one.asked.state, one.asked.reply, what, was, now)


def _differences(old: Row, new: Row) -> Iterator[tuple[str, str, str]]:
    for point in dict.fromkeys((*old.points, *new.points)):
        was, now = old.points.get(point, NOT_ASKED), new.points.get(point, NOT_ASKED)
        if was != now:
            yield point, was, now
    for flag in sorted(old.flags ^ new.flags):
        was, now = ("raised", "not raised") if flag in old.flags else ("not raised", "raised")
        yield f"flag {flag}", was, now


def change_lines(found: Compared) -> Iterator[str]:
    """All changes as lines of text, the reader's first."""
    new = f", {counted(found.new, 'other')} to states that were not there" if found.new else ""
    yield f"  against {found.commit}   {counted(found.replies, 'reply', 'replies')} compared{new}"
    if found.reader is not None:
        yield from _listed("the reader", found.reader)
    yield from _listed("the scenario", found.scenario)


def _listed(whose: str, changes: tuple[Change, ...]) -> Iterator[str]:
    yield f"    changed by {whose}: {counted(len(changes), 'verdict')}"
    for (place, state, reply), group in groupby(changes, key=lambda one: (one.place, one.state, one.reply)):
        yield f'      {place} {state}: "{clean_line(reply)}"'
        yield from (f"        {one.what}: {one.before} -> {one.after}" for one in group)
