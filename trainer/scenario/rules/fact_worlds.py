"""Every way the facts of an incident can stand, and whether a condition surely holds there.

What a condition says about the meeting itself is open here: neither surely so nor surely not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from trainer.scenario.models import Condition, Fact

World = Mapping[str, str]
"""Fact -> `known`, `unknown` or `none`."""
_MOST_FACTS = 6
"""Beyond it a line is not looked through: 3 to the power of this many worlds."""


def standings(fact: Fact) -> tuple[str, ...]:
    """How a fact can stand: only an optional one can be unknown, only one with a `none` sentence can be none."""
    if not fact.optional:
        return ("known",)
    return ("known", "unknown", "none") if fact.none is not None else ("known", "unknown")


def worlds(facts: Mapping[str, Fact], named: Sequence[str]) -> Iterator[World]:
    """Every combination of standings of these facts; nothing when they are too many."""
    names = [name for name in dict.fromkeys(named) if name in facts]
    if len(names) <= _MOST_FACTS:
        for combination in product(*(standings(facts[name]) for name in names)):
            yield dict(zip(names, combination, strict=True))


def surely(condition: Condition | None, world: World) -> bool | None:
    """True where the condition holds whatever is said in the meeting, False where it cannot hold, None in between."""
    if condition is None:
        return True
    named = [(key, name) for key in ("known", "unknown", "none") for name in getattr(condition, key)]
    parts: list[bool | None] = [world[name] == key if name in world else None for key, name in named]
    if condition.any:
        parts.append(_some([surely(inner, world) for inner in condition.any]))
    if condition.not_ is not None:
        inner = surely(condition.not_, world)
        parts.append(None if inner is None else not inner)
    if _speaks_of_the_meeting(condition):
        parts.append(None)
    if False in parts:
        return False
    return None if None in parts else True


def facts_in(condition: Condition | None) -> tuple[str, ...]:
    """Facts a condition names, at any depth."""
    if condition is None:
        return ()
    inner = [name for one in (*condition.any, condition.not_) for name in facts_in(one)]
    return (*condition.known, *condition.unknown, *condition.none, *inner)


def _some(values: Sequence[bool | None]) -> bool | None:
    if True in values:
        return True
    return None if None in values else False


def _speaks_of_the_meeting(condition: Condition) -> bool:
    said = (condition.covered, condition.partly, condition.missing, condition.contradicted, condition.visited, condition.present)
    return any(said) or any((condition.mistake, condition.flag, condition.flag_ever, condition.trust))
