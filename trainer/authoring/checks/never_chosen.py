"""A variant or a way on whose turn never comes: whenever it holds, one before it holds as well."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.checking import Check
from trainer.authoring.graph.condition_words import condition_words
from trainer.authoring.look import Look
from trainer.authoring.weighing.places import What
from trainer.errors import Problem


def find(look: Look) -> Iterator[Problem]:
    """Items with a `when` that those before them catch; what stands behind one without `when` is told already."""
    for at in look.ground.conditions:
        if at.what not in (What.VARIANT, What.WAY) or at.condition is None or not at.earlier or None in at.earlier:
            continue
        if look.ground.can_hold(at, at.condition) and not look.ground.can_come(at):
            message = f"this {at.what.value} is never chosen: whenever '{condition_words(at.condition)}' holds, one before it holds"
            yield CHECK.warn(look, (*at.path, "when"), message, "put the narrower condition first")


CHECK = Check(
    name="never-chosen",
    what="A variant of a line, or a way on, that those before it catch each time: the first that holds is taken. Most often the narrower "
    "condition belongs first.",
    bad="      - {when: {missing: ask}, to: pushback}\n      - {when: {missing: [ask, bug]}, to: pushback}",
    good="      - {when: {missing: ask}, to: pushback}",
    find=find,
)
