"""Every condition of a scenario with its place, where in the meeting it is looked at, and what is asked before it. Weighs none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from trainer.scenario.files.document import Path
from trainer.scenario.models import Condition, Variant
from trainer.scenario.parts import Parts
from trainer.scenario.rules.spoken import spoken_in
from trainer.scenario.slots import QUOTE, slots_in


class What(StrEnum):
    """What a condition decides."""

    VARIANT = "variant"
    WAY = "way on"
    ENDING = "ending"
    ANSWER = "answer"
    INTERJECTION = "interjection"


@dataclass(frozen=True)
class WhenAt:
    """A `when`, or the lack of one."""

    what: What
    path: Path
    """Of what the condition belongs to; the condition itself stands under `when`."""
    condition: Condition | None
    here: str | None = None
    """The moment the meeting is in when it is looked at; None where it may be in any."""
    entered: bool = True
    """The meeting has been in that moment; not so for what decides whether an interjection comes."""
    earlier: tuple[Condition | None, ...] = ()
    """Those of the list that are asked before it: it is looked at when none of them holds."""
    outer: tuple[Condition, ...] = ()
    """What holds already when it is looked at."""


def conditions_in(parts: Parts) -> Iterator[WhenAt]:
    """All of them, those left out too: an item without `when` may be caught by the ones before."""
    yield from _of_lines(parts)
    for name, role in parts.roles.items():
        for index, answer in enumerate(role.answers):
            yield WhenAt(What.ANSWER, ("roles", name, "answers", index), answer.when)
    for name, state in parts.states.items():
        for index, way in enumerate(state.next):
            earlier = tuple(one.when for one in state.next[:index])
            yield WhenAt(What.WAY, ("states", name, "next", index), way.when, name, earlier=earlier)
    for name, interjection in parts.interjections.items():
        yield WhenAt(What.INTERJECTION, ("interjections", name), interjection.when, name, entered=False)
    for index, ending in parts.endings.items():
        before = [one for at, one in parts.endings.items() if at < index and (one.interrupts or not ending.interrupts)]
        yield WhenAt(What.ENDING, ("endings", index), ending.when, earlier=tuple(one.when for one in before))


def _of_lines(parts: Parts) -> Iterator[WhenAt]:
    for line in spoken_in(parts):
        here = str(line.path[1]) if line.path[0] in ("states", "interjections") else None
        # An interjection's own `when` is not looked at in a part run, so it need not hold when the line is said.
        outer = tuple(one for one in line.outer if one is not None) if line.path[0] == "endings" else ()
        for index, variant in enumerate(line.spoken):
            earlier = tuple(_as_said(one, parts) for one in line.spoken[:index])
            yield WhenAt(What.VARIANT, (*line.path, index), variant.when, here, earlier=earlier, outer=outer)


def _as_said(variant: Variant, parts: Parts) -> Condition | None:
    """When a variant is said: it is passed over where every wording needs a fact without a value."""
    slots = [_optional(slots_in(line), parts) for line in variant.lines]
    if not all(slots):
        return variant.when
    needed = tuple(dict.fromkeys(name for names in slots for name in names))
    own = variant.when or Condition.model_validate({})
    return own.model_copy(update={"known": (*own.known, *needed)})


def _optional(slots: Sequence[str], parts: Parts) -> tuple[str, ...]:
    return tuple(slot for slot in slots if slot != QUOTE and slot in parts.facts and parts.facts[slot].optional)
