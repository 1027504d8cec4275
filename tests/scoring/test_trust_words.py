"""Trust in words."""

from __future__ import annotations

import pytest

from tests.meeting.builders import scenario
from trainer.meeting.events import TrustMoved
from trainer.scoring.trust_words import FLAG_WORDS, trust_change, trust_word
from trainer.text.values import Flag


def test_words_rise_with_trust_and_each_value_has_one() -> None:
    words = list(dict.fromkeys(trust_word(value) for value in range(101)))
    assert words == ["cold", "wary", "reserved", "open", "trusting"]


@pytest.mark.parametrize(
    ("moves", "line"),
    [
        ([("cause", 10)], "Guard warmer: heard “The cause”"),
        ([("blame", -15)], "Guard cooler: somebody was blamed"),
        ([("gives_up", -20), ("cause", 10)], "Guard cooler: gave the bus up"),
        ([("blame", -10), ("cause", 10)], "Guard torn: somebody was blamed; heard “The cause”"),
    ],
)
def test_what_moved_a_role(moves: list[tuple[str, int]], line: str) -> None:
    events = [TrustMoved("guard", by, 50 + by, because) for because, by in moves]
    assert trust_change(scenario(), events) == (line,)


def test_each_role_has_a_line() -> None:
    events = [TrustMoved("guard", -15, 35, "blame"), TrustMoved("mayor", -5, 35, "blame")]
    assert trust_change(scenario(), events) == ("Guard cooler: somebody was blamed", "Mayor cooler: somebody was blamed")


def test_every_flag_has_words() -> None:
    assert set(FLAG_WORDS) == set(Flag)
