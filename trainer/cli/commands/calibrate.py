"""`trainer calibrate`: labelled replies beside what the reader hears in them, and phrases that would mend what it misses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

import click

from trainer.authoring.agreement import Counts
from trainer.authoring.calibrate import Calibration, Kappa, calibrate
from trainer.authoring.calibrate_text import calibration_lines
from trainer.authoring.calibrate_words import FalseAlarm, Miss, often_missed
from trainer.authoring.cases import Example, read_examples
from trainer.authoring.suggest import Suggestion, Suggestions, suggest
from trainer.authoring.suggest_text import suggestion_lines, written
from trainer.cli import completing, options
from trainer.cli.exits import FINE, NO
from trainer.cli.given import incident_for, scenario_file
from trainer.cli.out import say, say_json
from trainer.cli.shapes import PLACES, evidence_shape
from trainer.cli.waiting import bar
from trainer.errors import Unreadable
from trainer.meeting.script import Script, prepare
from trainer.scenario.cases import cases_beside
from trainer.scenario.files.document import Document
from trainer.scenario.files.source import read_source
from trainer.scenario.load import examine, sound
from trainer.scenario.models import Scenario
from trainer.text.clean import clean_line

FORMAT = 1
"""Version of the JSON shape."""


@click.command("calibrate")
@options.scenario
@click.argument("cases", metavar="[CASES]", required=False, callback=options.named, shell_complete=completing.files)
@click.option("--all", "all_of_it", is_flag=True, help="Show suggested phrases that do harm as well.")
@options.as_json
def command(scenario: str, cases: str | None, all_of_it: bool, as_json: bool) -> int:
    """Set CASES (NAME.cases.yaml, or JSON lines of labels) beside what is heard in them, and show the words behind each difference.

    Then suggest phrases from what was missed, each with every verdict it would change. Without CASES those beside the scenario are
    read. Ends with 1 if a case that must hold does not.
    """
    file = scenario_file(scenario)
    loaded, document = sound(examine(read_source(file)))
    name = cases or str(_beside(file))
    examples = read_examples(Path(name), loaded)
    script = prepare(loaded, incident_for(loaded, None))
    found = calibrate(script, examples)
    if not as_json:
        for line in calibration_lines(name, found):
            say(line)
    suggested = _patiently(script, examples, found.missed)
    if as_json:
        phrases = [_suggestion(document, loaded, one) for one in suggested.found if all_of_it or not one.harmful]
        shape = {"format": FORMAT, "scenario": loaded.id, "cases": name, **calibration_shape(found)}
        say_json({**shape, "suggestions": phrases, "left_out": len(suggested.found) - len(phrases), "untried": suggested.untried}, indent=1)
    else:
        for line in suggestion_lines(document, loaded, suggested, all_of_it=all_of_it):
            say(line)
    return NO if found.unkept else FINE


def _beside(file: Path) -> Path:
    """The cases beside a scenario. Raises Unreadable for none."""
    cases = cases_beside(file)
    if not cases.exists():
        raise Unreadable(clean_line(str(cases)), "there is no such file beside the scenario; write labelled replies there, or name a file")
    return cases


def _patiently(script: Script, examples: Sequence[Example], missed: Sequence[Miss]) -> Suggestions:
    """Phrases from misses, with a bar for whoever watches."""
    with bar("trying phrases") as told:
        return suggest(script, examples, missed, told)


def _suggestion(document: Document, scenario: Scenario, one: Suggestion) -> dict[str, object]:
    where = written(document, scenario, one.addition)
    return {
        **asdict(one.addition),
        **asdict(where),
        "gain": one.gain,
        "harmful": one.harmful,
        "from": list(one.places),
        "alike": list(one.alike),
        "flips": [asdict(flip) for flip in one.flips],
        "breaks": [asdict(broken) for broken in one.breaks],
    }


def calibration_shape(found: Calibration) -> dict[str, object]:
    """A calibration as JSON has it."""
    return {
        "replies": found.replies,
        "labels": found.labels,
        "must": found.musts,
        "unkept": [asdict(one) for one in found.unkept],
        "kappa": _kappa(found.pooled),
        "kappa_without_must": _kappa(found.rest),
        "agreement": found.asked,
        "points": {name: {**asdict(one.counts), "kappa": _kappa(one.kappa)} for name, one in found.points.items()},
        "flags": {name: {**asdict(one), **_shares(one)} for name, one in found.flags.items()},
        "missed": [asdict(one) for one in found.missed],
        "often": {point: dict(often_missed(ones)) for point, ones in groupby(found.missed, key=lambda one: one.point)},
        "false_alarms": [_alarm(one) for one in found.false_alarms],
        "denials": [asdict(one) for one in found.denials],
    }


def _kappa(kappa: Kappa | None) -> dict[str, float] | None:
    return None if kappa is None else {name: round(value, PLACES) for name, value in asdict(kappa).items()}


def _shares(counts: Counts) -> dict[str, float | None]:
    shares = {"precision": counts.precision, "recall": counts.recall}
    return {name: None if share is None else round(share, PLACES) for name, share in shares.items()}


def _alarm(one: FalseAlarm) -> dict[str, object]:
    return {**asdict(one), "raised_by": [evidence_shape(evidence) for evidence in one.raised_by]}
