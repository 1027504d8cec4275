"""Whatever command line README.md and docs/ show can be typed as it stands."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from trainer.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
FOLLOWED = "```sh\n"
"""Stands in pages that tests/test_docs_commands.py and tests/e2e/test_tutorial.py follow from their first line to their last."""
PAGES = [
    page
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
    if FOLLOWED not in page.read_text(encoding="utf-8")
]
_LINE = re.compile(r"^ *(?:\.venv/bin/)?(trainer [^#\n]+)|`(?:\.venv/bin/)?(trainer [^`\n]+)`", re.MULTILINE)
_PLACEHOLDER = re.compile(r"\b[A-Z]{3,}\b|[\[\]|]")
NEEDS_MORE = {
    "trainer brief",
    "trainer calibrate",
    "trainer calibrate --json",
    "trainer check",
    "trainer export",
    "trainer new",
    "trainer play",
    "trainer rehearse",
    "trainer replay --record",
    "trainer report",
    "trainer test",
    "trainer try",
}
"""A command named in a sentence, not a line to type."""
NO_IS_AN_ANSWER = {"rehearse", "play"}
"""Commands that end with 1 for a meeting that is not passed."""


def lines_of(page: Path) -> set[str]:
    """Lines without placeholders, as typed: comments and where the output goes left out."""
    found = {(block or inline).strip() for block, inline in _LINE.findall(page.read_text(encoding="utf-8"))}
    typed = {line.partition(" > ")[0].strip() for line in found}
    return {
        line for line in typed if line.split()[1].startswith("-") or (line.split()[1] in COMMANDS and not _PLACEHOLDER.search(line))
    } - NEEDS_MORE


LINES = sorted({line for page in PAGES for line in lines_of(page)})
README = (ROOT / "README.md").read_text(encoding="utf-8")


def prepare(call: Call, line: str) -> None:
    """The files the lines name, in this folder: the incident as README.md shows it, replies, an exported rehearsal where one is named."""
    (block,) = re.findall(r"```yaml\n(format: 1.*?)```", README, re.DOTALL)
    Path("mine.yaml").write_text(block, encoding="utf-8")
    Path("my-scenario.yaml").write_text((ROOT / "scenarios" / "release-halt.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    Path("replies.txt").write_text("We found a critical bug. I recommend that we hold the release.\n", encoding="utf-8")
    Path("replies.jsonl").write_text(json.dumps({"id": 1, "state": "opening", "reply": "Hold it."}) + "\n", encoding="utf-8")
    if {"last", "workshop"} & set(line.split()):
        assert call("play", "small", "--plain", given="Hold it, please.\n/quit\n").code == 0
        assert call("export", "last", "--out", "workshop", "--yes").code == 0


def test_there_are_lines_on_the_pages() -> None:
    assert len(LINES) > 20
    assert "trainer brief release-halt --incident mine.yaml" in LINES


@pytest.mark.parametrize("line", LINES)
def test_every_line_on_the_pages_works(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.chdir(tmp_path)
    prepare(call, line)
    name, *arguments = shlex.split(line)[1:]
    plain = ["--plain"] if name == "play" and "--plain" not in arguments and "--resume" not in arguments else []
    result = call(name, *arguments, *plain, given="y\n" if name in {"export", "disputes"} else "/quit\n")
    assert result.err == ""
    assert result.code in ({0, 1} if name in NO_IS_AN_ANSWER else {0})
