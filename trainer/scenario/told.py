"""What is wrong with a key or value that is read as it was meant, in words: place, nearest spelling, corrected line.

Knows no model, so that small files (settings) can be checked in the same words without loading pydantic.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from trainer.errors import Problem
from trainer.scenario.files.document import Document, Path
from trainer.scenario.files.mends import replaced
from trainer.scenario.files.nodes import Items, Scalar, Table
from trainer.scenario.files.traps import not_text
from trainer.scenario.suggest import did_you_mean, nearest


def unused(document: Document, owner: Path, keys: Iterable[str]) -> tuple[str, ...]:
    """Those of the keys that the table at `owner` does not have yet; all of them when it has every one."""
    holder = document.spot(owner).node
    known = tuple(keys)
    return tuple(key for key in known if not (isinstance(holder, Table) and key in holder.keys)) or known


def unknown_key(document: Document, path: Path, keys: Collection[str], *, many: str = "") -> Problem:
    """The key that `path` ends in is none of `keys`; `many` says where they are listed when they are too many to list."""
    owner, name = path[:-1], str(path[-1])
    holder = document.spot(owner).node
    close = nearest(name, unused(document, owner, keys), most=1)
    key = holder.keys.get(name) if isinstance(holder, Table) else None
    if close:
        message = f"unknown key '{name}' (did you mean '{close[0]}'?)"
        mend = replaced(document.source, key.start, key.end, close[0]) if key else ""
    else:
        message = f"unknown key '{name}'"
        mend = f"take it out; keys here are {many or ', '.join(keys)}" if keys else "take it out"
    return document.problem("unknown-key", owner, message, mend=mend, place=document.key_place(path))


def none_of(document: Document, path: Path, options: Sequence[str]) -> Problem:
    """A value that is none of the options."""
    node = document.spot(path).node
    given = node.text if isinstance(node, Scalar) else "this"
    close = nearest(given, options, most=1)
    best = close[0] if close else options[0] if len(options) == 1 else ""
    mend = replaced(document.source, node.start, node.end, best) if best and isinstance(node, Scalar) else ""
    return document.problem("unknown-choice", path, none_of_words(given, options), mend=mend or f"write one of {', '.join(options)}")


def none_of_words(given: str, options: Sequence[str]) -> str:
    """The sentence for a value that is none of the options, wherever it was written."""
    return f"'{given}' is none of {', '.join(options)}{did_you_mean(given, options)}"


def number_expected(document: Document, path: Path, *, whole: bool) -> Problem:
    """Something else stands where a number is expected."""
    node = document.spot(path).node
    kind = "whole " if whole else ""
    mend = f"write a {kind}number without quotes"
    if isinstance(node, Scalar) and not node.plain and re.fullmatch(r"-?\d+(\.\d+)?", node.text):
        mend = replaced(document.source, node.start, node.end, node.text) or mend
    return document.problem("wrong-type", path, f"a {kind}number is expected here", mend=mend)


def switch_expected(document: Document, path: Path) -> Problem:
    """Something else stands where true or false is expected."""
    node = document.spot(path).node
    mend = "write true or false, without quotes"
    if isinstance(node, Scalar) and node.text.lower() in ("yes", "no", "true", "false", "on", "off", "1", "0"):
        switch = "true" if node.text.lower() in ("yes", "true", "on", "1") else "false"
        mend = replaced(document.source, node.start, node.end, switch) or mend
    return document.problem("wrong-type", path, "true or false is expected here", mend=mend)


def out_of_range(document: Document, path: Path, bound: str) -> Problem:
    """A number beyond its bound, such as `at most 5`."""
    return document.problem("out-of-range", path, f"the number must be {bound}", mend=f"write a number that is {bound}")


def text_expected(document: Document, path: Path) -> Problem:
    """Something else stands where a text is expected."""
    node = document.spot(path).node
    if isinstance(node, Scalar):
        return not_text(document.source, path, node)
    what = "a list" if isinstance(node, Items) else "a map of keys and values"
    return document.problem("wrong-type", path, f"{what} stands where a text is expected", mend="write one text, in quotes")


def keys_expected(document: Document, path: Path) -> Problem:
    """Something else stands where keys and values are expected."""
    what = "a list" if isinstance(document.spot(path).node, Items) else "a single value"
    message = f"{what} stands where keys and values are expected"
    return document.problem("wrong-type", path, message, mend="write `key: value` lines under it")
