"""JSON Schemas of everything an author writes, for editors: completion, hover text from the models' docstrings, wrong keys underlined.

Made from the models, so they cannot differ from what is read. Says nothing about names and rules: `trainer check` does.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from trainer.scenario.beside import Case, Play
from trainer.scenario.models import IncidentFile, Scenario

_ROOTS: dict[str, type[Any]] = {
    "scenario": Scenario,
    "cases": tuple[Case, ...],
    "play": tuple[Play, ...],
    "incident": IncidentFile,
}
KINDS = tuple(_ROOTS)
"""What there is a schema of."""
FOLDER = "schemas"
"""Where schemas stand beside scenarios."""


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of one of `KINDS`. Raises KeyError."""
    made: dict[str, Any] = _plain(TypeAdapter(_ROOTS[kind]).json_schema())
    return made


def file_name(kind: str) -> str:
    """What the schema's file is called."""
    return f"{kind}.schema.json"


def modelines(kind: str) -> str:
    """The first lines of a file: one names its schema to yaml-language-server, one tells Vim and Neovim how it is indented."""
    return f"# yaml-language-server: $schema={FOLDER}/{file_name(kind)}\n# vim: set filetype=yaml tabstop=2 shiftwidth=2 expandtab:\n"


def _plain(node: Any) -> Any:
    """Without titles, which editors would print above each description, and without the empty values that the format does not have."""
    if isinstance(node, list):
        return [_plain(one) for one in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _plain(value) for key, value in node.items() if not _says_nothing(key, value)}
    choices = [one for one in kept.get("anyOf", ()) if one != {"type": "null"}]
    if "anyOf" not in kept:
        return kept
    rest = {key: value for key, value in kept.items() if key != "anyOf"}
    return {**rest, **choices[0]} if len(choices) == 1 else {**rest, "anyOf": choices}


def _says_nothing(key: str, value: Any) -> bool:
    # `title` is a key of scenarios as well; there its value is a schema
    return (key == "default" and value is None) or (key == "title" and isinstance(value, str))
