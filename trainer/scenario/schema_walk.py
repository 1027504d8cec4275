"""What a model expects at a path: which keys, and what they are for. Looks at models, never at a document."""

from __future__ import annotations

from collections.abc import Sequence
from types import UnionType
from typing import Any, Union, get_args, get_origin

from trainer.scenario.models import Model


def model_at(root: type[Model], path: Sequence[str | int]) -> type[Model] | None:
    """The model whose keys stand at `path`, or None where no keys are expected. Names of union members are skipped."""
    here: Any = root
    for part in path:
        step = _step(here, part)
        if step is not None:
            here = step
    return _model_in(here)


def keys_of(model: type[Model]) -> dict[str, str]:
    """Key as written -> what it is for."""
    return {field.alias or name: field.description or "" for name, field in model.model_fields.items()}


def _step(here: Any, part: str | int) -> Any:
    """The type one component further, or None when the component names no part of it."""
    if isinstance(here, type) and issubclass(here, Model):
        for name, field in here.model_fields.items():
            if part == (field.alias or name):
                return field.annotation
        return None
    for option in _options(here):
        origin = get_origin(option)
        if origin is dict:
            return get_args(option)[1]
        if origin is tuple and isinstance(part, int):
            return get_args(option)[0]
        if isinstance(option, type) and issubclass(option, Model):
            return _step(option, part)
    return None


def _options(here: Any) -> list[Any]:
    """The members of a union, annotations taken off."""
    if hasattr(here, "__metadata__"):
        return _options(get_args(here)[0])
    if get_origin(here) in (Union, UnionType):
        return [inner for option in get_args(here) for inner in _options(option)]
    return [here]


def _model_in(here: Any) -> type[Model] | None:
    for option in _options(here):
        if isinstance(option, type) and issubclass(option, Model):
            return option
    return None
