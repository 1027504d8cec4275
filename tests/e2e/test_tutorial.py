"""Whoever follows the tutorial to the letter ends with a scenario that passes."""

from __future__ import annotations

from pathlib import Path

from tests.pages import Type, blocks_of, empty, follow, typed
from trainer.authoring.check import check_file
from trainer.authoring.testing.outcome import run_tests

__all__ = ["empty", "typed"]  # fixtures
PAGE = Path(__file__).parents[2] / "docs" / "tutorial.md"


def test_the_tutorial_followed_from_an_empty_folder_ends_with_a_scenario_that_passes_check_and_test(
    empty: Path,
    typed: Type,
) -> None:
    follow(PAGE, empty, typed)
    assert [problem for path in sorted(empty.glob("*.yaml")) for problem in check_file(path)] == []
    outcome = run_tests(empty / "ask-for-days.yaml")
    assert outcome.passed
    assert [one.kind for one in outcome.coverage if one.unreached] == ["phrases"]


def test_the_tutorial_lets_a_test_fail_a_check_complain_and_both_be_mended() -> None:
    """Whoever has seen it red believes it when it is green."""
    lines = [line for block in blocks_of(PAGE.read_text(encoding="utf-8")) if block.language == "sh" for line in block.text.splitlines()]
    for command in ("trainer test", "trainer check"):
        codes = ["exit code 1" in line for line in lines if line.startswith(command)]
        assert True in codes
        assert codes[-1] is False
