"""The small scenario and the small incident the tests of this layer change one line of."""

from __future__ import annotations

from pathlib import Path

from trainer.errors import Problem
from trainer.scenario.files.source import source_of
from trainer.scenario.load import examine, load_scenario
from trainer.scenario.models import Scenario

HERE = Path(__file__).parent
SMALL = HERE / "small.yaml"
SMALL_TEXT = SMALL.read_text(encoding="utf-8")
SMALL_INCIDENT_TEXT = (HERE / "small.incident.yaml").read_text(encoding="utf-8")


def small() -> Scenario:
    """The small scenario."""
    return load_scenario(SMALL)


def changed(good: str, bad: str, text: str = SMALL_TEXT) -> str:
    """The small scenario's text with its last `good` made `bad`; without `good` the text is `bad` alone."""
    if not good:
        return bad
    assert good in text, good
    before, _, behind = text.rpartition(good)
    return before + bad + behind


def problems_in(text: str) -> tuple[Problem, ...]:
    """Everything loading says about a text, as if it were called small.yaml."""
    return examine(source_of("small.yaml", text)).problems
