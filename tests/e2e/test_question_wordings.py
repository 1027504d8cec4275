"""A plain good answer is heard whatever wording the role's question happens to have."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.matching.question import Heard
from trainer.matching.reader import read
from trainer.meeting.script import Script, prepare
from trainer.scenario.incident import example_incident
from trainer.scenario.load import load_scenario
from trainer.text.values import Verdict

ANSWERS = {
    "opening": "We found that payments are processed twice under load. About three percent of checkouts would charge the wrong amount. "
    "It's critical, and I recommend we hold the release.",
    "pm_severity": "It's critical. We tried a quick patch this morning and it failed. The cause looks like a race condition in the queue.",
    "em_timeline": "Four to six hours, testing included. I'll have a firmer number within the hour.",
    "sales_warning": "I know what this launch means to you, but no, we can't release with a warning. A warning would not stop the damage.",
    "pm_alternatives": "We could defer the feature, but then the launch loses what it was announced for. "
    "I recommend we stay on the current version and ship once the fix is tested.",
    "em_decision": "Understood, I'll take it. You'll get an update every 30 minutes. Thank you.",
}


@pytest.fixture(scope="module")
def script() -> Script:
    scenario = load_scenario(Path(__file__).parents[2] / "scenarios" / "release-halt.yaml")
    return prepare(scenario, example_incident(scenario))


@pytest.mark.parametrize("state", ANSWERS)
def test_nobody_is_pressed_for_what_they_just_said_because_of_how_the_question_was_put(script: Script, state: str) -> None:
    moment = script.scenario.states[state]
    missed = {
        line: name
        for variant in moment.says
        for line in variant.lines
        for name, point in read(script.book, ANSWERS[state], Heard(line, listens_for=moment.listens_for)).points.items()
        if name in moment.requires and point.verdict is not Verdict.COVERED
    }
    assert not missed
