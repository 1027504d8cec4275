"""Words of the reports for what moved trust."""

from __future__ import annotations

from trainer.scenario.models import Scenario
from trainer.scoring.trust_words import FLAG_WORDS
from trainer.text.values import Flag


def what_moved(scenario: Scenario, because: str) -> str:
    """A point, mistake or flag id in words."""
    if because in scenario.key_points:
        return scenario.key_points[because].label
    if because in scenario.mistakes:
        return scenario.mistakes[because].label
    return FLAG_WORDS[Flag(because)]
