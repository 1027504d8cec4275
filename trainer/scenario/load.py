"""A scenario file as a `Scenario`, or everything that is wrong with it at once.

Order: characters, YAML and its traps, shape, names, rules. A syntax error is told alone; everything else together, names and
rules on whatever could be read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from trainer.errors import Problem, ProblemsFound
from trainer.scenario.files.document import Document
from trainer.scenario.files.nodes import FASTEST, Parser
from trainer.scenario.files.open_document import document_of
from trainer.scenario.files.source import Source, read_source
from trainer.scenario.models import Scenario
from trainer.scenario.parts import Parts, salvaged, whole
from trainer.scenario.rules.claims import claim_problems
from trainer.scenario.rules.graph import dead_ends
from trainer.scenario.rules.names import reference_problems
from trainer.scenario.rules.structure import rule_problems
from trainer.scenario.rules.variants import variant_problems
from trainer.scenario.shape import shape_problems, with_plain_numbers


def load_scenario(path: Path) -> Scenario:
    """The scenario in a file; warnings are for `problems_of`.

    Raises:
        Unreadable: no text can be got out of the file.
        ProblemsFound: the scenario has mistakes; errors only, in the order of the file.
    """
    return sound(examine(read_source(path)))[0]


def sound(looked: Looked) -> tuple[Scenario, Document]:
    """The scenario that was looked at, and its file. Raises ProblemsFound, errors only, when it cannot be played."""
    errors = tuple(problem for problem in looked.problems if problem.severity == "error")
    if looked.scenario is None or looked.document is None or errors:
        raise ProblemsFound(looked.file, errors)
    return looked.scenario, looked.document


def problems_of(path: Path) -> tuple[Problem, ...]:
    """Errors and warnings of a scenario file, in the order of the file.

    Raises:
        Unreadable: no text can be got out of the file.
    """
    return examine(read_source(path)).problems


@dataclass(frozen=True)
class Looked:
    """All that can be known of a scenario file."""

    file: str
    problems: tuple[Problem, ...]
    """In the order of the file."""
    document: Document | None = None
    """None when it is no YAML."""
    parts: Parts = field(default_factory=Parts)
    """What could be read of it."""
    scenario: Scenario | None = None
    """None when its shape is wrong."""


def examine(source: Source, parser: Parser = FASTEST) -> Looked:
    """The scenario in a text, as far as it can be read, and everything wrong with it."""
    try:
        document = document_of(source, parser)
    except ProblemsFound as error:
        return Looked(source.file, error.problems)
    scenario, shape = _scenario(document)
    parts = whole(scenario) if scenario else salvaged(document.data)
    problems = in_order([*shape, *between_parts(document, parts)])
    return Looked(source.file, problems, document, parts, scenario)


def between_parts(document: Document, parts: Parts) -> list[Problem]:
    """What is wrong between the parts: names, claims, variants, rules; silent where a trap spoiled a value."""
    found = [
        *dead_ends(document, parts),
        *reference_problems(document, parts),
        *claim_problems(document, parts),
        *variant_problems(document, parts),
        *rule_problems(document, parts),
    ]
    spoiled = {(place.line, place.column) for place in document.spoiled}
    return [problem for problem in found if (problem.line, problem.column) not in spoiled]


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems as they stand in the file, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.column, problem.check, problem.message)))


def _scenario(document: Document) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """The scenario, if its shape is right, and what is wrong with the YAML and the shape."""
    try:
        return Scenario.model_validate(document.data), document.traps
    except ValidationError as error:
        return None, (*with_plain_numbers(document, error), *shape_problems(document, Scenario, error))
