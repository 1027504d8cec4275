"""JSON Schemas of everything an author writes, for editors: completion, hover text from the models' docstrings, wrong keys underlined.

Made from the models, so they cannot differ from what is read. Says nothing about names and rules: `trainer check` does.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from trainer.scenario.beside import Case, Play
from trainer.scenario.models import IncidentFile, Scenario

_ROOTS: dict[str, tuple[type[Any], str]] = {
    "scenario": (Scenario, "A meeting to rehearse"),
    "cases": (tuple[Case, ...], "Labelled replies to a scenario"),
    "play": (tuple[Play, ...], "Playthroughs of a scenario"),
    "incident": (IncidentFile, "An own incident"),
}
KINDS = tuple(_ROOTS)
"""What there is a schema of."""
FOLDER = "schemas"
"""Where schemas stand beside scenarios."""


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of one of `KINDS`. Raises KeyError."""
    root, title = _ROOTS[kind]
    made = _without_nulls(TypeAdapter(root).json_schema())
    return {**made, "title": title}


def file_name(kind: str) -> str:
    """What the schema's file is called."""
    return f"{kind}.schema.json"


def modelines(kind: str) -> str:
    """The first lines of a file: one names its schema to yaml-language-server, one tells Vim and Neovim how it is indented."""
    return f"# yaml-language-server: $schema={FOLDER}/{file_name(kind)}\n# vim: set filetype=yaml tabstop=2 shiftwidth=2 expandtab:\n"


def _without_nulls(node: Any) -> Any:
    """The format has no empty values: a key is there with a value, or it is left out."""
    if isinstance(node, list):
        return [_without_nulls(one) for one in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _without_nulls(value) for key, value in node.items() if not (key == "default" and value is None)}
    choices = [one for one in kept.get("anyOf", ()) if one != {"type": "null"}]
    if "anyOf" not in kept:
        return kept
    rest = {key: value for key, value in kept.items() if key != "anyOf"}
    return {**rest, **choices[0]} if len(choices) == 1 else {**rest, "anyOf": choices}
