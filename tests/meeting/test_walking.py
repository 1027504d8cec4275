"""From moment to moment: ways on, interjections, absent roles, endings."""

from __future__ import annotations

from typing import Any

import pytest

from tests.meeting.builders import Play, script
from trainer.errors import NotFound
from trainer.meeting.engine import begin
from trainer.meeting.events import Ended, Entered, HowEnded, LineKind
from trainer.meeting.moves import NoMoreReplies, Quit, TimeUp
from trainer.meeting.options import Options, Pressure
from trainer.meeting.play_rules import out_of_play
from trainer.meeting.ways import MAX_VISITS

DONE: dict[str, Any] = {"covers": ["cause", "delay"]}


def entered(play: Play) -> list[str]:
    return [event.moment for event in play.events if isinstance(event, Entered)]


def test_the_first_way_whose_condition_holds_is_taken() -> None:
    play = Play(script({"states.platform.max_follow_ups": 0}))
    play.say(denies=["cause"])
    play.say()
    assert play.state.moment == "office"


def test_conditions_see_the_meeting_after_the_reply() -> None:
    play = Play(script({"states.platform.max_follow_ups": 0, "states.platform.follow_ups.cause.doubt": None}))
    play.say(denies=["cause"])
    assert play.state.moment == "office"


def test_a_target_that_is_no_state_is_refused_when_the_script_is_prepared() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        script({"states.hall.next": [{"to": "nowhere"}]})


def test_gentle_pressure_brings_no_interjection() -> None:
    play = Play(script())
    play.say(**DONE)
    assert entered(play) == ["platform", "hall"]


def test_real_pressure_puts_an_interjection_before_the_way_on() -> None:
    play = Play(script(), Options(pressure=Pressure.REAL))
    play.say(**DONE)
    assert (play.state.moment, play.waiting.kind, play.state.after) == ("song", LineKind.INTERJECTION, "platform")


def test_after_an_interjection_the_way_on_is_chosen_as_things_stand_then() -> None:
    changes = {"interjections.song.requires": [], "states.platform.follow_ups": {}, "interjections.song.listens_for": ["cause"]}
    play = Play(script(changes), Options(pressure=Pressure.REAL))
    play.say()
    assert play.state.moment == "song"
    play.say(denies=["cause"])
    assert play.state.moment == "office"


def test_an_interjection_that_needs_hard_pressure_does_not_come_at_real() -> None:
    play = Play(script(), Options(pressure=Pressure.REAL, seed=3))
    while not play.state.over:
        play.say(covers=["cause", "delay", "bus"])
    assert "press" not in entered(play)
    assert entered(play).count("song") == 1


def test_one_interjection_comes_before_each_way_on_and_each_comes_once() -> None:
    play = Play(script(), Options(pressure=Pressure.HARD))
    while not play.state.over:
        play.say(covers=["cause", "delay", "bus", "tea", "refund"])
    assert sorted(entered(play)) == ["hall", "platform", "press", "song"]


def test_the_interjection_listening_for_most_weak_points_comes_first() -> None:
    play = Play(script(), Options(pressure=Pressure.HARD))
    play.say(**DONE)
    assert play.state.moment == "song"
    other = Play(script(), Options(pressure=Pressure.HARD))
    other.say(covers=["cause", "delay", "tea", "bus"])
    assert other.state.moment == "press"


def test_ties_fall_by_the_seed_and_always_the_same_way() -> None:
    def first(seed: int) -> str | None:
        play = Play(
            script({"interjections.song.listens_for": ["bus"], "interjections.song.requires": []}),
            Options(seed=seed, pressure=Pressure.HARD),
        )
        play.say(**DONE)
        return play.state.moment

    drawn = [first(seed) for seed in range(12)]
    assert drawn == [first(seed) for seed in range(12)]
    assert set(drawn) == {"song", "press"}


def test_an_interjection_waits_for_its_condition_and_its_role() -> None:
    play = Play(script({"interjections.song.when": {"covered": "tea"}}), Options(pressure=Pressure.HARD, absent=("mayor",)))
    play.say(**DONE)
    assert entered(play) == ["platform"]


def test_the_states_of_an_absent_role_are_passed_through() -> None:
    play = Play(script(), Options(absent=("mayor",)))
    play.say(**DONE)
    assert play.state.ended == Ended(HowEnded.ENDING, "calm")
    assert "hall" not in play.state.visits


def test_a_stand_in_asks_in_the_absent_roles_place() -> None:
    play = Play(script({"roles.mayor.stand_in": "guard"}), Options(absent=("mayor",)))
    play.say(**DONE)
    assert (play.waiting.role, play.waiting.moment) == ("guard", "hall")


def test_only_an_optional_role_may_be_absent() -> None:
    for name in ("guard", "nobody"):
        with pytest.raises(NotFound, match="mayor"):
            begin(script(), Options(absent=(name,)))


def test_with_nobody_in_the_room_the_meeting_is_over_at_once() -> None:
    changes: dict[str, Any] = {"start": "hall"}
    play = Play(script(changes), Options(absent=("mayor",)))
    assert play.state.over


def test_points_only_an_absent_role_requires_are_out_of_play() -> None:
    of = script()
    assert out_of_play(of, ("mayor",)) == {"bus", "refund"}
    assert out_of_play(of, ()) == frozenset()
    assert "bus" not in out_of_play(script({"roles.mayor.stand_in": "guard"}), ("mayor",))


def test_endings_are_looked_at_in_order_and_the_last_one_always_holds() -> None:
    play = Play(script())
    while not play.state.over:
        play.say(covers=["cause", "delay", "bus"])
    assert play.state.ended == Ended(HowEnded.ENDING, "calm")
    other = Play(script())
    while not other.state.over:
        other.say()
    assert other.state.ended == Ended(HowEnded.ENDING, "cold")


@pytest.mark.parametrize(
    ("move", "how"), [(Quit(), HowEnded.QUIT), (TimeUp(), HowEnded.TIME_UP), (NoMoreReplies(), HowEnded.NO_MORE_REPLIES)]
)
def test_a_meeting_stopped_early_has_no_ending(move: Any, how: HowEnded) -> None:
    play = Play(script())
    play.move(move)
    assert play.state.ended == Ended(how)
    assert play.say() == ()


def test_a_scenario_that_loops_ends_all_the_same() -> None:
    play = Play(script({"states.hall.next": [{"to": "platform"}], "states.platform.next": [{"to": "hall"}]}))
    for _ in range(60):
        if play.state.over:
            break
        play.say()
    assert play.state.over
    assert max(play.state.visits.values()) == MAX_VISITS


def test_a_state_that_could_only_repeat_itself_is_passed_through() -> None:
    play = Play(script({"states.office.next": [{"to": "office"}], "start": "office", "states.office.max_follow_ups": 0}))
    play.say()
    assert play.state.over
    assert play.lines == ["Once more: why?"]


def test_the_first_question_depends_on_what_was_said() -> None:
    play = Play(script({"start": "office", "states.office.next": [{"to": "platform"}]}))
    play.say(covers=["cause"])
    assert play.line == "A tree, then. How long?"
