"""`trainer try`: one sentence, read at once, with its reasons."""

from __future__ import annotations

from difflib import get_close_matches

import click

from trainer.cli import completing, options
from trainer.cli.exits import FINE
from trainer.cli.explain import explain_reading
from trainer.cli.given import incident_for, scenario_named
from trainer.cli.out import say, say_json
from trainer.cli.shapes import evidence_shape, flags_of, point_shape
from trainer.errors import NotFound
from trainer.matching.reader import read
from trainer.matching.reading import PointReading, Reading
from trainer.meeting.listening import heard_first
from trainer.meeting.script import Script, prepare
from trainer.scoring.overall import overall


@click.command("try")
@options.scenario
@click.argument("state", metavar="STATE", shell_complete=completing.states)
@click.argument("reply", metavar="REPLY")
@options.incident
@options.as_json
def command(scenario: str, state: str, reply: str, incident: str | None, as_json: bool) -> int:
    """Read one REPLY as an answer to the first question of STATE: verdicts, the words behind them, near misses."""
    loaded = scenario_named(scenario)
    script = prepare(loaded, incident_for(loaded, incident))
    if state not in script.moments:
        raise NotFound("state", state, tuple(get_close_matches(state, script.moments, n=2)) or tuple(script.moments))
    heard = heard_first(script, state)
    reading = read(script.book, reply, heard)
    total = overall(script, state, reading)
    if as_json:
        say_json(_shape(script, state, reading, total), indent=1)
        return FINE
    say(f"{script.scenario.roles[script.moment(state).role].name}: {heard.line}")
    for line in explain_reading(script, state, reading, detail=True):
        say(line)
    say(f"overall: {total} of 100")
    return FINE


def _shape(script: Script, state: str, reading: Reading, total: int) -> dict[str, object]:
    points = {point: _with_near_miss(reading.points[point]) for point in script.moment(state).listens_for}
    mistakes = [hit.mistake for hit in reading.mistakes if hit.sure]
    return {"state": state, "points": points, "flags": flags_of(reading), "mistakes": mistakes, "overall": total}


def _with_near_miss(point: PointReading) -> dict[str, object]:
    return {**point_shape(point), "near_miss": evidence_shape(point.near_miss) if point.near_miss else None}
