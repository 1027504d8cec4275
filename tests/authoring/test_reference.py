"""The reference pages cannot fall behind the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.authoring.reference import checks_page, format_page

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PAGES = {"format.md": format_page, "checks.md": checks_page}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_fresh(name: str) -> None:
    """When this fails: python -m scripts.write_reference."""
    assert (REFERENCE / name).read_text(encoding="utf-8") == PAGES[name]()


def test_every_key_of_the_format_says_what_it_is_for() -> None:
    rows = [line for line in format_page().split("\n") if line.startswith("| `")]
    assert len(rows) > 100
    assert [row for row in rows if row.rstrip(" |").endswith(("**needed.**", "text", "number"))] == []


def test_a_description_never_breaks_its_table() -> None:
    rows = [line for line in format_page().split("\n") if line.startswith("| `")]
    assert {row.replace("\\|", "").count("|") for row in rows} == {4}
