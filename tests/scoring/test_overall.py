"""What one reply is worth by itself."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meeting.builders import reading, script
from trainer.meeting.script import Script
from trainer.scenario.incident import Unknown
from trainer.scoring.overall import FLAG_PENALTY, overall
from trainer.text.values import Flag

OF = script()
FEW = script({"states.platform.listens_for": ["cause", "delay"]})
EXTRAS = script({"states.platform.requires": ["cause"], "states.platform.listens_for": ["cause", "delay", "tea", "bus", "refund"]})
ONLY_EXTRAS = script({"states.platform.requires": []})


CASES: dict[str, tuple[Script, dict[str, Any], int]] = {
    "all required and all extras": (OF, {"covers": ["cause", "delay", "tea"]}, 100),
    "all required, no extra": (OF, {"covers": ["cause", "delay"]}, 73),
    "half of the required": (OF, {"covers": ["cause"]}, 36),
    "partly is half": (OF, {"covers": ["cause"], "met": {"delay": ["long"]}}, 55),
    "an extra weighs three quarters of a required one": (OF, {"covers": ["tea"]}, 27),
    "every extra left out costs something": (EXTRAS, {"covers": ["cause", "tea", "bus"]}, 63),
    "without extras the required are all": (FEW, {"covers": ["cause"]}, 50),
    "where nothing is required extras are all": (ONLY_EXTRAS, {"covers": ["cause", "tea"]}, 67),
    "nothing said": (OF, {}, 0),
    "a contradicted point earns nothing": (OF, {"covers": ["delay"], "denies": ["cause"]}, 36),
    "a point listened for elsewhere earns nothing": (OF, {"covers": ["bus"]}, 0),
}


@pytest.mark.parametrize("name", CASES)
def test_cases(name: str) -> None:
    of, found, expected = CASES[name]
    assert overall(of, "platform", reading(of, **found)) == expected


@pytest.mark.parametrize("flag", list(Flag))
def test_each_flag_takes_something_away_and_half_of_it_when_uncertain(flag: Flag) -> None:
    full: dict[str, Any] = {"covers": ["cause", "delay", "tea"]}
    sure = overall(OF, "platform", reading(OF, **full, flags=[(flag, True)]))
    unsure = overall(OF, "platform", reading(OF, **full, flags=[(flag, False)]))
    assert sure == round(100 - FLAG_PENALTY[flag])
    assert sure < unsure < 100


def test_a_point_out_of_play_counts_only_when_covered() -> None:
    of = script({"states.platform.listens_for": ["cause", "delay"]}, reason=Unknown.UNKNOWN)
    assert overall(of, "platform", reading(of, covers=["delay"])) == 100
    assert overall(of, "platform", reading(of, covers=["cause"])) == 50


def test_an_interjection_is_scored_like_a_state() -> None:
    assert overall(OF, "song", reading(OF, covers=["tea", "bus"])) == 100


def test_a_moment_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        overall(OF, "nowhere", reading(OF))


@given(st.sets(st.sampled_from(["cause", "delay", "tea", "bus", "refund"])), st.sampled_from(["cause", "delay", "tea", "bus", "refund"]))
def test_covering_more_never_lowers_it(points: set[str], more: str) -> None:
    assert overall(EXTRAS, "platform", reading(EXTRAS, covers=points | {more})) >= overall(
        EXTRAS, "platform", reading(EXTRAS, covers=points)
    )


def test_in_a_drill_only_the_points_it_is_about_weigh_as_required() -> None:
    of = script()
    said = reading(of, covers=["delay"])
    assert overall(of, "platform", said) < overall(of, "platform", said, ("delay",))
    assert overall(of, "platform", said, ("cause",)) < overall(of, "platform", said)
    assert overall(of, "platform", said, ("cause", "delay")) == overall(of, "platform", said)
