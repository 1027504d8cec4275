"""Windows as people have them: resized while one plays, without colour, of an old kind, or too small."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pty_tools import Terminal
from tests.ui.stage import scenarios
from tests.ui.terminal import EMPTY, TRAINER, Player, environment, tmux

pytestmark = pytest.mark.terminal
END = "wrong 停止"
DRAFT = (
    f"I can't recommend a release with a warning, because people would be charged twice all the same, without having done anything {END}"
)
"""Two lines in a wide window, and two others in a narrower one."""


def test_a_window_resized_while_one_plays_keeps_the_draft_and_the_end_of_the_talk_in_sight(tmp_path: Path) -> None:
    with tmux(tmp_path, (120, 40), "play", "release-halt") as terminal:
        terminal.wait_for("Begin")
        terminal.press("Enter")
        terminal.wait_for(EMPTY)
        player = Player(terminal)
        player.say("We found a bug in the payment module.")
        terminal.wait_for("Coach")
        terminal.type(DRAFT)
        terminal.wait_for(DRAFT)
        for columns, rows, in_sight in ((80, 24, DRAFT), (60, 20, DRAFT), (40, 12, END), (100, 30, DRAFT)):
            terminal.resize(columns, rows)
            terminal.wait_for(f"╭{'─' * (columns - 4)}╮")  # the editor has taken the new width
            terminal.wait_for(in_sight)
        terminal.resize(30, 10)
        terminal.wait_for("30 x 10")
        terminal.resize(120, 40)
        terminal.wait_for(DRAFT)
        terminal.wait_for("We found a bug in the payment module. [1]")
        terminal.press("End")
        terminal.type("!")
        terminal.wait_for(f"{DRAFT}!")


def test_a_new_line_and_a_sent_line_are_two_keys(tmp_path: Path) -> None:
    with tmux(tmp_path, (80, 24), "play", str(scenarios(tmp_path))) as terminal:
        terminal.wait_for("Begin")
        terminal.press("Enter")
        terminal.wait_for(EMPTY)
        terminal.type("first line")
        terminal.press("C-j")
        terminal.type("second line")
        terminal.wait_for("second line")
        lines = terminal.screen.splitlines()
        at = next(number for number, line in enumerate(lines) if "first line" in line)
        assert "second line" in lines[at + 1], "the two lines stand below each other, in the order they were typed"


PLAIN_WINDOWS = {
    "without colour": {"NO_COLOR": "1"},
    "on a terminal of the old kind": {"kind": "vt100", "COLORTERM": ""},
    "on the console of a server": {"kind": "linux", "COLORTERM": ""},
    "without a language": {"LANG": "C", "LC_ALL": "C"},
}


@pytest.mark.parametrize("given", PLAIN_WINDOWS.values(), ids=list(PLAIN_WINDOWS))
def test_a_meeting_is_begun_and_left(given: dict[str, str], tmp_path: Path) -> None:
    with tmux(tmp_path, (80, 24), "play", str(scenarios(tmp_path)), **given) as terminal:
        terminal.wait_for("Begin")
        terminal.press("Enter")
        terminal.wait_for("PM")
        Player(terminal).say("This is critical.")
        terminal.press("C-q")
        assert terminal.wait_until_ended() == 0


def test_a_terminal_that_can_draw_nothing_is_told_what_to_use_instead(tmp_path: Path) -> None:
    with Terminal([*TRAINER], env=environment(tmp_path, TERM="dumb"), folder=tmp_path) as terminal:
        assert terminal.wait_until_ended() == 2
    assert "trainer play SCENARIO --plain" in terminal.text
