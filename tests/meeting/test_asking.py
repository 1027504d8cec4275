"""How a role presses, asks back, and leaves alone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.meeting.builders import Play, script
from trainer.matching.reading import Act
from trainer.meeting.events import LineKind, Rung, Spoke
from trainer.meeting.moves import Claim, ShowMe
from trainer.meeting.options import Mode, Options
from trainer.scenario.incident import Unknown

CAP: dict[str, Any] = {"states.platform.max_follow_ups": 9}


def test_a_missing_point_climbs_pump_hint_prompt_and_then_the_meeting_moves_on() -> None:
    play = Play(script())
    rungs = []
    while play.state.moment == "platform":
        play.say()
        rungs.append(play.waiting.rung)
    assert rungs == [Rung.PUMP, Rung.HINT, Rung.PROMPT, None]


def test_the_first_weak_required_point_is_pressed_first() -> None:
    play = Play(script())
    play.say(covers=["delay"])
    assert (play.waiting.point, play.waiting.rung) == ("cause", Rung.PUMP)


def test_a_covered_point_is_not_pressed() -> None:
    play = Play(script())
    play.say(covers=["cause"])
    assert play.waiting.point == "delay"


def test_extras_are_never_pressed() -> None:
    play = Play(script())
    play.say(covers=["cause", "delay"])
    assert play.state.moment == "hall"


def test_a_partly_said_point_gets_one_check_and_is_left() -> None:
    play = Play(script(CAP))
    play.say(near={"cause": ["reason"]})
    assert (play.waiting.point, play.waiting.rung) == ("cause", Rung.CHECK)
    play.say()
    assert (play.waiting.point, play.waiting.rung) == ("delay", Rung.PUMP)


def test_a_check_costs_no_press() -> None:
    play = Play(script())
    play.say(near={"cause": ["reason"]})
    assert play.state.follow_ups == 0


def test_after_the_cap_nothing_more_is_pressed() -> None:
    play = Play(script({"states.platform.max_follow_ups": 1}))
    play.say()
    play.say()
    assert play.state.moment == "hall"


def test_a_rung_without_a_line_is_left_out() -> None:
    play = Play(script({"states.platform.follow_ups.cause.pump": None}))
    play.say()
    assert play.waiting.rung is Rung.HINT


def test_i_do_not_know_brings_the_next_hint_not_a_pump() -> None:
    play = Play(script())
    play.say(act=Act.DONT_KNOW)
    assert (play.waiting.point, play.waiting.rung) == ("cause", Rung.HINT)


def test_a_question_back_gets_the_roles_answer_and_costs_no_press() -> None:
    play = Play(script())
    play.say(act=Act.QUESTION, asked="guard:0")
    assert (play.waiting.kind, play.waiting.line) == (LineKind.ANSWER, "Four hundred, and one of them sings.")
    assert play.state.follow_ups == 0


def test_the_same_question_back_is_answered_once_a_visit() -> None:
    play = Play(script())
    play.say(act=Act.QUESTION, asked="guard:0")
    play.say(act=Act.QUESTION, asked="guard:0")
    assert play.waiting.rung is Rung.CLARIFY


def test_an_answer_waits_for_its_condition() -> None:
    play = Play(script())
    play.say(act=Act.QUESTION, asked="guard:1")
    assert play.waiting.rung is Rung.CLARIFY
    other = Play(script())
    other.say(covers=["bus"])
    other.say(act=Act.QUESTION, asked="guard:1")
    assert other.line == "My cousin."


def test_a_question_nobody_can_answer_is_clarified_once_then_pressed() -> None:
    play = Play(script())
    play.say(act=Act.QUESTION)
    play.say(act=Act.QUESTION)
    assert [event.rung for event in play.of_kind(Spoke)] == [None, Rung.CLARIFY, Rung.PUMP]


def test_a_question_beside_something_said_is_taken_as_said() -> None:
    play = Play(script())
    play.say(covers=["cause"], asked="guard:0")
    assert play.waiting.point == "delay"


def test_silence_gets_its_own_line_once_and_then_presses() -> None:
    play = Play(script())
    play.silence()
    assert (play.line, play.waiting.rung) == ("Say something.", Rung.SILENCE)
    play.silence()
    assert play.waiting.rung is Rung.PUMP


def test_a_required_point_denied_is_doubted_with_the_players_words_and_costs_no_press() -> None:
    play = Play(script())
    play.say(denies=["cause"], words="there is no reason at all.")
    assert (play.line, play.waiting.rung, play.state.follow_ups) == ("You said “there is no reason at all”?", Rung.DOUBT, 0)


def test_a_point_is_doubted_once() -> None:
    play = Play(script())
    play.say(denies=["cause"])
    play.say(denies=["cause"])
    assert play.waiting.rung is not Rung.DOUBT


def test_after_a_doubt_the_role_goes_on_with_a_hint_and_not_as_if_nothing_had_been_said() -> None:
    play = Play(script())
    play.say(denies=["cause"])
    play.say()
    assert (play.waiting.point, play.waiting.rung) == ("cause", Rung.HINT)


def test_an_extra_that_is_denied_is_not_doubted() -> None:
    play = Play(script())
    play.say(covers=["cause", "delay"], denies=["tea"])
    assert play.state.moment == "hall"


def test_a_denial_of_long_ago_is_not_doubted_again_for_other_words() -> None:
    play = Play(script({"states.platform.follow_ups.cause.doubt": None}))
    play.say(denies=["cause"])
    assert play.waiting.rung is Rung.PUMP


def test_i_said_that_marks_the_pressed_point_and_moves_on() -> None:
    play = Play(script())
    play.say()
    play.move(Claim())
    assert play.state.ledger.point("cause").claimed
    assert play.waiting.point == "delay"


def test_a_claimed_point_is_pressed_no_more() -> None:
    play = Play(script(CAP))
    play.say()
    play.move(Claim())
    while play.state.moment == "platform":
        assert play.waiting.point != "cause"
        play.say()


def test_i_said_that_means_nothing_when_nothing_is_pressed() -> None:
    play = Play(script())
    assert play.move(Claim()) == ()


def test_a_told_point_is_not_pressed() -> None:
    play = Play(script(), Options(mode=Mode.COACH))
    play.move(ShowMe("cause"))
    play.say()
    assert play.waiting.point == "delay"


def test_a_point_out_of_play_is_not_pressed() -> None:
    play = Play(script(reason=Unknown.UNKNOWN))
    play.say()
    assert play.waiting.point == "delay"


@pytest.mark.parametrize("seed", range(6))
def test_no_line_is_said_twice_running_though_wordings_are_the_same(seed: int) -> None:
    same = dict.fromkeys(("pump", "hint", "prompt"), "Well?")
    play = Play(script({"states.platform.follow_ups.cause": same, "states.platform.on_silence": "Well?", **CAP}), Options(seed=seed))
    while not play.state.over:
        play.silence()
    assert all(one != other for one, other in zip(play.lines, play.lines[1:], strict=False))


def test_the_line_waits_in_the_state_and_names_its_role() -> None:
    play = Play(script())
    assert (play.waiting.role, play.waiting.moment, play.waiting.kind) == ("guard", "platform", LineKind.QUESTION)


def test_a_claimed_point_is_not_doubted() -> None:
    play = Play(script(CAP))
    play.say()
    play.move(Claim())
    play.say(denies=["cause"])
    assert play.waiting.rung is not Rung.DOUBT


def test_a_told_point_is_not_doubted() -> None:
    play = Play(script(CAP), Options(mode=Mode.COACH))
    play.move(ShowMe("cause"))
    play.say(denies=["cause"])
    assert play.waiting.rung is not Rung.DOUBT


def test_a_point_out_of_play_is_not_doubted() -> None:
    play = Play(script(CAP, reason=Unknown.UNKNOWN))
    play.say(denies=["cause"])
    assert play.waiting.rung is not Rung.DOUBT
