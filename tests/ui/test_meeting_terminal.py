"""The meeting in a real terminal: scripts of all kinds, several lines, the player's own editor."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.stage import scenarios
from tests.ui.terminal import Tmux

pytestmark = pytest.mark.terminal
SCRIPTS = "We stop: 停止 🚦 עצור"


@pytest.fixture
def meeting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tmux]:
    """The small meeting at its first question, with an editor that adds a line."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed here")
    editor = tmp_path / "editor.py"
    adds = "import sys\nwith open(sys.argv[1], 'a', encoding='utf-8') as file:\n    file.write('\\nuntil 明日\\n')\n"
    editor.write_text(adds, encoding="utf-8")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{editor}'")
    terminal = Tmux(tmp_path, 80, 24, "play", str(scenarios(tmp_path)), "--mode", "meeting")
    terminal.wait_for("Begin")
    terminal.press("Enter")
    terminal.wait_for("Enter sends")
    yield terminal
    terminal.close()


def test_any_script_is_typed_edited_outside_and_said(meeting: Tmux) -> None:
    meeting.type(SCRIPTS)
    meeting.wait_for(SCRIPTS)
    meeting.press("C-o")
    meeting.wait_for("until 明日")
    meeting.type("!")
    meeting.wait_for("until 明日!")
    meeting.press("Enter")
    meeting.wait_for("Say it as you would")
    lines = meeting.screen.splitlines()
    at = next(number for number, line in enumerate(lines) if SCRIPTS in line)
    assert lines[at].strip().startswith("You")
    assert "until 明日!" in lines[at + 1]
    assert lines[at].index("We stop") == lines[at + 1].index("until")


def test_silence_is_a_key_and_stands_in_the_talk(meeting: Tmux) -> None:
    meeting.press("C-n")
    meeting.wait_for("(You say nothing.)")


def test_a_key_typed_with_enter_on_the_briefing_is_not_lost(tmp_path: Path) -> None:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed here")
    terminal = Tmux(tmp_path, 60, 20, "play", str(scenarios(tmp_path)))
    try:
        terminal.wait_for("Begin")
        terminal.press("Enter", "o", "n", "e", "Space", "m", "o", "r", "e")
        terminal.wait_for("one more")
    finally:
        terminal.close()
