"""Scenarios are found by id or path, in the clone and in the installed package, own folders first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenario.samples import SMALL, SMALL_TEXT
from trainer.errors import NotFound
from trainer.scenario import library
from trainer.scenario.library import bundled, find, listed, title_of


def test_every_bundled_scenario_is_listed_with_its_title_and_nothing_beside_it_is() -> None:
    found = listed()
    assert "release-halt" in [entry.id for entry in found]
    assert not [entry for entry in found if "." in entry.id]
    assert all(entry.title and entry.path.is_file() for entry in found)


def test_an_own_scenario_comes_before_a_bundled_one_of_the_same_name(tmp_path: Path) -> None:
    own = tmp_path / "release-halt.yaml"
    own.write_text(SMALL_TEXT, encoding="utf-8")
    assert find("release-halt", [tmp_path]) == own
    assert find("release-halt", [tmp_path / "not-there"]) == bundled() / "release-halt.yaml"


def test_a_path_is_taken_as_it_is() -> None:
    assert find(str(SMALL)) == SMALL


def test_a_misspelt_id_is_told_with_the_nearest() -> None:
    with pytest.raises(NotFound, match=r"no scenario called 'relase-halt' \(did you mean release-halt( or [a-z-]+)?\?\)"):
        find("relase-halt")


@pytest.mark.parametrize("name", ["nowhere/x.yaml", "x.yaml", "a\0b", "a/\0b", "x" * 5000, "/", "", "\x1b[2J", "~nobody/x.yaml"])
def test_a_name_that_means_nothing_is_refused_in_one_clean_line(name: str) -> None:
    with pytest.raises(NotFound) as caught:
        find(name)
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Plain words", "Plain words"),
        ('title: "It is \\"on\\" fire"', 'It is "on" fire'),
        ("title: 'don''t'", "don't"),
        ("title: Plain # comment", "Plain"),
        ("title: \x1b[2Jclean", "[2Jclean"),
        ("titel: x", ""),
    ],
)
def test_a_title_is_read_without_validating_the_rest(tmp_path: Path, line: str, title: str) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(f"format: 1\n{line}\n: broken [", encoding="utf-8")
    assert title_of(file) == title


def test_an_installed_package_finds_its_own_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The wheel ships the scenarios as trainer/_scenarios, which counts before a folder beside the package."""
    shipped = tmp_path / "trainer" / "_scenarios"
    shipped.mkdir(parents=True)
    monkeypatch.setattr(library, "_PACKAGE", tmp_path / "trainer")
    assert bundled() == shipped
