"""The bricks of the format's models: ids, texts, numbers, and the base that refuses unknown keys. Names no part of a scenario."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Strict

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""Lower-case letters, digits and underscores, starting with a letter."""
SlugId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]
Text = Annotated[str, Field(min_length=1, max_length=4_000)]
Whole = Annotated[int, Strict()]
"""A whole number; `"3"` and `3.0` are none."""
Number = Annotated[float, Strict()]
"""A number; `"3"` is none."""
Switch = Annotated[bool, Strict()]
"""`true` or `false`."""
END = "end"
"""Target of a `next` item that ends the meeting."""


def listed(value: Any) -> Any:
    """A single text as a list of one."""
    return (value,) if isinstance(value, str) else value


def _text_or_number(value: Any) -> str:
    return "a text" if isinstance(value, str) else "a number"


def _text_or_mapping(value: Any) -> str:
    return "a mapping" if isinstance(value, (dict, BaseModel)) else "a text"


# Unions told apart by how they are written, so that a mistake in one is reported once and not for each member.
NEED_SHAPE = Discriminator(_text_or_number)
BY_SHAPE = Discriminator(_text_or_mapping)


Ids = Annotated[tuple[Id, ...], BeforeValidator(listed, json_schema_input_type=Id | list[Id])]
"""One id, or a list that means all of them."""


class Model(BaseModel):
    """Frozen, no unknown keys, nothing coerced but lists to tuples; docstrings under fields become descriptions.

    Strictness sits on the scalars: a strict model would refuse a list for a tuple wherever a validator ran before it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
