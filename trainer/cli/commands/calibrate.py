"""`trainer calibrate`: labelled replies beside what the reader hears in them, and where the phrases could be worked on."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from pathlib import Path

import click

from trainer.authoring.agreement import Counts
from trainer.authoring.calibrate import Calibration, Kappa, calibrate
from trainer.authoring.calibrate_text import calibration_lines
from trainer.authoring.calibrate_words import FalseAlarm, often_missed
from trainer.authoring.cases import read_examples
from trainer.cli import options
from trainer.cli.exits import FINE, NO
from trainer.cli.given import incident_for, scenario_named
from trainer.cli.out import say, say_json
from trainer.cli.shapes import PLACES, evidence_shape
from trainer.meeting.script import prepare

FORMAT = 1
"""Version of the JSON shape."""


@click.command("calibrate")
@options.scenario
@click.argument("cases", metavar="CASES")
@options.as_json
def command(scenario: str, cases: str, as_json: bool) -> int:
    """Set CASES (NAME.cases.yaml, or JSON lines of labels) beside what is heard in them, and show the words behind each difference.

    Ends with 1 if a case that must hold does not.
    """
    loaded = scenario_named(scenario)
    examples = read_examples(Path(cases), loaded)
    found = calibrate(prepare(loaded, incident_for(loaded, None)), examples)
    if as_json:
        say_json({"format": FORMAT, "scenario": loaded.id, "cases": cases, **calibration_shape(found)}, indent=1)
    else:
        for line in calibration_lines(cases, found):
            say(line)
    return NO if found.unkept else FINE


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
    }


def _kappa(kappa: Kappa | None) -> dict[str, float] | None:
    return None if kappa is None else {name: round(value, PLACES) for name, value in asdict(kappa).items()}


def _shares(counts: Counts) -> dict[str, float | None]:
    shares = {"precision": counts.precision, "recall": counts.recall}
    return {name: None if share is None else round(share, PLACES) for name, share in shares.items()}


def _alarm(one: FalseAlarm) -> dict[str, object]:
    return {**asdict(one), "raised_by": [evidence_shape(evidence) for evidence in one.raised_by]}
