"""Where a meeting can go: the graph of states, and states it could never leave. Conditions are not weighed, only that there are some."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trainer.errors import Problem
from trainer.scenario.files.document import Document
from trainer.scenario.models import END
from trainer.scenario.parts import Parts
from trainer.scenario.suggest import nearest

Graph = Mapping[str, frozenset[str]]
"""State -> where it can lead; a target that is not declared counts as the state it was most likely meant to be."""


def graph_of(parts: Parts) -> Graph:
    """Ways that can be taken: none behind one that is always open."""
    graph: dict[str, frozenset[str]] = {}
    for name, state in parts.states.items():
        targets: list[str] = []
        for way in state.next:
            targets.append(_meant(way.to, parts))
            if way.when is None:
                break
        graph[name] = frozenset(targets)
    return graph


def _meant(target: str, parts: Parts) -> str:
    known = (*parts.names("states"), END)
    return target if target in known else next(iter(nearest(target, known, most=1)), target)


def reached(graph: Graph, start: Iterable[str]) -> frozenset[str]:
    """Everything that can be come to, the start included."""
    seen: set[str] = set()
    waiting = list(start)
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting += graph.get(here, ())
    return frozenset(seen)


def dead_ends(document: Document, parts: Parts) -> list[Problem]:
    """States from which no way leads to the end of the meeting."""
    graph = graph_of(parts)
    if set(graph) != set(parts.names("states")):
        return []  # a state that cannot be read may lead anywhere
    backwards: dict[str, frozenset[str]] = {
        target: frozenset(name for name, ways in graph.items() if target in ways) for target in (*graph, END)
    }
    fine = reached(backwards, [END]) | {name for name, ways in graph.items() if not ways <= {*graph, END}}
    stuck = [name for name in graph if name not in reached(backwards, fine)]
    message = "from here no way leads to the end of the meeting"
    mend = f"add a way out: `- {{to: {END}}}`"
    return [document.problem("dead-end", ("states", name, "next"), message, mend=mend) for name in stuck]
