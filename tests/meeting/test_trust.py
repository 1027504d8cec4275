"""Trust moves once for each thing, and never out of 0..100."""

from __future__ import annotations

from typing import Any

import pytest

from tests.meeting.builders import Play, at, reading, script
from trainer.matching.reading import FlagHit, MistakeHit, Reading
from trainer.meeting.events import TrustMoved
from trainer.meeting.moves import Reply, ShowMe
from trainer.meeting.options import Mode, Options
from trainer.text.values import Flag


def moved(play: Play) -> list[tuple[str, int, int, str]]:
    return [(event.role, event.by, event.to, event.because) for event in play.last if isinstance(event, TrustMoved)]


def test_a_point_a_role_cares_for_wins_trust_when_first_covered() -> None:
    play = Play(script())
    play.say(covers=["cause"])
    assert moved(play) == [("guard", 10, 60, "cause")]


def test_a_point_wins_trust_once() -> None:
    play = Play(script())
    play.say(covers=["cause"])
    play.say(denies=["cause"])
    play.say(covers=["cause"])
    assert moved(play) == []


def test_a_point_partly_said_wins_none() -> None:
    play = Play(script())
    play.say(near={"cause": ["reason"]})
    assert moved(play) == []


def test_a_point_the_coach_told_wins_none() -> None:
    play = Play(script(), Options(mode=Mode.COACH))
    play.move(ShowMe("cause"))
    play.say(covers=["cause"])
    assert moved(play) == []


def test_a_flag_costs_trust_with_everybody_in_the_room_who_minds() -> None:
    play = Play(script())
    play.say(flags=[(Flag.BLAME, True)])
    assert moved(play) == [("guard", -15, 35, "blame"), ("mayor", -5, 35, "blame")]


def test_an_uncertain_flag_costs_nothing() -> None:
    play = Play(script())
    play.say(flags=[(Flag.BLAME, False)])
    assert moved(play) == []


def test_a_flag_moves_trust_in_every_reply_that_shows_it() -> None:
    play = Play(script())
    play.say(flags=[(Flag.BLAME, True)])
    play.say(flags=[(Flag.BLAME, True)])
    assert play.state.trust["guard"] == 20


def test_one_span_moves_trust_once_by_its_largest_effect() -> None:
    play = Play(script())
    found = reading(play.script, flags=[(Flag.BLAME, True)], mistakes=[("gives_up", True)])
    play.move(Reply("these words", found))
    assert moved(play)[0] == ("guard", -20, 30, "gives_up")
    assert ("guard", "blame") not in [(role, because) for role, _, _, because in moved(play)]


def test_different_words_each_move_trust() -> None:
    play = Play(script())
    of = reading(play.script)
    found = Reading(
        points=of.points,
        act=of.act,
        flags=(FlagHit(Flag.BLAME, True, at(0, 5)),),
        mistakes=(MistakeHit("gives_up", True, at(20, 30)),),
    )
    play.move(Reply("these words", found))
    assert play.state.trust["guard"] == 50 - 20 - 15


@pytest.mark.parametrize(
    ("change", "found", "trust"), [({"start": 5}, {"flags": [(Flag.BLAME, True)]}, 0), ({"start": 98}, {"covers": ["cause"]}, 100)]
)
def test_trust_stays_within_0_and_100(change: dict[str, int], found: dict[str, Any], trust: int) -> None:
    play = Play(script({"roles.guard.trust.start": change["start"]}))
    play.say(**found)
    assert play.state.trust["guard"] == trust


def test_a_role_that_is_not_there_has_no_trust() -> None:
    play = Play(script(), Options(absent=("mayor",)))
    play.say(flags=[(Flag.BLAME, True)])
    assert "mayor" not in play.state.trust
