"""Whether conditions can hold together: tries what they name, one thing at a time, until they do or nothing is left to try.

Owns the search. What each thing can be is handed in; knows no scenario.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from trainer.scenario.models import Condition, TrustBound

Variable = tuple[str, str]
"""What can be one thing or another: its sort (point, mistake, fact, flag, flag_ever, trust, visited, present) and its name."""
Value = str | int | bool | None
Domain = Callable[[Variable], Sequence[Value]]
"""Everything a variable can be."""
World = Mapping[Variable, Value]
_MOST_TRIES = 4_000
"""Beyond it the answer is yes: advice stays silent where it cannot be sure."""


@dataclass(frozen=True)
class Atom:
    """One small question of a condition."""

    variable: Variable
    holds: Callable[[Value], bool]


@dataclass(frozen=True)
class _Tree:
    """A condition taken apart once."""

    atoms: tuple[Atom, ...]
    any: tuple[_Tree, ...]
    inverse: _Tree | None

    def value(self, world: World) -> bool | None:
        """Whether it holds; None while what is known does not tell."""
        found = [atom.holds(world[atom.variable]) if atom.variable in world else None for atom in self.atoms]
        if self.any:
            inner = [one.value(world) for one in self.any]
            found.append(True if True in inner else None if None in inner else False)
        if self.inverse is not None:
            within = self.inverse.value(world)
            found.append(None if within is None else not within)
        return False if False in found else None if None in found else True

    def variables(self) -> Iterator[Variable]:
        """All it names."""
        yield from (atom.variable for atom in self.atoms)
        for one in (*self.any, *((self.inverse,) if self.inverse else ())):
            yield from one.variables()


class _TooMany(Exception):
    """More to try than is worth it."""


class _Search:
    """One search, with its tries counted."""

    def __init__(self, wanted: Sequence[tuple[_Tree, bool]], domain: Domain) -> None:
        self._wanted, self._domain, self._tries = wanted, domain, 0

    def found(self, world: World) -> bool:
        """Whether some world that agrees with this one is as wanted. Raises _TooMany."""
        self._tries += 1
        if self._tries > _MOST_TRIES:
            raise _TooMany
        values = [tree.value(world) for tree, _ in self._wanted]
        if any(value is not None and value is not want for value, (_, want) in zip(values, self._wanted, strict=True)):
            return False
        undecided = next((tree for value, (tree, _) in zip(values, self._wanted, strict=True) if value is None), None)
        if undecided is None:
            return True
        variable = next(one for one in undecided.variables() if one not in world)
        return any(self.found({**world, variable: value}) for value in self._domain(variable))


def possible(holding: Iterable[Condition], failing: Iterable[Condition], domain: Domain) -> bool:
    """Whether all of the first can hold while none of the second does; True as well where there is too much to try."""
    wanted = [*((_tree(one), True) for one in holding), *((_tree(one), False) for one in failing)]
    try:
        return _Search(wanted, domain).found({})
    except _TooMany:
        return True


def atoms_of(condition: Condition) -> Iterator[Atom]:
    """The small questions of a condition itself, those within `any` and `not` left out."""
    for verdict in ("covered", "partly", "missing", "contradicted"):
        yield from (Atom(("point", name), _equals(verdict)) for name in getattr(condition, verdict))
    for name, status in condition.mistake.items():
        yield Atom(("mistake", name), _differs("never") if status == "ever" else _equals(status))
    for standing in ("known", "unknown", "none"):
        yield from (Atom(("fact", name), _equals(standing)) for name in getattr(condition, standing))
    for sort in ("flag", "flag_ever", "visited", "present"):
        yield from (Atom((sort, str(name)), _equals(True)) for name in getattr(condition, sort))
    for role, bound in condition.trust.items():
        yield Atom(("trust", role), _within(bound))


def bounds_in(condition: Condition | None) -> Iterator[tuple[str, int]]:
    """Roles and the numbers their trust is held against, at any depth: below each number it is one thing, from it on another."""
    if condition is None:
        return
    for role, bound in condition.trust.items():
        yield from ((role, limit) for limit in (bound.below, bound.at_least) if limit is not None)
    for inner in (*condition.any, condition.not_):
        yield from bounds_in(inner)


def _tree(condition: Condition) -> _Tree:
    inverse = None if condition.not_ is None else _tree(condition.not_)
    return _Tree(tuple(atoms_of(condition)), tuple(_tree(one) for one in condition.any), inverse)


def _equals(wanted: Value) -> Callable[[Value], bool]:
    return lambda value: value == wanted


def _differs(unwanted: Value) -> Callable[[Value], bool]:
    return lambda value: value != unwanted


def _within(bound: TrustBound) -> Callable[[Value], bool]:
    """An absent role, None, is never in the way: `at_least` holds for it, `below` does not."""

    def holds(value: Value) -> bool:
        if not isinstance(value, int):
            return bound.below is None
        return (bound.below is None or value < bound.below) and (bound.at_least is None or value >= bound.at_least)

    return holds
