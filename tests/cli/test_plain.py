"""`trainer play --plain`: the whole meeting as lines of text."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.pty_tools import Terminal
from tests.small_meeting import GOOD
from trainer.store.store import Store

STRONG = "\n".join(GOOD) + "\n"


def play(call: Call, *typed: str, options: tuple[str, ...] = ()) -> str:
    result = call("play", "small", "--plain", "--seed", "0", *options, given="".join(line + "\n" for line in typed))
    assert (result.code, result.err) == (0, "")
    return result.out


def test_the_meeting_is_played_to_the_debrief(call: Call) -> None:
    out = play(call, *GOOD)
    assert "Something is broken: the payment queue loses orders." in out
    assert "PM: " in out
    assert "Sales: Can we ship with a warning?" in out
    assert "100 of 100, passed" in out
    assert re.search(r"trainer brief --run \w{6}", out)


def test_the_coach_says_after_each_reply_what_was_heard_and_what_is_missing(call: Call) -> None:
    out = play(call, "hmm", *GOOD)
    assert "Not yet: How bad it is" in out
    assert "Coach: Say how bad it is." in out
    assert 'Heard: How bad it is: "' in out


def test_in_meeting_mode_there_are_only_the_roles(call: Call) -> None:
    out = play(call, "hmm", "/hint", "/show", "/retry", *GOOD, options=("--mode", "meeting"))
    assert "Heard:" not in out
    assert "Not yet:" not in out
    assert out.count("That is an aid of coach mode") == 3


def test_an_empty_reply_is_refused_gently(call: Call) -> None:
    out = play(call, "", "   ", *GOOD)
    assert out.count("Nothing typed yet") == 2
    assert "100 of 100" in out


def test_a_line_that_ends_with_a_backslash_goes_on_in_the_next(call: Call, home: Path) -> None:
    play(call, "This is critical, \\", "it blocks the release.", *GOOD[1:])
    with Store(home / "history.db") as store:
        said = store.load(store.find("last")).events
    assert any(getattr(event, "text", "") == "This is critical, \nit blocks the release." for event in said)


def test_a_reply_that_is_too_long_is_refused_with_the_count_and_kept(call: Call, home: Path) -> None:
    out = play(call, "x" * 4001)
    assert "4,001 characters" in out
    with Store(home / "history.db") as store:
        assert store.draft(store.find("last")) == "x" * 4001


def test_the_end_of_input_leaves_and_the_rehearsal_goes_on_later(call: Call) -> None:
    out = play(call, GOOD[0])
    found = re.search(r"trainer play --plain --resume (\w{6})", out)
    assert found
    resumed = call("play", "--plain", "--resume", found[1], given="\n".join(GOOD[1:]))
    assert "Sales: Can we ship with a warning?" in resumed.out
    assert "Something is broken" not in resumed.out
    assert "100 of 100, passed" in resumed.out


@pytest.mark.usefixtures("short")
def test_a_short_run_ends_when_all_of_it_was_rehearsed(call: Call) -> None:
    result = call("play", "brisk", "--plain", "--seed", "0", "--length", "short", given=f"{GOOD[1]}\n{GOOD[0]}\n")
    assert "short run, coach mode" in result.out
    assert "ALL OF IT WAS REHEARSED" in result.out.upper()
    assert "passed" in result.out
    assert "How long will it take?" not in result.out


def test_in_a_drill_the_coach_helps_and_the_last_reply_can_be_taken_back(call: Call) -> None:
    out = play(call, "hmm", "/hint", GOOD[0], "", "/retry", GOOD[0], options=("--mode", "drill", "--points", "severity"))
    assert "Coach: Say how bad it is." in out
    assert "Taken back; try again." in out
    assert out.count("/retry takes the last reply back; Enter leaves.") == 2


def test_an_unfinished_whole_is_not_offered_to_whoever_wants_a_drill(call: Call) -> None:
    play(call, GOOD[0])
    drill = ("--mode", "drill", "--points", "severity")
    assert "Unfinished: run" not in play(call, "hmm", options=drill)
    assert "Unfinished: run" in play(call, GOOD[0], options=drill)
    assert "Unfinished: run" in play(call, GOOD[0])


def test_an_unfinished_rehearsal_is_mentioned_where_nobody_can_be_asked(call: Call) -> None:
    play(call, GOOD[0])
    out = play(call, *GOOD)
    assert "Unfinished: run" in out
    assert "1 reply," in out
    assert "100 of 100" in out


def test_what_was_begun_on_several_lines_is_kept_when_input_ends(call: Call) -> None:
    play(call, "This is critical \\")
    resumed = call("play", "--plain", "--resume", "last", given="/send\n")
    assert "You had typed, not sent: This is critical" in resumed.out
    assert "Sales:" in resumed.out


def test_a_hint_and_a_model_line_can_be_asked_for(call: Call) -> None:
    out = play(call, "/hint", "/show", *GOOD)
    assert "Coach: Say how bad it is." in out
    assert "You could say (How bad it is): This is critical: the payment queue loses orders." in out
    assert "100 of 100" not in out


def test_a_point_that_is_not_open_is_not_shown(call: Call) -> None:
    assert "'time' is not open here. Open: severity" in play(call, "/show time", *GOOD)


def test_i_said_that_moves_on(call: Call) -> None:
    out = play(call, "/said", "hmm", "/said", *GOOD[1:])
    assert "Nothing is being pressed for now." in out
    assert "Noted as claimed" in out
    assert "Sales:" in out


def test_a_reply_can_be_taken_back(call: Call) -> None:
    out = play(call, "/retry", "it is only minor", "/retry", *GOOD)
    assert "There is no reply to take back." in out
    assert "Taken back; try again." in out
    assert "100 of 100" in out


def test_after_an_ending_the_coach_lets_the_last_reply_be_taken_back(call: Call) -> None:
    out = play(call, *GOOD[:2], "no idea", "no idea", "no idea", "", "/retry", GOOD[2], "")
    assert out.count("/retry takes the last reply back") == 2
    assert "100 of 100" in out


def test_a_drill_without_a_seed_is_in_words_not_heard_in_the_drill_before(call: Call, home: Path) -> None:
    for _ in range(2):
        call("play", "small", "--plain", "--mode", "drill", "--points", "severity", given="/quit\n")
    with Store(home / "history.db") as store:
        lines = [line for result in store.results() for line in result.lines["opening"]]
    assert len(lines) == len(set(lines)) == 2


def test_the_last_reply_is_answered_before_the_debrief_is_printed(call: Call) -> None:
    out = play(call, *GOOD)
    last, closing = out.index('Heard: How long it takes: "'), out.index("That was the last question. Enter shows the debrief")
    assert last < out.rindex("PM: ", 0, closing) < out.index("It waits.") < closing < out.index("100 of 100")


@pytest.mark.parametrize("mode", ["drill", "meeting"])
def test_a_claim_on_the_last_open_point_is_answered_as_well(call: Call, mode: str) -> None:
    part = ("--mode", "drill", "--points", "severity") if mode == "drill" else ("--mode", "meeting")
    out = play(call, *(() if mode == "drill" else GOOD[:2]), "hmm", "/said", options=part)
    assert "That was the last question." in out


def test_the_last_reply_can_be_taken_back_before_the_debrief(call: Call) -> None:
    out = play(call, *GOOD[:2], "no idea", "no idea", "no idea", "/retry", GOOD[2], "")
    assert out.count("Taken back; try again.") == 1
    assert out.count("SCORE: ") == 1


def test_what_was_shown_and_then_said_is_told_at_once(call: Call) -> None:
    out = play(call, GOOD[0], "/show", "No, we should not ship with a warning.", GOOD[2])
    assert 'Said: No warning label: "' in out
    assert "You said it. It was shown before, so it does not count this time." in out
    assert "Heard: No warning label" not in out
    assert "Said after it was shown." in out


def test_silence_is_an_answer_too(call: Call) -> None:
    assert play(call, "/silence", *GOOD).count("PM: ") > 2


def test_leaving_for_good_shows_the_debrief_and_the_brief_is_there(call: Call) -> None:
    out = play(call, GOOD[0], "/brief", "/quit")
    assert "You leave the meeting." in out
    assert "not passed" in out
    brief = call("brief", "--run", "last")
    assert brief.code == 0
    assert "This is critical" in brief.out


def test_a_word_that_is_no_command_is_named_with_the_nearest(call: Call) -> None:
    out = play(call, "/hnt", "/", *GOOD)
    assert "no command called '/hnt' (did you mean /hint?)" in out
    assert "100 of 100" in out


def test_a_space_before_a_slash_makes_it_a_reply(call: Call, home: Path) -> None:
    play(call, " /quit is what I would like to type, but this is critical.", *GOOD[1:])
    with Store(home / "history.db") as store:
        assert store.runs()[0].summary.score == 100


def test_help_lists_every_word(call: Call) -> None:
    out = play(call, "/help", *GOOD)
    for word in ("help", "again", "hint", "show", "retry", "said", "silence", "brief", "quit", "edit", "send"):
        assert f"/{word}: " in out


def test_the_last_line_can_be_heard_again(call: Call) -> None:
    out = play(call, GOOD[0], "/again", *GOOD[1:])
    assert out.count("Sales: Can we ship with a warning?") == 2


def test_the_time_left_is_said_and_its_end_ends_the_meeting(call: Call) -> None:
    out = play(call, *GOOD, options=("--limit", "0.000001"))
    assert "(0 min 0 s left)" in out
    assert "The time is up." in out
    assert "not passed" in out
    assert "Sales: Can we" not in out


def test_bytes_that_are_no_text_are_no_trouble(call: Call) -> None:
    result = call("play", "small", "--plain", given=b"\xff\xfe critical \x00\x1b[31m\n" + STRONG.encode())
    assert result.code == 0
    assert "\x1b" not in result.out
    assert "\x00" not in result.out


def test_roles_may_be_absent_and_the_incident_ones_own(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("format: 1\nscenario: small\nname: Lost rows\nfacts: {bug: exports lose rows}\n", encoding="utf-8")
    out = play(call, GOOD[0], GOOD[2], options=("--without", "sales", "--incident", str(path)))
    assert "Something is broken: exports lose rows." in out
    assert "Sales:" not in out
    assert "Lost rows" in call("history").out


TRAINER = (sys.executable, "-m", "trainer")


def at_terminal(small: Path, home: Path, **more: str) -> Terminal:
    env = {**os.environ, "TRAINER_HOME": str(home), **more}
    return Terminal([*TRAINER, "play", str(small), "--plain", "--seed", "0"], env=env)


@pytest.mark.terminal
def test_at_a_terminal_an_unfinished_rehearsal_is_offered(small: Path, home: Path) -> None:
    with at_terminal(small, home) as terminal:
        terminal.wait_for("\n> ")
        terminal.send_line(GOOD[0])
        terminal.wait_for("Sales: Can we ship")
        terminal.send("\x04")
        assert terminal.wait_until_ended() == 0
    for answer, line in (("", "Sales: Can we ship with a warning?"), ("n", "Something is broken")):
        with at_terminal(small, home) as terminal:
            terminal.wait_for("Go on with it?")
            terminal.send_line(answer)
            terminal.wait_for(line)
            terminal.wait_for("\n> ")
            terminal.send("\x04")
            assert terminal.wait_until_ended() == 0


@pytest.mark.terminal
def test_a_reply_can_be_written_in_an_editor(small: Path, home: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\ncat "$1" > "{tmp_path}/seen"\nprintf "%s" "{GOOD[0]}" > "$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    with at_terminal(small, home, EDITOR=str(editor), VISUAL=str(editor)) as terminal:
        seen = terminal.wait_for("\n> ")
        terminal.send_line("it is only minor")
        seen = terminal.wait_for("\n> ", after=seen)
        terminal.send_line("/retry")
        seen = terminal.wait_for("\n> ", after=seen)
        terminal.send_line("/edit")
        terminal.wait_for("Sales: Can we ship", after=seen)
        terminal.send("\x04")
        assert terminal.wait_until_ended() == 0
    assert (tmp_path / "seen").read_text(encoding="utf-8").strip() == "it is only minor"


@pytest.mark.terminal
def test_the_editor_of_the_settings_comes_before_that_of_every_program(small: Path, home: Path, tmp_path: Path) -> None:
    editor = tmp_path / "my editor"
    editor.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{tmp_path}/option"\nprintf "%s" "{GOOD[0]}" > "$2"\n', encoding="utf-8")
    editor.chmod(0o700)
    home.mkdir()
    (home / "settings.yaml").write_text(f"editor: \"'{editor}' --wait\"\n", encoding="utf-8")
    with at_terminal(small, home, EDITOR="false", VISUAL="false") as terminal:
        seen = terminal.wait_for("\n> ")
        terminal.send_line("/edit")
        terminal.wait_for("Sales: Can we ship", after=seen)
        terminal.send("\x04")
        assert terminal.wait_until_ended() == 0
    assert (tmp_path / "option").read_text(encoding="utf-8") == "--wait"


@pytest.mark.terminal
@pytest.mark.parametrize("command", ["false", "no-such-editor", "vi 'x"])
def test_an_editor_that_cannot_be_used_is_said_and_the_meeting_goes_on(small: Path, home: Path, command: str) -> None:
    with at_terminal(small, home, TRAINER_EDITOR=command) as terminal:
        seen = terminal.wait_for("\n> ")
        terminal.send_line("/edit")
        seen = terminal.wait_for("Another editor is named in your settings", after=seen)
        seen = terminal.wait_for("\n> ", after=seen)
        terminal.send_line(GOOD[0])
        terminal.wait_for("Sales: Can we ship", after=seen)
        terminal.send("\x04")
        assert terminal.wait_until_ended() == 0
