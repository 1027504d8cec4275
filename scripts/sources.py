"""The labelled replies there are to learn from, each with what the reader is told before it reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from trainer.matching.book import Book, compile_book
from trainer.matching.question import FacetSpec, Heard, PhraseSource, PointSpec
from trainer.meeting.listening import heard_first
from trainer.meeting.script import Script, prepare
from trainer.scenario.cases import Case, cases_beside, load_cases
from trainer.scenario.incident import example_incident
from trainer.scenario.load import load_scenario

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "scenarios"
LABELS = ROOT / "tests" / "agreement"
MEETINGS = LABELS / "meetings"
HALT = "release-halt"
LEARNT_FROM = (
    *(f"{HALT}.{hand}" for hand in "abcd"),
    "scope-cut",
    "post-incident-review",
    "rollback-after-release",
    "oncall-load",
    "security-hole",
    "feature-refusal",
)
"""Files of labels with a scenario; the others are held out (tests/agreement/README.md)."""
_HANDS = (*"abcdfghijklmnopqrstuvwxyz", *map(str, range(1, 38)))
TAUGHT_BY = {
    "release-halt": tuple(f"release-halt.{hand}" for hand in _HANDS),
    **{name: (name, *(f"{name}.{hand}" for hand in "stuvwxy")) for name in ("scope-cut", "post-incident-review", "rollback-after-release")},
}
"""Shipped scenario -> files of labels (tests/agreement/README.md)."""
PROOF = (
    *("postpone-datacentre-move", "ledger-upgrade-rollback", "golive-three-weeks", "no-fixed-price", "blamed-for-outage"),
    *("stacking-discounts-unsafe", "router-heap-damage", "skipped-second-factor", "krona-krone-swap", "neighbours-prescriptions"),
    *("two-clerks-orders", "tractor-screen-freeze"),
)
"""Short meetings that nothing is learnt from."""


MUST_COUNTS = 3
"""Labelled replies that a case which has to hold counts for."""


@dataclass(frozen=True, eq=False)
class Source:
    """One file of labels."""

    labels: Path
    book: Book
    heard: Callable[[str], Heard]
    """What stands before a reply to this state."""

    @property
    def meeting(self) -> str:
        """Which meeting it is of."""
        return self.labels.name.partition(".")[0]


def sources() -> Iterator[Source]:
    """Every file there is to learn from. Raises what loading raises."""
    yield from scripted()
    yield from (of_short_meeting(path) for path in sorted(MEETINGS.glob("*.yaml")) if path.stem not in PROOF)


def proof() -> Iterator[Source]:
    """The short meetings that nothing is learnt from."""
    return (of_short_meeting(MEETINGS / f"{name}.yaml") for name in PROOF)


def scripted() -> Iterator[Source]:
    """Those with a scenario. Raises what loading raises."""
    of = cache(lambda meeting: script_in(SHIPPED if meeting == HALT else LABELS, meeting))
    return (of_script(LABELS / f"{name}.jsonl", of(name.partition(".")[0])) for name in LEARNT_FROM)


def teaching() -> Iterator[Source]:
    """Those that teach points of a shipped scenario. Raises what loading raises."""
    for meeting, names in TAUGHT_BY.items():
        script = script_in(SHIPPED, meeting)
        yield from (of_script(LABELS / f"{name}.jsonl", script) for name in names)


def musts(scenario: str) -> list[Case]:
    """The cases of a shipped scenario that have to hold. Raises what loading raises."""
    return [case for case in load_cases(cases_beside(SHIPPED / f"{scenario}.yaml")) if case.must]


def script_in(folder: Path, meeting: str) -> Script:
    """A scenario with its example incident. Raises what loading raises."""
    scenario = load_scenario(folder / f"{meeting}.yaml")
    return prepare(scenario, example_incident(scenario))


def of_script(labels: Path, script: Script) -> Source:
    """Labelled replies to a scenario."""
    return Source(labels, script.book, lambda state: heard_first(script, state))


def of_short_meeting(path: Path) -> Source:
    """Labelled replies to a meeting that is only described: turns, points and their phrases."""
    told: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    turns = {point: [spec["turn"]] if isinstance(spec["turn"], str) else spec["turn"] for point, spec in told["points"].items()}
    points = tuple(
        PointSpec(point, (FacetSpec("said", tuple(spec["phrases"])),), 1, tuple(spec.get("contradicted_by") or ()))
        for point, spec in told["points"].items()
    )

    def heard(turn: str) -> Heard:
        listens_for = tuple(point for point, at in turns.items() if turn in at)
        line = told["turns"][turn].partition(":")[2].strip().strip('"')
        return Heard(line=line, listens_for=listens_for, requires=listens_for)

    return Source(path.with_suffix(".jsonl"), compile_book(PhraseSource(points)), heard)
