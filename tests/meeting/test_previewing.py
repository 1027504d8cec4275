"""What a draft would do to the points asked for, foreseen without saying it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.meeting.builders import reading, script
from tests.meeting.test_properties import SCRIPTS, found, move_of, moves, options
from trainer.matching.reading import Act
from trainer.meeting.engine import begin, step
from trainer.meeting.moves import Claim, Move, Quit, Reply, ShowMe
from trainer.meeting.options import Mode, Options
from trainer.meeting.play_rules import out_of_play, required_here
from trainer.meeting.previewing import would_stand
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.text.values import Verdict

THE_MEETING = script()


def after(*said: Move, of: Script = THE_MEETING, chosen: Options | None = None) -> MeetingState:
    """The meeting once all this was done, with a coach."""
    state, _ = begin(of, chosen or Options(mode=Mode.COACH))
    for move in said:
        state, _ = step(of, state, move)
    return state


def reply(**heard: Any) -> Reply:
    """Words in which this is heard."""
    return Reply("some words said here", reading(THE_MEETING, **heard))


@given(st.sampled_from(SCRIPTS), options, moves, found)
def test_what_is_foreseen_is_what_comes(of: Script, chosen: Options, made: list[Any], said: Any) -> None:
    state, _ = begin(of, chosen)
    for one in made:
        state, _ = step(of, state, move_of(of, one))
    now = Reply("some words said here", reading(of, **said))
    foreseen = would_stand(of, state, now)
    came, _ = step(of, state, now)
    assert foreseen == {point: came.ledger.point(point).verdict for point in foreseen}
    if state.moment is not None and not state.over:
        left_out = set(required_here(of, state.moment, state.options.points)) - set(foreseen)
        out = out_of_play(of, state.options.absent, state.options.moments)
        assert all(point in out or state.ledger.point(point).told or state.ledger.point(point).claimed for point in left_out)
    else:
        assert foreseen == {}


def test_what_was_said_before_stays_lit_while_the_draft_is_empty() -> None:
    state = after(reply(near={"cause": ["reason"]}))
    assert would_stand(THE_MEETING, state, None)["cause"] is Verdict.PARTLY


def test_a_draft_adds_to_what_was_said_before() -> None:
    first, second = {"delay": ["long"]}, {"delay": ["news"]}
    state = after(reply(met=first))
    assert would_stand(THE_MEETING, state, reply(met=second))["delay"] is Verdict.COVERED
    assert would_stand(THE_MEETING, after(), reply(met=second))["delay"] is Verdict.PARTLY


def test_a_draft_that_says_the_opposite_is_shown_as_the_opposite() -> None:
    assert would_stand(THE_MEETING, after(), reply(denies=["cause"]))["cause"] is Verdict.CONTRADICTED


def test_a_point_that_was_claimed_is_left_out() -> None:
    state = after(reply(), Claim())
    assert "cause" not in would_stand(THE_MEETING, state, None)


def test_a_point_that_was_shown_can_still_be_said() -> None:
    state = after(reply(), ShowMe("cause"))
    assert would_stand(THE_MEETING, state, None)["cause"] is Verdict.MISSING
    assert would_stand(THE_MEETING, state, reply(covers=["cause"]))["cause"] is Verdict.COVERED


def test_only_the_points_of_a_drill_are_foreseen() -> None:
    chosen = Options(mode=Mode.DRILL, moments=("platform",), points=("delay",))
    assert list(would_stand(THE_MEETING, after(chosen=chosen), None)) == ["delay"]


def test_after_the_end_there_is_nothing_to_foresee() -> None:
    state = after(Quit())
    assert would_stand(THE_MEETING, state, reply(met={"cause": ["reason"]}, act=Act.STATEMENT)) == {}
