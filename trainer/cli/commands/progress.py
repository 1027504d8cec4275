"""`trainer progress`: how things move from run to run, and what is due for a drill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

import click

from trainer.cli import completing
from trainer.cli.exits import FINE
from trainer.cli.given import scenario_named
from trainer.cli.options import as_json as json_option
from trainer.cli.out import say, say_json
from trainer.report.progress.due import planned
from trainer.report.progress.gather import progress
from trainer.report.progress.text import render
from trainer.report.progress.values import Due, Progress, RunResult, Trend
from trainer.store.incidents import file_of_incident
from trainer.store.places import Places, find_places
from trainer.store.store import Store


@click.command("progress")
@click.argument("scenario", metavar="[SCENARIO]", required=False, shell_complete=completing.scenarios)
@json_option
def command(scenario: str | None, as_json: bool) -> int:
    """Show how you get better at a SCENARIO, or at all of them: themes over runs, what is weak now, what is due for a drill.

    Everything counts by first tries. A point that was missed is due for a drill at once, and once said again after 1, 3 and 7 days.
    """
    now = datetime.now().astimezone()
    places = find_places()
    with Store(places.history) as store:
        name = None if scenario is None else _id_of(store, scenario)
        found = store.look_back(name)
    results, trouble = found.results, found.trouble
    groups, items = progress(results), planned(results, now.tzinfo)
    if as_json:
        say_json(_shape(groups, items, trouble, now), indent=1)
        return FINE
    for line in trouble:
        say(f"Left out: {line}. `trainer forget` removes it.", err=True)
    if groups or items:
        say(render(groups, items, now, files=_files(places, items)).rstrip())
    else:
        say(_nothing(name, results))
    return FINE


def _files(places: Places, items: Sequence[Due]) -> dict[str, str]:
    """The files of those incidents that are saved here, by name."""
    found = {name: file_of_incident(places, name) for name in {item.incident for item in items} if name}
    return {name: str(path) for name, path in found.items() if path is not None}


def _id_of(store: Store, scenario: str) -> str:
    """The id of a scenario that was rehearsed, its file still there or not, or of one that could be. Raises like `scenario_named`."""
    if any(run.scenario == scenario for run in store.runs()):
        return scenario
    return scenario_named(scenario).id


def _nothing(scenario: str | None, results: Sequence[RunResult]) -> str:
    if results:
        return "Nothing to compare yet: no rehearsal came to its end."
    return f"No finished rehearsals yet. Begin with: trainer play {scenario or 'release-halt'}"


def _shape(groups: Sequence[Progress], items: Sequence[Due], trouble: Sequence[str], now: datetime) -> dict[str, object]:
    drills = [{**asdict(item), "when": item.when.isoformat(), "incident": item.incident or None, "due": item.when <= now} for item in items]
    return {"progress": [_progress(group) for group in groups], "drills": drills, "trouble": list(trouble)}


def _progress(group: Progress) -> dict[str, object]:
    return {
        "scenario": group.scenario,
        "title": group.title,
        "mode": group.mode,
        "length": group.length,
        "runs": [_run(run) for run in group.runs],
        "score": _trend(group.score),
        "themes": [_trend(theme) for theme in group.themes],
        "weakest": [asdict(weak) for weak in group.weakest],
    }


def _run(run: RunResult) -> dict[str, object]:
    return {"run": run.run, "when": run.when.isoformat(), "score": run.score, "last_score": run.last_score, "passed": run.passed}


def _trend(trend: Trend) -> dict[str, object]:
    return {**asdict(trend), "id": trend.id or None, "values": list(trend.values)}
