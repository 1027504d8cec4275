"""A rehearsal killed at any moment goes on where it stopped, with nothing lost and the same score."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.dying import REPLIES, RUN, a_clock, begin
from trainer.errors import NotFound
from trainer.meeting.events import Event, Replied
from trainer.rehearsal import Rehearsal
from trainer.store.store import Run, Store


@pytest.fixture(scope="module")
def deaths(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("deaths")
    done = subprocess.run([sys.executable, "-m", "tests.e2e.dying", str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Rehearsal, Run]:
    with Store(tmp_path_factory.mktemp("alive") / "history.db") as store:
        rehearsal = begin(store)
        for reply in REPLIES:
            rehearsal.reply(reply)
        return rehearsal, store.runs()[0]


def replies_in(events: tuple[Event, ...]) -> int:
    return sum(isinstance(event, Replied) for event in events)


def test_processes_die_at_every_statement_inside_them_while_committing_and_after_each_reply(deaths: list[dict[str, Any]]) -> None:
    kinds = Counter(death["kind"] for death in deaths)
    moves = 1 + 2 * len(REPLIES)  # the beginning, and for each reply a draft and the reply
    assert kinds["shown"] == moves
    assert kinds["commit"] == moves
    assert kinds["statement"] > 4 * moves
    assert kinds["step"] > 4 * moves


def test_nothing_that_was_shown_is_lost_and_nothing_is_half_there(
    deaths: list[dict[str, Any]], undisturbed: tuple[Rehearsal, Run], tmp_path: Path
) -> None:
    whole = undisturbed[0].events
    for number, death in enumerate(deaths):
        shown = Counter(death["shown"])
        home = shutil.copytree(death["home"], tmp_path / str(number))
        with Store(home / "history.db") as store:
            try:
                rehearsal = Rehearsal.resume(store, RUN, clock=a_clock)
            except NotFound:
                assert not shown, death
                continue
        kept = replies_in(rehearsal.events)
        assert kept in {shown["reply"], shown["reply"] + 1}, death
        assert rehearsal.events == up_to(whole, kept), death
        if kept == shown["reply"] and shown["draft"] > kept:
            assert rehearsal.draft == REPLIES[kept], death


def test_going_on_leads_to_the_same_end_and_score(deaths: list[dict[str, Any]], undisturbed: tuple[Rehearsal, Run], tmp_path: Path) -> None:
    alive, listed = undisturbed
    for number, death in enumerate(deaths):
        home = shutil.copytree(death["home"], tmp_path / str(number))
        with Store(home / "history.db") as store:
            try:
                rehearsal = Rehearsal.resume(store, RUN, clock=a_clock)
            except NotFound:
                rehearsal = begin(store)
            for reply in REPLIES[replies_in(rehearsal.events) :]:
                rehearsal.reply(reply)
            assert rehearsal.events == alive.events, death
            assert rehearsal.state == alive.state, death
            assert rehearsal.score() == alive.score(), death
            assert store.runs() == (listed,), death


def up_to(whole: tuple[Event, ...], replies: int) -> tuple[Event, ...]:
    """The events of the undisturbed rehearsal until the line that waits after so many replies."""
    ends = [index for index, event in enumerate(whole) if isinstance(event, Replied)]
    return whole if replies == len(ends) else whole[: ends[replies]]
