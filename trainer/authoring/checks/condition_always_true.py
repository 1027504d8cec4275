"""A condition that cannot fail: it reads as if something were decided there, and nothing is."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.checking import Check
from trainer.authoring.graph.condition_words import condition_words
from trainer.authoring.look import Look
from trainer.errors import Problem


def find(look: Look) -> Iterator[Problem]:
    """Conditions that hold whatever happens."""
    for at in look.ground.conditions:
        if at.condition is not None and not look.ground.can_fail(at, at.condition):
            message = f"'{condition_words(at.condition)}' always holds here"
            mend = "take the `when` out, or ask for what can differ from meeting to meeting"
            yield CHECK.warn(look, (*at.path, "when"), message, mend)


CHECK = Check(
    name="condition-always-true",
    what="A condition that holds in every meeting: a role that is never absent, a fact that is always known, a point that is either said "
    "or not. What stands behind it in the list is never chosen.",
    bad="      - {when: {present: pm}, to: pushback}",
    good="      - {when: {missing: ask}, to: pushback}",
    find=find,
)
