"""The coach's aids: hints, model lines, another try; and the ledger of first tries."""

from __future__ import annotations

from itertools import pairwise

from tests.meeting.builders import Play, script
from tests.report.plays import played
from tests.small_meeting import GOOD
from trainer.meeting.events import Hinted, MistakeStatus, Retried, Told
from trainer.meeting.listening import heard_before
from trainer.meeting.moves import AskHint, Quit, Retry, ShowMe
from trainer.meeting.options import Mode, Options
from trainer.scenario.incident import Unknown
from trainer.text.values import Verdict

COACH = Options(mode=Mode.COACH)


def verdict(play: Play, point: str, *, first: bool = False) -> Verdict:
    return (play.state.first if first else play.state.ledger).point(point).verdict


def test_after_a_reply_the_coach_hints_at_the_first_missing_point() -> None:
    play = Play(script(), COACH)
    play.say()
    assert play.of_kind(Hinted) == [Hinted("cause", "Why is it late?")]


def test_no_hint_is_given_in_the_same_words_twice_running_and_the_third_builds_on_the_players_facts() -> None:
    play = Play(script({"states.platform.max_follow_ups": 9}), COACH)
    for _ in range(5):
        play.say()
    lines = [event.line for event in play.of_kind(Hinted)]
    assert lines[0] == "Why is it late?"
    assert "in your facts" in lines[2]
    assert "tree" not in lines[2]
    assert len(lines) == 5
    assert all(one != other for one, other in pairwise(lines))


def test_a_fact_that_is_open_is_hinted_at_as_open() -> None:
    play = Play(
        script({"facts.reason.unknown": "We don't know why yet.", "states.platform.max_follow_ups": 9}, reason=Unknown.UNKNOWN), COACH
    )
    for _ in range(3):
        play.say()
    assert play.of_kind(Hinted)[-1].line.endswith("open. Say just that; it counts.")


def test_a_retry_brings_another_hint_and_not_the_same_again() -> None:
    play = Play(script(), COACH)
    play.say()
    play.move(Retry())
    play.say()
    first, second = play.of_kind(Hinted)
    assert first.line != second.line


def test_saying_the_fact_after_every_hint_still_counts() -> None:
    run = played("hmm", "well", "let me think")
    assert sum(isinstance(event, Hinted) for event in run.events) == 3
    run.reply(GOOD[0])
    assert run.state.ledger.point("severity").verdict is Verdict.COVERED


def test_a_partly_said_point_gets_no_hint() -> None:
    play = Play(script(), COACH)
    play.say(near={"cause": ["reason"]}, covers=["delay"])
    assert play.of_kind(Hinted) == []


def test_a_point_without_a_hint_of_its_own_is_hinted_at_by_why_it_matters() -> None:
    play = Play(script(), COACH)
    play.say(covers=["cause"])
    assert play.of_kind(Hinted)[-1].line == "They want to plan."


def test_a_meeting_without_a_coach_has_no_aids() -> None:
    play = Play(script())
    assert play.move(AskHint()) == play.move(ShowMe("cause")) == ()
    play.say()
    assert play.move(Retry()) == ()


def test_what_the_coach_showed_is_a_source_of_echo() -> None:
    play = Play(script(), COACH)
    play.move(AskHint())
    play.move(ShowMe("cause"))
    assert heard_before(play.script, play.state).shown == ("Why is it late?", "It's late because of a tree on the line.")


def test_a_second_request_hints_at_the_next_weak_point() -> None:
    play = Play(script(), COACH)
    play.move(AskHint())
    play.move(AskHint())
    assert [event.point for event in play.of_kind(Hinted)] == ["cause", "delay"]


def test_a_shown_model_line_makes_the_point_told_and_never_covered() -> None:
    play = Play(script(), COACH)
    play.move(ShowMe("cause"))
    assert play.of_kind(Told)[0].line == "It's late because of a tree on the line."
    assert play.state.ledger.point("cause").told
    assert verdict(play, "cause") is Verdict.MISSING


def test_what_was_said_is_not_told() -> None:
    play = Play(script({"states.platform.max_follow_ups": 9}), COACH)
    play.say(covers=["cause"])
    assert play.move(ShowMe("cause")) == ()


def test_a_model_line_never_claims_what_is_not_known() -> None:
    play = Play(script({"facts.reason.unknown": "We don't know why yet."}, reason=Unknown.UNKNOWN), COACH)
    play.move(ShowMe("cause"))
    assert play.of_kind(Told)[0].line == "We don't know why yet."


def test_a_retry_takes_the_reply_and_all_it_caused_back() -> None:
    play = Play(script(), COACH)
    before = play.state
    play.say(mistakes=[("gives_up", True)], denies=["cause"])
    play.move(Retry())
    assert (play.state.waiting, play.state.trust, play.state.ledger.mistakes) == (before.waiting, before.trust, {})
    assert verdict(play, "cause") is Verdict.MISSING


def test_a_retry_may_be_tried_again_but_not_twice_in_a_row() -> None:
    play = Play(script(), COACH)
    play.say()
    play.move(Retry())
    assert play.move(Retry()) == ()
    play.say()
    assert play.move(Retry()) == (Retried(),)


def test_nothing_can_be_taken_back_before_the_first_reply() -> None:
    play = Play(script(), COACH)
    assert play.move(Retry()) == ()


def test_what_the_coach_told_stays_told_through_a_retry() -> None:
    play = Play(script(), COACH)
    play.say()
    play.move(ShowMe("cause"))
    play.move(Retry())
    assert play.state.ledger.point("cause").told
    assert "It's late because of a tree on the line." in play.state.shown


def test_a_point_told_at_a_retry_stays_said_in_the_first_try_that_had_said_it() -> None:
    play = Play(script({"states.platform.max_follow_ups": 9}), COACH)
    play.say(covers=["cause"])
    play.move(Retry())
    play.move(ShowMe("cause"))
    assert (play.state.ledger.point("cause").told, play.state.first.point("cause").told) == (True, False)


def test_the_last_try_counts_and_the_first_is_kept_apart() -> None:
    play = Play(script(), COACH)
    play.say()
    play.move(Retry())
    play.say(covers=["cause"])
    assert verdict(play, "cause") is Verdict.COVERED
    assert verdict(play, "cause", first=True) is Verdict.MISSING


def test_after_a_retry_first_tries_add_up_without_what_only_the_retry_said() -> None:
    play = Play(script({"states.platform.max_follow_ups": 9}), COACH)
    play.say()
    play.move(Retry())
    play.say(met={"delay": ["long"]})
    play.say(met={"delay": ["news"]})
    assert verdict(play, "delay") is Verdict.COVERED
    assert verdict(play, "delay", first=True) is Verdict.PARTLY


def test_a_mistake_taken_back_by_a_retry_stays_among_the_first_tries() -> None:
    play = Play(script(), COACH)
    play.say(mistakes=[("gives_up", True)])
    play.move(Retry())
    play.say()
    assert play.state.ledger.mistakes == {}
    assert play.state.first.mistakes == {"gives_up": MistakeStatus.PENDING}


def test_the_reply_that_ended_the_meeting_can_be_tried_again() -> None:
    play = Play(script(), COACH)
    play.say(mistakes=[("gives_up", True)])
    play.say()
    ended = play.state.over
    play.move(Retry())
    assert (ended, play.state.over) == (True, False)
    play.say(repairs=["gives_up"])
    assert play.state.ledger.mistakes == {"gives_up": MistakeStatus.REPAIRED}


def test_a_mistake_made_in_two_first_tries_stays_open_among_them() -> None:
    play = Play(script({"endings.0.interrupts": False}), COACH)
    play.say(mistakes=[("gives_up", True)])
    play.move(Retry())
    play.say()
    play.say(mistakes=[("gives_up", True)])
    play.say(repairs=["gives_up"])
    assert play.state.ledger.mistakes == {"gives_up": MistakeStatus.REPAIRED}
    assert play.state.first.mistakes == {"gives_up": MistakeStatus.OPEN}


def test_a_meeting_that_was_left_is_not_taken_up_again_by_a_retry() -> None:
    play = Play(script(), COACH)
    play.say()
    play.move(Quit())
    assert play.move(Retry()) == ()
