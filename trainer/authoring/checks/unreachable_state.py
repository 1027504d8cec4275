"""A state that no way leads to: its line is never said, and its required points could never be earned."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.checking import Check
from trainer.authoring.look import Look
from trainer.errors import Problem
from trainer.scenario.rules.graph import graph_of, reached
from trainer.scenario.suggest import nearest


def find(look: Look) -> Iterator[Problem]:
    """States not reached from `start`; silent while a state cannot be read, for that one may lead there."""
    document, parts = look.document, look.parts
    states = parts.names("states")
    if parts.start is None or set(parts.states) != set(states):
        return
    start = parts.start if parts.start in states else next(iter(nearest(parts.start, states, most=1)), None)
    if start is None:
        return
    seen = reached(graph_of(parts), [start])
    for name in states:
        if name not in seen:
            message = f"no way leads to '{name}': it is never reached from '{start}'"
            mend = f"name it in the `next` of a state before it: `- {{when: ..., to: {name}}}`"
            place = document.key_place(("states", name))
            yield document.problem(CHECK.name, ("states", name), message, mend=mend, severity="warning", place=place)


CHECK = Check(
    name="unreachable-state",
    what="A state that no `next` leads to, counted from `start`. Nobody hears its line, and the points it requires count as missed.",
    bad="      - {when: {missing: ask}, to: closing}",
    good="      - {when: {missing: ask}, to: pushback}",
    find=find,
)
