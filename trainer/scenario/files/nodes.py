"""YAML text as a tree of nodes with places. The only module that talks to the YAML parser.

The tree is built from parser events, not by a YAML constructor: that way nothing recurses before the depth is known,
nothing is expanded (aliases are refused), duplicate keys are kept, and the C and the Python parser end in the same tree.
What a node means is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

MAX_DEPTH = 30
"""Nesting no scenario needs; a condition in a condition in a line is 12 deep."""


class PythonLoader(yaml.SafeLoader):
    """PyYAML's own parser, taught to let a `?` stand inside unquoted text in brackets, as the C parser does."""

    _in_plain = False

    def scan_plain(self) -> Any:
        """A token of unquoted text."""
        self._in_plain = True
        try:
            return super().scan_plain()
        finally:
            self._in_plain = False

    def peek(self, index: int = 0) -> str:
        """The character `index` ahead; inside unquoted text a `?` looks like a letter."""
        character = str(super().peek(index))
        return "x" if self._in_plain and character == "?" else character


Parser = type[yaml.SafeLoader] | type[yaml.CSafeLoader]
PYTHON: Parser = PythonLoader
FASTEST: Parser = getattr(yaml, "CSafeLoader", PythonLoader)


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A place in a file, 1-based; columns count code points."""

    line: int
    column: int


@dataclass(slots=True)
class Scalar:
    """A single value."""

    text: str
    plain: bool
    """Written without quotes and not as a block: YAML may take it for something other than text."""
    start: Place
    end: Place

    @property
    def empty(self) -> bool:
        """Nothing was written."""
        return self.plain and not self.text


@dataclass(slots=True)
class Items:
    """A list."""

    start: Place
    end: Place
    flow: bool
    """Written in brackets."""
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """Keys and values."""

    start: Place
    end: Place
    flow: bool
    """Written in braces, or as `[key: value]`."""
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)


Node = Scalar | Items | Table


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something YAML allows and this format does not, met while building."""

    what: str
    """`duplicate`, `anchor`, `alias`, `tag`, `complex_key`, `documents`."""
    name: str
    start: Place
    first: Place | None = None
    """For a duplicate key: where it stood first."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole document; `root` is None when the file is empty."""

    root: Node | None
    oddities: tuple[Oddity, ...]


class NotYaml(Exception):
    """The text is no YAML; nothing behind the place is known."""

    def __init__(self, why: str, place: Place, opened: Place | None = None) -> None:
        self.why, self.place, self.opened = why, place, opened
        super().__init__(why)


class TooDeep(Exception):
    """Nested beyond `MAX_DEPTH`."""

    def __init__(self, place: Place) -> None:
        self.place = place
        super().__init__(f"nested deeper than {MAX_DEPTH}")


def parse(text: str, parser: Parser = FASTEST) -> Tree:
    """The tree of a YAML text.

    Raises:
        NotYaml: a syntax error, worded by the Python parser whichever parser met it.
        TooDeep: nested beyond `MAX_DEPTH`.
    """
    try:
        return _Builder().build(yaml.parse(text, Loader=parser))
    except yaml.MarkedYAMLError as error:
        if parser is not PYTHON:
            return parse(text, PYTHON)
        opened = _place(error.context_mark) if error.context_mark else None
        raise NotYaml(error.problem or "", _place(error.problem_mark), opened) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # Characters beyond Unicode in an escape: the Python scanner lets `chr` raise.
        if parser is not PYTHON:
            return parse(text, PYTHON)
        raise NotYaml(str(error), Place(1, 1)) from None


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


class _Builder:
    """Events in, one tree out."""

    def __init__(self) -> None:
        self.open: list[Items | Table] = []
        self.pending: list[Scalar | None] = []
        """For each open table, the key whose value comes next."""
        self.root: Node | None = None
        self.documents = 0
        self.oddities: list[Oddity] = []

    def build(self, events: Iterator[Any]) -> Tree:
        for event in events:
            start = _place(event.start_mark)
            if isinstance(event, yaml.ScalarEvent):
                self._notice(event, start)
                self._add(Scalar(event.value, not event.style, start, _place(event.end_mark)))
            elif isinstance(event, yaml.CollectionStartEvent):
                self._notice(event, start)
                self._open(event, start)
            elif isinstance(event, yaml.CollectionEndEvent):
                closed = self.open.pop()
                self.pending.pop()
                closed.end = _place(event.end_mark)
            elif isinstance(event, yaml.AliasEvent):
                self.oddities.append(Oddity("alias", str(event.anchor), start))
                self._add(Scalar("", False, start, _place(event.end_mark)))
            elif isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents == 2:
                    self.oddities.append(Oddity("documents", "", start))
        return Tree(self.root, tuple(self.oddities))

    def _notice(self, event: Any, start: Place) -> None:
        if event.anchor:
            self.oddities.append(Oddity("anchor", event.anchor, start))
        if event.tag:
            self.oddities.append(Oddity("tag", event.tag, start))

    def _open(self, event: Any, start: Place) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise TooDeep(start)
        flow = bool(event.flow_style)
        kind = Table if isinstance(event, yaml.MappingStartEvent) else Items
        node = kind(start, start, flow)
        self._add(node)
        self.open.append(node)
        self.pending.append(None)

    def _add(self, node: Node) -> None:
        if not self.open:
            if self.documents < 2:
                self.root = node
            return
        holder = self.open[-1]
        if isinstance(holder, Items):
            holder.items.append(node)
            return
        key = self.pending[-1]
        if key is None:
            self.pending[-1] = self._key(node)
            return
        self.pending[-1] = None
        if isinstance(node, Scalar) and node.empty:
            # The parsers place nothing differently: it stands right behind its key.
            node.start = node.end = key.end
        if key.text in holder.keys:
            self.oddities.append(Oddity("duplicate", key.text, key.start, holder.keys[key.text].start))
            return
        holder.keys[key.text] = key
        holder.values[key.text] = node

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self.oddities.append(Oddity("complex_key", "", node.start))
        return Scalar("", False, node.start, node.end)
