"""A debrief praises only what is true, and names what is open of what was half heard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.report.plays import played
from tests.small_meeting import GOOD
from tests.ui.samples.debrief import DRILLED
from trainer.report.debrief.values import Debrief, MistakeResult, PointResult, TrustMove, TrustResult
from trainer.report.debrief.wording import ALL_HEARD, CLAIMED, work_section
from trainer.scoring.reasons import OUTRIGHT, still_open
from trainer.scoring.standing import Standing

COST = TrustResult("pm", "PM", "open", (TrustMove(False, "the question was not answered"), TrustMove(True, "No to the warning")))
MISTAKE = MistakeResult("Agreed to ship", repaired=True, blocks=True, quote="", correction="")


def praise(page: Debrief) -> tuple[str, str]:
    section = work_section(replace(page, work_on=()))
    return section.heading, section.lead


def test_where_all_was_heard_and_nothing_cost_anything_the_praise_stands_alone() -> None:
    heading, lead = praise(replace(DRILLED, trust=(), mistakes=(), transcript=()))
    assert heading == "All of it was heard"
    assert lead.startswith(ALL_HEARD)
    assert "cost" not in lead


@pytest.mark.parametrize(
    ("changes", "named"), [({"trust": (COST,)}, "the question was not answered"), ({"mistakes": (MISTAKE,)}, "Agreed to ship")]
)
def test_what_cost_something_is_named_beside_the_praise(changes: dict[str, object], named: str) -> None:
    _, lead = praise(replace(DRILLED, **({"trust": (), "mistakes": (), "transcript": ()} | changes)))  # type: ignore[arg-type]
    assert lead.startswith(ALL_HEARD)
    assert f"What cost something on the way: {named}." in lead


def test_the_opposite_said_by_the_way_is_named_beside_the_praise() -> None:
    page = played("It is only minor, really.", *GOOD).debrief()
    assert "they heard the opposite of “How bad it is”" in praise(replace(page, trust=(), mistakes=()))[1]


def test_what_is_only_claimed_is_not_praised_as_heard() -> None:
    claimed = PointResult("harm", "The harm", Standing.CLAIMED, required=True)
    heading, lead = praise(replace(DRILLED, points=(claimed,)))
    assert heading == "Nothing more to work on"
    assert lead.startswith(CLAIMED)
    assert ALL_HEARD not in lead


def test_a_half_heard_point_without_named_parts_says_that_it_is_to_be_said_outright() -> None:
    scenario = played().script.scenario
    for point in scenario.key_points:
        assert still_open(scenario, point, ())
    assert still_open(scenario, "no_warning", ()) == (OUTRIGHT,)
