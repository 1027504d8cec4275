"""Mistakes: pending, repaired, open; and never one the player did not make."""

from __future__ import annotations

from typing import Any

from tests.meeting.builders import Play, script
from trainer.matching.reading import Act
from trainer.meeting.events import HowEnded, MistakeMoved, MistakeStatus, Rung
from trainer.text.values import Flag, Verdict

CALM: dict[str, Any] = {"endings.0.interrupts": False}


def status(play: Play) -> MistakeStatus | None:
    return play.state.ledger.mistakes.get("gives_up")


def in_hall(changes: dict[str, Any] | None = None) -> Play:
    play = Play(script(changes))
    play.say(covers=["cause", "delay"])
    return play


def test_a_mistake_is_pending_and_gets_its_line() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", True)])
    assert status(play) is MistakeStatus.PENDING
    assert (play.waiting.rung, play.waiting.mistake, play.state.follow_ups) == (Rung.MISTAKE, "gives_up", 0)


def test_a_mistake_denies_what_it_contradicts() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", True)])
    assert play.state.ledger.point("bus").verdict is Verdict.CONTRADICTED


def test_a_concession_taken_back_in_the_next_reply_is_repaired() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", True)])
    play.say(repairs=["gives_up"])
    assert status(play) is MistakeStatus.REPAIRED
    assert not play.state.over


def test_covering_all_it_contradicts_repairs_it() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", True)])
    play.say(covers=["bus"])
    assert status(play) is MistakeStatus.REPAIRED


def test_a_concession_not_taken_back_stands_open_and_may_end_the_meeting() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", True)])
    play.say()
    assert status(play) is MistakeStatus.OPEN
    assert play.state.ended is not None
    assert (play.state.ended.how, play.state.ended.ending) == (HowEnded.ENDING, "riot")


def test_made_again_after_a_repair_it_is_open_at_once() -> None:
    play = in_hall(CALM)
    play.say(mistakes=[("gives_up", True)])
    play.say(repairs=["gives_up"])
    play.say(mistakes=[("gives_up", True)])
    assert status(play) is MistakeStatus.OPEN


def test_repeating_it_repairs_nothing() -> None:
    play = in_hall(CALM)
    play.say(mistakes=[("gives_up", True)])
    play.say(mistakes=[("gives_up", True)])
    assert status(play) is MistakeStatus.OPEN


def test_silence_takes_nothing_back() -> None:
    play = in_hall(CALM)
    play.say(mistakes=[("gives_up", True)])
    play.silence()
    assert status(play) is MistakeStatus.OPEN


def test_an_open_mistake_is_not_answered_over_and_over() -> None:
    play = in_hall(CALM)
    for _ in range(9):
        if play.state.over:
            break
        play.say(mistakes=[("gives_up", True)])
    assert sum(line in ("So no bus then?", "Then they all walk?") for line in play.lines) == 1


def test_its_flag_at_high_confidence_makes_it_where_the_point_is_listened_for() -> None:
    play = in_hall()
    play.say(flags=[(Flag.CAVES, True)])
    assert status(play) is MistakeStatus.PENDING


def test_its_flag_makes_no_mistake_where_nobody_listens_for_the_point() -> None:
    play = Play(script())
    play.say(flags=[(Flag.CAVES, True)])
    assert status(play) is None


def test_below_high_confidence_the_role_asks_neutrally_and_holds_nothing_against_the_player() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", False)])
    assert (play.line, play.waiting.rung, status(play)) == ("So is the bus still coming?", Rung.MISTAKE_CHECK, None)


def test_an_uncertain_flag_asks_as_well() -> None:
    play = in_hall()
    play.say(flags=[(Flag.CAVES, False)])
    assert (play.waiting.rung, status(play)) == (Rung.MISTAKE_CHECK, None)


def test_the_neutral_question_comes_once() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", False)])
    play.say(mistakes=[("gives_up", False)])
    assert play.waiting.rung is not Rung.MISTAKE_CHECK


def test_a_plain_yes_to_the_neutral_question_holds_the_line() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", False)])
    play.say("yes", act=Act.YES)
    assert status(play) is None
    assert play.state.ledger.point("bus").verdict is Verdict.PARTLY


def test_a_plain_no_to_the_neutral_question_is_no_concession() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", False)])
    play.say("no", act=Act.NO)
    assert (status(play), play.of_kind(MistakeMoved)) == (None, [])


def test_whoever_says_the_opposite_in_the_same_reply_is_neither_accused_nor_asked() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", True)], covers=["bus"])
    assert status(play) is None
    assert Rung.MISTAKE_CHECK not in [event.rung for event in play.events if hasattr(event, "rung")]


def test_made_and_taken_back_in_one_reply_it_is_asked_about_and_not_held_against_anybody() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", True)], repairs=["gives_up"])
    assert (status(play), play.waiting.rung) == (None, Rung.MISTAKE_CHECK)


def test_an_uncertain_mistake_beside_a_phrase_that_takes_it_back_is_not_even_asked_about() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", False)], repairs=["gives_up"])
    assert (status(play), play.waiting.rung) == (None, Rung.PUMP)


def test_a_new_mistake_is_answered_before_a_denial_is_doubted() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", True)], denies=["bus"])
    assert play.waiting.rung is Rung.MISTAKE


def test_repeating_it_beside_a_good_word_repairs_nothing() -> None:
    play = Play(script({**CALM, "mistakes.gives_up.contradicts": ["delay"], "states.platform.max_follow_ups": 9}))
    play.say(covers=["delay"])
    play.say(mistakes=[("gives_up", True)])
    play.say(mistakes=[("gives_up", True)], met={"delay": ["long"]})
    assert status(play) is MistakeStatus.OPEN
