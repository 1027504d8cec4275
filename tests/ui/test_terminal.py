"""The app in a raw pseudo-terminal: hostile text, and what is loaded before there is anything to see."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.pty_tools import HOSTILE, HOSTILE_SHOWN, Terminal, foreign
from tests.small_meeting import PLAIN
from tests.ui.stage import scenarios
from tests.ui.terminal import TRAINER, environment

pytestmark = pytest.mark.terminal


def spoiled(value: Any, with_text: str, key: str = "") -> Any:
    """The small meeting with a text put wherever an author may write one."""
    if isinstance(value, dict):
        return {name: spoiled(one, with_text, name) for name, one in value.items()}
    if isinstance(value, list):
        return [spoiled(one, with_text, key) for one in value]
    texts = {"title", "briefing", "label", "concern", "name", "ask", "example", "why", "about", "says", "lines", "pump", "epilogue"}
    return f"{value} {with_text}" if isinstance(value, str) and key in texts else value


def choose(terminal: Terminal, command: str) -> int:
    """Choose something in the command palette, once home lists what there is; how much was shown by then."""
    at = terminal.wait_for("A small meeting")
    terminal.send("\x10")
    at = terminal.wait_for("Search", after=at)
    terminal.send(command)
    at = terminal.wait_for(command, after=at)
    at = terminal.wait_for("A small meeting", after=at)
    terminal.send("\r")
    return at


def test_a_scenario_with_escape_codes_is_refused_and_its_problems_reach_the_terminal_as_text_only(tmp_path: Path) -> None:
    scenarios(tmp_path, spoiled(PLAIN, HOSTILE))
    with Terminal([*TRAINER], env=environment(tmp_path), columns=100, rows=30, folder=tmp_path) as terminal:
        at = choose(terminal, "Rehearse: A small meeting")
        terminal.wait_for("U+001B", after=at)
        terminal.send("\x11")
        assert terminal.wait_until_ended() == 0
    assert foreign(terminal.raw, own_sequences=True) == ()


def test_hostile_text_in_every_field_reaches_the_terminal_as_text_only(tmp_path: Path) -> None:
    scenarios(tmp_path, spoiled(PLAIN, HOSTILE_SHOWN))
    pasted = HOSTILE.replace("\x1b", "\x9b")  # an ESC would end the paste for the terminal itself
    with Terminal([*TRAINER], env=environment(tmp_path), columns=100, rows=30, folder=tmp_path) as terminal:
        at = choose(terminal, "Own incident: A small meeting")
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
    """Home is drawn before pydantic, the reader and the meeting are imported, and before what its lines open."""
    probe = """
import asyncio, json, sys
from pathlib import Path
from trainer.store.places import Places
from trainer.ui.app import TrainerApp

class Probe(TrainerApp):
    async def _open(self):
        heavy = ["pydantic", "yaml", "transitions", "rapidfuzz", "sqlite3", "trainer.matching", "trainer.meeting", "trainer.scenario"]
        heavy += ["trainer.report", "trainer.ui.deeds", "trainer.ui.desk", "trainer.ui.views", "trainer.ui.messages.home"]
        print(json.dumps([name for name in heavy if name in sys.modules]))
        self.exit()

async def main():
    async with Probe(Places(Path("nowhere"))).run_test() as pilot:
        await pilot.pause()
asyncio.run(main())
"""
    shown = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert json.loads(shown.stdout.splitlines()[0]) == []
