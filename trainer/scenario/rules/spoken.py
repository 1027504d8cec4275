"""Every line of a scenario that somebody says or is shown, with its path and what is known about when it is said. Judges none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trainer.scenario.files.document import Path
from trainer.scenario.models import Condition, KeyPoint, Moment, Spoken
from trainer.scenario.parts import Parts

RUNGS = ("pump", "hint", "prompt", "check", "doubt")


@dataclass(frozen=True)
class SpokenAt:
    """A line, in all its variants."""

    path: Path
    spoken: Spoken
    must: bool = True
    """Something has to be said here; else nothing is said when no variant holds."""
    outer: tuple[Condition | None, ...] = ()
    """Conditions that hold whenever it is said."""
    rests_on: frozenset[str] = frozenset()
    """Facts whose own sentence is said in its place when they have no value."""
    doubt: bool = False
    """`{quote}` may stand in it."""


def spoken_in(parts: Parts) -> Iterator[SpokenAt]:
    """All lines, in the order of the file's usual layout."""
    yield from _line(("briefing",), parts.briefing)
    for name, point in parts.key_points.items():
        yield from _line(("key_points", name, "model"), point.model, rests_on=_rests_on(parts, point))
        yield from _line(("key_points", name, "coach_hint"), point.coach_hint, must=False)
    for name, mistake in parts.mistakes.items():
        for key in ("line", "check", "correction"):
            yield from _line(("mistakes", name, key), getattr(mistake, key))
    for path, moment in parts.moments():
        yield from _of_moment(path, moment, parts)
    for index, ending in parts.endings.items():
        yield from _line(("endings", index, "epilogue"), ending.epilogue, outer=(ending.when,))
    for number, section in parts.brief.items():
        for index, item in enumerate(section.items):
            yield from _line(("brief", number, "items", index, "line"), item.line, must=False)


def _rests_on(parts: Parts, point: KeyPoint) -> frozenset[str]:
    facts = [facet.fact for facet in point.facets.values() if facet.fact and not facet.bonus]
    return frozenset(fact for fact in facts if fact in parts.facts and parts.facts[fact].unknown is not None)


def _of_moment(path: Path, moment: Moment, parts: Parts) -> Iterator[SpokenAt]:
    outer = (parts.interjections[str(path[1])].when,) if path[0] == "interjections" else ()
    for key in ("says", "clarify", "on_silence"):
        yield from _line((*path, key), getattr(moment, key), outer=outer)
    for point, follow_up in moment.follow_ups.items():
        for rung in RUNGS:
            # A rung without a line for now is passed over: the next one presses.
            where = (*path, "follow_ups", point, rung)
            yield from _line(where, getattr(follow_up, rung), must=False, outer=outer, doubt=rung == "doubt")


def _line(
    path: Path,
    spoken: Spoken | None,
    *,
    must: bool = True,
    outer: tuple[Condition | None, ...] = (),
    rests_on: frozenset[str] = frozenset(),
    doubt: bool = False,
) -> Iterator[SpokenAt]:
    if spoken:
        yield SpokenAt(path, spoken, must, outer, rests_on, doubt)
