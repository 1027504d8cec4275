"""The how-to pages, followed to the letter: their commands end as told, their changes fit, what they show is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages import Type, blocks_of, empty, follow, typed
from trainer.authoring.check import check_file

__all__ = ["empty", "typed"]  # fixtures
DOCS = Path(__file__).parents[1] / "docs"
HOW_TO = sorted((DOCS / "how-to").glob("*.md"))
FOLLOWED = [page for page in HOW_TO if any(block.language == "sh" for block in blocks_of(page.read_text(encoding="utf-8")))]
"""Pages whose shell blocks are one session; single lines of other pages: tests/cli/test_documented_lines.py."""


def test_there_are_pages_to_follow() -> None:
    assert len(FOLLOWED) > 4


@pytest.mark.parametrize("page", FOLLOWED, ids=lambda page: page.stem)
def test_each_how_to_page_can_be_followed_from_an_empty_folder_and_leaves_nothing_to_mend(page: Path, empty: Path, typed: Type) -> None:
    follow(page, empty, typed)
    written = [*empty.rglob("my-meeting*.yaml")]
    assert len(written) == 3
    assert [problem for path in written for problem in check_file(path)] == []


@pytest.mark.parametrize("page", HOW_TO, ids=lambda page: page.stem)
def test_each_how_to_page_can_be_found(page: Path) -> None:
    starts = [DOCS / "tutorial.md", DOCS.parent / "README.md", DOCS / "teaching.md"]
    assert any(f"how-to/{page.name}" in start.read_text(encoding="utf-8") for start in starts)


WRONG = [
    ("```sh\ntrainer locate  # exit code 1\n```\n", "trainer locate"),
    ("```sh\ntrainer nonsense\n```\n", "trainer nonsense"),
    ("```sh\nls\n```\n", "nobody can follow"),
    ("```sh\ntrainer --version\n```\n```text\ntrainer of another day\n```\n", "is not shown"),
    ("```sh\ntrainer new mine\n```\nIn `mine.yaml`:\n\n```diff\n-nothing like it\n+new\n```\n", "0 times"),
    ("Change it:\n\n```diff\n-a\n+b\n```\n", "which file"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_a_page_that_says_what_is_not_so_is_found_out(text: str, said: str, empty: Path, typed: Type, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    with pytest.raises(AssertionError, match=said):
        follow(page, empty, typed)
