"""A whole meeting from prepared replies."""

from __future__ import annotations

import pytest

from tests.meeting.builders import script
from trainer.errors import ReplyTooLong
from trainer.meeting.events import HowEnded, Replied
from trainer.meeting.fold import fold
from trainer.meeting.options import Options, Pressure
from trainer.meeting.run import Played, ScriptedReply, run
from trainer.meeting.turns import turns_of

OF = script()
GENTLE = Options()


def played(*replies: str | tuple[str, str], options: Options = GENTLE) -> Played:
    return run(OF, [ScriptedReply(one) if isinstance(one, str) else ScriptedReply(one[1], one[0]) for one in replies], options)


def answered(result: Played) -> list[tuple[str, str]]:
    """Moment and reply of each turn that something was said in."""
    return [(turn.spoke.moment, turn.reply) for turn in turns_of(result.events) if turn.reply]


def test_a_reply_without_a_state_goes_to_the_next_line_whatever_it_is() -> None:
    result = played("Hello there, folks.", "Nice weather, folks.")
    assert answered(result) == [("platform", "Hello there, folks."), ("platform", "Nice weather, folks.")]


def test_when_replies_run_out_the_meeting_stops_without_an_ending() -> None:
    result = played("Hello there, folks.")
    assert result.state.ended is not None
    assert (result.state.ended.how, result.state.ended.ending) == (HowEnded.NO_MORE_REPLIES, None)


def test_an_addressed_reply_waits_for_its_state() -> None:
    result = played(("hall", "Take the bus instead."))
    assert answered(result) == [("hall", "Take the bus instead.")]


def test_a_reply_addressed_to_this_state_comes_before_a_free_one() -> None:
    result = played("Hello there, folks.", ("platform", "There is a tree on the line."))
    assert answered(result)[0] == ("platform", "There is a tree on the line.")


def test_while_all_replies_wait_for_other_states_the_player_is_silent() -> None:
    result = played(("platform", "Hello there, folks."), ("hall", "Take the bus instead."))
    silent = [event for event in result.events if isinstance(event, Replied) and event.silence]
    assert silent
    assert answered(result)[-1] == ("hall", "Take the bus instead.")


def test_a_reply_for_a_state_that_cannot_come_any_more_is_unused_and_does_not_keep_the_meeting_going() -> None:
    result = played(("hall", "Take the bus instead."), ("platform", "one"), ("platform", "two"), *([("office", "never")] * 2))
    assert [reply.state for reply in result.unused] == ["office", "office"]
    assert result.state.ended is not None


def test_a_reply_for_an_interjection_waits_for_it() -> None:
    result = played(("song", "The tea is free, so it will."), options=Options(pressure=Pressure.REAL))
    assert answered(result) == [("song", "The tea is free, so it will.")]


def test_a_reply_for_an_interjection_is_unused_where_none_may_come() -> None:
    result = played(("song", "The tea is free."))
    assert (len(result.unused), answered(result)) == (1, [])


def test_replies_left_when_the_meeting_has_ended_are_unused() -> None:
    result = played(*["Hello there, folks."] * 40)
    assert result.state.ended is not None
    assert result.state.ended.how is HowEnded.ENDING
    assert 0 < len(result.unused) < 40


def test_a_blank_reply_is_silence() -> None:
    result = played("   ")
    assert [event.silence for event in result.events if isinstance(event, Replied)] == [True]


def test_a_reply_nobody_could_type_is_refused() -> None:
    with pytest.raises(ReplyTooLong):
        played("x" * 4_001)


def test_control_codes_never_enter_the_record() -> None:
    result = played("Hello \x1b[31mthere.")
    assert [event.text for event in result.events if isinstance(event, Replied)] == ["Hello [31mthere."]


def test_equal_seeds_and_replies_give_equal_events() -> None:
    replies = ["There is a tree on the line.", "It takes two hours.", "Take the bus instead.", "no idea"]
    assert played(*replies).events == played(*replies).events


def test_the_state_is_the_fold_of_the_events() -> None:
    result = played("There is a tree on the line, two hours.", "You will hear more at noon.", "There is a bus.")
    assert fold(result.events) == result.state
