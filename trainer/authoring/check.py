"""Everything that can be said about a file an author wrote: what keeps it from opening, then advice.

Scenarios get every check; `.cases.yaml`, `.play.yaml` and incidents are read against their scenario. Changes no file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from trainer.authoring.allowing import allowed
from trainer.authoring.checks import CHECKS
from trainer.authoring.look import Look
from trainer.authoring.render import render, render_one
from trainer.errors import Problem, ProblemsFound, Unreadable
from trainer.scenario.cases import load_cases
from trainer.scenario.files.source import read_source
from trainer.scenario.incident_file import load_incident
from trainer.scenario.library import find
from trainer.scenario.load import Looked, examine, in_order, load_scenario
from trainer.scenario.models import Scenario
from trainer.scenario.plays import load_plays

__all__ = ["STEPS", "advice", "check_file", "check_folder", "render", "render_one"]

Loader = Callable[[Path, Scenario | None], tuple[object, ...]]
_BESIDE: dict[str, Loader] = {".cases.yaml": load_cases, ".play.yaml": load_plays}
STEPS = len(CHECKS)
"""How often `check_file` tells that it has come further with a scenario."""


def check_file(path: Path, told: Callable[[], object] = lambda: None) -> tuple[Problem, ...]:
    """Errors and warnings of one file, in the order of the file, without the warnings that it allows itself.

    `told` is called after each of the `STEPS` checks of a scenario.

    Raises:
        Unreadable: no text can be got out of it.
    """
    for ending, load in _BESIDE.items():
        if path.name.endswith(ending):
            return _beside(path, path.with_name(path.name.removesuffix(ending) + ".yaml"), load)
    looked = examine(read_source(path))
    if looked.document is not None and _is_incident(looked.document.data):
        return _incident(path, str(looked.document.data["scenario"]))
    return in_order(allowed(looked, [*looked.problems, *advice(looked, told)]))


def is_scenario(path: Path) -> bool:
    """Whether a file is called like a scenario or an incident, and nothing that stands beside one."""
    return not path.name.endswith(tuple(_BESIDE))


def check_folder(folder: Path) -> tuple[Problem, ...]:
    """The problems of every scenario, cases and play file in a folder, files in the order of their names.

    Raises:
        Unreadable: no text can be got out of one of them.
    """
    return tuple(problem for path in sorted(folder.glob("*.yaml")) for problem in check_file(path))


def advice(looked: Looked, told: Callable[[], object] = lambda: None) -> list[Problem]:
    """What the checks find in a scenario, as far as it could be read; what asks the reader finds something in sound ones only."""
    if looked.document is None:
        return []
    sound = all(problem.severity != "error" for problem in looked.problems)
    look = Look(looked.document, looked.parts, looked.scenario if sound else None)
    found: list[Problem] = []
    for check in CHECKS:
        found += check.find(look)
        told()
    return found


def _is_incident(data: object) -> bool:
    """An own incident names its scenario and has facts, and nothing of a meeting."""
    return isinstance(data, dict) and {"scenario", "facts"} <= data.keys() and "states" not in data


def _incident(path: Path, name: str) -> tuple[Problem, ...]:
    """The problems of an incident file in its scenario: the one beside it, else the one that is shipped. Raises NotFound for none."""
    beside = path.with_name(f"{name}.yaml")
    try:
        load_incident(path, load_scenario(beside if beside.is_file() else find(name)))
    except ProblemsFound as error:
        return error.problems
    return ()


def _beside(path: Path, scenario_path: Path, load: Loader) -> tuple[Problem, ...]:
    try:
        load(path, _scenario(scenario_path))
    except ProblemsFound as error:
        return error.problems
    return ()


def _scenario(path: Path) -> Scenario | None:
    """The scenario the file belongs to; a broken one tells its problems under its own name, so names are not looked up in it."""
    try:
        return load_scenario(path)
    except (ProblemsFound, Unreadable):
        return None
