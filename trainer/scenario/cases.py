"""Labelled replies beside a scenario (`NAME.cases.yaml`): reading them. Running them is for authoring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trainer.scenario.beside import Bounds, Case
from trainer.scenario.entries import load_entries
from trainer.scenario.files.document import Path as DocumentPath
from trainer.scenario.models import Scenario
from trainer.scenario.rules.names import Named, keys_of

__all__ = ["Bounds", "Case", "cases_beside", "load_cases"]


def load_cases(path: Path, scenario: Scenario | None = None) -> tuple[Case, ...]:
    """The cases in a file, each with its line; states and points are looked up when the scenario is given.

    Raises:
        Unreadable: no text can be got out of the file.
        ProblemsFound: everything wrong with it, in the order of the file.
    """
    return load_entries(path, Case, _names, scenario)


def cases_beside(scenario: Path) -> Path:
    """Where the cases of a scenario file stand; the file need not exist."""
    return scenario.with_name(f"{scenario.stem}.cases.yaml")


def _names(path: DocumentPath, case: Case) -> Iterator[Named]:
    yield Named((*path, "state"), "moment", case.state)
    yield from keys_of((*path, "points"), "point", case.points)
