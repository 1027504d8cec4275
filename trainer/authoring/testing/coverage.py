"""What of a scenario its cases and playthroughs reach, and what nobody has tried yet.

Owns what counts as reached: a state or interjection that was entered, a way on that was taken, an ending that was come to, a point that
was covered, a phrase that fitted some words better than its neighbours. Judges nothing: what is not reached is not wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from trainer.matching.reading import Reading
from trainer.meeting.conditions import holds
from trainer.meeting.events import Ended, Entered, Event, HowEnded, Replied
from trainer.meeting.fold import evolve
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.meeting.ways import way_on
from trainer.scenario.files.document import Document, Path
from trainer.scenario.files.nodes import Scalar
from trainer.scenario.incident import Incident
from trainer.scenario.models import END, Scenario
from trainer.scenario.slots import fill
from trainer.text.clean import clean_line
from trainer.text.values import Verdict

KINDS = ("states", "ways on", "interjections", "endings", "points", "phrases")
"""In the order they are told."""


@dataclass(frozen=True)
class Unreached:
    """Something that no case and no playthrough came to."""

    path: str
    """`states.em_timeline.next.0`."""
    line: int
    """Of the scenario file, from 1."""
    source: str
    """The wording itself, else that line as written."""


@dataclass(frozen=True)
class Coverage:
    """How much of one kind was reached."""

    kind: str
    """One of `KINDS`."""
    total: int
    unreached: tuple[Unreached, ...]
    """In the order of the scenario."""

    @property
    def reached(self) -> int:
        """How many were."""
        return self.total - len(self.unreached)


def coverage(scenario: Scenario, document: Document, reached: Iterable[Path]) -> tuple[Coverage, ...]:
    """All kinds, in the order of `KINDS`; `document` is the scenario's file, `reached` may hold a path more than once."""
    met = frozenset(reached)
    everything = zip(KINDS, map(tuple, _everything(scenario)), strict=True)
    return tuple(
        Coverage(kind, len(paths), tuple(_unreached(document, path) for path in paths if path not in met)) for kind, paths in everything
    )


def reached_by_reading(script: Script, reading: Reading) -> Iterator[Path]:
    """What one reply reaches: points it covers, phrases it was likened to."""
    phrases = _phrases(script.scenario, script.incident)
    for name, point in reading.points.items():
        if point.verdict is Verdict.COVERED:
            yield ("key_points", name)
        told = [hit.evidence for hit in point.hits] + ([point.denied] if point.denied else [])
        for evidence in told:
            yield from phrases.get((name, evidence.phrase), ())
    for hit in reading.mistakes:
        yield from phrases.get((hit.mistake, hit.evidence.phrase), ())


def reached_by_play(script: Script, events: Iterable[Event]) -> Iterator[Path]:
    """What one meeting reaches: where it went, how it ended, and what its replies reach."""
    state = MeetingState()
    for event in events:
        yield from _way(script, state, event)
        match event:
            case Entered():
                yield ("interjections" if event.moment in script.scenario.interjections else "states", event.moment)
            case Replied():
                yield from reached_by_reading(script, event.reading)
            case Ended() if event.ending is not None:
                yield ("endings", [one.id for one in script.scenario.endings].index(event.ending))
            case _:
                pass
        state = evolve(state, event)
    yield from (("key_points", name) for name, point in state.ledger.points.items() if point.verdict is Verdict.COVERED)


def _way(script: Script, state: MeetingState, event: Event) -> Iterator[Path]:
    """The ways on taken from where the meeting stood to where this event brings it, states passed through included."""
    place, target = state.after or state.moment, _target(script, event)
    if place is None or target is None or state.options.moments:
        return
    passed: set[str] = set()
    judge = partial(holds, script=script, state=state)
    while place not in (END, *passed):
        passed.add(place)
        following, index = way_on(script.machine, place, judge, lambda name: state.visits.get(name, 0))
        if index is not None:
            yield ("states", place, "next", index)
        if following == target:
            return
        place = following


def _target(script: Script, event: Event) -> str | None:
    """Where an event leads by a way on; None when it leads nowhere or breaks in."""
    match event:
        case Entered(moment, interjection=False):
            return moment
        case Ended(HowEnded.ENDING, ending):
            interrupts = any(one.interrupts for one in script.scenario.endings if one.id == ending)
            return None if interrupts else END
        case _:
            return None


def _unreached(document: Document, path: Path) -> Unreached:
    spot = document.spot(path)
    line = document.key_place(path).line if isinstance(path[-1], str) else spot.place.line
    written = spot.node.text if isinstance(spot.node, Scalar) else document.source.line(line)
    return Unreached(".".join(map(str, path)), line, clean_line(written).strip())


def _everything(scenario: Scenario) -> Iterator[Iterable[Path]]:
    """All there is of each kind, in the order of `KINDS`."""
    yield (("states", name) for name in scenario.states)
    yield (("states", name, "next", index) for name, state in scenario.states.items() for index in range(len(state.next)))
    yield (("interjections", name) for name in scenario.interjections)
    yield (("endings", index) for index in range(len(scenario.endings)))
    yield (("key_points", name) for name in scenario.key_points)
    yield (path for path, _, _ in _wordings(scenario))


def _phrases(scenario: Scenario, incident: Incident) -> dict[tuple[str, str], list[Path]]:
    """Point or mistake, and a phrase as the reader knows it in this incident -> where it stands."""
    found: dict[tuple[str, str], list[Path]] = {}
    for path, owner, text in _wordings(scenario):
        found.setdefault((owner, fill(text, incident)), []).append(path)
    return found


def _wordings(scenario: Scenario) -> Iterator[tuple[Path, str, str]]:
    """Every phrase that is listened for: where, whose, and as written."""
    for name, point in scenario.key_points.items():
        lists: dict[Path, tuple[str, ...]] = {
            ("key_points", name, "expect"): point.expect,
            ("key_points", name, "contradicted_by"): point.contradicted_by,
        }
        lists |= {("key_points", name, "facets", part, "expect"): facet.expect for part, facet in point.facets.items()}
        yield from ((((*path, index)), name, text) for path, texts in lists.items() for index, text in enumerate(texts))
    for name, mistake in scenario.mistakes.items():
        yield from ((("mistakes", name, "detect", index), name, text) for index, text in enumerate(mistake.detect))
