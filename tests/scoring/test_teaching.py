"""docs/teaching.md keeps up with the scenario, the flags and the notes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trainer.scenario.load import load_scenario
from trainer.scoring.notes import NOTES
from trainer.text.values import Flag

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| `")]
SCENARIO = load_scenario(ROOT / "scenarios" / "release-halt.yaml")
BODY, _, LIST = PAGE.partition("## Works")
WORKS = [" ".join(work.split()) for work in LIST.split("·")]
QUOTED = re.findall(r"([A-Z]\w+)(?:, [A-Z][\w-]+)*(?: & [A-Z][\w-]+)? (\d{4})", BODY)
TAUGHT = [*SCENARIO.key_points, *(flag.value for flag in Flag), *NOTES]


@pytest.mark.parametrize("name", TAUGHT)
def test_every_point_flag_and_note_has_its_row(name: str) -> None:
    assert sum(row[0].startswith(f"`{name}`") for row in ROWS) == 1


def test_no_row_is_about_something_that_is_gone() -> None:
    assert {row[0].split("`")[1] for row in ROWS} == set(TAUGHT)


@pytest.mark.parametrize("mistake", SCENARIO.mistakes)
def test_every_mistake_is_spoken_of(mistake: str) -> None:
    assert f"`{mistake}`" in PAGE


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].split("`")[1])
def test_every_row_names_a_source_and_whether_it_is_research_or_custom(row: list[str]) -> None:
    _, teaches, source, kind = row
    assert teaches
    assert source
    assert re.search(r"\b(research|mixed|custom)\b", kind)


def test_every_work_quoted_by_year_stands_in_the_list() -> None:
    assert QUOTED
    assert [f"{name} {year}" for name, year in QUOTED if not any(name in work and year in work for work in WORKS)] == []


@pytest.mark.parametrize("work", WORKS)
def test_every_work_in_the_list_is_quoted(work: str) -> None:
    assert re.split(r"[,&] ", work)[0] in BODY or any(name in work and year in work for name, year in QUOTED)
