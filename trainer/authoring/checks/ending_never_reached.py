"""An ending no meeting comes to: its condition cannot hold, or one before it is taken each time."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.checking import Check
from trainer.authoring.graph.condition_words import condition_words
from trainer.authoring.look import Look
from trainer.authoring.weighing.places import What
from trainer.errors import Problem


def find(look: Look) -> Iterator[Problem]:
    """Endings with a `when` that never get their turn; what stands behind one without `when` is told already."""
    for at in look.ground.conditions:
        if at.what is not What.ENDING or at.condition is None or None in at.earlier or look.ground.can_come(at):
            continue
        ending = look.parts.endings[int(at.path[1])].id
        if look.ground.can_hold(at, at.condition):
            message = f"no meeting ends in '{ending}': whenever '{condition_words(at.condition)}' holds, an ending before it holds"
            mend = "move it up, or ask for less in the one before"
        else:
            message = f"no meeting ends in '{ending}': {look.ground.because(at, at.condition)}"
            mend = "ask for what can happen, or take the ending out"
        yield CHECK.warn(look, (*at.path, "when"), message, mend)


CHECK = Check(
    name="ending-never-reached",
    what="An ending whose condition cannot hold, or one that endings before it catch each time. Endings are looked at in order.",
    bad="    when: {covered: [bug, ask], mistake: {gives_in: open}}",
    good="    when: {covered: [bug, ask]}",
    find=find,
)
