"""What YAML 1.1 takes an unquoted value for, and what this format takes it for. Knows single values only."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

import yaml

from trainer.scenario.files.nodes import Items, Node, Scalar, Table


class Means(StrEnum):
    """How an unquoted value is read."""

    TEXT = "text"
    SWITCH = "yes or no"
    NUMBER = "number"
    ODD_NUMBER = "odd number"
    """A number that does not look like the one it is: `15:30`, `010`, `1_000`, `0x1f`, `.inf`."""
    DATE = "date"
    NOTHING = "nothing"
    MERGE = "merge"


_BY_TAG = {
    "bool": Means.SWITCH,
    "null": Means.NOTHING,
    "int": Means.ODD_NUMBER,
    "float": Means.ODD_NUMBER,
    "timestamp": Means.DATE,
    "merge": Means.MERGE,
}
_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+\Z")
_LONGEST_NUMBER = 15
"""Beyond it digits are no number anyone means, and Python refuses to convert thousands of them."""


def means(scalar: Scalar) -> Means:
    """How YAML reads this value."""
    if not scalar.plain:
        return Means.TEXT
    found = _BY_TAG.get(_tag(scalar.text), Means.TEXT)
    short = len(scalar.text) <= _LONGEST_NUMBER
    if found is Means.ODD_NUMBER and short and (_WHOLE.match(scalar.text) or _DECIMAL.match(scalar.text)):
        return Means.NUMBER
    return found


def _tag(text: str) -> str:
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers
    for tag, pattern in resolvers.get(text[:1], ()):
        if pattern.match(text):
            return str(tag).rpartition(":")[2]
    return "str"


def value_of(scalar: Scalar) -> str | bool | int | float | None:
    """The plain value; what is oddly written stays the text it was written as."""
    meaning = means(scalar)
    if meaning is Means.SWITCH:
        return scalar.text.lower() in ("yes", "true", "on")
    if meaning is Means.NOTHING:
        return None
    if meaning is Means.NUMBER:
        return int(scalar.text) if _WHOLE.match(scalar.text) else float(scalar.text)
    return scalar.text


def is_braces(node: Node) -> bool:
    """Whether this is `{bug}` without quotes: a map of keys without values, never meant in this format."""
    return (
        isinstance(node, Table)
        and node.flow
        and bool(node.values)
        and all(isinstance(value, Scalar) and value.empty for value in node.values.values())
    )


def plain(node: Node) -> Any:
    """The node as dicts, lists and plain values; `{bug}` without quotes as the text it was meant to be."""
    if isinstance(node, Scalar):
        return value_of(node)
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    if is_braces(node):
        return "{" + ", ".join(node.keys) + "}"
    return {key: plain(value) for key, value in node.values.items()}
