"""A condition that cannot hold where it is looked at: what stands behind it is never said, or the way is never taken."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.checking import Check
from trainer.authoring.graph.condition_words import condition_words
from trainer.authoring.look import Look
from trainer.authoring.weighing.places import What, WhenAt
from trainer.errors import Problem
from trainer.scenario.files.document import Path
from trainer.scenario.models import Condition


def find(look: Look) -> Iterator[Problem]:
    """Conditions, and those within them, that nothing can make true; whole ones of endings are told as endings."""
    for at in look.ground.conditions:
        if at.condition is None:
            continue
        inner = [one for one in _within(at.condition, (*at.path, "when")) if not look.ground.can_hold(at, one[1])]
        for path, condition in inner:
            yield _problem(look, at, path, condition)
        if not inner and at.what is not What.ENDING and not look.ground.can_hold(at, at.condition):
            yield _problem(look, at, (*at.path, "when"), at.condition)


def _within(condition: Condition, path: Path) -> Iterator[tuple[Path, Condition]]:
    """Conditions under `any` and `not`, the innermost first."""
    for index, one in enumerate(condition.any):
        yield from _within(one, (*path, "any", index))
        yield (*path, "any", index), one
    if condition.not_ is not None:
        yield from _within(condition.not_, (*path, "not"))
        yield (*path, "not"), condition.not_


def _problem(look: Look, at: WhenAt, path: Path, condition: Condition) -> Problem:
    message = f"'{condition_words(condition)}' can never hold here: {look.ground.because(at, condition)}"
    return CHECK.warn(look, path, message, "take out what excludes the rest, or what stands behind this condition")


CHECK = Check(
    name="condition-never-true",
    what="A condition whose parts exclude each other, or that asks for what cannot have happened yet: a moment that comes later, trust "
    "that no point can bring, a mistake nothing finds. What stands behind it is never said, and its way never taken.",
    bad="      - {when: {missing: ask, covered: ask}, to: pushback}",
    good="      - {when: {missing: ask}, to: pushback}",
    find=find,
)
