"""From a file to a document: read, parsed, its YAML traps named. What is in the document is not looked at yet."""

from __future__ import annotations

from pathlib import Path

from trainer.errors import ProblemsFound
from trainer.scenario.files.document import Document, located
from trainer.scenario.files.nodes import FASTEST, MAX_DEPTH, NotYaml, Parser, Place, Scalar, TooDeep, parse
from trainer.scenario.files.plain_values import plain
from trainer.scenario.files.source import Source, read_source
from trainer.scenario.files.syntax import syntax_problem, tab_problems
from trainer.scenario.files.traps import traps


def open_document(path: Path, parser: Parser = FASTEST) -> Document:
    """The document in a file.

    Raises:
        Unreadable: no text can be got out of it.
        ProblemsFound: it is no YAML, or empty, or nested too deep: the one thing that can be known.
    """
    return document_of(read_source(path), parser)


def document_of(source: Source, parser: Parser = FASTEST) -> Document:
    """The document in a text; raises as `open_document`."""
    tabs = tab_problems(source)
    if tabs:
        raise ProblemsFound(source.file, tabs)
    try:
        # Between words a tab is a space; the parsers differ on where they allow it.
        tree = parse(source.text.replace("\t", " "), parser)
    except NotYaml as error:
        raise ProblemsFound(source.file, (syntax_problem(source, error),)) from None
    except TooDeep as error:
        message = f"nested deeper than {MAX_DEPTH} levels"
        problem = located(source, "too-deep", message, error.place, mend="write it flatter; brackets may be missing their ends")
        raise ProblemsFound(source.file, (problem,)) from None
    if tree.root is None or (isinstance(tree.root, Scalar) and not tree.root.text):
        problem = located(source, "empty-file", "there is nothing in this file", Place(1, 1), mend="begin with `format: 1`")
        raise ProblemsFound(source.file, (problem,))
    found = traps(source, tree)
    problems = tuple(problem for _, problem in found)
    return Document(source, tree.root, plain(tree.root), problems, frozenset(place for place, _ in found))
