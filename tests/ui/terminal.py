"""The app in a terminal multiplexer, played by keys alone: what is on the screen is all that is known of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from textual.color import Color

from trainer.scenario.library import bundled
from trainer.scenario.load import load_scenario
from trainer.scenario.models import Scenario
from trainer.scenario.plays import PlayReply, load_plays, plays_beside
from trainer.ui.app import GLANCE
from trainer.ui.theme import DARK

TRAINER = (sys.executable, "-m", "trainer")
ENDED = "ended with"
TELLING = ("sh", "-c", f'"$@"; echo "{ENDED} $?"; exec cat', "sh")
"""Says how the app ended and holds the window open: tmux alone may miss the end of a short-lived child."""
RELEASE_HALT = bundled() / "release-halt.yaml"
TITLE = "Halting a release"
EMPTY = "Say it as you would"
"""Stands in the editor while nothing is typed."""
OVER = "of 100"
"""Stands on every debrief and nowhere else."""
LAST = "That was the last question."
"""Stands under the closing word of a meeting."""
MOST = 30
"""Replies after which a meeting should long be over."""
PATIENCE = 30.0
"""Seconds until a text counts as never coming."""
_MARKED = "48;2;{0.r};{0.g};{0.b}m".format(Color.parse(DARK.variables["mark"]))
"""How a terminal is told to draw behind the marked line of a list."""


def environment(folder: Path, **more: str) -> dict[str, str]:
    """What the app is started with: a home of its own, colours, and nothing of the terminal the tests run in."""
    left_out = ("NO_COLOR", "TEXTUAL", "COLUMNS", "LINES", "TMUX")
    kept = {name: value for name, value in os.environ.items() if name not in left_out and not name.startswith("TRAINER_")}
    here = str(Path(__file__).parents[2])
    return kept | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TRAINER_HOME": str(folder / "home"),
        "TRAINER_SCENARIOS": str(folder / "scenarios"),
        "PYTHONPATH": here,
        **more,
    }


class Tmux:
    """A server of its own with one window in which the app runs."""

    def __init__(
        self, folder: Path, columns: int, rows: int, *arguments: str, kind: str = "screen-256color", given: Mapping[str, str] | None = None
    ) -> None:
        self._name = f"trainer-{uuid.uuid4().hex[:8]}"
        settings = folder / "tmux.conf"
        settings.write_text(f"set -g default-terminal {kind}\n", encoding="utf-8")
        size = ("-x", str(columns), "-y", str(rows))
        self._run("-f", str(settings), "new-session", "-d", *size, *TELLING, *TRAINER, *arguments, env=environment(folder, **(given or {})))

    def _run(self, *arguments: str, env: dict[str, str] | None = None) -> str:
        return subprocess.run(["tmux", "-L", self._name, *arguments], check=True, capture_output=True, text=True, env=env).stdout

    @property
    def screen(self) -> str:
        """What can be read on it now."""
        return self._run("capture-pane", "-p")

    @property
    def words(self) -> str:
        """The same as one line, without frames: a text that was broken to fit is found in it."""
        return " ".join(self.screen.replace("│", " ").split())

    @property
    def marked(self) -> str:
        """The line of a list that is marked; empty when none is."""
        coloured = self._run("capture-pane", "-p", "-e").splitlines()
        at = next((number for number, line in enumerate(coloured) if _MARKED in line), None)
        return "" if at is None else self.screen.splitlines()[at].strip()

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names."""
        self._run("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text as it stands."""
        self._run("send-keys", "-l", text)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window larger or smaller."""
        self._run("resize-window", "-x", str(columns), "-y", str(rows))

    def wait_for(self, *wanted: str, within: float = PATIENCE) -> str:
        """Wait until one of some texts is on the screen, broken or not; which one."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            screen, words = self.screen, self.words
            for text in wanted:
                if text in screen or text in words:
                    return text
            time.sleep(0.05)
        raise AssertionError(f"none of {wanted} came:\n{self.screen}")

    def wait_until_gone(self, *texts: str, within: float = PATIENCE) -> None:
        """Wait until none of some texts is on the screen."""
        deadline = time.monotonic() + within
        while any(text in self.words for text in texts):
            assert time.monotonic() < deadline, f"{texts} stays:\n{self.screen}"
            time.sleep(0.05)

    def wait_until_ended(self, *, within: float = PATIENCE) -> int:
        """Wait until the app ends; its exit code."""
        self.wait_for(ENDED, within=within)
        return int(self.words.partition(ENDED)[2].split()[0])

    def open(self, line: str) -> None:
        """Go down a list to the line that begins so and open it, once one can have seen it: see `begin`."""
        self.mark(line)
        time.sleep(GLANCE)
        self.press("Enter")

    def begin(self) -> None:
        """Begin from the briefing, once one can have seen it: Enter again before that counts as the same press."""
        self.wait_for("Begin")
        time.sleep(GLANCE)
        self.press("Enter")

    def mark(self, line: str) -> None:
        """Go down a list to the line that begins so."""
        self.wait_for(line)
        deadline = time.monotonic() + PATIENCE
        while not (now := self.marked).startswith(line):
            assert time.monotonic() < deadline, f"{line!r} cannot be marked:\n{self.screen}"
            if now:
                self.press("Down")
                self._until_marked_other_than(now)
            else:
                time.sleep(0.05)

    def _until_marked_other_than(self, line: str) -> None:
        deadline = time.monotonic() + 1
        while self.marked == line and time.monotonic() < deadline:
            time.sleep(0.02)

    def close(self) -> None:
        """End the server."""
        subprocess.run(["tmux", "-L", self._name, "kill-server"], check=False, capture_output=True)


@contextmanager
def tmux(folder: Path, size: tuple[int, int], *arguments: str, kind: str = "screen-256color", **more: str) -> Iterator[Tmux]:
    """The app in a window of this size and kind, for as long as it is used; `more` goes into its environment."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed here")
    terminal = Tmux(folder, *size, *arguments, kind=kind, given=more)
    try:
        yield terminal
    finally:
        terminal.close()


class Player:
    """Somebody who reads what they are after now and says what the playthroughs beside the scenario say there."""

    def __init__(self, terminal: Tmux, scenario: Path = RELEASE_HALT) -> None:
        self._terminal = terminal
        self._replies = good_replies(scenario)
        self._numbers = count(1)
        self.moments: list[str] = []
        """What they were after, reply by reply."""

    def play(self) -> None:
        """Answer until the debrief is there."""
        for _ in range(MOST):
            if self.answer() == OVER:
                return
        raise AssertionError(f"after {MOST} replies it still goes on: {self.moments}\n{self._terminal.screen}")

    def answer(self) -> str:
        """One reply to what they are after; waits for what comes of it."""
        now = self._terminal.wait_for(*(f"Now: {about}" for about in self._replies))
        self.moments.append(now.removeprefix("Now: "))
        return self.say(self._replies[self.moments[-1]])

    def say(self, reply: str) -> str:
        """Type a reply, see it in the editor, send it; whether the next one is waited for, or the debrief is there."""
        number = f"[{next(self._numbers)}]"
        self._terminal.type(f"{reply} {number}")
        self._terminal.wait_for(number)
        self._terminal.press("Enter")
        came = self._terminal.wait_for(EMPTY, LAST, OVER)
        if came != LAST:
            return came
        self._terminal.press("Enter")
        return self._terminal.wait_for(OVER)


def good_replies(scenario: Path) -> dict[str, str]:
    """What those said who came through the meeting, by what was asked of them."""
    loaded = load_scenario(scenario)
    found: dict[str, str] = {}
    for play in load_plays(plays_beside(scenario), loaded):
        if play.expect.ending == "halted" or play.expect.passed:
            replies: Sequence[str | PlayReply] = play.replies
            for reply in replies:
                if isinstance(reply, PlayReply) and reply.reply:
                    found.setdefault(abouts(loaded)[reply.state], reply.reply)
    return found


def abouts(scenario: Scenario, *, interjections: bool = False) -> dict[str, str]:
    """What each moment is about, as the screen says it; with `interjections` those alone."""
    moments = scenario.interjections if interjections else {**scenario.states, **scenario.interjections}
    return {name: moment.about for name, moment in moments.items()}
