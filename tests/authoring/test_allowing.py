"""Advice is left out where the file says so, by name and with a reason; errors never are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenario.samples import SMALL_TEXT, changed
from trainer.authoring.allowing import OF_ALLOWING
from trainer.authoring.catalogue.entry import Entry
from trainer.authoring.check import check_file
from trainer.errors import Problem
from trainer.scenario.dump import scenario_from_json, scenario_hash, scenario_json
from trainer.scenario.files.source import source_of
from trainer.scenario.load import examine

LONG = f'    says: "{" ".join(["and"] * 50)} so?"'
TOO_LONG = changed('    says: "And what do you want from us?"', LONG)
AT = "states.pushback.says.0.lines.0"


def checked(text: str, folder: Path) -> list[Problem]:
    """What is found in a file with this text."""
    file = folder / "small.yaml"
    file.write_text(text, encoding="utf-8")
    return list(check_file(file))


def allowing(entry: str, text: str = TOO_LONG) -> str:
    """The text with one entry under `allow`."""
    return f"{text}allow: [{{{entry}}}]\n"


@pytest.mark.parametrize("at", ["", f", at: {AT}", ", at: states.pushback.says", ", at: states.pushback"])
def test_advice_is_left_out_at_a_path_and_all_behind_it_or_in_the_whole_file(at: str, tmp_path: Path) -> None:
    assert [problem.path for problem in checked(TOO_LONG, tmp_path)] == [AT]
    assert checked(allowing(f"check: line-too-long{at}, reason: Read aloud."), tmp_path) == []


@pytest.mark.parametrize("at", ["states.closing", "states.push", "states.pushback.says.0.lines.01"])
def test_an_entry_for_another_place_leaves_nothing_out_and_is_told_itself(at: str, tmp_path: Path) -> None:
    found = checked(allowing(f"check: line-too-long, at: {at}, reason: Read aloud."), tmp_path)
    assert {problem.check for problem in found} == {"line-too-long", "allows-nothing"}


def test_an_unknown_name_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    (found,) = (
        problem for problem in checked(allowing("check: line-to-long, reason: Read aloud."), tmp_path) if problem.check == "unknown-check"
    )
    assert "did you mean 'line-too-long'?" in found.message
    assert found.mend == "write check: line-too-long"
    assert found.line == TOO_LONG.count("\n") + 1


def test_an_error_cannot_be_allowed(tmp_path: Path) -> None:
    text = allowing("check: unknown-state, reason: We like it.", changed("start: opening", "start: openin"))
    found = checked(text, tmp_path)
    assert {problem.check: problem.severity for problem in found} == {"unknown-state": "error", "unknown-check": "warning"}


def test_warnings_of_loading_can_be_allowed_too(tmp_path: Path) -> None:
    renamed = SMALL_TEXT.replace("id: small", "id: smaller")
    assert [problem.check for problem in checked(renamed, tmp_path)] == ["file-name"]
    assert checked(allowing("check: file-name, reason: The file is generated.", renamed), tmp_path) == []


def test_an_entry_needs_a_reason(tmp_path: Path) -> None:
    found = checked(allowing("check: line-too-long"), tmp_path)
    assert "missing-key" in [problem.check for problem in found]


def test_nothing_is_said_of_entries_while_a_broken_file_is_not_looked_at_by_every_check(tmp_path: Path) -> None:
    text = allowing("check: points-overlap, reason: They are one thing here.", changed("start: opening", "start: openin"))
    assert [problem.check for problem in checked(text, tmp_path)] == ["unknown-state"]


@pytest.mark.parametrize("entry", OF_ALLOWING, ids=lambda entry: entry.name)
def test_the_failing_example_of_an_entry_has_the_problem_with_its_place(entry: Entry, tmp_path: Path) -> None:
    found = [problem for problem in checked(changed(entry.good, entry.bad), tmp_path) if problem.check == entry.name]
    assert len(found) == 1
    assert found[0].line
    assert found[0].mend
    assert found[0].severity == entry.severity == "warning"


def test_what_is_allowed_is_no_part_of_the_meeting() -> None:
    """A record is the same with and without it, and its hash too: results before and after stay comparable."""
    plain, allowed = (
        examine(source_of("small.yaml", text)).scenario for text in (SMALL_TEXT, allowing("check: file-name, reason: x", SMALL_TEXT))
    )
    assert plain is not None
    assert allowed is not None
    assert allowed.allow
    assert scenario_json(allowed) == scenario_json(plain)
    assert scenario_hash(allowed) == scenario_hash(plain)
    assert scenario_from_json(scenario_json(allowed)) == plain
