"""Prints how far the reader agrees with labelled replies: `python scripts/agreement.py LABELS.jsonl ...`.

One file: the whole table, by point and flag. Several: a line each, and the flags of all together.

The scenario is the YAML file of the same name beside the labels or in scenarios/, else the first in scenarios/ that has the labels' states.
Only aggregate figures are printed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from trainer.authoring.agreement import (
    Judged,
    by_flag,
    correlation,
    interval,
    judge_all,
    present_kappa,
    quadratic_kappa,
    read_labels,
    table,
)
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


def judged(labels: Path) -> tuple[Judged, ...]:
    """Every reply of a file read. Raises NotFound, Unreadable, or what loading raises."""
    labelled = read_labels(labels)
    scenario = scenario_for(labels, {one.state for one in labelled})
    return judge_all(prepare(scenario, example_incident(scenario)), labelled)


def rows(files: Sequence[Path]) -> str:
    """A line a file with 95% intervals, and precision and recall of the flags of all."""
    found = {file: judged(file) for file in files}
    lines = [f"{'':<28}{'replies':>8}{'kappa, present or not':>27}{'quadratic kappa':>25}{'r of overall':>25}"]
    for file, replies in found.items():
        figures = [_with_interval(replies, figure) for figure in (present_kappa, quadratic_kappa, correlation)]
        lines.append(f"{file.stem:<28}{len(replies):>8}{figures[0]:>27}{figures[1]:>25}{figures[2]:>25}")
    lines += ["", f"{'flag':<20}{'heard':>7}{'wrongly':>9}{'not heard':>11}{'precision':>11}{'recall':>8}"]
    for flag, counts in by_flag(one for replies in found.values() for one in replies).items():
        shares = [f"{share:.2f}" if share is not None else "-" for share in (counts.precision, counts.recall)]
        lines.append(f"{flag:<20}{counts.hits:>7}{counts.false_alarms:>9}{counts.misses:>11}{shares[0]:>11}{shares[1]:>8}")
    return "\n".join(lines)


def _with_interval(replies: Sequence[Judged], figure: Callable[[Iterable[Judged]], float]) -> str:
    low, high = interval(replies, figure)
    return f"{figure(replies):.3f} ({low:.2f} to {high:.2f})"


def main(arguments: list[str]) -> int:
    """Exit code: 0 printed, 2 unreadable."""
    if not arguments:
        print("usage: agreement.py LABELS.jsonl ...", file=sys.stderr)
        return 2
    files = [Path(argument) for argument in arguments]
    try:
        print(table(judged(files[0])) if len(files) == 1 else rows(files))
    except TrainerError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
