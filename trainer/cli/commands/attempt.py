"""`trainer try`: one sentence, read at once, with its reasons; and what a phrase would change before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from difflib import get_close_matches
from itertools import count
from pathlib import Path

import click

from trainer.authoring.cases import read_examples
from trainer.authoring.suggest_text import flip_lines
from trainer.authoring.suggest_trial import Addition, Trial, addition_named, listened_for, try_phrases, with_phrases
from trainer.cli import completing, options
from trainer.cli.exits import FINE
from trainer.cli.explain import explain_reading
from trainer.cli.given import incident_for, scenario_file
from trainer.cli.out import say, say_json
from trainer.cli.shapes import evidence_shape, flags_of, point_shape
from trainer.cli.waiting import bar
from trainer.errors import NotFound
from trainer.matching.reader import read
from trainer.matching.reading import PointReading, Reading
from trainer.meeting.listening import heard_first
from trainer.meeting.script import Script, prepare
from trainer.scenario.cases import cases_beside
from trainer.scenario.load import load_scenario
from trainer.scenario.models import Scenario
from trainer.scoring.overall import overall
from trainer.text.clean import clean_line
from trainer.text.counted import counted


@click.command("try")
@options.scenario
@click.argument("state", metavar="STATE", shell_complete=completing.states)
@click.argument("reply", metavar="REPLY")
@click.option(
    "--add",
    "added",
    nargs=2,
    multiple=True,
    metavar="POINT[.FACET] PHRASE",
    help="Read as if PHRASE stood under `expect` there; may be given again. Nothing is written.",
)
@options.incident
@options.as_json
def command(scenario: str, state: str, reply: str, added: tuple[tuple[str, str], ...], incident: str | None, as_json: bool) -> int:
    """Read one REPLY as an answer to the first question of STATE: verdicts, the words behind them, near misses.

    With --add also what the phrase changes: in this reply, and in the labelled replies beside the scenario.
    """
    file = scenario_file(scenario)
    loaded = load_scenario(file)
    additions = [_addition(loaded, where, phrase) for where, phrase in added]
    plain = prepare(loaded, incident_for(loaded, incident))
    if state not in plain.moments:
        raise NotFound("state", state, tuple(get_close_matches(state, plain.moments, n=2)) or tuple(plain.moments))
    script = with_phrases(plain, additions) if additions else plain
    before = read(plain.book, reply, heard_first(plain, state))
    reading = read(script.book, reply, heard_first(script, state)) if additions else before
    trial = _beside(file, plain if incident is None else None, loaded, additions) if additions else None
    if as_json:
        after = _shape(script, state, reading)
        say_json(
            {**after, "before": _shape(plain, state, before), "added": _added(script, additions), "cases": _cases(trial)}
            if additions
            else after,
            indent=1,
        )
        return FINE
    say(f"{script.scenario.roles[script.moment(state).role].name}: {heard_first(script, state).line}")
    for line in explain_reading(script, state, reading, detail=True):
        say(line)
    say(f"overall: {overall(script, state, reading)} of 100")
    if additions:
        for line in _changes((plain, before), (script, reading), state, additions, trial):
            say(line)
    return FINE


def _addition(scenario: Scenario, where: str, phrase: str) -> Addition:
    text = clean_line(phrase)
    if not text:
        raise click.UsageError(f"--add {clean_line(where)}: the phrase is empty.")
    return addition_named(scenario, clean_line(where), text)


def _beside(file: Path, script: Script | None, scenario: Scenario, additions: Sequence[Addition]) -> Trial | None:
    """What the phrases change in the cases beside a scenario, which are read in its example; None where there are none."""
    cases = cases_beside(file)
    if not cases.exists():
        return None
    examples = read_examples(cases, scenario)
    read_one = count(1)
    with bar(cases.name) as told:
        there = script or prepare(scenario, incident_for(scenario, None))
        return try_phrases(there, examples, additions, lambda: told(next(read_one), 2 * len(examples)))


def _changes(
    old: tuple[Script, Reading], new: tuple[Script, Reading], state: str, additions: Sequence[Addition], trial: Trial | None
) -> Iterator[str]:
    (plain, before), (script, after) = old, new
    yield ""
    yield f"Read with {counted(len(additions), 'phrase')} added; the file is as it was."
    for one in additions:
        if not listened_for(script, one):
            yield f'  nothing listens for "{one.phrase}": it has no word that tells anything, or names a fact without a value'
    changed = [(point, before.points[point].verdict, found.verdict) for point, found in after.points.items()]
    told = [f"  {point}: {was.value} -> {now.value}" for point, was, now in changed if was is not now]
    was, now = overall(plain, state, before), overall(script, state, after)
    yield "This reply:"
    yield from told or ("  no verdict changes",)
    if was != now:
        yield f"  overall: {was} -> {now}"
    if trial is None:
        yield "There are no labelled replies beside the scenario to try it on."
        return
    changes = counted(len(trial.flips), "verdict changes", "verdicts change") if trial.flips else "no verdict changes"
    yield f"Labelled replies beside the scenario ({trial.replies}): {changes}."
    yield from flip_lines(trial.flips, trial.breaks)


def _shape(script: Script, state: str, reading: Reading) -> dict[str, object]:
    points = {point: _with_near_miss(reading.points[point]) for point in script.moment(state).listens_for}
    mistakes = [hit.mistake for hit in reading.mistakes if hit.sure]
    total = overall(script, state, reading)
    return {"state": state, "points": points, "flags": flags_of(reading), "mistakes": mistakes, "overall": total}


def _with_near_miss(point: PointReading) -> dict[str, object]:
    return {**point_shape(point), "near_miss": evidence_shape(point.near_miss) if point.near_miss else None}


def _added(script: Script, additions: Sequence[Addition]) -> list[dict[str, object]]:
    return [{**asdict(one), "listened_for": listened_for(script, one)} for one in additions]


def _cases(trial: Trial | None) -> dict[str, object] | None:
    if trial is None:
        return None
    return {"replies": trial.replies, "flips": [asdict(flip) for flip in trial.flips], "breaks": [asdict(one) for one in trial.breaks]}
