"""Every playthrough of every scenario: played live, replayed from its record, and the same in any process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from trainer.authoring.testing.plays import broken, play_through, turns
from trainer.cli.meeting_shape import meeting_shape
from trainer.meeting.run import Played
from trainer.meeting.script import Script, prepare
from trainer.record.codec import decode, encode
from trainer.record.record import Record
from trainer.record.replay import replay, reread, script_of
from trainer.report.brief import markdown as brief_markdown
from trainer.report.brief.gather import brief
from trainer.report.debrief import text as debrief_text
from trainer.report.debrief.gather import debrief
from trainer.scenario.incident import example_incident
from trainer.scenario.load import load_scenario
from trainer.scenario.plays import incident_of_play, load_plays
from trainer.scoring.score import score

SCENARIOS = Path(__file__).parents[2] / "scenarios"
PLAYS = {
    f"{file.name.removesuffix('.play.yaml')}: {play.name}": (file, play)
    for file in sorted(SCENARIOS.glob("*.play.yaml"))
    for play in load_plays(file)
}
WHEN = datetime(2026, 1, 2, tzinfo=UTC)


@cache
def in_example(file: Path) -> Script:
    """The scenario in its example incident; compiled once for all playthroughs in it."""
    scenario = load_scenario(file)
    return prepare(scenario, example_incident(scenario))


@cache
def played(name: str) -> tuple[Script, Played]:
    file, play = PLAYS[name]
    script = in_example(file.with_name(file.name.replace(".play.yaml", ".yaml")))
    if play.incident is not None:
        script = prepare(script.scenario, incident_of_play(play, script.scenario, file))
    return script, play_through(script, play)


def record_of(name: str) -> Record:
    script, live = played(name)
    return Record("", script.scenario, script.incident, WHEN, live.events, None, "1.0")


@pytest.mark.parametrize("name", PLAYS)
def test_what_must_come_of_it_does(name: str) -> None:
    script, live = played(name)
    assert list(broken(PLAYS[name][1].expect, script, live)) == [], "\n".join(turns(live.events))


@pytest.mark.parametrize("name", PLAYS)
def test_its_record_replays_to_equal_results(name: str) -> None:
    script, live = played(name)
    again = decode(encode(record_of(name)))
    replayed = script_of(again)
    assert again == record_of(name)
    assert replay(again) == live.state
    assert score(replayed, replay(again)) == score(script, live.state)
    assert score(replayed, replay(again), first=True) == score(script, live.state, first=True)
    assert meeting_shape(replayed, again.events) == meeting_shape(script, live.events)
    assert debrief_text.render(debrief(replayed, again.events)) == debrief_text.render(debrief(script, live.events))
    assert brief_markdown.render(brief(replayed, again.events)) == brief_markdown.render(brief(script, live.events))


@pytest.mark.parametrize("name", PLAYS)
def test_reading_its_record_anew_changes_nothing(name: str) -> None:
    assert reread(record_of(name)) == ()


def rehearsed(tmp_path: Path, hash_seed: str, name: str) -> bytes:
    file, play = PLAYS[name]
    replies = tmp_path / f"{hash_seed}.jsonl"
    written = [json.dumps({"reply": one} if isinstance(one, str) else {"state": one.state, "reply": one.reply}) for one in play.replies]
    replies.write_text("\n".join(written), encoding="utf-8")
    command = [sys.executable, "-m", "trainer", "rehearse", str(file.with_name(file.name.replace(".play.yaml", ".yaml")))]
    options = ["--replies", str(replies), "--seed", str(play.seed), "--mode", play.mode, "--pressure", "hard", "--json"]
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "TRAINER_HOME": str(tmp_path)}
    done = subprocess.run([*command, *options], capture_output=True, check=False, env=env)
    assert done.stderr == b""
    return done.stdout


ONE_EACH = {name.partition(":")[0]: name for name in PLAYS}


@pytest.mark.parametrize("scenario", ONE_EACH)
def test_the_same_file_and_seed_give_the_same_bytes_in_any_process(scenario: str, tmp_path: Path) -> None:
    name = ONE_EACH[scenario]
    first = rehearsed(tmp_path, "1", name)
    assert json.loads(first)["scenario"] == scenario
    assert rehearsed(tmp_path, "4242", name) == first
