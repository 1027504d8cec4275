"""Whatever is offered for a drill can be drilled: somebody in the meeting asks for it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from trainer.meeting.drilling import drill_moments
from trainer.meeting.options import Mode, Options
from trainer.rehearsal import Rehearsal
from trainer.report.progress.due import planned
from trainer.scenario.incident import example_incident
from trainer.scenario.library import find
from trainer.scenario.load import load_scenario
from trainer.scoring.summing_up import result_of

DENIALS = (
    "I guarantee it will be done in time. There is no other way, the full fix is our only option. There would be no consequences.",
    "It's only minor. We can ship it anyway. Nobody would notice, and I can fix it in ten minutes.",
)


@pytest.mark.parametrize("reply", DENIALS)
def test_what_is_offered_for_a_drill_is_asked_for_by_somebody(reply: str) -> None:
    scenario = load_scenario(find("release-halt"))
    rehearsal = Rehearsal.start(None, scenario, example_incident(scenario), Options(mode=Mode.COACH))
    rehearsal.reply(reply)
    rehearsal.quit()
    result = result_of(rehearsal.script, rehearsal.events, "abc234", datetime(2026, 1, 2, tzinfo=UTC))
    offered = {item.point for item in planned([result], UTC)} | {point for item in rehearsal.debrief().work_on for point in item.points}
    assert offered
    assert [point for point in offered if not drill_moments(rehearsal.script, (point,))] == []
