"""Prints how fast the trainer is beside its budgets: `python -m scripts.bench`.

A report, not a test: it ends with 0 whatever it measured. What is compared runs in turn, so that a busy machine slows both sides; programs
are timed by the clock, reading by the seconds this process had. Figures are medians where nothing else is said.
"""

from __future__ import annotations

import gc
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import WRatio
from rapidfuzz.process import cdist

from trainer.cli.score_lines import score_lines
from trainer.matching.book import Book, compile_book
from trainer.matching.question import FacetSpec, Heard, PhraseSource, PointSpec
from trainer.matching.reader import read
from trainer.meeting.script import Script, prepare
from trainer.meeting.sources import phrase_source
from trainer.scenario.cases import cases_beside, load_cases
from trainer.scenario.incident import example_incident
from trainer.scenario.library import bundled
from trainer.scenario.load import load_scenario

if TYPE_CHECKING:
    from tests.pty_tools import Terminal

HOME_RUNS, HELP_RUNS, REPLY_RUNS, BATCH_RUNS, LONG_RUNS, KEYS = 15, 15, 300, 5, 9, 80
HOME_SAYS, HELLO_SAYS = "Everything you type stays on this machine.", "hello world"
HELLO_TEXTUAL = f"""
from textual.app import App, ComposeResult
from textual.widgets import Static

class Hello(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("{HELLO_SAYS}")

Hello().run()
"""
HELLO_CLICK = f"""
import click

@click.command()
def hello() -> None:
    \"\"\"Say hello.\"\"\"
    click.echo("{HELLO_SAYS}")

hello()
"""
MEETING = """
import sys
from pathlib import Path
from trainer.store.places import Places
from trainer.ui.app import TrainerApp
from trainer.ui.opening import OpenRequest

home, scenario, lamps = sys.argv[1:]
TrainerApp(Places(Path(home)), opening=OpenRequest(scenario=Path(scenario), mode="coach"), lamps=lamps == "on").run()
"""
DRAFT = 2_000
PAUSES = (0.05, 0.15, 0.26, 0.3, 0.35, 0.5, 1.5)
"""Seconds before a key, as somebody types who thinks in between: some end while the draft is being read."""
POINTS, PHRASES, WORDS = 25, 12, 120
LINE = "We have the press invited and the campaign is paid for. Can we at least ship it with a warning?"
_SENTENCE_END = re.compile(r"[.!?;:]+")


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    measured: str
    budget: str
    within: bool | None
    """None when it was not measured, or has no budget of its own."""


def table(rows: Sequence[Row]) -> str:
    """The rows in columns, budget beside what was measured."""
    words = {True: "yes", False: "NO", None: "-"}
    cells = [("measure", "measured", "budget", "within"), *((row.what, row.measured, row.budget, words[row.within]) for row in rows)]
    wide = [max(len(row[column]) for row in cells) for column in range(4)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, wide, strict=True)).rstrip() for row in cells)


def ratio_row(what: str, ours: float, theirs: float, limit: float, unit: str = "ms") -> Row:
    """Ours against theirs, both in seconds."""
    scale = {"ms": 1e3, "us": 1e6}[unit]
    ratio = ours / theirs
    return Row(what, f"{ratio:.2f}x ({ours * scale:.1f} / {theirs * scale:.1f} {unit})", f"{limit:g}x", ratio <= limit)


def in_turn(runs: int, ours: Callable[[], float], theirs: Callable[[], float]) -> tuple[float, float]:
    """Medians of two measures taken in turn, after one of each that does not count."""
    ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(runs)]
    return median(one for one, _ in pairs), median(other for _, other in pairs)


def home(folder: Path) -> Row:
    """Home's first frame on a real screen, against a Textual app that shows two words."""
    what = "home on screen / hello-world Textual"
    hello = folder / "hello_textual.py"
    hello.write_text(HELLO_TEXTUAL, encoding="utf-8")
    try:
        ours, theirs = in_turn(
            HOME_RUNS, lambda: _until_shown(("-m", "trainer"), HOME_SAYS, folder), lambda: _until_shown((str(hello),), HELLO_SAYS, folder)
        )
    except (ImportError, OSError, AssertionError) as error:
        return Row(what, f"not measured: {str(error).splitlines()[0]}", "1.3x", None)
    return ratio_row(what, ours, theirs, 1.3)


def _until_shown(arguments: Sequence[str], wanted: str, folder: Path) -> float:
    from tests.pty_tools import Terminal  # noqa: PLC0415  (not every system has pseudo-terminals)

    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TRAINER_HOME": str(folder / "home")}
    began = time.perf_counter()
    with Terminal((sys.executable, *arguments), env=environment) as terminal:
        terminal.wait_for(wanted)
        return time.perf_counter() - began


def typing(folder: Path, scenario: Path, replies: Sequence[str]) -> Iterator[Row]:
    """A key until its letter is on a real screen, in a long draft with live coverage, against the same without."""
    what = f"key to echo, {DRAFT:,} characters, lamps on / off"
    program = folder / "meeting.py"
    program.write_text(MEETING, encoding="utf-8")
    draft = next(texts(replies, DRAFT, 1))[:DRAFT]
    try:
        with _meeting(program, folder, scenario, draft, "on") as lit, _meeting(program, folder, scenario, draft, "off") as dark:
            letters = (chr(code) for code in range(0x100, 0x17F))
            pauses = cycle(PAUSES)
            pairs = [(_echo(lit, letter, pause), _echo(dark, letter, pause)) for letter, pause in zip(letters, pauses, strict=False)][:KEYS]
    except (ImportError, OSError, AssertionError) as error:
        yield Row(what, f"not measured: {str(error).splitlines()[0]}", "1.2x", None)
        return
    ours, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
    yield ratio_row(f"{what}, median", median(ours), median(theirs), 1.2)
    yield replace(ratio_row(f"{what}, p90", quantiles(ours, n=10)[-1], quantiles(theirs, n=10)[-1], 1.2), budget="", within=None)


@contextmanager
def _meeting(program: Path, folder: Path, scenario: Path, draft: str, lamps: str) -> Iterator[Terminal]:
    from tests.pty_tools import Terminal  # noqa: PLC0415  (not every system has pseudo-terminals)

    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(Path(__file__).parents[1])}
    arguments = (sys.executable, str(program), str(folder / lamps), str(scenario), lamps)
    with Terminal(arguments, env=environment, columns=100, rows=40) as terminal:
        at = terminal.wait_for("Begin")
        terminal.send("\r")
        at = terminal.wait_for("Enter sends", after=at)
        terminal.send(f"\x1b[200~{draft} END\x1b[201~")
        terminal.wait_for("END", after=at)
        yield terminal


def _echo(terminal: Terminal, letter: str, pause: float) -> float:
    terminal.send(" ")
    time.sleep(pause)
    terminal.raw = b""
    began = time.perf_counter()
    terminal.send(letter)
    terminal.wait_for(letter)
    return time.perf_counter() - began


def help_page(folder: Path) -> Row:
    """`trainer --help`, against the same of a command of two lines."""
    hello = folder / "hello_click.py"
    hello.write_text(HELLO_CLICK, encoding="utf-8")
    ours, theirs = in_turn(HELP_RUNS, lambda: _until_ended("-m", "trainer", "--help"), lambda: _until_ended(str(hello), "--help"))
    return ratio_row("--help / click hello-world", ours, theirs, 1.5)


def _until_ended(*arguments: str) -> float:
    began = time.perf_counter()
    subprocess.run((sys.executable, *arguments), check=True, capture_output=True)
    return time.perf_counter() - began


def one_reply(script: Script, replies: Sequence[str]) -> Iterator[Row]:
    """A reply read while it is typed, against rapidfuzz comparing its sentences with the same phrases and judging nothing."""
    what = f"{WORDS} words x {POINTS} points x {PHRASES} phrases / cdist"
    if find_spec("numpy") is None:  # cdist answers with its arrays
        yield Row(what, "not measured: cdist needs numpy (.venv/bin/pip install numpy)", "p99 5x", None)
        return
    book, phrases = square_book(script)
    heard = Heard(line=LINE, listens_for=tuple(book.points)[:5])
    read(book, LINE, heard)
    ours, plain, weighted = [], [], []
    for reply in texts(replies, WORDS, REPLY_RUNS):
        sentences = [part.strip() for part in _SENTENCE_END.split(reply) if part.strip()]
        ours.append(timed(read, book, reply, heard))
        plain.append(timed(cdist, sentences, phrases))
        weighted.append(timed(partial(cdist, scorer=WRatio), sentences, phrases))
    yield ratio_row(f"{what}, p99", quantiles(ours, n=100)[98], median(plain), 5)
    yield replace(ratio_row(f"{what}, median", median(ours), median(plain), 5), budget="", within=None)
    yield replace(ratio_row(f"{what} with WRatio, p99", quantiles(ours, n=100)[98], median(weighted), 5), budget="", within=None)


def square_book(script: Script) -> tuple[Book, tuple[str, ...]]:
    """The scenario's own phrases in its order, `PHRASES` to a point, and the same as one list."""
    points = phrase_source(script.scenario, script.incident).points
    spoken = cycle(dict.fromkeys(phrase for point in points for facet in point.facets for phrase in facet.phrases))
    phrases = tuple(next(spoken) for _ in range(POINTS * PHRASES))
    groups = [phrases[at : at + PHRASES] for at in range(0, len(phrases), PHRASES)]
    specs = tuple(PointSpec(f"point{at}", (FacetSpec("said", group),), 1) for at, group in enumerate(groups))
    return compile_book(PhraseSource(specs)), phrases


def batch(script: Script, lines: Sequence[bytes]) -> Row:
    """Labelled replies as `trainer score` reads them."""
    seconds = median(timed(lambda: list(score_lines(script, lines))) for _ in range(BATCH_RUNS))
    rate = len(lines) / seconds
    return Row("batch, replies a second and core", f"{rate:.0f}", "at least 500", rate >= 500)


def long_replies(script: Script, replies: Sequence[str]) -> Row:
    """Whether reading stays linear: a word of a very long reply against one of a long reply."""
    heard = Heard(line=LINE)

    def a_word(words: int) -> float:
        (text,) = texts(replies, words, 1)
        return timed(read, script.book, text, heard) / words

    ours, theirs = in_turn(LONG_RUNS, lambda: a_word(10_000), lambda: a_word(1_000))
    return ratio_row("time a word, 10,000 words / 1,000", ours, theirs, 1.5, "us")


def texts(replies: Sequence[str], words: int, number: int) -> Iterator[str]:
    """Texts of so many words, put together from replies in a drawn order; the same every time."""
    drawn = random.Random(words)  # noqa: S311 an order, nothing secret
    for _ in range(number):
        text: list[str] = []
        while len(text) < words:
            text += drawn.choice(replies).split()
        yield " ".join(text[:words])


def timed(call: Callable[..., object], *arguments: object) -> float:
    """Seconds of this process that a call takes."""
    began = time.process_time()
    call(*arguments)
    return time.process_time() - began


def rows() -> Iterator[Row]:
    """Every measure, one after the other."""
    path = bundled() / "release-halt.yaml"
    scenario = load_scenario(path)
    script = prepare(scenario, example_incident(scenario))
    gc.freeze()  # as the app does with a script it has made
    cases = load_cases(cases_beside(path), scenario)
    replies = [case.reply for case in cases]
    with tempfile.TemporaryDirectory() as folder:
        yield home(Path(folder))
        yield help_page(Path(folder))
        yield from typing(Path(folder), path, replies)
    yield from one_reply(script, replies)
    yield batch(script, [json.dumps({"id": case.line, "state": case.state, "reply": case.reply}).encode() for case in cases])
    yield long_replies(script, replies)


def main() -> None:
    """Print the table."""
    found: list[Row] = []
    for row in rows():
        print(f"... {row.what}", file=sys.stderr)
        found.append(row)
    print(table(found))


if __name__ == "__main__":
    main()
