"""What a model refuses, in the author's words: place, nearest spelling, corrected line.

Translates pydantic's errors and judges nothing itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from trainer.errors import Problem
from trainer.scenario.files.document import Document, Path
from trainer.scenario.files.mends import quoted, replaced, written
from trainer.scenario.files.nodes import Items, Scalar, Table
from trainer.scenario.files.traps import not_text
from trainer.scenario.models import Model
from trainer.scenario.schema_walk import keys_of, model_at
from trainer.scenario.suggest import nearest
from trainer.scenario.told import keys_expected, none_of, number_expected, out_of_range, switch_expected, text_expected, unknown_key, unused

Detail = Mapping[str, Any]
"""One entry of `ValidationError.errors()`."""


def shape_problems(document: Document, model: type[Model], error: ValidationError, base: Path = ()) -> tuple[Problem, ...]:
    """One problem for each place the model refuses; nothing where a trap explains the value already.

    `base` is where the model's part of the document begins.
    """
    found: dict[tuple[int, int, str], Problem] = {}
    for detail in error.errors(include_url=False, include_context=True):
        path: Path = (*base, *detail["loc"])
        node = document.spot(path).node
        if node.start in document.spoiled or (detail["type"] == "too_short" and isinstance(node, Items) and node.items):
            continue  # told already: by the trap, or by what is wrong with each entry
        problem = _problem(document, model, path, detail, len(base))
        found.setdefault((problem.line, problem.column, problem.check), problem)
    return tuple(found.values())


def with_plain_numbers(document: Document, error: ValidationError) -> tuple[Problem, ...]:
    """The traps of a document, mended with a plain number where a number is what the model takes."""
    details = error.errors(include_url=False, include_input=False)
    nodes = [document.spot(detail["loc"]).node for detail in details if detail["type"] in ("int_type", "float_type", "int_from_float")]
    places = {(node.start.line, node.start.column): node for node in nodes if isinstance(node, Scalar)}
    return tuple(
        replace(trap, mend=_plain_number(document, node)) if (node := places.get((trap.line, trap.column))) else trap
        for trap in document.traps
    )


def _plain_number(document: Document, node: Scalar) -> str:
    digits = node.text.replace("_", "").lstrip("+0") or "0"
    mend = "write a plain number, such as 2"
    return replaced(document.source, node.start, node.end, digits) if digits.isdigit() else mend


def _problem(document: Document, model: type[Model], path: Path, detail: Detail, skip: int) -> Problem:
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_key(document, path, model_at(model, path[skip:-1]))
    if kind == "missing":
        return _missing(document, path, model_at(model, path[skip:-1]))
    if path and path[-1] == "[key]":
        return _bad_key(document, path[:-1], detail)
    make = _MAKERS.get(kind, _other)
    return make(document, path, detail)


def _unknown_key(document: Document, path: Path, expected: type[Model] | None) -> Problem:
    owner, name = path[:-1], str(path[-1])
    holder = document.spot(owner).node
    keys = keys_of(expected) if expected else {}
    if isinstance(holder, Table) and _is_prose(name) and not nearest(name, unused(document, owner, keys), most=1):
        return _colon(document, owner, holder)
    return unknown_key(document, path, tuple(keys))


def _is_prose(name: str) -> bool:
    return " " in name or name[:1].isupper()


def _missing(document: Document, path: Path, expected: type[Model] | None) -> Problem:
    owner, name = path[:-1], str(path[-1])
    purpose = keys_of(expected).get(name, "") if expected else ""
    first = purpose.split("\n")[0]
    return document.problem("missing-key", owner, f"`{name}` is missing", mend=f"add `{name}:` ({first})" if first else f"add `{name}:`")


def _bad_key(document: Document, path: Path, detail: Detail) -> Problem:
    name = str(path[-1])
    place = document.key_place(path)
    if detail["type"] != "string_pattern_mismatch":
        return document.problem("bad-id", path[:-1], f"the id '{name}' is too long", place=place, mend="shorten it to 60 characters")
    holder = document.spot(path[:-1]).node
    key = holder.keys.get(name) if isinstance(holder, Table) else None
    mend = replaced(document.source, key.start, key.end, slug(name)) if key else ""
    return document.problem("bad-id", path[:-1], f"'{name}' is no id: {_ID_RULE}", place=place, mend=mend)


_ID_RULE = "lower-case letters, digits and _, a letter first"


def slug(name: str) -> str:
    """The id nearest to a name."""
    words = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")
    return words if words[:1].isalpha() else f"x_{words}".rstrip("_")


def _text_expected(document: Document, path: Path, _detail: Detail) -> Problem:
    node = document.spot(path).node
    if isinstance(node, Table) and len(node.keys) == 1:
        return _colon(document, path, node)
    return text_expected(document, path)


def _colon(document: Document, path: Path, node: Table) -> Problem:
    """`- Listen: we stop`: meant as a text, read as a key and a value."""
    name, key = next(iter(node.keys.items()))
    value = node.values[name]
    text = document.source.line(key.start.line)
    end = value.end if isinstance(value, Scalar) and value.end.line == key.start.line else None
    mend = ""
    if end is not None and len(node.keys) == 1:
        mend = replaced(document.source, key.start, end, quoted(text[key.start.column - 1 : end.column - 1]))
    message = f"`{name}:` is read as a key, so this is a map and not a text"
    return document.problem("colon-in-text", path, message, mend=mend or "put quotes around the whole text", place=key.start)


def _list_expected(document: Document, path: Path, detail: Detail) -> Problem:
    node = document.spot(path).node
    if isinstance(node, Scalar):
        if not isinstance(detail.get("input"), str):
            return not_text(document.source, path, node)
        mend = replaced(document.source, node.start, node.end, f"[{_in_quotes(document, node)}]")
        return document.problem("wrong-type", path, "a list is expected here, even of one entry", mend=mend or "write it as a list")
    mend = "begin each entry on a line of its own with `- `"
    return document.problem("wrong-type", path, "a list is expected here, not a map of keys and values", mend=mend)


def _in_quotes(document: Document, node: Scalar) -> str:
    return quoted(node.text) if node.plain else written(document.source, node.start, node.end)


def _keys_expected(document: Document, path: Path, detail: Detail) -> Problem:
    node = document.spot(path).node
    if isinstance(node, Scalar) and detail.get("ctx", {}).get("class_name") == "Variant":
        mend = replaced(document.source, node.start, node.end, f"lines: [{_in_quotes(document, node)}]")
        message = "a list here holds entries of `lines:` (and `when:`), not bare texts"
        return document.problem("wrong-type", path, message, mend=mend or "put it under `lines:`")
    return keys_expected(document, path)


def _choice(document: Document, path: Path, detail: Detail) -> Problem:
    expected = re.findall(r"'([^']+)'|\b(\d+)\b", detail["ctx"]["expected"])
    return none_of(document, path, [text or number for text, number in expected])


def _number_expected(document: Document, path: Path, detail: Detail) -> Problem:
    return number_expected(document, path, whole=detail["type"].startswith("int"))


def _switch_expected(document: Document, path: Path, _detail: Detail) -> Problem:
    return switch_expected(document, path)


def _bound(document: Document, path: Path, detail: Detail) -> Problem:
    ((name, limit),) = [(name, limit) for name, limit in detail["ctx"].items() if name in _BOUNDS]
    return out_of_range(document, path, f"{_BOUNDS[name]} {limit:g}")


_BOUNDS = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}


def _bad_id(document: Document, path: Path, detail: Detail) -> Problem:
    node = document.spot(path).node
    given = node.text if isinstance(node, Scalar) else str(detail.get("input"))
    mend = replaced(document.source, node.start, node.end, slug(given)) if isinstance(node, Scalar) else ""
    return document.problem("bad-id", path, f"'{given}' is no id: {_ID_RULE}", mend=mend)


def _length(document: Document, path: Path, detail: Detail) -> Problem:
    context = detail.get("ctx", {})
    if detail["type"] == "string_too_long":
        message, mend = f"the text is longer than {context['max_length']:,} characters", "shorten it"
    elif detail["type"] == "string_too_short":
        message, mend = "the text is empty", "write the text, or take the line out"
    else:
        message, mend = "at least one entry is needed here", "add an entry"
    return document.problem("empty" if "short" in detail["type"] else "too-long", path, message, mend=mend)


def _said_by_model(document: Document, path: Path, detail: Detail) -> Problem:
    reason = str(detail["ctx"]["error"])
    told, _, mend = reason.partition(": ")
    return document.problem("wrong-shape", path, told, mend=mend or told)


def _other(document: Document, path: Path, detail: Detail) -> Problem:
    return document.problem("wrong-shape", path, str(detail["msg"]).lower(), mend="see docs/reference/format.md")


_MAKERS: dict[str, Callable[[Document, Path, Detail], Problem]] = {
    "string_type": _text_expected,
    "tuple_type": _list_expected,
    "dict_type": _keys_expected,
    "model_type": _keys_expected,
    "literal_error": _choice,
    "enum": _choice,
    "int_type": _number_expected,
    "int_from_float": _number_expected,
    "float_type": _number_expected,
    "bool_type": _switch_expected,
    "greater_than": _bound,
    "greater_than_equal": _bound,
    "less_than": _bound,
    "less_than_equal": _bound,
    "string_pattern_mismatch": _bad_id,
    "string_too_long": _length,
    "string_too_short": _length,
    "too_short": _length,
    "value_error": _said_by_model,
}
