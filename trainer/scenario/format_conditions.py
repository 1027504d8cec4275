"""When something holds, and what is said then: conditions, variants and lines of the format. Evaluates nothing."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from trainer.scenario.format_basics import Id, Ids, Model, Text, Whole, listed
from trainer.text.values import Flag


class TrustBound(Model):
    """A bound on a role's trust, 0..100."""

    below: Whole | None = Field(None, ge=0, le=101)
    """Holds when trust is strictly less than this."""
    at_least: Whole | None = Field(None, ge=0, le=100)
    """Holds when trust is this or more."""

    @model_validator(mode="after")
    def _one_bound(self) -> TrustBound:
        if self.below is None and self.at_least is None:
            raise ValueError("give `below` or `at_least`")
        return self


class Condition(Model):
    """When something holds. Several keys mean and; a list means all of them. Sees the meeting after the reply was merged."""

    covered: Ids = ()
    """Points said so far. A point the coach told does not count; a point out of play does."""
    partly: Ids = ()
    """Points exactly partly said."""
    missing: Ids = ()
    """Points not said, told ones included."""
    contradicted: Ids = ()
    """Points the latest clear statement denies."""
    mistake: dict[Id, Literal["pending", "open", "repaired", "ever"]] = Field(default_factory=dict)
    """Mistakes by where they stand."""
    known: Ids = ()
    """Facts the incident gives a value for."""
    unknown: Ids = ()
    """Facts not known yet."""
    none: Ids = ()
    """Facts known not to exist."""
    flag: Annotated[tuple[Flag, ...], BeforeValidator(listed, json_schema_input_type=Flag | list[Flag])] = ()
    """Flags on this reply."""
    flag_ever: Annotated[tuple[Flag, ...], BeforeValidator(listed, json_schema_input_type=Flag | list[Flag])] = ()
    """Flags on any reply so far."""
    trust: dict[Id, TrustBound] = Field(default_factory=dict)
    """Bounds on the trust of roles."""
    visited: Ids = ()
    """States or interjections the meeting has been in."""
    present: Ids = ()
    """Roles that are in the room."""
    any: tuple[Condition, ...] = ()
    """Holds when one of these holds."""
    not_: Condition | None = Field(None, alias="not")
    """Holds when this does not."""


class Variant(Model):
    """Alternative wordings, and when they apply."""

    when: Condition | None = None
    """Without it the wordings always apply."""
    lines: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Which one is said depends on the seed, the state and the visit."""


def _spoken(value: Any) -> Any:
    return ({"lines": (value,)},) if isinstance(value, str) else value


Spoken = Annotated[
    tuple[Variant, ...],
    Field(min_length=1),
    BeforeValidator(_spoken, json_schema_input_type=str | list[Variant]),
]
"""A line, or a list of `{when, lines}`: the first whose condition holds is said."""
