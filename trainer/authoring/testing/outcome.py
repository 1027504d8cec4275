"""A scenario tested: its cases against the reader, its playthroughs against the meeting, and what both together reach.

Owns what passes. Opens the two files beside the scenario; a file that is not there is simply nothing to run.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from trainer.authoring.agreement import read_alone
from trainer.authoring.calibrate import Calibration, calibrate
from trainer.authoring.cases import read_examples
from trainer.authoring.testing.coverage import Coverage, coverage, reached_by_play, reached_by_reading
from trainer.authoring.testing.plays import PlayResult, play_all
from trainer.errors import Unreadable
from trainer.meeting.script import prepare
from trainer.scenario.cases import cases_beside
from trainer.scenario.files.source import read_source
from trainer.scenario.incident import example_incident
from trainer.scenario.load import examine, sound
from trainer.scenario.models import Scenario
from trainer.scenario.plays import load_plays, plays_beside
from trainer.text.clean import clean_line


@dataclass(frozen=True)
class Outcome:
    """What came of testing one scenario."""

    scenario: Scenario
    file: str
    cases: Calibration | None
    """None when there is no labelled reply beside it."""
    plays: tuple[PlayResult, ...]
    coverage: tuple[Coverage, ...]

    @property
    def agrees(self) -> bool:
        """Whether the reader agrees with the labels as far as the scenario asks; the `must` cases are counted apart."""
        return self.cases is None or self.cases.rest is None or self.cases.rest.value >= self.cases.asked

    @property
    def passed(self) -> bool:
        """Every `must` case holds, the rest agree, every playthrough comes as expected."""
        return self.agrees and not (self.cases and self.cases.unkept) and not any(play.broken for play in self.plays)


Told = Callable[[int, int], object]
"""Is told how many steps are done, and of how many."""


def run_tests(path: Path, told: Told = lambda _done, _of: None) -> Outcome:
    """Run everything beside a scenario file; the cases are one step, each playthrough is one.

    Raises:
        Unreadable, ProblemsFound: the scenario, its cases, its playthroughs or the incident of one cannot be used; or there is
            nothing to run.
        NotFound, NothingToRehearse: a playthrough asks for an absence or a part of the meeting that cannot be.
    """
    scenario, document = sound(examine(read_source(path)))
    cases, plays = cases_beside(path), plays_beside(path)
    if not cases.exists() and not plays.exists():
        raise Unreadable(clean_line(str(path)), f"nothing to test: there is neither {cases.name} nor {plays.name} beside it")
    examples = read_examples(cases, scenario) if cases.exists() else ()
    to_play = load_plays(plays, scenario) if plays.exists() else ()
    script = prepare(scenario, example_incident(scenario))
    readings = [read_alone(script, one.labelled) for one in examples]
    found = calibrate(script, examples, readings) if examples else None
    told(1, 1 + len(to_play))
    results: list[PlayResult] = []
    for result in play_all(script, to_play, plays):
        results.append(result)
        told(1 + len(results), 1 + len(to_play))
    by_cases = (path for reading in readings for path in reached_by_reading(script, reading))
    reached = (*by_cases, *(path for one in results for path in reached_by_play(one.script, one.played.events)))
    return Outcome(scenario, clean_line(str(path)), found, tuple(results), coverage(scenario, document, reached))
