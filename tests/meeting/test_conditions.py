"""Each key of a condition, and how they combine."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.meeting.builders import Play, script
from trainer.meeting.conditions import holds
from trainer.meeting.moves import ShowMe
from trainer.meeting.options import Mode, Options
from trainer.scenario.incident import Unknown
from trainer.scenario.models import Condition
from trainer.text.values import Flag

SAID: dict[str, Any] = {"covers": ["cause"], "met": {"delay": ["long"]}, "denies": ["bus"], "flags": [(Flag.BLAME, True)]}
"""One reply: cause covered, delay partly, bus contradicted, tea missing, somebody blamed."""

CASES: dict[str, tuple[Any, bool]] = {
    "a covered point": ({"covered": "cause"}, True),
    "a partly said point is not covered": ({"covered": "delay"}, False),
    "a list means all of them": ({"covered": ["cause", "delay"]}, False),
    "partly is exactly partly": ({"partly": "delay"}, True),
    "a covered point is not partly said": ({"partly": "cause"}, False),
    "missing": ({"missing": "tea"}, True),
    "a contradicted point is not missing": ({"missing": "bus"}, False),
    "contradicted": ({"contradicted": "bus"}, True),
    "several keys mean and": ({"covered": "cause", "missing": "tea"}, True),
    "several keys mean and, one fails": ({"covered": "cause", "missing": "bus"}, False),
    "any": ({"any": [{"covered": "tea"}, {"covered": "cause"}]}, True),
    "any of none that holds": ({"any": [{"covered": "tea"}]}, False),
    "not": ({"not": {"covered": "cause"}}, False),
    "a mistake never made": ({"mistake": {"gives_up": "ever"}}, False),
    "a flag on this reply": ({"flag": "blame"}, True),
    "a flag ever": ({"flag_ever": "blame"}, True),
    "a flag never shown": ({"flag_ever": "caves"}, False),
    "below is strict": ({"trust": {"guard": {"below": 45}}}, False),
    "below": ({"trust": {"guard": {"below": 46}}}, True),
    "at least is inclusive": ({"trust": {"guard": {"at_least": 45}}}, True),
    "a visited state": ({"visited": "platform"}, True),
    "a state not visited": ({"visited": "office"}, False),
    "who is there": ({"present": "mayor"}, True),
    "a known fact": ({"known": "reason"}, True),
    "a known fact is not unknown": ({"unknown": "reason"}, False),
    "no condition": ({}, True),
}


def condition(document: Any) -> Condition:
    return Condition.model_validate_json(json.dumps(document))


@pytest.mark.parametrize("name", CASES)
def test_after_one_reply(name: str) -> None:
    play = Play(script())
    play.say(**SAID)
    document, expected = CASES[name]
    assert holds(condition(document), play.script, play.state) is expected


def test_a_flag_of_an_earlier_reply_is_ever_but_not_now() -> None:
    play = Play(script())
    play.say(**SAID)
    play.say()
    assert not holds(condition({"flag": "blame"}), play.script, play.state)
    assert holds(condition({"flag_ever": "blame"}), play.script, play.state)


def test_a_told_point_is_missing_and_not_covered() -> None:
    play = Play(script(), Options(mode=Mode.COACH))
    play.move(ShowMe("cause"))
    play.say(covers=["cause"])
    assert holds(condition({"missing": "cause", "not": {"covered": "cause"}}), play.script, play.state)


@pytest.mark.parametrize("key", ["missing", "partly"])
def test_a_point_out_of_play_counts_as_covered_and_is_neither_missing_nor_partly(key: str) -> None:
    play = Play(script(), Options(absent=("mayor",)))
    assert holds(condition({"covered": "bus", "not": {key: "bus"}}), play.script, play.state)


def test_a_point_out_of_play_can_still_be_contradicted() -> None:
    play = Play(script(), Options(absent=("mayor",)))
    play.say(denies=["bus"])
    assert holds(condition({"contradicted": "bus", "not": {"covered": "bus"}}), play.script, play.state)


@pytest.mark.parametrize(("value", "key"), [(Unknown.UNKNOWN, "unknown"), (Unknown.NONE, "none")])
def test_a_fact_without_a_value_is_not_known(value: Unknown, key: str) -> None:
    play = Play(script(reason=value))
    assert holds(condition({key: "reason", "not": {"known": "reason"}}), play.script, play.state)


def test_where_a_mistake_stands() -> None:
    play = Play(script({"endings.0.interrupts": False}))
    for made, standing in (([("gives_up", True)], "pending"), ([], "open")):
        play.say(mistakes=made)
        assert holds(condition({"mistake": {"gives_up": standing}}), play.script, play.state)
        assert holds(condition({"mistake": {"gives_up": "ever"}}), play.script, play.state)


def test_an_absent_role_is_in_nobodys_way() -> None:
    play = Play(script(), Options(absent=("mayor",)))
    assert holds(condition({"trust": {"mayor": {"at_least": 90}}}), play.script, play.state)
    assert not holds(condition({"trust": {"mayor": {"below": 90}}}), play.script, play.state)
    assert not holds(condition({"present": "mayor"}), play.script, play.state)
