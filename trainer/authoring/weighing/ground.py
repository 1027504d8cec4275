"""What can have happened by the time a condition is looked at: which moments were visited, where trust can stand, what can be found.

Owns those limits; leans to the wide side, because a limit that is too narrow would be a false alarm. Reads no reply.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from trainer.authoring.weighing.places import What, WhenAt, conditions_in
from trainer.authoring.weighing.search import Domain, Value, Variable, atoms_of, bounds_in, possible
from trainer.scenario.models import Condition
from trainer.scenario.parts import Parts
from trainer.scenario.rules.fact_worlds import standings
from trainer.scenario.rules.graph import graph_of, reached
from trainer.text.values import Verdict

_VERDICTS = tuple(verdict.value for verdict in Verdict)
_MISTAKES = ("never", "pending", "open", "repaired")
_FACTS = ("known", "unknown", "none")
_EITHER = (True, False)


@dataclass(frozen=True)
class Ground:
    """The limits of one scenario."""

    parts: Parts

    @cached_property
    def conditions(self) -> tuple[WhenAt, ...]:
        """Every condition with its place."""
        return tuple(conditions_in(self.parts))

    @cached_property
    def readable(self) -> bool:
        """Every moment could be read."""
        return {*self.parts.states, *self.parts.interjections} == set(self.parts.names("states", "interjections"))

    @property
    def whole(self) -> bool:
        """Every moment could be read and the first is known, so that what leads where is known."""
        return self.readable and self.parts.start in self.parts.states

    def can_hold(self, at: WhenAt, *more: Condition) -> bool:
        """Whether `more` can hold there, within what holds there already; `at`'s own condition is not asked."""
        return possible((*at.outer, *more), (), self.domain(at))

    def can_fail(self, at: WhenAt, condition: Condition) -> bool:
        """Whether a condition there need not hold."""
        return possible(at.outer, (condition,), self.domain(at))

    def can_come(self, at: WhenAt) -> bool:
        """Whether the turn of a condition can come at all: none of those before it holds, and it does."""
        own = () if at.condition is None else (at.condition,)
        if None in at.earlier:
            return False
        return possible((*at.outer, *own), [one for one in at.earlier if one is not None], self.domain(at))

    def because(self, at: WhenAt, condition: Condition) -> str:
        """Why it cannot hold, where one part of it alone tells; else that its parts exclude each other."""
        domain = self.domain(at)
        for atom in atoms_of(condition):
            if not any(map(atom.holds, domain(atom.variable))):
                return self._limit(atom.variable)
        return "its parts exclude each other"

    def domain(self, at: WhenAt) -> Domain:
        """What each thing can be where this condition is looked at."""

        def values(variable: Variable) -> Sequence[Value]:
            sort, name = variable
            if sort == "visited":
                return self._visited(name, at)
            return self._anywhere(sort, name)

        return values

    def _anywhere(self, sort: str, name: str) -> Sequence[Value]:
        if sort == "point":
            return _VERDICTS
        if sort == "mistake":
            return _MISTAKES if self._found(name) else _MISTAKES[:1]
        if sort == "fact":
            return standings(self.parts.facts[name]) if name in self.parts.facts else _FACTS
        if sort == "trust":
            return self._trust(name)
        known = self.parts.roles.get(name) if sort == "present" else None
        return _EITHER if known is None or known.optional else _EITHER[:1]

    def _found(self, name: str) -> bool:
        """Whether anything can find the mistake: a wording, or its flag where somebody listens for a point it contradicts."""
        mistake = self.parts.mistakes.get(name)
        if mistake is None or mistake.detect or not self.readable:
            return True
        heard = {point for _, moment in self.parts.moments() for point in moment.listens_for}
        return mistake.flag is not None and not heard.isdisjoint(mistake.contradicts)

    def trust_range(self, role: str) -> tuple[int, int]:
        """The lowest and the highest a role's trust can come to: a point moves it once, mistakes and flags again and again."""
        rules = self.parts.roles[role].trust
        moves = {name: rules.gains.get(name, 0) - rules.loses.get(name, 0) for name in (*rules.gains, *rules.loses)}
        down, up = (_most(moves.items(), self.parts, sign) for sign in (-1, 1))
        return max(0, rules.start - down), min(100, rules.start + up)

    def _trust(self, role: str) -> Sequence[Value]:
        if role not in self.parts.roles:
            return tuple(range(101))
        low, high = self.trust_range(role)
        marks = {low, high, *(mark for limit in self._limits.get(role, ()) for mark in (limit - 1, limit))}
        within = tuple(sorted(mark for mark in marks if low <= mark <= high))
        return (*within, None) if self.parts.roles[role].optional else within

    @cached_property
    def _limits(self) -> Mapping[str, set[int]]:
        limits: dict[str, set[int]] = {}
        for at in self.conditions:
            for role, limit in bounds_in(at.condition):
                limits.setdefault(role, set()).add(limit)
        return limits

    def _visited(self, name: str, at: WhenAt) -> Sequence[Value]:
        if name == at.here:
            return (at.entered,)
        # An interjection comes before the way on is chosen.
        if not self.whole or (at.what is What.WAY and name in self.parts.interjections):
            return _EITHER
        return _EITHER if name in self._before(at.here) else (False,)

    def _before(self, here: str | None) -> frozenset[str]:
        """Moments the meeting can have been in before this one."""
        return self._befores[here if here in self.parts.states else None]

    @cached_property
    def _befores(self) -> Mapping[str | None, frozenset[str]]:
        graph = graph_of(self.parts)
        seen = reached(graph, [self.parts.start or ""]) & set(self.parts.states)
        found: dict[str | None, frozenset[str]] = {None: seen | set(self.parts.interjections)}
        for state in self.parts.states:
            before = {name for name in seen if state in reached(graph, graph[name])}
            between = set(self.parts.interjections) if before else set()
            found[state] = frozenset({*before, *between, *_in_short(self.parts, state)})
        return found

    def _limit(self, variable: Variable) -> str:
        sort, name = variable
        words = {
            "visited": f"the meeting cannot have been in '{name}' by then",
            "mistake": f"nothing can find the mistake '{name}'",
            "fact": f"'{name}' cannot stand like that: {_standing_words(self._anywhere('fact', name))}",
        }
        if sort == "trust":
            low, high = self.trust_range(name)
            return f"trust of '{name}' stays between {low} and {high}"
        return words.get(sort, "its parts exclude each other")


def _standing_words(values: Sequence[Value]) -> str:
    return f"it is {' or '.join(map(str, values))}"


def _most(moves: Iterable[tuple[str, int]], parts: Parts, sign: int) -> int:
    """The most trust can move one way in a meeting."""
    total = 0
    for name, by in moves:
        if by * sign > 0:
            total += abs(by) if name in parts.names("key_points") else 100
    return total


def _in_short(parts: Parts, state: str) -> Iterator[str]:
    """Moments before this one in the short run, which has an order of its own."""
    if state in parts.short:
        yield from parts.short[: parts.short.index(state)]
