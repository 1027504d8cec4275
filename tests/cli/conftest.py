"""The command line called in this process, with a home and a scenario folder of its own."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.small_meeting import PLAIN
from trainer.cli.exits import run
from trainer.cli.main import trainer


@dataclass(frozen=True)
class Result:
    """What a command line came to."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """What was printed, as one JSON value."""
        return json.loads(self.out)

    def json_lines(self) -> list[Any]:
        """What was printed, line by line."""
        return [json.loads(line) for line in self.out.splitlines()]


Call = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder, not made yet."""
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRAINER_SCENARIOS", str(tmp_path / "scenarios"))
    return tmp_path / "home"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small meeting as a file, found as `small`."""
    folder = tmp_path / "scenarios"
    folder.mkdir()
    path = folder / "small.yaml"
    path.write_text(json.dumps(PLAIN, indent=1), encoding="utf-8")
    return path


@pytest.fixture
def short(small: Path) -> Path:
    """The same meeting with a short run, found as `brisk`."""
    path = small.with_name("brisk.yaml")
    path.write_text(json.dumps({**PLAIN, "id": "brisk", "short": ["warning", "opening"]}, indent=1), encoding="utf-8")
    return path


@pytest.fixture
def call(home: Path, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call `trainer` with arguments, and bytes or text as its input."""

    def called(*arguments: str, given: str | bytes = b"") -> Result:
        data = given.encode() if isinstance(given, str) else given
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        code = run(trainer, list(arguments))
        shown = capsys.readouterr()
        return Result(code, shown.out, shown.err)

    return called
