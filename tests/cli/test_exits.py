"""Whatever a user gives: one clear line on stderr, the right exit code, never a traceback."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Call
from tests.pty_tools import Terminal, hear_interrupts
from tests.small_meeting import GOOD
from trainer.cli.exits import run

TRAINER = (sys.executable, "-m", "trainer")

WRONG = {
    "no such command": (("plya",), "Did you mean play"),
    "no such option": (("play", "small", "--fast"), "--fast"),
    "no scenario": (("play",), "Give a SCENARIO"),
    "two things at once": (("play", "small", "--resume", "x"), "Give a SCENARIO, or --resume RUN."),
    "another way for what goes on": (
        ("play", "--resume", "last", "--length", "short", "--seed", "0"),
        "A rehearsal goes on as it was begun: leave out --length, --seed, or begin anew without --resume.",
    ),
    "another mode for what goes on": (
        ("play", "--plain", "--resume", "last", "--mode", "drill", "--points", "a"),
        "leave out --mode, --points",
    ),
    "other people for what goes on": (
        ("play", "--resume", "x", "--without", "a", "--incident", "x", "--limit", "1"),
        "--incident, --without, --limit",
    ),
    "an empty folder to export to": (("export", "last", "--out", ""), "'--out': the name is empty."),
    "an empty folder of a group": (("report", "--group", " "), "'--group': the name is empty."),
    "an empty file for a page": (("brief", "small", "--out", ""), "'--out': the name is empty."),
    "an empty file for a report": (("report", "x", "--out", ""), "'--out': the name is empty."),
    "an empty run": (("report", ""), "the name is empty."),
    "an empty run to go on with": (("play", "--resume", ""), "'--resume': the name is empty."),
    "an empty run for a brief": (("brief", "--run", ""), "'--run': the name is empty."),
    "an empty scenario": (("brief", ""), "the name is empty."),
    "an empty incident": (("brief", "small", "--incident", ""), "'--incident': the name is empty."),
    "empty replies": (("rehearse", "small", "--replies", ""), "'--replies': the name is empty."),
    "an empty file for disputes": (("disputes", "--export", ""), "'--export': the name is empty."),
    "a table of one rehearsal": (("report", "last", "--out", "a.csv"), "comes as text, md, html, json, not as csv"),
    "a group as text": (("report", "--group", ".", "--out", "a.txt"), "comes as md, html, csv, json, not as text"),
    "a form and an ending that differ": (("report", "last", "--out", "a.json", "--format", "md"), "contradict each other"),
    "no such scenario": (("play", "smal", "--plain"), "no scenario called 'smal'"),
    "no such file": (("rehearse", "./nothing.yaml", "--replies", "-"), "nothing.yaml"),
    "no such role": (("rehearse", "small", "--replies", "-", "--without", "ceo"), "ceo"),
    "a role that has to be there": (("rehearse", "small", "--replies", "-", "--without", "pm"), "pm"),
    "no such mode": (("play", "small", "--mode", "easy"), "easy"),
    "a seed that is no number": (("play", "small", "--seed", "x"), "x"),
    "no time at all": (("play", "small", "--limit", "0"), "0"),
    "a time that is none": (("play", "small", "--limit", "nan"), "minutes"),
    "a time without end": (("play", "small", "--limit", "inf"), "inf"),
    "no such replies": (("rehearse", "small", "--replies", "nothing.txt"), "nothing.txt: there is no such file"),
    "a folder of replies": (("rehearse", "small", "--replies", "/"), "/: this is a folder"),
    "a name with a zero byte": (("rehearse", "small", "--replies", "a\0b"), "null"),
    "no such state": (("try", "small", "openin", "x"), "did you mean opening?"),
    "no such incident": (("brief", "small", "--incident", "nothing.yaml"), "nothing.yaml"),
    "no such run": (("replay", "zzz"), "no rehearsals yet"),
    "no such run to go on with": (("play", "--plain", "--resume", "zzz"), "no rehearsals yet"),
    "nothing to check": (("check", "nothing.yaml"), "no file called 'nothing.yaml'"),
    "escape codes in a name": (("play", "\x1b]0;x\x07\x1b[31mq", "--plain"), "no scenario called"),
    "the app without a terminal": (("play", "small"), "needs a terminal"),
    "home without a terminal": ((), "needs a terminal"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_use_is_one_clear_line(call: Call, case: str) -> None:
    arguments, why = WRONG[case]
    result = call(*arguments)
    assert (result.code, result.out) == (2, "")
    assert why in result.err
    assert result.err.startswith("trainer: ")
    assert len(result.err.splitlines()) == 1
    assert "\x1b" not in result.err


def test_a_broken_scenario_lists_its_problems_and_opens_nothing(call: Call, tmp_path: Path, home: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("format: 1\nid: broken\ntitel: Oops \x1b[31m\n", encoding="utf-8")
    for command in (("play", str(path), "--plain"), ("rehearse", str(path), "--replies", "-"), ("score", str(path)), ("brief", str(path))):
        result = call(*command)
        assert (result.code, result.out) == (2, "")
        assert "broken.yaml:" in result.err
        assert "\x1b" not in result.err
    assert not home.exists()


def test_check_answers_no_for_mistakes_and_cannot_tell_for_what_it_cannot_read(call: Call, small: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\nid: broken\n", encoding="utf-8")
    assert call("check", str(broken)).code == 1
    assert call("check", str(small)).code == 0
    assert call("check", "small").code == 0
    assert call("check", str(small.parent), str(broken)).code == 1
    (tmp_path / "empty").mkdir()
    assert call("check", str(tmp_path / "empty")).code == 2
    broken.write_bytes(b"\xff\xfe\x00")
    assert call("check", str(broken)).code in {1, 2}


def test_a_data_folder_that_cannot_be_written_is_one_clear_line(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAINER_HOME", "/proc/nothing")
    for command in (("history",), ("play", "small", "--plain"), ("forget", "--all"), ("replay", "x"), ("brief", "--run", "x")):
        result = call(*command, given="hello\n")
        assert (result.code, result.out) == (2, "")
        assert "TRAINER_HOME" in result.err
        assert len(result.err.splitlines()) == 1


def test_what_needs_no_history_works_without_a_data_folder(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAINER_HOME", "/proc/nothing")
    assert call("rehearse", "small", "--replies", "-", given="\n".join(GOOD)).code == 0
    assert call("brief", "small").code == 0


def test_a_damaged_history_is_one_clear_line(call: Call, home: Path) -> None:
    home.mkdir()
    (home / "history.db").write_bytes(b"not a database at all, but long enough to look like one" * 30)
    result = call("history")
    assert (result.code, result.out) == (2, "")
    assert "damaged" in result.err


def test_errors_of_the_system_are_one_clear_line(capsys: pytest.CaptureFixture[str]) -> None:
    @click.command()
    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "x.txt")

    assert run(full, []) == 2
    assert capsys.readouterr().err == "trainer: x.txt: No space left on device\n"


def test_a_bug_is_not_hidden() -> None:
    @click.command()
    def buggy() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(buggy, [])


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "TRAINER_HOME": str(tmp_path / "home"), **more}


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    replies = "".join('{"id": "1", "state": "opening", "reply": "hmm"}\n' for _ in range(3000))
    score = subprocess.Popen(
        [*TRAINER, "score", "release-halt"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    )
    assert score.stdin
    assert score.stdout
    assert score.stderr
    score.stdin.write(replies.encode())
    score.stdin.close()
    score.stdout.readline()
    score.stdout.close()
    assert score.stderr.read() == b""
    score.stderr.close()
    assert score.wait(timeout=60) == 0


def test_an_output_that_is_full_is_one_clear_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*TRAINER, "brief", "release-halt"], stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=environment(tmp_path)
        )
    assert done.returncode == 2
    assert done.stderr == "trainer: output: No space left on device\n"


def test_a_terminal_without_unicode_gets_question_marks(tmp_path: Path) -> None:
    env = environment(tmp_path, PYTHONIOENCODING="ascii")
    done = subprocess.run([*TRAINER, "try", "release-halt", "opening", "Ünïcödé"], capture_output=True, check=False, env=env)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.terminal
def test_ctrl_c_leaves_gently_and_what_was_said_is_kept(tmp_path: Path, small: Path) -> None:
    env = environment(tmp_path)
    with Terminal([*TRAINER, "play", str(small), "--plain"], env=env) as terminal:
        terminal.wait_for("> ")
        terminal.send_line(GOOD[0])
        terminal.wait_for("Sales: Can we ship")
        terminal.wait_for("> ", after=len(terminal.text) - 2)
        terminal.send("\x03")
        assert terminal.wait_until_ended() == 130
        assert "Traceback" not in terminal.text
        assert "--resume last" in terminal.text
    listed = subprocess.run([*TRAINER, "history"], capture_output=True, text=True, check=True, env=env).stdout
    assert "unfinished" in listed


def test_an_interrupt_while_working_is_no_traceback(tmp_path: Path) -> None:
    score = subprocess.Popen(
        [*TRAINER, "score", "release-halt"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
        preexec_fn=hear_interrupts,  # noqa: PLW1509  (one call into the kernel)
    )
    assert score.stdin
    score.stdin.write(b"{}\n")
    score.stdin.flush()
    time.sleep(1.5)  # long enough for it to wait for more
    score.send_signal(signal.SIGINT)
    out, err = score.communicate(timeout=60)
    assert score.returncode == 130
    assert b"Traceback" not in out + err
