"""The meeting as turns."""

from __future__ import annotations

from tests.meeting.builders import Play, script
from trainer.meeting.moves import Claim, Retry, ShowMe
from trainer.meeting.options import Mode, Options
from trainer.meeting.turns import turns_of
from trainer.text.values import Flag, Verdict


def test_each_line_is_a_turn_and_the_last_one_waits() -> None:
    play = Play(script())
    play.say("one")
    play.say("two")
    turns = turns_of(play.events)
    assert [turn.reply for turn in turns] == ["one", "two", None]
    assert [turn.index for turn in turns] == [0, 1, 2]


def test_a_turn_holds_what_came_of_its_reply() -> None:
    play = Play(script())
    play.say(covers=["cause"], flags=[(Flag.BLAME, True)], mistakes=[("gives_up", True)])
    turn = turns_of(play.events)[0]
    assert {event.point: event.verdict for event in turn.points_heard} == {"cause": Verdict.COVERED, "bus": Verdict.CONTRADICTED}
    assert [event.because for event in turn.trust_moves if event.role == "guard"] == ["gives_up", "cause"]
    assert [event.mistake for event in turn.mistakes] == ["gives_up"]
    assert (turn.before.trust["guard"], turn.after.trust["guard"]) == (50, 40)


def test_quotes_name_turns() -> None:
    play = Play(script())
    play.say()
    play.move(Claim())
    play.say(covers=["delay"])
    (index,) = play.state.ledger.point("delay").turns
    assert turns_of(play.events)[index].points_heard[0].point == "delay"


def test_a_claimed_line_is_a_turn_without_a_reply() -> None:
    play = Play(script())
    play.say()
    play.move(Claim())
    turn = turns_of(play.events)[1]
    assert (turn.reply, [type(aid).__name__ for aid in turn.aids]) == (None, ["Claimed"])


def test_a_retried_reply_is_one_turn_with_its_earlier_tries() -> None:
    play = Play(script(), Options(mode=Mode.COACH))
    play.say("first")
    play.move(ShowMe("cause"))
    play.move(Retry())
    play.say("second")
    play.move(Retry())
    play.say("third")
    turns = turns_of(play.events)
    assert [(turn.reply, [tried.text for tried in turn.tries]) for turn in turns] == [("third", ["first", "second"]), (None, [])]
    assert "Told" in [type(aid).__name__ for aid in turns[0].aids]


def test_turns_that_a_retried_reply_had_caused_are_gone() -> None:
    play = Play(script(), Options(mode=Mode.COACH))
    play.say("first")
    play.move(Claim())
    play.move(Retry())
    assert [(turn.index, turn.reply) for turn in turns_of(play.events)] == [(0, None)]


def test_silence_is_an_empty_reply() -> None:
    play = Play(script())
    play.silence()
    turn = turns_of(play.events)[0]
    assert (turn.reply, turn.silence) == ("", True)


def test_a_claim_is_taken_back_with_the_reply_it_followed() -> None:
    play = Play(script(), Options(mode=Mode.COACH))
    play.say("first")
    play.move(Claim())
    play.move(Retry())
    assert [type(aid).__name__ for aid in turns_of(play.events)[0].aids] == ["Hinted"]
