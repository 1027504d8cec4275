"""The pictures in the docs: each that is named is there, each that is there is named, and every one says in words what it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parents[1]
PAGES = (HERE / "README.md", *sorted((HERE / "docs").rglob("*.md")))
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")


def named(page: Path) -> list[tuple[str, Path]]:
    return [(words, (page.parent / file).resolve()) for words, file in PICTURE.findall(page.read_text(encoding="utf-8"))]


NAMED = [(page, words, file) for page in PAGES for words, file in named(page)]


@pytest.mark.parametrize(("page", "words", "file"), NAMED, ids=[f"{page.name}-{file.stem}" for page, _, file in NAMED])
def test_a_picture_that_is_named_is_there_and_told_in_words(page: Path, words: str, file: Path) -> None:
    assert file.is_file(), f"{page} names {file}: `make pictures` draws it"
    assert len(words.split()) >= 5


def test_every_drawn_picture_is_shown_somewhere() -> None:
    assert set((HERE / "docs" / "pictures").glob("*")) == {file for _, _, file in NAMED}
