"""What the coach chooses to say after a reply."""

from __future__ import annotations

from dataclasses import replace

from tests.report.plays import played
from tests.small_meeting import GOOD
from trainer.meeting.turns import turns_of
from trainer.report.coaching import Coaching, coaching
from trainer.scoring.feedback import feedback
from trainer.scoring.reasons import OUTRIGHT
from trainer.text.values import Verdict


def after(*replies: str) -> Coaching:
    """The coach on the last of these replies."""
    rehearsal = played(*replies)
    turn = [one for one in turns_of(rehearsal.events) if one.reading is not None][-1]
    assert turn.reading is not None
    said = feedback(rehearsal.script, turn.before, turn.after, replies[-1], turn.reading)
    return coaching(rehearsal.script.scenario, turn, said)


def test_what_the_moment_listens_for_comes_with_the_words_that_earned_it() -> None:
    said = after(GOOD[0])
    assert [one.label for one in said.heard] == ["How bad it is"]
    assert said.heard[0].quote in GOOD[0]
    assert said.also == ()


def test_what_was_shown_before_is_not_told_as_earned() -> None:
    run = played(GOOD[0])
    run.show_me("no_warning")
    run.reply("No, we should not ship with a warning.")
    turn = [one for one in turns_of(run.events) if one.reading is not None][-1]
    assert turn.reading is not None
    said = coaching(run.script.scenario, turn, feedback(run.script, turn.before, turn.after, turn.reply or "", turn.reading))
    assert [(one.label, one.after_shown) for one in said.heard] == [("No warning label", True)]


def test_what_nobody_asked_for_yet_is_named_apart() -> None:
    said = after(f"{GOOD[0]} {GOOD[1]}")
    assert [one.label for one in said.heard] == ["How bad it is"]
    assert said.also == ("No warning label",)


def test_no_better_line_stands_beside_words_that_did() -> None:
    assert after(GOOD[0]).better == ""


def test_a_point_of_one_part_is_not_named_twice() -> None:
    missing = after("hmm").missing
    assert [(one.label, one.what) for one in missing] == [("How bad it is", "")]


def test_a_concession_is_named_as_such_and_not_as_missing_too() -> None:
    said = after(GOOD[0], "let us ship it with a warning")
    assert [one.verdict.value for one in said.heard] == ["contradicted"]
    assert said.missing == ()
    assert said.careful == ("Agreed to ship (“let us ship it with a warning”). Your next reply can still take it back.",)


def test_what_was_taken_back_is_said_to_be_repaired() -> None:
    said = after(GOOD[0], "let us ship it with a warning", "no, I take that back, we should not ship with a warning")
    assert "You took it back in time: Agreed to ship." in said.careful


def test_a_half_heard_point_of_one_part_is_named_as_still_to_be_said_outright() -> None:
    rehearsal = played("hmm")
    turn = [one for one in turns_of(rehearsal.events) if one.reading is not None][-1]
    assert turn.reading is not None
    said = feedback(rehearsal.script, turn.before, turn.after, "hmm", turn.reading)
    (point,) = (one.point for one in said.missing)
    half = replace(turn.after.ledger.point(point), verdict=Verdict.PARTLY)
    after = replace(turn.after, ledger=replace(turn.after.ledger, points={**turn.after.ledger.points, point: half}))
    (missing,) = coaching(rehearsal.script.scenario, replace(turn, after=after), said).missing
    assert missing.what == OUTRIGHT
