"""What the coach says about one reply."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.meeting.builders import Play, reading, script
from trainer.matching.reading import Act, Evidence, FacetHit, FlagHit, PointReading, QuantityNote, Reading, Strength
from trainer.meeting.moves import Reply, ShowMe
from trainer.meeting.options import Mode, Options
from trainer.meeting.script import Script
from trainer.scenario.incident import Unknown
from trainer.scoring.feedback import Feedback, feedback
from trainer.text.values import Flag, Verdict

COACH = Options(mode=Mode.COACH)


def after(play: Play, text: str = "it is late you know", seen: tuple[str, ...] = (), **found: Any) -> Feedback:
    """The feedback on one more reply."""
    before, read = play.state, reading(play.script, **found)
    play.move(Reply(text, read))
    return feedback(play.script, before, play.state, text, read, seen_notes=seen)


def heard(of: Feedback) -> dict[str, str]:
    return {item.point: item.verdict.value for item in of.heard}


def missing(of: Feedback) -> dict[str, str]:
    return {item.point: item.what for item in of.missing}


def test_what_was_heard_is_quoted() -> None:
    result = after(Play(script(), COACH), covers=["cause"], words="a tree fell")
    assert [(item.label, item.quote) for item in result.heard] == [("The cause", "a tree fell")]


def test_only_this_reply_is_quoted_but_the_verdict_takes_earlier_ones_in() -> None:
    play = Play(script({"states.platform.max_follow_ups": 9}), COACH)
    after(play, met={"delay": ["long"]})
    assert heard(after(play, met={"delay": ["news"]})) == {"delay": "covered"}


def test_what_earlier_replies_said_is_not_quoted_again() -> None:
    play = Play(script({"states.platform.max_follow_ups": 9}), COACH)
    after(play, covers=["cause"], met={"delay": ["long"]}, words="two hours")
    result = after(play, met={"delay": ["news"]}, words="at noon")
    assert [(item.point, item.quote) for item in result.heard] == [("delay", "at noon")]


def test_words_inside_a_longer_quote_are_not_quoted_twice() -> None:
    text = "two hours, news at noon"
    result = heard_in(text, Evidence(0, 23, text, "a phrase", 0.9), Evidence(11, 23, "news at noon", "a phrase", 0.9))
    assert [item.quote for item in result.heard] == [text]


def test_words_that_earned_two_parts_are_quoted_once() -> None:
    text = "two hours, news at noon"
    result = heard_in(text, Evidence(0, 23, text, "a phrase", 0.9), Evidence(0, 23, text, "another phrase", 1.0))
    assert [item.quote for item in result.heard] == [text]


def heard_in(text: str, long: Evidence, news: Evidence) -> Feedback:
    """The feedback on a reply whose words earned both parts of `delay`."""
    play = Play(script({"states.platform.max_follow_ups": 9}), COACH)
    read = reading(play.script, met={"delay": ["long", "news"]})
    hits = (FacetHit("long", Strength.MET, long), FacetHit("news", Strength.MET, news))
    read = replace(read, points={**read.points, "delay": replace(read.points["delay"], hits=hits)})
    before = play.state
    play.move(Reply(text, read))
    return feedback(play.script, before, play.state, text, read, seen_notes=())


def test_a_denial_is_heard_as_one() -> None:
    assert heard(after(Play(script(), COACH), denies=["cause"])) == {"cause": "contradicted"}


def test_what_is_missing_is_named_by_its_parts() -> None:
    result = after(Play(script(), COACH), met={"delay": ["long"]})
    assert missing(result) == {"cause": "why it is late", "delay": "when there is news"}


def test_parts_of_which_any_would_do_are_offered_as_a_choice() -> None:
    result = after(Play(script({"key_points.delay.need": "any"}), COACH))
    assert missing(result)["delay"] == "how long it takes or when there is news"


def test_extras_and_points_of_other_moments_are_not_missing() -> None:
    assert set(missing(after(Play(script(), COACH)))) == {"cause", "delay"}


def test_a_partly_said_point_gets_a_better_line_without_what_was_not_said() -> None:
    of = script()
    read = reading(of)
    hit = FacetHit("news", Strength.NEAR, Evidence(0, 4, "noon", "you will hear more at noon", 0.8))
    found = Reading(points={**read.points, "delay": PointReading(Verdict.PARTLY, 0.5, (hit,))}, act=Act.STATEMENT)
    result = given(of, "noon, I guess", found)
    assert (result.better_for, result.better) == ("delay", "You will hear more at noon.")


def on_delay(strength: Strength, words: str, phrase: str = "you will hear more at noon", flags: tuple[FlagHit, ...] = ()) -> Feedback:
    """The feedback where `words` were heard as part of the delay."""
    of = script()
    hit = FacetHit("news", strength, Evidence(0, len(words), words, phrase, 0.8))
    points = {**reading(of).points, "delay": PointReading(Verdict.PARTLY, 0.5, (hit,))}
    return given(of, words, Reading(points=points, act=Act.STATEMENT, flags=flags))


def test_a_part_that_was_well_said_gets_no_other_words_for_it() -> None:
    assert on_delay(Strength.MET, "noon is when I call").better is None


def test_what_was_said_with_a_hedge_gets_plainer_words() -> None:
    hedge = FlagHit(Flag.HEDGING, sure=True, evidence=Evidence(6, 14, "I guess", "I guess", 0.9))
    assert on_delay(Strength.MET, "noon, I guess", flags=(hedge,)).better == "You will hear more at noon."


def test_words_that_say_more_than_the_authors_wording_are_left_alone() -> None:
    assert on_delay(Strength.NEAR, "every passenger gets a text message about noon").better is None


def test_a_wording_of_a_point_that_rests_on_an_open_fact_is_no_better_line() -> None:
    of = script({"facts.reason.unknown": "We don't know why yet."}, reason=Unknown.UNKNOWN)
    hit = FacetHit("reason", Strength.NEAR, Evidence(0, 11, "some reason", "We don't know why yet.", 0.9))
    found = Reading(points={**reading(of).points, "cause": PointReading(Verdict.PARTLY, 0.5, (hit,))}, act=Act.STATEMENT)
    assert given(of, "some reason", found).better is None


def test_what_was_said_after_it_was_shown_is_told_as_such_and_gets_no_better_line() -> None:
    play = Play(script(), COACH)
    play.move(ShowMe("cause"))
    result = after(play, covers=["cause"])
    assert [item.after_shown for item in result.heard if item.point == "cause"] == [True]
    assert result.better is None


def test_a_wording_only_remotely_like_the_words_is_no_better_line() -> None:
    of = script()
    hit = FacetHit("news", Strength.NEAR, Evidence(0, 10, "I call back", "you will hear more at noon", 0.45))
    found = Reading(points={**reading(of).points, "delay": PointReading(Verdict.PARTLY, 0.5, (hit,))}, act=Act.STATEMENT)
    assert given(of, "I call back", found).better is None


RAMBLING = "well, " * 30 + "a tree fell"


def test_a_wholly_said_point_gets_its_model_line_only_where_it_was_said_at_length() -> None:
    assert after(Play(script(), COACH), covers=["cause"]).better is None
    result = after(Play(script(), COACH), RAMBLING, covers=["cause"], words="well, well")
    assert (result.better_for, result.better) == ("cause", "It's late because of a tree on the line.")


def test_whoever_said_the_better_line_hears_none() -> None:
    result = after(Play(script(), COACH), f"{RAMBLING}, it's late because of a tree on the line!", covers=["cause"], words="well, well")
    assert result.better is None


def test_a_point_that_is_not_the_matter_here_gets_no_better_line() -> None:
    assert after(Play(script(), COACH), covers=["bus"]).better is None


def test_quotes_stand_in_the_order_they_were_said() -> None:
    of = script()
    late, early = Evidence(20, 24, "late", "x", 1.0), Evidence(0, 5, "early", "x", 1.0)
    hits = (FacetHit("long", Strength.MET, late), FacetHit("news", Strength.MET, early))
    found = Reading(points={**reading(of).points, "delay": PointReading(Verdict.COVERED, 1.0, hits)}, act=Act.STATEMENT)
    assert given(of, "early and then some more late", found).heard[0].quote == "early … late"


def test_nothing_heard_brings_no_better_line() -> None:
    result = after(Play(script(), COACH))
    assert (result.heard, result.better, result.better_for) == ((), None, None)


def test_a_denied_point_brings_no_better_line() -> None:
    assert after(Play(script(), COACH), denies=["cause"]).better is None


def test_a_point_said_through_one_of_several_ways_gives_the_other_ways_away_to_nobody() -> None:
    of = script({"key_points.delay.need": "any"})
    result = after(Play(of, COACH), met={"delay": ["news"]})
    assert result.better != "It will take two hours, and I'll tell you more at noon."


def test_a_figure_that_differs_from_the_facts_is_said_beside_the_points() -> None:
    of = script()
    read = reading(of, covers=["delay"])
    noted = Reading(points=read.points, act=read.act, notes=(QuantityNote("delay", "long", "three hours", "two hours"),))
    assert given(of, "three hours", noted).figures == ("Your facts say two hours, you said three hours.",)


def test_at_most_one_note_comes_with_a_reply_and_each_once() -> None:
    text = "No, we can't do that. " + "This is a word. " * 40
    play = Play(script({"states.platform.says": "Can we go now?", "states.platform.max_follow_ups": 9}), COACH)
    first = after(play, text)
    assert first.note_id == "refusal_before_acknowledgement"
    before = Play(script({"states.platform.says": "Can we go now?"}), COACH)
    second = after(before, text, seen=("refusal_before_acknowledgement",))
    assert second.note_id not in (None, "refusal_before_acknowledgement")


def given(of: Script, text: str, read: Reading) -> Feedback:
    play = Play(of, COACH)
    before = play.state
    play.move(Reply(text, read))
    return feedback(of, before, play.state, text, read)
