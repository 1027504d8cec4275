"""A required point that no meeting can earn, or none together with another: nobody gets a hundred points, however well they speak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from trainer.authoring.checking import Check
from trainer.authoring.look import Look
from trainer.authoring.weighing.places import What
from trainer.errors import Problem
from trainer.matching.reading import Strength
from trainer.scenario.models import END, KeyPoint
from trainer.scenario.rules.graph import reached


def find(look: Look) -> Iterator[Problem]:
    """Required points nothing can meet; points that only moments ask for which exclude each other, or which are never come to."""
    if look.ground.whole:
        yield from _never_together(look)
    if look.script is not None:
        yield from _never_met(look)


def _never_together(look: Look) -> Iterator[Problem]:
    after = _after(look)
    open_to = {point: [name for name in look.listening(point) if name in after] for point in _required(look)}
    told: set[str] = set()
    for point, asking in open_to.items():
        if not asking:
            yield _problem(look, point, f"'{point}' is required, and no meeting comes to where it is asked for")
    asked = {point: names for point, names in open_to.items() if names and not set(names) & set(look.parts.interjections)}
    for one, other in combinations(asked, 2):
        if other not in told and not any(a == b or b in after[a] or a in after[b] for a in asked[one] for b in asked[other]):
            told.add(other)
            yield _problem(look, other, f"no meeting asks for '{one}' and '{other}' both, and each counts as missed in the other's")


def _problem(look: Look, point: str, message: str) -> Problem:
    name = _required(look)[point]
    mend = "mark a state `detour: true` whose points are not to count elsewhere, or listen for the point on both ways"
    return CHECK.warn(look, ("states", name, "requires", look.parts.states[name].requires.index(point)), message, mend)


def _required(look: Look) -> Mapping[str, str]:
    """Points that count in every meeting, each with a state that requires it."""
    return {point: name for name, state in look.parts.states.items() if not state.detour for point in state.requires}


def _after(look: Look) -> Mapping[str, frozenset[str]]:
    """Moments a meeting can come to, each with what can come after it; ways that are never taken lead nowhere."""
    ways = [at for at in look.ground.conditions if at.what is What.WAY and look.ground.can_come(at)]
    graph = {
        name: frozenset(state.next[int(at.path[3])].to for at in ways if at.here == name) - {END}
        for name, state in look.parts.states.items()
    }
    seen = reached(graph, [look.parts.start or ""])
    return {**{name: reached(graph, graph[name]) for name in seen if name in graph}, **dict.fromkeys(look.parts.interjections, seen)}


def _never_met(look: Look) -> Iterator[Problem]:
    for name, point in look.parts.key_points.items():
        asking = [moment for moment in look.listening(name) if name in look.moments[moment].requires]
        if not asking:
            continue
        counted = [facet for facet, part in point.parts.items() if not part.bonus]
        if sum(_can_be_met(look, name, point, facet, asking[0]) for facet in counted) < point.needed:
            message = f"no wording of '{name}' is heard in '{asking[0]}': the point cannot be covered"
            mend = "write wordings with a word that carries the meaning, as somebody would say them"
            yield CHECK.warn(look, ("key_points", name), message, mend)


def _can_be_met(look: Look, name: str, point: KeyPoint, facet: str, moment: str) -> bool:
    """Whether some wording of the facet meets it when it is said."""
    part = point.parts[facet]
    fact = look.parts.facts.get(part.fact or "")
    if part.kind is not None or (fact is not None and fact.kind != "text"):
        return True  # met by a quantity, whatever stands around it
    values = (fact.example, *fact.said_as) if fact else ()
    return any(
        hit.facet == facet and hit.strength is Strength.MET
        for text in (*part.expect, *values)
        for hit in look.hear(look.filled(text), moment).points[name].hits
    )


CHECK = Check(
    name="full-score-out-of-reach",
    what="A required point that no wording covers when it is said, that is asked for only where no meeting comes, or that no meeting asks "
    "for together with another one. Nobody can reach a hundred points then.",
    bad="      what: {expect: [it is what it is]}",
    good="      what: {fact: bug}",
    find=find,
)
