"""Suggested phrases as lines of text: what to paste and where, and each verdict it would change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trainer.authoring.cases import Unkept
from trainer.authoring.suggest import MOST_TRIED, Suggestion, Suggestions
from trainer.authoring.suggest_trial import Addition, Effect, Flip, expect_path
from trainer.scenario.files.document import Document
from trainer.scenario.files.nodes import Items
from trainer.scenario.models import Scenario
from trainer.scenario.slots import slots_in
from trainer.text.clean import clean_line
from trainer.text.counted import counted

WARNING = (
    "Each is made from the words of a labelled reply: once it stands in the scenario, agreement on these replies looks better than it is.",
    "Take it as a hint, write in your own words what it says, and try that first: trainer try SCENARIO STATE REPLY --add POINT PHRASE",
)
_COUNTED = (
    (Effect.MENDED, "miss mended", "misses mended"),
    (Effect.GONE, "false alarm gone", "false alarms gone"),
    (Effect.LOST, "new miss", "new misses"),
    (Effect.ALARM, "new false alarm", "new false alarms"),
)


@dataclass(frozen=True)
class Written:
    """How and where a phrase would be written."""

    line: str
    """To paste as it is."""
    under: str
    """`key_points.severity.expect`."""
    place: str
    """`release-halt.yaml:120`: where that list begins, or what lacks it."""
    there: bool
    """There is such a list already."""


def written(document: Document, scenario: Scenario, addition: Addition) -> Written:
    """A suggestion as a line of the scenario file."""
    path = expect_path(scenario, addition)
    spot = document.spot(path)
    there = spot.whole and isinstance(spot.node, Items)
    text = json.dumps(addition.phrase, ensure_ascii=False)
    line = f"{text}," if there and isinstance(spot.node, Items) and spot.node.flow else f"- {text}"
    return Written(line, ".".join(map(str, path)), f"{document.source.file}:{spot.place.line}", there)


def suggestion_lines(document: Document, scenario: Scenario, found: Suggestions, *, all_of_it: bool) -> Iterator[str]:
    """Everything worth trying, the best first; with `all_of_it` also what does harm. Nothing where nothing was tried."""
    shown = [one for one in found.found if all_of_it or not one.harmful]
    if not found.found:
        return
    yield ""
    yield f"Phrases that would mend something ({sum(not one.harmful for one in found.found)} of {len(found.found)} tried)"
    yield from (f"    {sentence}" for sentence in WARNING)
    for one in shown:
        yield ""
        yield from _suggestion(document, scenario, one)
    left = len(found.found) - len(shown)
    if left:
        yield ""
        yield f"{counted(left, 'phrase')} left out that would mend no more than spoil; --all shows what each would change."
    if found.untried:
        yield f"{counted(found.untried, 'phrase')} not tried: at most {MOST_TRIED} are at a time. Work through these first."


def _suggestion(document: Document, scenario: Scenario, one: Suggestion) -> Iterator[str]:
    where = written(document, scenario, one.addition)
    counts = [counted(one.count(effect), single, several) for effect, single, several in _COUNTED if one.count(effect)]
    breaks = [f"breaks {counted(len(one.breaks), 'case')} that must hold"] if one.breaks else []
    yield f"  {', '.join([*counts, *breaks]) or 'mends nothing'}"
    yield f"      {clean_line(where.line)}"
    yield f"      under {where.under}, {clean_line(where.place)}{'' if where.there else ' (add `expect:` there)'}"
    facet = scenario.key_points[one.addition.point].parts[one.addition.facet]
    if facet.fact is not None and facet.fact not in slots_in(one.addition.phrase):
        yield f"      if it is true of the example only, write it under facts.{facet.fact}.said_as instead"
    yield f"      from {', '.join(map(clean_line, one.places))}"
    if one.alike:
        phrases = ", ".join(f'"{clean_line(phrase)}"' for phrase in one.alike)
        yield f"      or: {phrases}"
    yield from flip_lines(one.flips, one.breaks)


def flip_lines(flips: Iterable[Flip], breaks: Iterable[Unkept]) -> Iterator[str]:
    """Each verdict that changes with its place, then each case that must hold and would not."""
    for flip in flips:
        change = f"{flip.before.value} -> {flip.after.value}"
        yield f"      {clean_line(flip.place)} {flip.state} {flip.point}: {change}, {flip.people.value} for people: {flip.effect.value}"
    for broken in breaks:
        yield f"      {clean_line(broken.place)} {broken.state} must hold and would not: {'; '.join(map(clean_line, broken.broken))}"
