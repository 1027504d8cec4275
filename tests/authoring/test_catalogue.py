"""The reference never shows an example that is not one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.scenario.samples import SMALL_INCIDENT_TEXT, SMALL_TEXT, changed, problems_in, small
from trainer.authoring.catalogue import GROUPS, OF_INCIDENTS, Entry
from trainer.authoring.check import advice, check_file
from trainer.authoring.checks import CHECKS, Check
from trainer.errors import ProblemsFound
from trainer.scenario.files.source import source_of
from trainer.scenario.incident_file import load_incident
from trainer.scenario.load import examine

ENTRIES = [entry for entries in GROUPS.values() for entry in entries if entry not in OF_INCIDENTS]
CODE = Path(__file__).parents[2] / "trainer"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_the_failing_example_has_the_problem_with_its_place_and_its_mend(entry: Entry) -> None:
    found = [problem for problem in problems_in(_bad(entry)) if problem.check == entry.name]
    assert found
    assert found[0].severity == entry.severity
    assert found[0].line >= 1
    assert found[0].column >= 1
    assert found[0].mend
    assert found[0].source == _bad(entry).split("\n")[found[0].line - 1] or entry.name == "control-character"


@pytest.mark.parametrize("entry", OF_INCIDENTS, ids=lambda entry: entry.name)
def test_the_failing_example_of_an_incident_has_the_problem(entry: Entry, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(changed(entry.good, entry.bad, SMALL_INCIDENT_TEXT), encoding="utf-8")
    with pytest.raises(ProblemsFound) as caught:
        load_incident(file, small())
    assert entry.name in [problem.check for problem in caught.value.problems]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_finds_its_failing_example_and_says_where(check: Check) -> None:
    looked = examine(source_of("small.yaml", _unheard(check)))
    found = [problem for problem in advice(looked) if problem.check == check.name]
    assert found
    assert all(problem.line and problem.column and problem.mend for problem in found)
    assert all(problem.severity == "warning" for problem in found)


def test_the_mended_example_is_free_of_every_problem() -> None:
    assert check_file(Path(__file__).parents[1] / "scenario" / "small.yaml") == ()


def test_every_problem_the_code_can_raise_is_in_the_reference() -> None:
    told = {entry.name for entries in GROUPS.values() for entry in entries} | {check.name for check in CHECKS}
    raised = set()
    for path in (CODE / "scenario").glob("*.py"):
        raised |= set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', path.read_text(encoding="utf-8")))
    assert raised - told - {"utf-8", "utf-8-sig", "no-yaml-value", "release-halt"} == set()


def _bad(entry: Entry) -> str:
    return changed(entry.good, entry.bad)


def _unheard(check: Check) -> str:
    """A point is unheard when no moment listens for it: the small scenario has two that hear thanks."""
    text = changed(check.good, check.bad)
    return text.replace("    listens_for: [thanks]\n", "") if check.name == "unheard-point" else text


def test_the_example_names_lines_of_the_small_scenario() -> None:
    """A mended example stands in the small scenario as it is shown."""
    assert all(entry.good in SMALL_TEXT for entry in ENTRIES)
