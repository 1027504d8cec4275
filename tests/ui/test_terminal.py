"""The app in real terminals: the whole meeting in tmux by keyboard, and hostile text in a raw pty."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pty_tools import HOSTILE, HOSTILE_SHOWN, Terminal, foreign
from tests.small_meeting import PLAIN
from tests.ui.stage import scenarios

pytestmark = pytest.mark.terminal
TRAINER = (sys.executable, "-m", "trainer")
REPLIES = (
    "Under load the payment module books some transactions twice and harms 3% of checkouts. It is critical. I recommend that we hold it.",
    "It is critical. We tried a quick patch and it did not hold. The root cause looks like a race condition in the transaction queue.",
    "The fix takes 4-6 hours, testing included. I will know more within the hour.",
    "No, I can't recommend releasing with a warning. Customers cannot see it coming. I know how much hangs on this launch.",
    "I recommend we stay on the version that is live today. Deferring the feature would cost us what was announced.",
    "Understood, I take it. You get an update every 30 minutes, and any change of the estimate at once. Thank you.",
)


def environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TEXTUAL", "COLUMNS", "LINES", "TMUX")}
    here = str(Path(__file__).parents[2])
    return kept | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TRAINER_HOME": str(folder / "home"),
        "TRAINER_SCENARIOS": str(folder / "scenarios"),
        "PYTHONPATH": here,
    }


class Tmux:
    """A server of its own with one window in which the app runs."""

    def __init__(self, folder: Path, columns: int, rows: int) -> None:
        self._name = f"trainer-{uuid.uuid4().hex[:8]}"
        self._run("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), *TRAINER, env=environment(folder))

    def _run(self, *arguments: str, env: dict[str, str] | None = None) -> str:
        return subprocess.run(["tmux", "-L", self._name, *arguments], check=True, capture_output=True, text=True, env=env).stdout

    @property
    def screen(self) -> str:
        """What can be read on it now."""
        return self._run("capture-pane", "-p")

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names."""
        self._run("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text as it stands."""
        self._run("send-keys", "-l", text)

    def wait_for(self, *wanted: str, within: float = 30) -> str:
        """Wait until one of some texts is on the screen; which one."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            screen = self.screen
            for text in wanted:
                if text in screen:
                    return text
            time.sleep(0.05)
        raise AssertionError(f"none of {wanted} came:\n{self.screen}")

    def close(self) -> None:
        """End the server."""
        subprocess.run(["tmux", "-L", self._name, "kill-server"], check=False, capture_output=True)


@pytest.fixture(params=[(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def tmux(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tmux]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed here")
    terminal = Tmux(tmp_path, *request.param)
    yield terminal
    terminal.close()


def test_the_whole_meeting_is_played_by_keyboard_to_the_debrief(tmux: Tmux) -> None:
    tmux.wait_for("Halting a release")
    tmux.press("Enter")
    tmux.wait_for("Begin")
    tmux.press("Enter")
    tmux.wait_for("Enter sends")
    tmux.press("F2")
    tmux.wait_for("A hint:")
    for number in range(40):
        tmux.type(f"{REPLIES[min(number, len(REPLIES) - 1)]} ({number})")
        tmux.wait_for(f"({number})")
        tmux.press("Enter")
        if tmux.wait_for("Say it as you would", "of 100") == "of 100":
            break
    tmux.wait_for("of 100")
    tmux.press("b")
    tmux.wait_for("The message that calls the meeting")
    tmux.press("Escape")
    tmux.wait_for("of 100")
    tmux.press("Escape")
    tmux.wait_for("Rehearsed")
    tmux.press("q")


def test_a_new_line_and_a_sent_line_are_two_keys_in_a_terminal(tmux: Tmux) -> None:
    tmux.wait_for("Halting a release")
    tmux.press("Enter")
    tmux.wait_for("Begin")
    tmux.press("Enter")
    tmux.wait_for("Enter sends")
    tmux.type("first line")
    tmux.press("C-j")
    tmux.type("second line")
    tmux.wait_for("second line")
    lines = tmux.screen.splitlines()
    at = next(number for number, line in enumerate(lines) if "first line" in line)
    assert "second line" in lines[at + 1], "the two lines stand below each other, in the order they were typed"


def spoiled(value: Any, with_text: str, key: str = "") -> Any:
    """The small meeting with a text put wherever an author may write one."""
    if isinstance(value, dict):
        return {name: spoiled(one, with_text, name) for name, one in value.items()}
    if isinstance(value, list):
        return [spoiled(one, with_text, key) for one in value]
    texts = {"title", "briefing", "label", "concern", "name", "ask", "example", "why", "about", "says", "lines", "pump", "epilogue"}
    return f"{value} {with_text}" if isinstance(value, str) and key in texts else value


def test_a_scenario_with_escape_codes_is_refused_and_its_problems_reach_the_terminal_as_text_only(tmp_path: Path) -> None:
    scenarios(tmp_path, spoiled(PLAIN, HOSTILE))
    with Terminal([*TRAINER], env=environment(tmp_path), columns=100, rows=30, folder=tmp_path) as terminal:
        at = terminal.wait_for("A small meeting")
        terminal.send("\x1b[B\x1b[B\r")
        terminal.wait_for("U+001B", after=at)
        terminal.send("\x11")
        assert terminal.wait_until_ended() == 0
    assert foreign(terminal.raw, own_sequences=True) == ()


def test_hostile_text_in_every_field_reaches_the_terminal_as_text_only(tmp_path: Path) -> None:
    scenarios(tmp_path, spoiled(PLAIN, HOSTILE_SHOWN))
    pasted = HOSTILE.replace("\x1b", "\x9b")  # an ESC would end the paste for the terminal itself
    with Terminal([*TRAINER], env=environment(tmp_path), columns=100, rows=30, folder=tmp_path) as terminal:
        at = terminal.wait_for("A small meeting")
        terminal.send("\x1b[B\x1b[Bo")
        at = terminal.wait_for("What is broken?", after=at)
        terminal.send(f"\x1b[200~mails {pasted}\x1b[201~")
        at = terminal.wait_for("pwned-red", after=at)
        terminal.send("\x13")
        at = terminal.wait_for("Begin", after=at)
        terminal.send("\r")
        at = terminal.wait_for("Enter sends", after=at)
        terminal.send(f"\x1b[200~This is critical {pasted}\x1b[201~")
        at = terminal.wait_for("x[/] [bold", after=at)
        terminal.send("\r")
        at = terminal.wait_for("Heard", after=at)
        terminal.send("\x1b[20~")
        at = terminal.wait_for("F9 again", after=at)
        terminal.send("\x1b[20~")
        terminal.wait_for("of 100", after=at)
        terminal.send("\x11")
        assert terminal.wait_until_ended() == 0
    assert foreign(terminal.raw, own_sequences=True) == ()
    assert "[/]" in terminal.text


def test_homes_first_frame_loads_nothing_of_the_engine() -> None:
    """Home is drawn before pydantic, the reader and the meeting are imported."""
    probe = """
import asyncio, json, sys
from pathlib import Path
from trainer.store.places import Places
from trainer.ui.app import TrainerApp

class Probe(TrainerApp):
    async def _open(self):
        heavy = ("pydantic", "yaml", "transitions", "rapidfuzz", "sqlite3", "trainer.matching", "trainer.meeting", "trainer.scenario")
        print(json.dumps([name for name in heavy if name in sys.modules]))
        self.exit()

async def main():
    async with Probe(Places(Path("nowhere"))).run_test() as pilot:
        await pilot.pause()
asyncio.run(main())
"""
    shown = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert json.loads(shown.stdout.splitlines()[0]) == []
