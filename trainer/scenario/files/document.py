"""A parsed file: its plain data, the place of everything in it, and problems located there. Knows no model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from trainer.errors import Problem
from trainer.scenario.files.nodes import Items, Node, Place, Scalar, Table
from trainer.scenario.files.source import Source
from trainer.text.clean import clean, clean_line

Path = tuple[str | int, ...]
"""Where something stands in a document: keys, and indexes from 0."""


@dataclass(frozen=True)
class Spot:
    """What a path leads to."""

    node: Node
    """The deepest node there is on the way."""
    key: Scalar | None
    """The key that node stands under; None for the root and for items of lists."""
    whole: bool
    """The path was followed to its end, or to a single value that stands for a list."""

    @property
    def place(self) -> Place:
        """Where to point: at the key when there is one and the value is a table or list, else at the value."""
        if self.key is not None and not isinstance(self.node, Scalar):
            return self.key.start
        return self.node.start


@dataclass(frozen=True)
class Document:
    """A file that is YAML."""

    source: Source
    root: Node
    data: Any
    """The root as dicts, lists and plain values."""
    traps: tuple[Problem, ...] = ()
    """What is wrong with it as YAML."""
    spoiled: frozenset[Place] = frozenset()
    """Places a trap explains already: nothing further is said about the values there."""

    def spot(self, path: Sequence[str | int]) -> Spot:
        """The node at `path`, or the deepest one on the way to it.

        Components that lead nowhere are skipped: a text may stand for a list of one line, and a model's union names its member.
        """
        node: Node = self.root
        key: Scalar | None = None
        whole = True
        for part in path:
            if isinstance(node, Scalar):
                break
            if isinstance(node, Table):
                whole = part in node.values
                if whole:
                    key, node = node.keys[str(part)], node.values[str(part)]
            elif isinstance(part, int) and part < len(node.items):
                node, key, whole = node.items[part], None, True
            else:
                whole = False
        return Spot(node, key, whole)

    def key_place(self, path: Sequence[str | int]) -> Place:
        """The place of the key that the path ends in; of what holds it when there is no such key."""
        holder = self.spot(path[:-1])
        if isinstance(holder.node, Table) and path[-1] in holder.node.keys:
            return holder.node.keys[str(path[-1])].start
        return holder.place

    def problem(
        self,
        check: str,
        path: Sequence[str | int],
        message: str,
        *,
        mend: str = "",
        severity: str = "error",
        place: Place | None = None,
    ) -> Problem:
        """A problem at `path`, or at `place` when that is more exact."""
        at = place or self.spot(path).place
        return located(self.source, check, message, at, path=path, mend=mend, severity=severity)


def located(
    source: Source,
    check: str,
    message: str,
    at: Place,
    *,
    path: Sequence[str | int] = (),
    mend: str = "",
    severity: str = "error",
) -> Problem:
    """A problem at a place in a file; texts of the file in it are made safe to show."""
    return Problem(
        check=check,
        message=clean_line(message),
        file=source.file,
        line=at.line,
        column=at.column,
        path=clean_line(".".join(map(str, path))),
        source=source.line(at.line),
        mend=clean(mend),
        severity=severity,
    )


def walk(node: Node, path: Path = ()) -> list[tuple[Path, Node, Scalar | None]]:
    """Every node with its path and its key, in the order of the file."""
    found: list[tuple[Path, Node, Scalar | None]] = [(path, node, None)]
    if isinstance(node, Table):
        for name, value in node.values.items():
            inner = walk(value, (*path, name))
            found.append((*inner[0][:2], node.keys[name]))
            found += inner[1:]
    elif isinstance(node, Items):
        for index, item in enumerate(node.items):
            found += walk(item, (*path, index))
    return found
