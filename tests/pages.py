"""Pages of docs/ followed to the letter, in an empty folder, as a reader would.

A page is followed from its first block to its last:
- `sh`: each line is typed; it has to end with 0, or with N where its comment says `exit code N`. `trainer ...`, `export NAME=value`.
- `text` right behind it: what the last line shows. Lines have to come in this order, others may stand between; a line `...` is nothing.
  What stands behind `> ` is typed into it.
- `diff`: lines of the file that the sentence before it names last. Those with ` ` and `-` have to stand there, once; those with ` ` and `+`
  take their place.
- `yaml` behind a sentence with "at the end of" or "save ... as" (`json` too): added to that file, or written.
Other blocks are for the eye.
"""

from __future__ import annotations

import io
import os
import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from trainer.cli.exits import run
from trainer.cli.main import trainer

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`([\w./-]+\.(?:yaml|jsonl))`")
_CODE = re.compile(r"#.*\bexit code (\d+)")


@dataclass(frozen=True)
class Block:
    """A fenced block, and the sentence it stands behind."""

    language: str
    text: str
    before: str
    line: int


Answer = tuple[int, str]
"""Exit code and what was printed."""
Type = Callable[[str, str], Answer]
"""A line of the shell, and what is typed into it."""


def blocks_of(page: str) -> list[Block]:
    """The blocks of a page, in order."""
    found, end = [], 0
    for fence in _FENCE.finditer(page):
        paragraphs = page[end : fence.start()].strip().split("\n\n")
        found.append(Block(fence.group(1), fence.group(2), paragraphs[-1], page.count("\n", 0, fence.start()) + 1))
        end = fence.end()
    return found


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, and nothing kept anywhere yet."""
    folder = tmp_path / "empty"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PWD", str(folder))
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("TRAINER_SCENARIOS", raising=False)
    return folder


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Type:
    """A shell that knows `trainer` and `export`, in this process. Into a rehearsal that nobody types into, `/quit` is typed."""

    def answer(line: str, said: str) -> Answer:
        command, *words = shlex.split(os.path.expandvars(line))
        if command == "export":
            name, _, value = words[0].partition("=")
            monkeypatch.setenv(name, value)
            return 0, ""
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO((said or "/quit\n").encode()), encoding="utf-8"))
        code = run(trainer, words)
        return code, "".join(capsys.readouterr())

    return answer


def follow(page: Path, folder: Path, typed: Type) -> None:
    """Do what the page says in a folder; an assertion names the line where it goes wrong."""
    blocks = blocks_of(page.read_text(encoding="utf-8"))
    for at, block in enumerate(blocks):
        where = f"{page.name}:{block.line}"
        if block.language == "sh":
            behind = blocks[at + 1] if at + 1 < len(blocks) else None
            shown = behind.text if behind and behind.language == "text" and not behind.before else ""
            _type_lines(block.text.splitlines(), shown, typed, where)
        elif block.language == "diff":
            _change(folder / _named(block, where), block.text.splitlines(), where)
        elif block.language == "yaml" and "at the end of" in block.before:
            file = folder / _named(block, where)
            file.write_text(file.read_text(encoding="utf-8") + block.text, encoding="utf-8")
        elif block.language in {"yaml", "json"} and re.search(r"\b[Ss]ave\b.*\bas\b", block.before):
            file = folder / _named(block, where)
            file.parent.mkdir(exist_ok=True)
            file.write_text(block.text, encoding="utf-8")


def _type_lines(lines: list[str], shown: str, typed: Type, where: str) -> None:
    said = "".join(f"{line.removeprefix('> ')}\n" for line in shown.splitlines() if line.startswith("> "))
    for number, line in enumerate(lines):
        assert line.startswith(("trainer ", "export ")), f"{where}: nobody can follow {line!r}"
        last = number == len(lines) - 1
        code, printed = typed(line.partition("  #")[0].strip(), said if last else "")
        told = _CODE.search(line)
        assert code == (int(told.group(1)) if told else 0), f"{where}: {line}\n{printed}"
        if last:
            _in_order(
                [one for one in shown.splitlines() if one.strip() and one.strip() != "..." and not one.startswith("> ")], printed, where
            )


def _in_order(lines: list[str], printed: str, where: str) -> None:
    rest: Iterator[str] = iter(one.removeprefix("> ").rstrip() for one in printed.splitlines())
    for line in lines:
        assert line.rstrip() in rest, f"{where}: {line!r} is not shown, or not there:\n{printed}"


def _change(file: Path, lines: list[str], where: str) -> None:
    text = file.read_text(encoding="utf-8")
    old = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "+")
    new = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "-")
    assert all(line[:1] in {" ", "+", "-", ""} for line in lines), f"{where}: a line begins with neither space, + nor -"
    assert text.count(old) == 1, f"{where}: in {file.name} this stands {text.count(old)} times:\n{old}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def _named(block: Block, where: str) -> str:
    names = _FILE.findall(block.before)
    assert names, f"{where}: which file?"
    name: str = names[-1]
    return name
