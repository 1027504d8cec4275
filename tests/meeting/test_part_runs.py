"""Part runs: chosen moments in order, once each, and an end of their own."""

from __future__ import annotations

from typing import Any

import pytest

from tests.meeting.builders import Play, script
from trainer.errors import NotFound
from trainer.meeting.engine import begin
from trainer.meeting.events import Ended, Entered, Hinted, HowEnded, LineKind, Rung, Spoke
from trainer.meeting.moves import Claim, NoMoreReplies, Retry
from trainer.meeting.options import Length, Mode, Options, Pressure
from trainer.meeting.play_rules import out_of_play
from trainer.meeting.run import ScriptedReply, run
from trainer.scoring.score import score

ALL: dict[str, Any] = {"covers": ["cause", "delay", "bus", "tea", "refund"]}
DONE = Ended(HowEnded.DONE)


def part(*moments: str, **more: Any) -> Options:
    return Options(moments=moments, **more)


def entered(play: Play) -> list[str]:
    return [event.moment for event in play.events if isinstance(event, Entered)]


def to_the_end(play: Play, **found: Any) -> Play:
    while not play.state.over:
        play.say(**found)
    return play


def test_a_part_run_goes_through_its_moments_in_the_order_given_and_is_done() -> None:
    play = to_the_end(Play(script(), part("hall", "platform")), **ALL)
    assert entered(play) == ["hall", "platform"]
    assert play.state.ended == DONE


def test_a_moment_named_twice_is_rehearsed_once() -> None:
    assert entered(to_the_end(Play(script(), part("hall", "platform", "hall")))) == ["hall", "platform"]


def test_no_other_interjection_comes_however_hard_the_pressure() -> None:
    play = to_the_end(Play(script(), part("platform", "hall", pressure=Pressure.HARD)), **ALL)
    assert entered(play) == ["platform", "hall"]


def test_detours_and_interjections_are_entered_as_questions_whatever_their_when() -> None:
    play = to_the_end(Play(script({"interjections.song.when": {"covered": "bus"}}), part("song", "office")))
    assert entered(play) == ["song", "office"]
    assert [spoke.kind for spoke in play.of_kind(Spoke) if spoke.rung is None] == [LineKind.QUESTION, LineKind.QUESTION]
    assert play.state.after is None


def test_inside_a_moment_the_role_presses_as_ever() -> None:
    play = Play(script(), part("platform"))
    play.say()
    assert (play.waiting.rung, play.waiting.point) == (Rung.PUMP, "cause")


def test_the_moments_of_an_absent_role_are_passed_through() -> None:
    play = to_the_end(Play(script(), part("hall", "platform", absent=("mayor",))))
    assert entered(play) == ["platform"]


def test_a_stand_in_asks_in_a_part_run_too() -> None:
    play = Play(script({"roles.mayor.stand_in": "guard"}), part("hall", absent=("mayor",)))
    assert (play.state.moment, play.waiting.role) == ("hall", "guard")


def test_a_part_run_with_nobody_there_is_done_at_once() -> None:
    assert Play(script(), part("hall", absent=("mayor",))).state.ended == DONE


def test_a_moment_in_which_nothing_can_be_said_yet_is_passed_through() -> None:
    play = Play(script({"states.platform.says": [{"when": {"covered": "bus"}, "lines": ["And the bus?"]}]}), part("platform", "hall"))
    assert play.state.moment == "hall"
    assert themes(play) == {"plan": ["bus"]}


def test_an_interrupting_ending_still_interrupts() -> None:
    play = Play(script(), part("platform", "hall"))
    play.say(mistakes=[("gives_up", True)])
    play.say(mistakes=[("gives_up", True)])
    assert play.state.ended == Ended(HowEnded.ENDING, "riot")


def test_only_the_chosen_points_are_pressed_and_the_others_can_still_be_heard() -> None:
    play = Play(script(), part("platform", points=("delay",)))
    play.say(covers=["cause"])
    assert play.waiting.point == "delay"
    assert play.state.ledger.point("cause").quotes
    play.say(covers=["delay"])
    assert play.state.ended == DONE


def test_a_chosen_point_that_was_said_already_is_not_asked_for_again() -> None:
    play = Play(script(), part("platform", "office", points=("cause",)))
    play.say(covers=["cause"])
    assert play.state.moment == "office"
    play.say()
    assert play.state.ended == DONE


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (part("plattform"), "no state or interjection called 'plattform' (did you mean platform?)"),
        (part("platform", points=("delays",)), "no required key point called 'delays' (did you mean delay?)"),
        (Options(points=("refund",)), "no required key point called 'refund'"),
    ],
    ids=["a moment that is none", "a point that is none", "a point that nobody asks for"],
)
def test_what_is_not_there_cannot_be_rehearsed(options: Options, message: str) -> None:
    with pytest.raises(NotFound) as error:
        begin(script(), options)
    assert str(error.value) == message


def test_the_coach_helps_in_a_drill_and_lets_the_last_reply_be_taken_back_when_all_is_done() -> None:
    play = Play(script(), part("hall", mode=Mode.DRILL, points=("bus",)))
    play.say()
    assert [hint.point for hint in play.of_kind(Hinted)] == ["bus"]
    play.say(covers=["bus"])
    assert play.state.ended == DONE
    play.move(Retry())
    assert not play.state.over
    assert play.refolded() == play.state


def test_claiming_the_last_thing_that_was_pressed_ends_a_part_run() -> None:
    play = Play(script(), part("hall"))
    play.say()
    play.move(Claim())
    assert play.state.ended == DONE


def test_a_part_run_left_early_is_not_done() -> None:
    play = Play(script(), part("hall"))
    play.move(NoMoreReplies())
    assert play.state.ended == Ended(HowEnded.NO_MORE_REPLIES)
    assert not score(play.script, play.state).passed


@pytest.mark.parametrize(
    ("options", "length"),
    [
        (Options(), Length.WHOLE),
        (Options(mode=Mode.COACH), Length.WHOLE),
        (part("hall"), Length.SHORT),
        (part("hall", mode=Mode.DRILL), Length.DRILL),
    ],
)
def test_the_length_of_a_run_follows_from_its_options(options: Options, length: Length) -> None:
    assert options.length is length


def test_a_prepared_reply_waits_for_a_moment_ahead_in_the_part_and_for_no_other() -> None:
    of = script()
    waits = run(of, [ScriptedReply("there is a bus", "hall")], part("platform", "hall"))
    assert (waits.unused, waits.state.moment) == ((), "hall")
    nobody_asks = run(of, [ScriptedReply("there is a bus", "hall")], part("platform", "office"))
    assert [one.state for one in nobody_asks.unused] == ["hall"]
    assert nobody_asks.state.moment == "platform"


def themes(play: Play) -> dict[str, list[str]]:
    return {theme.id: [point.id for point in theme.points] for theme in score(play.script, play.state).themes}


def test_the_score_counts_what_the_chosen_moments_require_visited_or_not() -> None:
    play = Play(script(), part("song", "hall"))
    assert themes(play) == {"plan": ["bus", "tea"]}
    assert themes(Play(script(), part("platform", "hall", points=("delay",)))) == {"what": ["delay"]}


def test_what_only_moments_passed_through_at_the_end_require_is_not_counted() -> None:
    of = script({"states.platform.says": [{"when": {"covered": "tea"}, "lines": ["And the tea?"]}]})
    assert themes(Play(of, part("hall", "platform"))) == {"what": ["cause", "delay"], "plan": ["bus"]}
    assert themes(to_the_end(Play(of, part("hall", "platform")), covers=["bus"])) == {"plan": ["bus"]}


def test_extras_are_what_the_chosen_moments_listen_for_besides_and_none_in_a_run_about_some_points() -> None:
    heard = to_the_end(Play(script(), part("hall")), covers=["bus", "refund"])
    assert score(heard.script, heard.state).extras == 10.0
    drilled = to_the_end(Play(script(), part("hall", points=("bus",))), covers=["bus", "refund"])
    assert score(drilled.script, drilled.state).extras == 0.0


def test_a_part_run_that_is_done_passes_with_enough_said() -> None:
    of = script()
    assert score(of, to_the_end(Play(of, part("platform")), covers=["cause", "delay"]).state).passed
    assert not score(of, to_the_end(Play(of, part("platform"))).state).passed


def test_what_blocks_keeps_a_part_run_from_passing() -> None:
    play = Play(script({"endings.0.interrupts": False}), part("platform"))
    play.say(mistakes=[("gives_up", True)])
    to_the_end(play, covers=["cause", "delay"], mistakes=[("gives_up", True)])
    result = score(play.script, play.state)
    assert play.state.ended == DONE
    assert not result.passed


def test_a_point_whose_only_asker_in_the_part_is_absent_is_out_of_play() -> None:
    of = script({"states.hall.listens_for": ["bus", "cause"], "states.hall.requires": ["bus", "cause"]})
    assert "cause" not in out_of_play(of, ("mayor",))
    assert "cause" in out_of_play(of, ("mayor",), ("hall",))
    assert themes(Play(of, part("hall", "song", absent=("mayor",)))) == {"plan": ["tea"]}
