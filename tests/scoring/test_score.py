"""The score of a rehearsal."""

from __future__ import annotations

from typing import Any

import pytest

from tests.meeting.builders import Play, script
from trainer.meeting.moves import Claim, Quit, Retry, ShowMe
from trainer.meeting.options import Mode, Options, Pressure
from trainer.scenario.incident import Unknown
from trainer.scoring.score import Score, score

COACH = Options(mode=Mode.COACH)
QUIET = {"endings.0.interrupts": False}


def finish(play: Play, **found: Any) -> Score:
    """Say the same until the meeting is over."""
    while not play.state.over:
        play.say(**found)
    return score(play.script, play.state)


def themes(of: Score) -> dict[str, float]:
    return {theme.id: round(theme.share, 3) for theme in of.themes}


def test_everything_covered_is_100_and_passes() -> None:
    result = finish(Play(script()), covers=["cause", "delay", "bus"])
    assert (result.total, result.passed, result.extras, result.penalties) == (100, True, 0.0, ())


def test_nothing_said_is_0_and_does_not_pass() -> None:
    result = finish(Play(script()))
    assert (result.total, result.passed) == (0, False)


def test_a_theme_is_the_weighted_mean_of_its_points_and_the_score_that_of_its_themes() -> None:
    result = finish(Play(script()), covers=["cause"], met={"delay": ["long"]})
    assert themes(result) == {"what": (1 * 1 + 0.5 * 3) / 4, "plan": 0.0}
    assert result.total == round(100 * (0.625 * 2) / 3)


def test_extras_only_add_up_to_10_by_their_share() -> None:
    result = finish(Play(script()), covers=["cause", "tea"])
    assert result.extras == 5.0
    without = finish(Play(script()), covers=["cause"])
    assert result.total == without.total + 5


def test_the_score_never_exceeds_100() -> None:
    assert finish(Play(script()), covers=["cause", "delay", "bus", "tea", "refund"]).total == 100


@pytest.mark.parametrize(("repairs", "cost", "total"), [([], 15.0, 85), (["gives_up"], 7.5, 93)])
def test_a_mistake_costs_15_and_7_5_once_repaired_and_a_half_is_rounded_up(repairs: list[str], cost: float, total: int) -> None:
    play = Play(script(QUIET))
    play.say(covers=["cause", "delay"])
    play.say(mistakes=[("gives_up", True)])
    play.say(covers=["bus"] if repairs else [], repairs=repairs)
    result = finish(play, covers=["bus"])
    assert [penalty.points for penalty in result.penalties] == [cost]
    assert result.total == total


def test_a_mistake_still_pending_costs_as_much_as_an_open_one() -> None:
    play = Play(script())
    play.say(mistakes=[("gives_up", True)])
    play.move(Quit())
    assert [penalty.points for penalty in score(play.script, play.state).penalties] == [15.0]


def test_an_open_mistake_that_blocks_lets_nobody_pass() -> None:
    play = Play(script(QUIET))
    play.say(covers=["cause", "delay", "tea", "refund"])
    play.say(mistakes=[("gives_up", True)])
    play.say()
    result = finish(play, covers=["bus"])
    assert (result.total >= 60, result.passed) == (True, False)


def test_a_repaired_mistake_blocks_nothing() -> None:
    play = Play(script(QUIET))
    play.say(covers=["cause", "delay"])
    play.say(mistakes=[("gives_up", True)])
    assert finish(play, covers=["bus"], repairs=["gives_up"]).passed


def test_without_an_ending_nothing_passes() -> None:
    play = Play(script())
    play.say(covers=["cause", "delay", "bus"])
    play.move(Quit())
    result = score(play.script, play.state)
    assert (result.total, result.passed) == (100, False)


def test_a_told_point_earns_nothing_even_when_said_afterwards() -> None:
    play = Play(script(), COACH)
    play.move(ShowMe("cause"))
    result = finish(play, covers=["cause", "delay", "bus"])
    assert themes(result)["what"] == 0.75


def test_a_claimed_point_keeps_what_was_heard_of_it() -> None:
    play = Play(script())
    play.say()
    play.move(Claim())
    result = finish(play, covers=["delay", "bus"])
    assert themes(result)["what"] == 0.75
    assert [point.id for theme in result.themes for point in theme.points if point.claimed] == ["cause"]


def test_a_contradicted_point_earns_nothing() -> None:
    result = finish(Play(script()), covers=["delay", "bus"], denies=["cause"])
    assert themes(result)["what"] == 0.75


def test_a_detours_points_count_only_if_it_was_visited() -> None:
    changes = {"states.office.requires": ["refund"], "states.office.listens_for": ["cause", "refund"]}
    straight = finish(Play(script(changes)), covers=["cause", "delay", "bus"])
    assert straight.total == 100
    play = Play(script(changes))
    play.say(denies=["cause"])
    around = finish(play)
    assert "refund" in [point.id for theme in around.themes for point in theme.points]


def test_an_interjections_points_count_once_it_came() -> None:
    play = Play(script(), Options(pressure=Pressure.REAL))
    result = finish(play, covers=["cause", "delay", "bus"])
    assert themes(result) == {"what": 1.0, "plan": 0.5}


def test_required_points_of_states_never_reached_are_missing() -> None:
    play = Play(script())
    play.say(covers=["cause", "delay"])
    play.move(Quit())
    assert themes(score(play.script, play.state)) == {"what": 1.0, "plan": 0.0}


def test_points_out_of_play_leave_the_score_alone() -> None:
    result = finish(Play(script(), Options(absent=("mayor",))), covers=["cause", "delay"])
    assert (themes(result), result.total) == ({"what": 1.0}, 100)
    unknown = finish(Play(script(reason=Unknown.UNKNOWN)), covers=["delay", "bus"])
    assert unknown.total == 100


def test_a_point_out_of_play_that_was_said_all_the_same_counts() -> None:
    result = finish(Play(script(), Options(absent=("mayor",))), covers=["cause", "delay", "bus"])
    assert themes(result) == {"what": 1.0, "plan": 1.0}


def test_first_tries_are_scored_apart() -> None:
    play = Play(script(), COACH)
    play.say()
    play.move(Retry())
    play.say(covers=["cause", "delay"])
    finish(play, covers=["bus"])
    assert score(play.script, play.state).total == 100
    assert score(play.script, play.state, first=True).total == round(100 / 3)


def test_a_lost_meeting_is_not_passed_however_much_was_said() -> None:
    play = Play(script({"endings.1.result": "lost"}))
    result = finish(play, covers=["cause", "delay", "bus"])
    assert play.state.ended is not None
    assert (play.state.ended.ending, result.total, result.passed) == ("calm", 100, False)


@pytest.mark.parametrize("outcome", ["won", "mixed"])
def test_a_meeting_that_was_not_lost_can_be_passed(outcome: str) -> None:
    assert finish(Play(script({"endings.1.result": outcome})), covers=["cause", "delay", "bus"]).passed
