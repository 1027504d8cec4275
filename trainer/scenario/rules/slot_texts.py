"""Every text of a scenario in which `{fact}` may stand, with its path and with what guards it. Finds texts, judges none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trainer.scenario.files.document import Path
from trainer.scenario.models import Condition
from trainer.scenario.parts import Parts
from trainer.scenario.rules.spoken import SpokenAt, spoken_in


@dataclass(frozen=True)
class TextAt:
    """A text in the scenario."""

    path: Path
    text: str
    said: bool
    """Shown or said as it stands; else a phrase to compare with, dropped when a fact in it has no value."""
    guards: tuple[Condition | None, ...] = ()
    """Conditions that hold whenever it is said."""
    rests_on: frozenset[str] = frozenset()
    """Facts whose own sentence is said in its place when they have no value."""
    doubt: bool = False
    """`{quote}` may stand in it."""


def texts_in(parts: Parts) -> Iterator[TextAt]:
    """All texts: lines first, then answers, sentences of facts, and phrases."""
    for line in spoken_in(parts):
        yield from _of_line(line)
    yield from _of_answers(parts)
    for name, fact in parts.facts.items():
        for key, sentence in (("unknown", fact.unknown), ("none", fact.none)):
            if sentence is not None:
                yield TextAt(("facts", name, key), sentence, said=True)
    yield from _phrases_of_points(parts)
    for name, mistake in parts.mistakes.items():
        yield from _phrases(("mistakes", name, "detect"), mistake.detect)
        yield from _phrases(("mistakes", name, "repair"), mistake.repair)


def _of_line(line: SpokenAt) -> Iterator[TextAt]:
    for index, variant in enumerate(line.spoken):
        rests_on = frozenset() if _minds_facts(variant.when) else line.rests_on
        for number, text in enumerate(variant.lines):
            path = (*line.path, index, "lines", number)
            yield TextAt(path, text, said=True, guards=(*line.outer, variant.when), rests_on=rests_on, doubt=line.doubt)


def _minds_facts(condition: Condition | None) -> bool:
    """Whether the author tells known from unknown; a variant that does not gives way to the fact's own sentence."""
    return condition is not None and bool(condition.known or condition.unknown or condition.none)


def _of_answers(parts: Parts) -> Iterator[TextAt]:
    for name, role in parts.roles.items():
        for index, answer in enumerate(role.answers):
            path: Path = ("roles", name, "answers", index)
            yield from _phrases((*path, "asked"), answer.asked)
            for number, line in enumerate(answer.lines):
                yield TextAt((*path, "lines", number), line, said=True, guards=(answer.when,))


def _phrases_of_points(parts: Parts) -> Iterator[TextAt]:
    for name, point in parts.key_points.items():
        path: Path = ("key_points", name)
        yield from _phrases((*path, "expect"), point.expect)
        for part, facet in point.facets.items():
            yield from _phrases((*path, "facets", part, "expect"), facet.expect)
        yield from _phrases((*path, "contradicted_by"), point.contradicted_by)


def _phrases(path: Path, phrases: Iterable[str]) -> Iterator[TextAt]:
    for index, phrase in enumerate(phrases):
        yield TextAt((*path, index), phrase, said=False)
