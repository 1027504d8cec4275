"""Text that tries to order the terminal about reaches it as text, or not at all: every command, on a real terminal."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.hostile import broken_hostile_file, hostile_file, hostile_record, hostile_run
from tests.pty_tools import HOSTILE, HOSTILE_SHOWN, Terminal, foreign, sequences
from tests.small_meeting import GOOD
from trainer.store.places import Places

pytestmark = pytest.mark.terminal
TRAINER = (sys.executable, "-m", "trainer")
REPLY = f"this is critical {HOSTILE}".replace("\x00", "")
TYPEABLE = "this is critical \x1b]0;pwned-title\x07\x1b[31;7mpwned-red \x9b32m \u202epwned-bidi [/] [@click=app.quit]x[/]"
"""What a terminal lets through while lines are typed: it acts on some control codes itself."""


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "TRAINER_HOME": str(tmp_path / "home"), "TRAINER_SCENARIOS": str(tmp_path), "TERM": "xterm-256color"}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "home")


def ran(env: dict[str, str], *arguments: str, code: int = 0) -> str:
    """What a command shows on a terminal, after making sure that none of it is an order."""
    with Terminal([*TRAINER, *arguments], env=env, columns=200) as terminal:
        ended = terminal.wait_until_ended(within=60)
        assert ended == code, terminal.text
        assert foreign(terminal.raw, own_sequences=False) == ()
        assert "Traceback" not in terminal.text
        return terminal.text


def test_what_is_foreign_would_be_noticed() -> None:
    for sent in (HOSTILE, "\x1b]52;c;cHduZWQ=\x07", "\x1b[31;7m", "a\u202eb", "a\x9b31mb", "\x1b]0;pwned-title\x07", "a\x1b"):
        assert foreign(sent.encode(), own_sequences=True)
        assert foreign(sent.encode(), own_sequences=False)
    fine = b"\x1b[1;1H\x1b[38;2;1;2;3mfine\x1b[0m\r\n"
    assert foreign(fine, own_sequences=True) == ()
    assert foreign(fine, own_sequences=False)
    assert sequences(b"\x1b[1mx\x1b]0;t\x07") == (b"\x1b[1m", b"\x1b]0;t\x07")


def test_a_scenario_file_with_escape_codes_is_refused_and_markup_is_shown_as_it_is(tmp_path: Path, env: dict[str, str]) -> None:
    refused = ran(env, "play", str(hostile_file(tmp_path)), "--plain", code=2)
    assert "control-character" in refused
    scenario = str(hostile_file(tmp_path, HOSTILE_SHOWN))
    replies = tmp_path / "replies.jsonl"
    replies.write_text("".join(json.dumps({"reply": f"{reply} {HOSTILE}"}) + "\n" for reply in GOOD), encoding="utf-8")
    lines = tmp_path / "lines.jsonl"
    lines.write_text(json.dumps({"id": HOSTILE, "state": "opening", "reply": REPLY}) + "\n" + json.dumps({"id": HOSTILE}), encoding="utf-8")
    assert HOSTILE_SHOWN in ran(env, "rehearse", scenario, "--replies", str(replies))
    ran(env, "rehearse", scenario, "--replies", str(replies), "--json")
    assert HOSTILE_SHOWN in ran(env, "score", scenario, str(lines), "--explain", code=2)
    ran(env, "score", scenario, str(lines), code=2)
    assert HOSTILE_SHOWN in ran(env, "try", scenario, "opening", REPLY)
    ran(env, "try", scenario, "opening", REPLY, "--json")


def test_a_meeting_with_hostile_text_in_every_field_in_lines_of_text(env: dict[str, str], places: Places) -> None:
    run = hostile_run(places)
    typed = ("/again", "/send", "/show", "/hint", TYPEABLE, "/retry", f"/{TYPEABLE}", "/brief", "/said", TYPEABLE, "fine, ship it", "/quit")
    with Terminal([*TRAINER, "play", "--plain", "--resume", run], env=env, columns=200) as terminal:
        terminal.wait_for("\n> ")
        for line in typed:
            terminal.send_line(line)
        terminal.send("\x04")
        assert terminal.wait_until_ended() == 0, terminal.text
        assert foreign(terminal.raw, own_sequences=False) == ()
        assert HOSTILE_SHOWN in terminal.text


def test_every_command_that_shows_a_kept_rehearsal(tmp_path: Path, env: dict[str, str], places: Places) -> None:
    record = str(hostile_record(tmp_path, places))
    for run in ("last", record):
        assert HOSTILE_SHOWN in ran(env, "replay", run)
        ran(env, "replay", run, "--json")
        ran(env, "replay", run, "--reread")
        ran(env, "replay", run, "--record")
    assert HOSTILE_SHOWN in ran(env, "history")
    ran(env, "history", "--json")
    assert HOSTILE_SHOWN in ran(env, "brief", "--run", "last").replace("\\", "")
    ran(env, "forget", "last")


def test_every_error_that_names_what_the_user_gave(tmp_path: Path, env: dict[str, str]) -> None:
    name = HOSTILE.replace("\x00", "")
    broken = str(broken_hostile_file(tmp_path))
    scenario = str(hostile_file(tmp_path, HOSTILE_SHOWN))
    assert "pwned-title" in ran(env, "check", broken, code=1)
    ran(env, "check", broken, "--json", code=1)
    ran(env, "play", broken, "--plain", code=2)
    for arguments in (
        (name,),
        ("play", name),
        ("play", scenario, name),
        ("play", scenario, "--mode", name),
        ("check", name),
        ("try", scenario, name, "x"),
        ("brief", scenario, "--incident", name),
        ("rehearse", scenario, "--replies", name),
        ("rehearse", scenario, "--replies", os.devnull, "--without", name),
        ("replay", name),
        ("forget", name),
    ):
        ran(env, *arguments, code=2)


def test_an_incident_with_escape_codes_shows_none(tmp_path: Path, env: dict[str, str]) -> None:
    scenario, incident = str(hostile_file(tmp_path, HOSTILE_SHOWN)), tmp_path / "mine\x1b[31;7m.yaml"
    facts = {"bug": f"the queue {HOSTILE}"}
    incident.write_text(json.dumps({"format": 1, "scenario": "hostile", "name": HOSTILE, "facts": facts}), encoding="utf-8")
    with Terminal([*TRAINER, "brief", scenario, "--incident", str(incident)], env=env) as terminal:
        terminal.wait_until_ended()
        assert foreign(terminal.raw, own_sequences=False) == ()
        assert "pwned" in terminal.text


def test_a_bad_line_of_a_hostile_file_is_named_cleanly(tmp_path: Path, env: dict[str, str]) -> None:
    replies = tmp_path / "replies\x1b[31;7m.txt"
    replies.write_text(json.dumps({"state": HOSTILE, "reply": "x"}), encoding="utf-8")
    assert "no state called" in ran(env, "rehearse", str(hostile_file(tmp_path, "x")), "--replies", str(replies), code=2)
