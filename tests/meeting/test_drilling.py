"""What a drill asks, and in which words; the moments of a short run."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.meeting.builders import Play, script
from trainer.errors import NotFound, NothingToRehearse
from trainer.meeting.drilling import MOST, drill_moments, first_lines, fresh_seed, part_options, short_moments
from trainer.meeting.options import Length, Mode, Options, Pressure
from trainer.scenario.incident import Unknown

SHORT = {"short": ["platform", "song"]}


def test_a_drill_has_the_first_moment_that_requires_each_point_in_the_order_of_the_points() -> None:
    assert drill_moments(script(), ["bus", "cause"]) == ("hall", "platform")


def test_two_points_of_one_moment_are_drilled_there_together() -> None:
    assert drill_moments(script(), ["delay", "cause"]) == ("platform",)


def test_an_interjection_is_drilled_where_no_state_requires_the_point() -> None:
    assert drill_moments(script(), ["tea"]) == ("song",)
    assert drill_moments(script({"states.hall.requires": ["bus", "tea"], "states.hall.listens_for": ["bus", "tea"]}), ["tea"]) == ("hall",)


def test_a_state_on_the_way_comes_before_a_detour() -> None:
    detour_first = script({"states.platform.detour": True, "states.office.detour": False})
    assert drill_moments(detour_first, ["cause"]) == ("office",)
    assert drill_moments(detour_first, ["delay"]) == ("platform",)


def test_a_drill_is_short() -> None:
    of = script({"states.office.requires": ["refund"], "states.office.listens_for": ["refund"]})
    found = drill_moments(of, ["cause", "bus", "refund", "tea"])
    assert found == ("platform", "hall", "office")
    assert len(found) == MOST


def test_nobody_is_drilled_in_what_no_moment_requires_or_the_facts_put_out_of_play() -> None:
    assert drill_moments(script(), ["refund"]) == ()
    assert drill_moments(script(reason=Unknown.UNKNOWN), ["cause", "bus"]) == ("hall",)


def test_a_drill_keeps_seed_pressure_and_who_is_there() -> None:
    usual = Options(seed=4, mode=Mode.MEETING, pressure=Pressure.HARD, absent=("mayor",))
    assert part_options(script(), usual, Length.DRILL, ["cause", "cause"]) == Options(
        4, Mode.DRILL, Pressure.HARD, ("mayor",), ("platform",), ("cause",)
    )


def test_a_short_run_has_the_moments_the_scenario_names_in_the_mode_asked_for() -> None:
    options = part_options(script(SHORT), Options(mode=Mode.COACH), Length.SHORT)
    assert (options.moments, options.points, options.mode) == (("platform", "song"), (), Mode.COACH)
    assert options.length is Length.SHORT


def test_the_whole_meeting_has_no_moments_of_its_own() -> None:
    assert part_options(script(SHORT), Options(moments=("hall",), points=("bus",)), Length.WHOLE) == Options()


@pytest.mark.parametrize(
    ("length", "points", "message"),
    [
        (Length.SHORT, [], "late-train has no short run"),
        (Length.DRILL, [], "a drill needs key points"),
        (Length.DRILL, ["cause"], "nobody would ask for cause"),
    ],
)
def test_a_part_without_moments_is_refused(length: Length, points: list[str], message: str) -> None:
    with pytest.raises(NothingToRehearse, match=message):
        part_options(script(reason=Unknown.UNKNOWN), Options(), length, points)


WITHOUT_MAYOR = Options(absent=("mayor",))


@pytest.mark.parametrize(
    ("length", "points", "message"),
    [
        (
            Length.SHORT,
            [],
            "nobody would speak in the short run: mayor is absent and nobody stands in. Let mayor be there, or rehearse the whole",
        ),
        (
            Length.DRILL,
            ["bus"],
            "nothing to drill: mayor is absent and nobody stands in, so nobody asks for bus. Let mayor be there, or drill another point",
        ),
    ],
)
def test_a_part_in_which_nobody_would_speak_is_refused_and_names_who_is_absent(length: Length, points: list[str], message: str) -> None:
    with pytest.raises(NothingToRehearse) as error:
        part_options(script({"short": ["hall", "press"]}), WITHOUT_MAYOR, length, points)
    assert str(error.value) == message


def test_several_absent_roles_are_all_named() -> None:
    of = script({"short": ["hall", "platform"], "roles.guard.optional": True})
    with pytest.raises(NothingToRehearse, match=r"guard and mayor are absent and nobody stands in\. Let one of them be there"):
        part_options(of, Options(absent=("guard", "mayor")), Length.SHORT)


@pytest.mark.parametrize(("length", "points"), [(Length.SHORT, []), (Length.DRILL, ["bus"])])
def test_who_stands_in_for_an_absent_role_speaks_in_a_part_run(length: Length, points: list[str]) -> None:
    of = script({"short": ["hall"], "roles.mayor.stand_in": "guard"})
    assert Play(of, part_options(of, WITHOUT_MAYOR, length, points)).state.waiting is not None


def test_a_short_run_needs_one_who_speaks_not_all() -> None:
    of = script({"short": ["hall", "platform"]})
    assert part_options(of, WITHOUT_MAYOR, Length.SHORT).moments == ("hall", "platform")


def test_a_short_run_is_to_be_had_where_the_scenario_has_one_and_somebody_would_speak() -> None:
    of = script({"short": ["hall"]})
    assert short_moments(of) == ("hall",)
    assert short_moments(of, ["mayor"]) == short_moments(script()) == ()


def test_a_point_is_drilled_with_who_is_there() -> None:
    """Where the first to require it is absent, the next who is there asks."""
    of = script({"states.office.requires": ["bus"], "states.office.listens_for": ["bus"]})
    assert drill_moments(of, ["bus"]) == ("hall",)
    assert drill_moments(of, ["bus"], ["mayor"]) == ("office",)
    assert drill_moments(script(), ["bus", "cause"], ["mayor"]) == ("platform",)


@given(
    absent=st.lists(st.sampled_from(["guard", "mayor"]), unique=True),
    stand_in=st.sampled_from([None, "guard"]),
    length=st.sampled_from([Length.SHORT, Length.DRILL]),
    short=st.lists(st.sampled_from(["platform", "hall", "office", "song", "press"]), min_size=1, unique=True),
    points=st.lists(st.sampled_from(["cause", "delay", "bus", "tea"]), min_size=1, unique=True),
)
@settings(deadline=None, max_examples=30)
def test_a_part_run_that_begins_has_a_line_that_waits(
    absent: list[str], stand_in: str | None, length: Length, short: list[str], points: list[str]
) -> None:
    of = script({"short": short, "roles.guard.optional": True, **({"roles.mayor.stand_in": stand_in} if stand_in else {})})
    try:
        options = part_options(of, Options(absent=tuple(absent)), length, points)
    except NothingToRehearse:
        assert absent  # with everybody there something can be rehearsed
    else:
        assert Play(of, options).state.waiting is not None


def test_a_drill_of_a_point_that_is_none_is_refused_with_the_nearest() -> None:
    with pytest.raises(NotFound, match="did you mean cause"):
        part_options(script(), Options(), Length.DRILL, ["causes"])


DRILL = Options(seed=3, mode=Mode.DRILL, moments=("platform", "hall"), points=("cause", "bus"))


def test_the_first_lines_of_a_drill_are_those_it_opens_its_moments_with() -> None:
    for seed in range(20):
        play = Play(script(), Options(seed=seed, moments=("platform",)))
        assert list(first_lines(script(), play.state.options)) == [play.line]


def test_an_absent_role_has_no_first_line() -> None:
    assert len(list(first_lines(script(), Options(moments=("platform", "hall"), absent=("mayor",))))) == 1


def test_a_fresh_seed_words_every_moment_anew() -> None:
    heard = set(first_lines(script(), DRILL))
    fresh = fresh_seed(script(), DRILL, heard, count())
    assert not heard & set(first_lines(script(), Options(fresh, moments=DRILL.moments)))
    assert all(heard & set(first_lines(script(), Options(seed, moments=DRILL.moments))) for seed in range(fresh))


def test_where_all_was_heard_the_seed_with_the_fewest_repeats_is_taken_the_first_of_them() -> None:
    heard = {"What is going on?", "Why is nothing moving?", "Do you know anything?", "Is there another way?"}
    fresh = fresh_seed(script(), DRILL, heard, range(40))
    repeats = [sum(line in heard for line in first_lines(script(), Options(seed, moments=DRILL.moments))) for seed in range(40)]
    assert fresh == repeats.index(min(repeats))
    assert min(repeats) == 1


def test_without_candidates_the_seed_stays() -> None:
    assert fresh_seed(script(), DRILL, set(), []) == DRILL.seed
