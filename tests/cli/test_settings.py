"""`trainer settings`: what holds, who asked for it, and a file to begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from trainer.settings.fields import SETTINGS
from trainer.settings.values import Preferences


def rows(text: str) -> dict[str, tuple[str, str]]:
    return {parts[0]: (parts[1], " ".join(parts[2:])) for parts in map(str.split, text.splitlines()[1:])}


def test_every_setting_is_shown_with_who_asked_for_it(call: Call, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*(setting.variable for setting in SETTINGS), "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TRAINER_PRESSURE", "hard")
    home.mkdir()
    (home / "settings.yaml").write_text("mode: meeting\npressure: real\nlimit: 30\nkeys: {meeting.hint: f10}\n", encoding="utf-8")
    shown = rows(call("settings").out)
    assert shown["pressure"] == ("hard", "environment")
    assert shown["mode"] == ("meeting", "file")
    assert shown["limit"] == ("30", "file")
    assert shown["theme"] == (Preferences().theme, "usual")
    assert shown["editor"] == ("-", "usual")
    assert shown["meeting.hint"] == ("f10", "file")


def test_mistakes_of_the_file_and_the_environment_are_told_together(call: Call, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir()
    (home / "settings.yaml").write_text("them: trainer-light\nmode: caoch\n", encoding="utf-8")
    monkeypatch.setenv("TRAINER_PRESSURE", "hrad")
    result = call("settings")
    assert result.code == 2
    assert "settings.yaml:1:1" in result.err
    assert "settings.yaml:2:7" in result.err
    assert "TRAINER_PRESSURE" in result.err
    assert "Traceback" not in result.err


def test_a_file_to_begin_with_is_written_once_for_its_owner_alone(call: Call, home: Path) -> None:
    assert call("settings", "--create").code == 0
    path = home / "settings.yaml"
    assert path.read_text(encoding="utf-8").rstrip() == call("settings", "--example").out.rstrip()
    assert path.stat().st_mode & 0o077 == 0
    assert home.stat().st_mode & 0o077 == 0
    path.write_text("mode: meeting\n", encoding="utf-8")
    assert call("settings", "--create").code == 1
    assert path.read_text(encoding="utf-8") == "mode: meeting\n"


def test_printing_and_writing_at_once_is_refused(call: Call) -> None:
    assert call("settings", "--create", "--example").code == 2
