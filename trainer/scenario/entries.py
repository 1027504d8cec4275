"""Files that are lists of entries beside a scenario: each entry read on its own, each knows its line, all problems at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from trainer.errors import Problem, ProblemsFound
from trainer.scenario.beside import Placed
from trainer.scenario.files.document import Document
from trainer.scenario.files.document import Path as DocumentPath
from trainer.scenario.files.nodes import Items
from trainer.scenario.files.open_document import open_document
from trainer.scenario.load import in_order
from trainer.scenario.models import Scenario
from trainer.scenario.parts import whole
from trainer.scenario.rules.names import Named, undeclared
from trainer.scenario.shape import shape_problems

E = TypeVar("E", bound=Placed)


def load_entries(
    path: Path, model: type[E], names: Callable[[DocumentPath, E], Iterable[Named]], scenario: Scenario | None
) -> tuple[E, ...]:
    """The entries of a file, with names checked against the scenario when one is given.

    Raises:
        Unreadable: no text can be got out of the file.
        ProblemsFound: everything wrong with it, in the order of the file.
    """
    document = open_document(path)
    problems: list[Problem] = list(document.traps)
    entries: list[E] = []
    if isinstance(document.root, Items):
        for index, item in enumerate(document.data):
            entry, shape = _entry(document, model, index, item)
            problems += shape
            if entry is not None:
                entries.append(entry)
                problems += undeclared(document, whole(scenario), names((index,), entry)) if scenario else []
    else:
        problems.append(document.problem("wrong-type", (), "a list is expected here", mend="begin each entry with `- `"))
    errors = in_order([problem for problem in problems if problem.severity == "error"])
    if errors:
        raise ProblemsFound(document.source.file, errors)
    return tuple(entries)


def _entry(document: Document, model: type[E], index: int, item: object) -> tuple[E | None, tuple[Problem, ...]]:
    try:
        entry = model.model_validate(item)
    except ValidationError as error:
        return None, shape_problems(document, model, error, base=(index,))
    entry.placed(document.spot((index,)).node.start.line)
    return entry, ()
