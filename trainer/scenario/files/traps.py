"""YAML that parses and does not mean what it says: `15:30`, `010`, `No`, `{bug}`, ` #`, twice the same key, aliases.

Each trap is named as what it is, with the corrected line. Needs no model: what depends on whether text was expected is told
in `trainer.scenario.shape`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from trainer.errors import Problem
from trainer.scenario.files.document import Path, located, walk
from trainer.scenario.files.mends import quoted, quoted_value, replaced, written
from trainer.scenario.files.nodes import Node, Oddity, Place, Scalar, Table, Tree
from trainer.scenario.files.plain_values import Means, is_braces, means, value_of
from trainer.scenario.files.source import Source, hostile_in
from trainer.text.clean import clean

_ID = re.compile(r"[a-z][a-z0-9_-]*\Z")
_COMMENT = re.compile(r"(\s+)#(.*)\Z")

Trap = tuple[Place, Problem]


def traps(source: Source, tree: Tree) -> tuple[Trap, ...]:
    """Everything wrong with a tree as YAML, with the place of the value that is spoiled by it."""
    found = list(_hostile(source))
    found += [(oddity.start, _oddity(source, oddity)) for oddity in tree.oddities]
    known = {place for place, _ in found}
    inside_braces: set[Place] = set()
    for path, node, key in walk(tree.root) if tree.root else ():
        if key is not None:
            found += _of_key(source, path, key)
        if is_braces(node):
            inside_braces |= {value.start for value in _values(node)}
            found.append((node.start, _braces(source, path, node, key)))
        elif isinstance(node, Scalar) and node.start not in known | inside_braces:
            found += _of_value(source, path, node, key)
    return tuple(found)


def _values(node: Node) -> list[Node]:
    return list(node.values.values()) if isinstance(node, Table) else []


def _hostile(source: Source) -> Iterator[Trap]:
    """One problem a line, at its first such character."""
    for number, group in groupby(source.hostile, key=lambda hostile: hostile.line):
        there = list(group)
        columns = {hostile.column for hostile in there}
        codes = ", ".join(dict.fromkeys(f"U+{hostile.code:04X}" for hostile in there))
        message = f"{codes} may not stand in a file: a terminal could take it for an order"
        line = source.line(number)
        mend = "".join(character for column, character in enumerate(line, start=1) if column not in columns)
        at = Place(number, there[0].column)
        yield at, located(source, "control-character", message, at, mend=mend)


def _oddity(source: Source, oddity: Oddity) -> Problem:
    name = oddity.name
    if oddity.what == "duplicate" and oddity.first:
        message = f"'{name}' stands here a second time, first in line {oddity.first.line}; YAML would keep one and drop the other"
        mend = "keep one of the two, or rename one"
        return located(source, "duplicate-key", message, oddity.start, mend=mend)
    if oddity.what == "documents":
        message = "a second YAML document begins here; a file holds one"
        return located(source, "second-document", message, oddity.start, mend="take the line `---` out, or make two files")
    if oddity.what == "complex_key":
        message = "a list or map stands where a key belongs"
        return located(source, "odd-key", message, oddity.start, mend="write a name, then a colon, then a space")
    if oddity.what == "tag":
        message = f"the YAML tag {name} has no meaning here"
        return located(source, "tag", message, oddity.start, mend="take the tag out; put quotes around it if it is text")
    sign = "&" if oddity.what == "anchor" else "*"
    message = f"`{sign}{name}` is read as a YAML {oddity.what}, and this format has none"
    mend = "write the text out, or put it in quotes if the sign belongs to it"
    if oddity.what == "alias":
        line = source.line(oddity.start.line)
        mend = line[: oddity.start.column - 1] + quoted(line[oddity.start.column - 1 :].rstrip())
    return located(source, "anchor", message, oddity.start, mend=mend)


def _of_key(source: Source, path: Path, key: Scalar) -> Iterator[Trap]:
    meaning = means(key)
    if meaning is Means.MERGE:
        message = "`<<` merges maps in YAML, and this format has no merging"
        yield key.start, located(source, "anchor", message, key.start, path=path[:-1], mend="write the keys out")
    elif meaning is not Means.TEXT:
        message = f"the key {_shown(key)} is read as {_taken_for(key)}, not as a name"
        yield key.start, located(source, _CHECK[meaning], message, key.start, path=path[:-1], mend=quoted_value(source, key))
    if hostile_in(key.text):
        yield key.start, _escaped(source, path[:-1], key)


def _of_value(source: Source, path: Path, node: Scalar, key: Scalar | None) -> Iterator[Trap]:
    meaning = means(node)
    if meaning is Means.NOTHING:
        yield node.start, _nothing(source, path, node, key)
    elif meaning in (Means.ODD_NUMBER, Means.DATE):
        message = f"{_shown(node)} without quotes is read as {_taken_for(node)}, not as what it looks like"
        yield node.start, located(source, _CHECK[meaning], message, node.start, path=path, mend=quoted_value(source, node))
    elif meaning is Means.TEXT and node.plain:
        yield from _cut(source, path, node)
    if hostile_in(node.text):
        yield node.start, _escaped(source, path, node)


_CHECK = {
    Means.ODD_NUMBER: "read-as-number",
    Means.NUMBER: "read-as-number",
    Means.DATE: "read-as-date",
    Means.SWITCH: "read-as-yes-no",
    Means.NOTHING: "nothing-given",
}


def not_text(source: Source, path: Path, node: Scalar) -> Problem:
    """A plain value where text was expected, and YAML reads it as something else."""
    message = f"{_shown(node)} without quotes is read as {_taken_for(node)}, not as text"
    return located(source, _CHECK[means(node)], message, node.start, path=path, mend=quoted_value(source, node))


def _shown(scalar: Scalar) -> str:
    return f"`{scalar.text}`"


def _taken_for(scalar: Scalar) -> str:
    meaning = means(scalar)
    if meaning is Means.SWITCH:
        return "true" if value_of(scalar) else "false"
    if meaning is Means.ODD_NUMBER:
        return f"the number {_number(scalar.text)}"
    return {Means.NUMBER: "a number", Means.DATE: "a date", Means.NOTHING: "nothing at all"}.get(meaning, "something else")


def _number(text: str) -> str:
    """What YAML makes of a number that is oddly written; `15:30` counts in sixties, `010` in eights."""
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text.lstrip("+"))
    digits = digits.replace("_", "")
    if len(digits) > 20:
        return "it spells out"
    if ":" in digits:
        total = 0.0
        for part in digits.split(":"):
            total = total * 60 + float(part)
        return f"{sign}{total:g} (YAML counts it in sixties)"
    if re.fullmatch(r"0[0-7]+", digits):
        return f"{sign}{int(digits, 8)} (a leading 0 means octal)"
    if digits[:2].lower() in ("0x", "0b"):
        return f"{sign}{int(digits, 0)}"
    return f"{sign}{digits}"


def _nothing(source: Source, path: Path, node: Scalar, key: Scalar | None) -> Problem:
    if node.text:
        return not_text(source, path, node)
    at = key.start if key else node.start
    what = f"nothing stands behind `{key.text}:`" if key else "nothing stands behind this dash"
    return located(source, "nothing-given", what, at, path=path, mend="give it a value, or take the line out")


def _braces(source: Source, path: Path, node: Node, key: Scalar | None) -> Problem:
    text = written(source, node.start, node.end)
    message = f"{text} without quotes is a YAML map, not text"
    del key
    return located(source, "braces-unquoted", message, node.start, path=path, mend=replaced(source, node.start, node.end, quoted(text)))


def _cut(source: Source, path: Path, node: Scalar) -> Iterator[Trap]:
    """Text cut short by ` #`: sure when a sign follows at once (`#4711`), likely when one space stands on each side."""
    line = source.line(node.end.line)
    comment = _COMMENT.match(line[node.end.column - 1 :])
    if comment is None or _ID.match(node.text):
        return
    gap, rest = comment.groups()
    sure = bool(rest) and not rest[0].isspace() and not rest.startswith("#")
    if not sure and len(gap) > 1:
        return
    mend = ""
    if node.start.line == node.end.line:
        whole = line[node.start.column - 1 :].rstrip()
        mend = line[: node.start.column - 1] + quoted(whole)
    message = f"` #` begins a comment in YAML: the text ends at '{_tail(node.text)}'"
    severity = "error" if sure else "warning"
    at = Place(node.end.line, node.end.column + len(gap))
    problem = located(source, "hash-cuts-text", message, at, path=path, mend=mend, severity=severity)
    # A likely cut spoils nothing: the rest of what is wrong with the value is still told.
    yield (node.start if sure else at), problem


def _tail(text: str) -> str:
    return text if len(text) <= 30 else "..." + text[-27:]


def _escaped(source: Source, path: Path, node: Scalar) -> Problem:
    codes = ", ".join(f"U+{ord(character):04X}" for character in hostile_in(node.text))
    message = f"the value holds {codes}, which a terminal could take for an order"
    mend = replaced(source, node.start, node.end, quoted(clean(node.text)))
    return located(source, "control-character", message, node.start, path=path, mend=mend)
