"""Phrases tried without writing them: a script that listens for them too, and what labelled replies are heard as because of it.

Owns where a phrase belongs and what counts as better or worse. Must never change a scenario: what is tried is a copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from trainer.authoring.agreement import GRADE, VERDICT_OF, read_alone
from trainer.authoring.cases import Example, Unkept, unkept
from trainer.errors import NotFound
from trainer.matching.book import Owner, Part, compile_book
from trainer.meeting.script import Script
from trainer.meeting.sources import phrase_source
from trainer.scenario.files.document import Path
from trainer.scenario.models import Scenario
from trainer.scenario.slots import fill, slots_in
from trainer.scenario.suggest import nearest
from trainer.text.values import Verdict


@dataclass(frozen=True)
class Addition:
    """A phrase, and the facet whose `expect` it would stand in."""

    point: str
    facet: str
    phrase: str
    """As it would be written: `{fact}` for values."""


class Effect(StrEnum):
    """What a verdict that changes means beside the label."""

    MENDED = "miss mended"
    LOST = "new miss"
    ALARM = "new false alarm"
    GONE = "false alarm gone"
    CLOSER = "nearer to the label"
    FURTHER = "further from the label"


WORTH = {Effect.MENDED: 1, Effect.GONE: 1, Effect.LOST: -1, Effect.ALARM: -1}
"""What each counts in a gain; the others count nothing, for agreement is about present or not."""


@dataclass(frozen=True)
class Flip:
    """One labelled point of one reply that is heard otherwise."""

    place: str
    state: str
    reply: str
    point: str
    people: Verdict
    before: Verdict
    after: Verdict
    effect: Effect


@dataclass(frozen=True)
class Row:
    """What is heard in one labelled reply."""

    verdicts: Mapping[str, Verdict]
    """Of the labelled points."""
    broken: Unkept | None
    """What of a `must` case does not hold."""


@dataclass(frozen=True)
class Trial:
    """What phrases change in labelled replies, all of them added."""

    replies: int
    flips: tuple[Flip, ...]
    breaks: tuple[Unkept, ...]
    """`must` cases that hold now and would not."""


def try_phrases(script: Script, examples: Sequence[Example], additions: Sequence[Addition], read_one: Callable[[], object]) -> Trial:
    """The replies read with and without the phrases; `read_one` is called after each reading."""
    changed = with_phrases(script, additions)
    found: list[Flip] = []
    breaks: list[Unkept] = []
    for example in examples:
        before, after = row(script, example), row(changed, example)
        found += flips(example, before, after)
        breaks += breaking(before, after)
        read_one()
        read_one()
    return Trial(len(examples), tuple(found), tuple(breaks))


def addition_named(scenario: Scenario, where: str, phrase: str) -> Addition:
    """A phrase for `POINT` or `POINT.FACET`.

    Raises:
        NotFound: there is no such point or facet, the point has several facets and none is named, or no fact of a name in braces.
    """
    point, dot, facet = where.partition(".")
    _known("point", point, scenario.key_points)
    parts = scenario.key_points[point].parts
    if not dot and len(parts) > 1:
        raise NotFound("facet", where, tuple(f"{point}.{part}" for part in parts))
    if dot:
        _known("facet", where, [f"{point}.{part}" for part in parts])
    for slot in slots_in(phrase):
        _known("fact", slot, scenario.facts)
    return Addition(point, facet or next(iter(parts)), phrase)


def _known(kind: str, name: str, names: Iterable[str]) -> None:
    known = tuple(names)
    if name not in known:
        raise NotFound(kind, name, nearest(name, known) or known)


def with_phrases(script: Script, additions: Sequence[Addition]) -> Script:
    """A script that listens for the phrases too, each the last of its list."""
    scenario = script.scenario
    for addition in additions:
        scenario = _written(scenario, addition)
    # Phrases lead nowhere: the machine, the moments and the answers are the same. What is unmeetable can become meetable by a phrase,
    # and that decides about whole meetings only.
    return replace(script, scenario=scenario, book=compile_book(phrase_source(scenario, script.incident)))


def listened_for(script: Script, addition: Addition) -> bool:
    """Whether a phrase that was added can be heard: it has words that carry meaning, and every fact in it has a value."""
    owner = Owner(Part.FACET, addition.point, addition.facet)
    text = fill(addition.phrase, script.incident)
    return any(entry.owner == owner and entry.phrase.text == text for entry in script.book.entries)


def expect_path(scenario: Scenario, addition: Addition) -> Path:
    """Where the phrase would be written."""
    point = ("key_points", addition.point)
    return (*point, "facets", addition.facet, "expect") if scenario.key_points[addition.point].facets else (*point, "expect")


def row(script: Script, example: Example) -> Row:
    """What is heard in a labelled reply, read alone as an answer to the first question of its state."""
    reading = read_alone(script, example.labelled)
    verdicts = {point: reading.points[point].verdict for point in example.labelled.points}
    return Row(verdicts, unkept(script, example, reading))


def breaking(before: Row, after: Row) -> tuple[Unkept, ...]:
    """The case, if it had to hold, did, and does not any more."""
    return (after.broken,) if after.broken is not None and before.broken is None else ()


def flips(example: Example, before: Row, after: Row) -> Iterator[Flip]:
    """The labelled points of a reply that are heard otherwise."""
    labelled = example.labelled
    for point, grade in labelled.points.items():
        was, now, people = before.verdicts[point], after.verdicts[point], VERDICT_OF[grade]
        if was is not now:
            yield Flip(example.place, labelled.state, labelled.reply, point, people, was, now, _effect(people, was, now))


def _effect(people: Verdict, was: Verdict, now: Verdict) -> Effect:
    there, heard, heard_now = GRADE[people] > 0, GRADE[was] > 0, GRADE[now] > 0
    if heard != heard_now:
        if there:
            return Effect.MENDED if heard_now else Effect.LOST
        return Effect.ALARM if heard_now else Effect.GONE
    nearer = abs(GRADE[people] - GRADE[now]) < abs(GRADE[people] - GRADE[was])
    return Effect.CLOSER if nearer else Effect.FURTHER


def _written(scenario: Scenario, addition: Addition) -> Scenario:
    point = scenario.key_points[addition.point]
    if point.facets:
        facet = point.facets[addition.facet]
        grown = facet.model_copy(update={"expect": (*facet.expect, addition.phrase)})
        changed = point.model_copy(update={"facets": {**point.facets, addition.facet: grown}})
    else:
        changed = point.model_copy(update={"expect": (*point.expect, addition.phrase)})
    return scenario.model_copy(update={"key_points": {**scenario.key_points, addition.point: changed}})
