"""Mistakes: pending, repaired, open; and never one the player did not make."""

from __future__ import annotations

from typing import Any

import pytest

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
    assert (play.line, play.waiting.rung, status(play)) == ("So the bus is off?", Rung.MISTAKE_CHECK, None)


def test_an_uncertain_flag_asks_as_well() -> None:
    play = in_hall()
    play.say(flags=[(Flag.CAVES, False)])
    assert (play.waiting.rung, status(play)) == (Rung.MISTAKE_CHECK, None)


def test_the_neutral_question_comes_once() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", False)])
    play.say(mistakes=[("gives_up", False)])
    assert play.waiting.rung is not Rung.MISTAKE_CHECK


@pytest.mark.parametrize("found", [{"flags": [(Flag.CAVES, False)]}, {"mistakes": [("gives_up", False)]}, {"flags": [(Flag.CAVES, True)]}])
def test_half_a_yes_to_the_neutral_question_owns_up(found: dict[str, Any]) -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", False)])
    play.say("I guess it is better than nothing", **found)
    assert (status(play), play.waiting.rung) == (MistakeStatus.PENDING, Rung.MISTAKE)


@pytest.mark.parametrize("beside", [{"repairs": ["gives_up"]}, {"covers": ["bus"]}, {"act": Act.QUESTION}])
def test_half_a_yes_beside_what_takes_it_back_owns_up_to_nothing(beside: dict[str, Any]) -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", False)])
    play.say("I guess so, but no", flags=[(Flag.CAVES, False)], **beside)
    assert status(play) is None


@pytest.mark.parametrize("check", ["So is that a no?", "Off, or only late?"])
def test_half_a_yes_to_a_question_it_does_not_answer_owns_up_to_nothing(check: str) -> None:
    play = asked(check)
    play.say("I guess it is better than nothing", flags=[(Flag.CAVES, False)])
    assert status(play) is None


def asked(check: str) -> Play:
    """The role has just asked neutrally, in these words."""
    play = in_hall({"mistakes.gives_up.check": check})
    play.say(mistakes=[("gives_up", False)])
    assert play.line == check
    return play


def test_a_plain_yes_to_the_neutral_question_owns_up_to_it() -> None:
    play = asked("So the bus is off?")
    play.say("Yes.", act=Act.YES)
    assert (status(play), play.waiting.rung) == (MistakeStatus.PENDING, Rung.MISTAKE)


def test_a_plain_no_to_the_neutral_question_holds_the_line() -> None:
    play = asked("So the bus is off?")
    play.say("No.", act=Act.NO)
    assert (status(play), play.of_kind(MistakeMoved)) == (None, [])
    assert play.state.ledger.point("bus").verdict is Verdict.PARTLY


def test_a_no_that_was_read_as_more_than_that_counts_for_more() -> None:
    play = asked("So the bus is off?")
    play.say("No.", act=Act.NO, covers=["bus"])
    assert play.state.ledger.point("bus").verdict is Verdict.COVERED


@pytest.mark.parametrize("nod", ["ok", "Fine.", "understood", "sure"])
def test_a_nod_to_the_neutral_question_is_no_confession(nod: str) -> None:
    play = asked("So the bus is off?")
    play.say(nod, act=Act.YES)
    assert status(play) is None


def test_a_plain_yes_to_a_question_that_asks_for_a_no_holds_the_line() -> None:
    play = asked("Wait. So is that a no to walking?")
    play.say("Yes.", act=Act.YES)
    assert status(play) is None
    assert play.state.ledger.point("bus").verdict is Verdict.PARTLY


@pytest.mark.parametrize(("answer", "act"), [("Yes.", Act.YES), ("No.", Act.NO)])
def test_neither_yes_nor_no_answers_an_either_or(answer: str, act: Act) -> None:
    play = asked("Is it off, or is it late?")
    play.say(answer, act=act)
    assert status(play) is None
    assert "bus" not in play.state.ledger.points


@pytest.mark.parametrize(
    "words", ["No.", "I never said that!", "That's not what I meant.", "You misunderstood me.", "We didn't agree to that."]
)
def test_whoever_contests_the_line_that_answered_a_mistake_has_taken_it_back(words: str) -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", True)])
    play.say(words, act=Act.NO if words == "No." else Act.STATEMENT)
    assert status(play) is MistakeStatus.REPAIRED


@pytest.mark.parametrize("words", ["I said that already.", "Did I say that?", "I meant it.", "Hmm."])
def test_whoever_stands_by_a_mistake_has_not_taken_it_back(words: str) -> None:
    play = in_hall(CALM)
    play.say(mistakes=[("gives_up", True)])
    play.say(words)
    assert status(play) is MistakeStatus.OPEN


def test_contesting_it_and_making_it_again_repairs_nothing() -> None:
    play = in_hall(CALM)
    play.say(mistakes=[("gives_up", True)])
    play.say("I never said that, but forget the bus.", mistakes=[("gives_up", True)])
    assert status(play) is MistakeStatus.OPEN


def test_what_a_mistake_denied_stands_again_once_it_is_taken_back() -> None:
    """Nobody is overruled with a concession they have withdrawn."""
    play = in_hall()
    play.say(covers=["refund"])
    play.say(mistakes=[("gives_up", True)], denies=["bus"])
    play.say(repairs=["gives_up"])
    assert play.state.ledger.point("bus").verdict is Verdict.MISSING
    assert play.state.first.point("bus").verdict is Verdict.MISSING


def test_a_point_said_before_the_mistake_is_covered_again_once_it_is_taken_back() -> None:
    play = Play(script({**CALM, "mistakes.gives_up.contradicts": ["delay"], "states.platform.max_follow_ups": 9}))
    play.say(covers=["delay"])
    play.say(mistakes=[("gives_up", True)])
    play.say(repairs=["gives_up"])
    assert play.state.ledger.point("delay").verdict is Verdict.COVERED


def test_whoever_takes_it_back_and_denies_the_point_anew_has_still_denied_it() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", True)])
    play.say(repairs=["gives_up"], denies=["bus"])
    assert play.state.ledger.point("bus").verdict is Verdict.CONTRADICTED


def test_taken_back_and_made_in_one_breath_a_pending_mistake_is_repaired_and_asked_about() -> None:
    play = in_hall()
    play.say(mistakes=[("gives_up", True)])
    play.say(mistakes=[("gives_up", True)], repairs=["gives_up"])
    assert (status(play), play.waiting.rung) == (MistakeStatus.REPAIRED, Rung.MISTAKE_CHECK)


def test_where_nobody_listens_for_it_a_mistake_needs_a_clear_match_and_else_is_only_asked_about() -> None:
    play = Play(script())
    play.say(mistakes=[("gives_up", True)], similarity=0.85)
    assert (status(play), play.waiting.rung) == (None, Rung.MISTAKE_CHECK)
    play = Play(script())
    play.say(mistakes=[("gives_up", True)], similarity=0.95)
    assert status(play) is MistakeStatus.PENDING


def test_where_nobody_listens_for_it_an_uncertain_mistake_is_nothing() -> None:
    play = Play(script())
    play.say(mistakes=[("gives_up", False)], similarity=0.95)
    assert (status(play), play.waiting.rung) == (None, Rung.PUMP)


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
