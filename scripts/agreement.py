"""Prints how far the reader agrees with labelled replies: `python scripts/agreement.py LABELS.jsonl`.

The scenario is the YAML file of the same name beside the labels or in scenarios/, else the first in scenarios/ that has the labels' states.
Only aggregate figures are printed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from trainer.authoring.agreement import judge_all, read_labels, table
from trainer.errors import NotFound, TrainerError
from trainer.meeting.script import prepare
from trainer.scenario.incident import example_incident
from trainer.scenario.load import load_scenario
from trainer.scenario.models import Scenario

SCENARIOS = Path(__file__).resolve().parent.parent / "scenarios"


def scenario_for(labels: Path, states: set[str]) -> Scenario:
    """The scenario the labels are about: by name (`release-halt.dev.jsonl`), else the first that has all their states.

    Raises NotFound, or what loading raises.
    """
    name = f"{labels.name.partition('.')[0]}.yaml"
    for folder in (labels.parent, SCENARIOS):
        if (folder / name).is_file():
            return load_scenario(folder / name)
    for path in sorted(SCENARIOS.glob("*.yaml")):
        if path.name.count(".") == 1 and states <= load_scenario(path).moments.keys():
            return load_scenario(path)
    raise NotFound("scenario", name)


def main(arguments: list[str]) -> int:
    """Exit code: 0 printed, 2 unreadable."""
    if len(arguments) != 1:
        print("usage: agreement.py LABELS.jsonl", file=sys.stderr)
        return 2
    labels = Path(arguments[0])
    try:
        labelled = read_labels(labels)
        scenario = scenario_for(labels, {one.state for one in labelled})
        print(table(judge_all(prepare(scenario, example_incident(scenario)), labelled)))
    except TrainerError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
