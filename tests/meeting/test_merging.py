"""Facets add up over turns; the last clear statement wins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.meeting.builders import Play, at, reading, script
from trainer.matching.reading import Act, Strength
from trainer.meeting.moves import Reply, ShowMe
from trainer.meeting.options import Mode, Options
from trainer.scenario.incident import Unknown
from trainer.text.values import Verdict


def verdict(play: Play, point: str) -> Verdict:
    return play.state.ledger.point(point).verdict


def test_facets_said_in_different_replies_cover_a_point_together() -> None:
    play = Play(script())
    play.say(met={"delay": ["long"]})
    assert verdict(play, "delay") is Verdict.PARTLY
    play.say(met={"delay": ["news"]})
    assert verdict(play, "delay") is Verdict.COVERED


def test_said_stays_said_when_a_later_reply_says_nothing_of_it() -> None:
    play = Play(script())
    play.say(covers=["cause"])
    play.say()
    assert verdict(play, "cause") is Verdict.COVERED


def test_a_facet_once_met_is_not_weakened_by_a_near_one() -> None:
    play = Play(script())
    play.say(met={"delay": ["long"]})
    play.say(near={"delay": ["long"]})
    assert play.state.ledger.point("delay").facets["long"] is Strength.MET


def test_a_later_denial_makes_a_covered_point_contradicted() -> None:
    play = Play(script())
    play.say(covers=["cause"])
    play.say(denies=["cause"])
    assert verdict(play, "cause") is Verdict.CONTRADICTED


def test_a_later_clear_statement_lifts_the_denial_and_what_was_said_before_counts_again() -> None:
    play = Play(script())
    play.say(met={"delay": ["long"]})
    play.say(denies=["delay"])
    play.say(met={"delay": ["news"]})
    assert verdict(play, "delay") is Verdict.COVERED


def test_a_vague_statement_lifts_no_denial() -> None:
    play = Play(script())
    play.say(denies=["cause"])
    play.say(near={"cause": ["reason"]})
    assert verdict(play, "cause") is Verdict.CONTRADICTED


def test_a_bonus_facet_makes_a_point_neither_partly_nor_clear_again() -> None:
    play = Play(script())
    play.say(met={"delay": ["sorry"]})
    assert verdict(play, "delay") is Verdict.MISSING
    play.say(denies=["delay"])
    play.say(met={"delay": ["sorry"]})
    assert verdict(play, "delay") is Verdict.CONTRADICTED


def test_a_point_nobody_listens_for_here_counts_when_covered() -> None:
    play = Play(script())
    play.say(covers=["bus"])
    assert verdict(play, "bus") is Verdict.COVERED


def test_a_point_nobody_listens_for_here_counts_when_contradicted() -> None:
    play = Play(script())
    play.say(denies=["bus"])
    assert verdict(play, "bus") is Verdict.CONTRADICTED


def test_a_weak_denial_where_nobody_listens_for_the_point_is_not_held_against_anybody() -> None:
    play = Play(script())
    play.say(denies=["bus"], similarity=0.85)
    assert "bus" not in play.state.ledger.points
    play.say(covers=["bus"])
    play.say(denies=["bus"], similarity=0.85)
    assert verdict(play, "bus") is Verdict.COVERED


def test_a_weak_match_where_nobody_listens_for_the_point_is_not_taken_for_said() -> None:
    """No role says "you told us already" to somebody who has not."""
    play = Play(script())
    play.say(covers=["bus"], similarity=0.7)
    assert "bus" not in play.state.ledger.points


def same_words(play: Play, *points: str) -> Reply:
    """A reply in which one clause covers all of these."""
    found = reading(play.script, covers=points)
    one = at(0, 20)
    placed = {name: replace(point, hits=tuple(replace(hit, evidence=one) for hit in point.hits)) for name, point in found.points.items()}
    return Reply("one clause for both", replace(found, points=placed))


def test_words_that_answer_what_was_asked_do_not_answer_a_later_question_as_well() -> None:
    """What is still to come is asked in its own time, and nobody is told that they said it already."""
    play = Play(script())
    play.move(same_words(play, "cause", "bus"))
    assert verdict(play, "cause") is Verdict.COVERED
    assert "bus" not in play.state.ledger.points


def test_words_that_answer_what_was_asked_do_make_up_for_what_was_missed_before() -> None:
    play = Play(script())
    while play.state.moment == "platform":
        play.say(met={"delay": ["long"]})
    play.move(same_words(play, "bus", "cause"))
    assert verdict(play, "bus") is Verdict.COVERED
    assert verdict(play, "cause") is Verdict.COVERED


def test_a_weak_match_counts_where_the_point_is_listened_for() -> None:
    play = Play(script())
    play.say(covers=["cause"], similarity=0.61)
    assert verdict(play, "cause") is Verdict.COVERED


def test_a_weak_denial_counts_where_the_point_is_listened_for() -> None:
    play = Play(script())
    play.say(denies=["cause"], similarity=0.75)
    assert verdict(play, "cause") is Verdict.CONTRADICTED


def test_what_was_said_beside_a_weak_denial_counts() -> None:
    play = Play(script())
    play.say(covers=["bus"], denies=["bus"], similarity=0.85)
    assert verdict(play, "bus") is Verdict.COVERED


@pytest.mark.parametrize("act", [Act.YES, Act.NO])
def test_a_bare_yes_or_no_says_nothing_of_what_nobody_asked(act: Act) -> None:
    play = Play(script())
    play.say("ok", act=act, covers=["refund"], denies=["bus"])
    assert not play.state.ledger.points


def test_not_knowing_answers_the_press_for_a_point_whose_fact_is_not_known() -> None:
    """Nobody is asked again for what they have just said they do not know."""
    play = Play(script({"facts.reason.unknown": "We do not know why."}, reason=Unknown.UNKNOWN))
    play.say()
    assert play.waiting.point == "cause"
    play.say("I don't know yet.", act=Act.DONT_KNOW)
    assert verdict(play, "cause") is Verdict.COVERED
    assert play.waiting.point == "delay"


def test_not_knowing_is_no_answer_where_the_fact_is_known() -> None:
    play = Play(script())
    play.say()
    play.say("I don't know.", act=Act.DONT_KNOW)
    assert verdict(play, "cause") is Verdict.MISSING


def test_a_point_nobody_listens_for_here_does_not_count_when_only_partly_said() -> None:
    play = Play(script())
    play.say(near={"bus": ["said"]})
    assert "bus" not in play.state.ledger.points


def test_quotes_name_the_line_they_answered() -> None:
    play = Play(script())
    play.say()
    play.say(covers=["cause"])
    assert play.state.ledger.point("cause").turns == (1,)


def test_a_plain_yes_to_a_yes_no_prompt_makes_the_point_partly() -> None:
    play = Play(script())
    for _ in range(3):
        play.say()
    assert play.line == "Is something on the line?"
    play.say("yes", act=Act.YES)
    assert verdict(play, "cause") is Verdict.PARTLY


def test_a_plain_yes_to_a_prompt_is_never_more_than_partly_whatever_the_question_held() -> None:
    play = Play(script())
    for _ in range(3):
        play.say()
    play.say("yes", act=Act.YES, covers=["cause"])
    assert verdict(play, "cause") is Verdict.PARTLY


def test_a_yes_that_denies_the_point_affirms_nothing() -> None:
    play = Play(script())
    for _ in range(3):
        play.say()
    play.say("yes", act=Act.YES, denies=["cause"])
    assert verdict(play, "cause") is Verdict.CONTRADICTED


def test_a_plain_yes_to_a_prompt_that_asks_how_many_is_no_answer() -> None:
    play = Play(script())
    play.say(covers=["cause"])
    play.say()
    play.say()
    assert play.line == "How many hours?"
    play.say("yes", act=Act.YES)
    assert verdict(play, "delay") is Verdict.MISSING


def test_a_plain_yes_to_a_pump_says_nothing() -> None:
    play = Play(script())
    play.say()
    assert play.line == "Go on."
    play.say("yes", act=Act.YES)
    assert verdict(play, "cause") is Verdict.MISSING


def test_a_plain_yes_to_a_check_covers_the_point() -> None:
    play = Play(script())
    play.say(near={"cause": ["reason"]})
    assert play.line == "So something is on the line?"
    play.say("Yes.", act=Act.YES)
    assert verdict(play, "cause") is Verdict.COVERED
    quote = play.state.ledger.point("cause").quotes[-1].evidence
    assert (quote.text, quote.phrase) == ("Yes.", "yes to: So something is on the line?")


def test_after_a_yes_to_a_prompt_a_later_reply_builds_on_it() -> None:
    play = Play(script({"states.platform.follow_ups.delay.prompt": "Is it hours?", "states.platform.max_follow_ups": 6}))
    play.say(covers=["cause"])
    play.say()
    play.say()
    play.say("yes", act=Act.YES)
    play.say(met={"delay": ["news"]})
    assert play.state.ledger.point("delay").facets == {"long": Strength.NEAR, "news": Strength.MET}


def test_a_told_point_said_aloud_is_kept_but_stays_told() -> None:
    play = Play(script(), Options(mode=Mode.COACH))
    play.move(ShowMe("cause"))
    play.say(covers=["cause"])
    point = play.state.ledger.point("cause")
    assert (point.verdict, point.told) == (Verdict.COVERED, True)
