"""`trainer test`: labelled cases and playthroughs run against their scenario."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from trainer.authoring.testing.against import change_lines, compare
from trainer.authoring.testing.outcome import Outcome, run_tests
from trainer.authoring.testing.plays import entered
from trainer.authoring.testing.text import outcome_lines
from trainer.cli import completing, options
from trainer.cli.commands.calibrate import calibration_shape
from trainer.cli.commands.check import files_of
from trainer.cli.exits import FINE, NO
from trainer.cli.out import say, say_json
from trainer.cli.waiting import bar
from trainer.errors import Unreadable
from trainer.scenario.cases import cases_beside
from trainer.scenario.plays import plays_beside
from trainer.text.clean import clean_line

FORMAT = 1
"""Version of the JSON shape."""


@click.command("test")
@click.argument("paths", metavar="SCENARIO...", nargs=-1, required=True, shell_complete=completing.files)
@click.option("--all", "all_of_it", is_flag=True, help="List each known miss and each phrase that nothing reached.")
@click.option("--against", "revision", metavar="REV", help="List every verdict that changed since a git revision.")
@options.as_json
def command(paths: tuple[str, ...], all_of_it: bool, revision: str | None, as_json: bool) -> int:
    """Run the labelled cases and playthroughs beside scenarios: ids, files, or folders of them.

    Ends with 1 if a case that must hold does not, if the other cases agree less than the scenario asks, or if a playthrough does not
    come as expected. What no case and no playthrough reached is listed with its line; it fails nothing, and neither do changes.
    """
    files = scenarios_of(paths)
    shapes: list[dict[str, object]] = []
    passed = True
    for file in files:
        changes = None if revision is None else compare(file, revision)
        outcome = _patiently(file)
        passed = passed and outcome.passed
        if as_json:
            shapes.append({**_shape(outcome), "against": None if changes is None else asdict(changes)})
            continue
        for line in outcome_lines(outcome, all_of_it=all_of_it):
            say(line)
        for line in change_lines(changes) if changes else ():
            say(line)
    if as_json:
        say_json({"format": FORMAT, "scenarios": shapes}, indent=1)
    return FINE if passed else NO


def _patiently(file: Path) -> Outcome:
    """The tests of one scenario, with a bar for whoever watches."""
    with bar(file.stem) as told:
        return run_tests(file, told)


def scenarios_of(paths: tuple[str, ...]) -> tuple[Path, ...]:
    """The scenario files that paths and ids mean, each once; of a folder those that have something beside them.

    Raises:
        NotFound: nothing of this name.
        Unreadable: a folder without any.
    """
    found: list[Path] = []
    for path in paths:
        files = files_of(path)
        if not Path(path).is_dir():
            found.append(files[0])
            continue
        beside = [file for file in files if cases_beside(file).exists() or plays_beside(file).exists()]
        if not beside:
            raise Unreadable(clean_line(path), "no scenario with cases or playthroughs beside it in this folder")
        found += beside
    return tuple(dict.fromkeys(found))


def _shape(found: Outcome) -> dict[str, object]:
    return {
        "scenario": found.scenario.id,
        "file": found.file,
        "passed": found.passed,
        "cases": None if found.cases is None else calibration_shape(found.cases),
        "plays": [
            {"place": play.place, "name": play.name, "broken": play.broken, "states": entered(play.played.events)} for play in found.plays
        ],
        "coverage": {
            one.kind: {"reached": one.reached, "total": one.total, "unreached": [asdict(each) for each in one.unreached]}
            for one in found.coverage
        },
    }
