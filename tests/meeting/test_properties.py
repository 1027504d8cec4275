"""What holds whatever is said: a meeting ends, repeats nothing, presses fairly and is exactly its events."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.meeting.builders import reading, script
from trainer.matching.reading import Act, Reading
from trainer.meeting.engine import begin, step
from trainer.meeting.events import Entered, Event, HowEnded, PointHeard, Spoke
from trainer.meeting.fold import evolve, fold
from trainer.meeting.moves import AskHint, Claim, Move, Reply, Retry, ShowMe, Silence
from trainer.meeting.options import Mode, Options, Pressure
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.meeting.turns import turns_of
from trainer.meeting.ways import MAX_VISITS
from trainer.record.codec import decode_event, encode_event
from trainer.scenario.incident import Unknown
from trainer.scoring.score import score
from trainer.text.values import Flag, Verdict

LOOPING: dict[str, Any] = {
    "states.hall.next": [{"when": {"missing": "bus"}, "to": "platform"}, {"to": "end"}],
    "states.platform.follow_ups.bus": {"pump": "And the bus?"},
}
SCRIPTS: tuple[Script, ...] = (
    script(),
    script(LOOPING, reason=Unknown.UNKNOWN),
    script({"endings.0.interrupts": False, "roles.mayor.stand_in": "guard", "states.platform.max_follow_ups": 6}),
)
POINTS = ("cause", "delay", "bus", "tea", "refund")
MOMENTS = ("platform", "hall", "office", "song", "press")
FACETS = {"cause": ["reason"], "delay": ["long", "news", "sorry"], "bus": ["said"], "tea": ["said"], "refund": ["said"]}

some_facets = st.fixed_dictionaries({}, optional={point: st.lists(st.sampled_from(parts), unique=True) for point, parts in FACETS.items()})
found = st.fixed_dictionaries(
    {"act": st.sampled_from(Act)},
    optional={
        "met": some_facets,
        "near": some_facets,
        "denies": st.lists(st.sampled_from(POINTS), max_size=2),
        "flags": st.lists(st.tuples(st.sampled_from(Flag), st.booleans()), max_size=2),
        "mistakes": st.lists(st.tuples(st.just("gives_up"), st.booleans()), max_size=1),
        "repairs": st.lists(st.just("gives_up"), max_size=1),
        "asked": st.sampled_from([None, "guard:0", "guard:1"]),
    },
)
parts = st.lists(st.sampled_from(MOMENTS), min_size=1, max_size=4).map(tuple)
options = st.builds(
    Options,
    seed=st.integers(0, 50),
    mode=st.sampled_from(Mode),
    pressure=st.sampled_from(Pressure),
    absent=st.sampled_from([(), ("mayor",)]),
    moments=st.just(()) | parts,
    points=st.just(()) | st.lists(st.sampled_from(("cause", "delay", "bus", "tea")), max_size=2).map(tuple),
)
aids = st.sampled_from(["claim", "hint", "show", "retry", "silence"])
moves = st.lists(st.one_of(found, aids), max_size=40)


def move_of(of: Script, one: Any) -> Move:
    match one:
        case "claim":
            return Claim()
        case "hint":
            return AskHint()
        case "show":
            return ShowMe("cause")
        case "retry":
            return Retry()
        case "silence":
            return Silence(reading(of, act=Act.EMPTY))
        case _:
            return Reply("some words said here", reading(of, **one))


def steps(of: Script, chosen: Options, made: list[Any]) -> list[tuple[MeetingState, tuple[Event, ...]]]:
    """Every state of a meeting with the events that led to it."""
    walked = [begin(of, chosen)]
    for one in made:
        walked.append(step(of, walked[-1][0], move_of(of, one)))
    return walked


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SCRIPTS), options, moves)
def test_the_state_is_the_fold_of_the_events_also_after_a_round_trip_through_json(of: Script, chosen: Options, made: list[Any]) -> None:
    folded = written = MeetingState()
    for state, events in steps(of, chosen, made):
        for event in events:
            folded = evolve(folded, event)
            written = evolve(written, decode_event(encode_event(event)))
        assert folded == state
        assert written == state


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SCRIPTS), options, moves)
def test_equal_seeds_and_moves_give_equal_events(of: Script, chosen: Options, made: list[Any]) -> None:
    assert steps(of, chosen, made) == steps(of, chosen, made)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SCRIPTS), options, moves)
def test_no_line_is_said_twice_running(of: Script, chosen: Options, made: list[Any]) -> None:
    for state, _ in steps(of, chosen, made):
        assert all(one != other for one, other in zip(state.asked, state.asked[1:], strict=False))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SCRIPTS), options, moves)
def test_nobody_is_pressed_for_what_was_covered_claimed_or_told(of: Script, chosen: Options, made: list[Any]) -> None:
    for state, events in steps(of, chosen, made):
        if events and isinstance(events[-1], Spoke) and events[-1].point is not None:
            point = state.ledger.point(events[-1].point)
            assert point.verdict is not Verdict.COVERED
            assert not point.claimed
            assert not point.told


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SCRIPTS), options, moves)
def test_score_and_trust_stay_within_0_and_100(of: Script, chosen: Options, made: list[Any]) -> None:
    for state, _ in steps(of, chosen, made):
        assert 0 <= score(of, state).total <= 100
        assert 0 <= score(of, state, first=True).total <= 100
        assert all(0 <= trust <= 100 for trust in state.trust.values())


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SCRIPTS), options, moves)
def test_turns_are_the_lines_that_stand_and_their_replies(of: Script, chosen: Options, made: list[Any]) -> None:
    walked = steps(of, chosen, made)
    turns = turns_of(event for _, events in walked for event in events)
    assert tuple(turn.spoke.line for turn in turns) == walked[-1][0].asked
    assert [turn.index for turn in turns] == list(range(len(turns)))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(SCRIPTS), options, st.lists(found, min_size=1, max_size=12))
def test_every_meeting_ends_within_a_bound_whatever_is_said(of: Script, chosen: Options, cycle: list[Any]) -> None:
    state, _ = begin(of, chosen)
    for taken in range(bound(of)):
        if state.over:
            return
        state, _ = step(of, state, move_of(of, cycle[taken % len(cycle)]))
    assert state.over


def bound(of: Script) -> int:
    """Lines a meeting can hold at most: each visit its question, presses, silence and answers; doubts, checks and clarifications once."""
    points, moments = len(of.scenario.key_points), len(of.moments)
    visit = max(moment.max_follow_ups for moment in of.moments.values()) + 2 + len(of.answers)
    return visit * MAX_VISITS * moments + 2 * points + 4 * len(of.scenario.mistakes) + moments


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SCRIPTS), options, st.lists(found, max_size=8), st.sampled_from(POINTS))
def test_hearing_one_more_point_never_lowers_the_score(of: Script, chosen: Options, made: list[Any], point: str) -> None:
    state, _ = steps(of, chosen, made)[-1]
    if state.waiting is None:
        return
    heard = state
    for event in covered(of, point):
        heard = evolve(heard, event)
    assert score(of, heard).total >= score(of, state).total


def covered(of: Script, point: str) -> list[Event]:
    full: Reading = reading(of, covers=[point])
    hits = {hit.facet: hit.strength for hit in full.points[point].hits}
    return [PointHeard(point, hits, Verdict.COVERED, ())]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SCRIPTS), options, parts, moves)
def test_a_part_run_visits_its_moments_only_in_their_order_and_each_once(of: Script, chosen: Options, part: Any, made: list[Any]) -> None:
    chosen = replace(chosen, moments=part)
    walked = steps(of, chosen, [one for one in made if one != "retry"])
    entered = [event.moment for _, events in walked for event in events if isinstance(event, Entered)]
    assert entered == [moment for moment in dict.fromkeys(part) if moment in entered]
    ended = walked[-1][0].ended
    if ended is not None and ended.how is HowEnded.ENDING:
        assert ended.ending == "riot"


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(SCRIPTS), options, parts, moves)
def test_a_part_run_about_some_points_presses_for_no_other(of: Script, chosen: Options, part: Any, made: list[Any]) -> None:
    chosen = replace(chosen, moments=part, points=("cause", "tea"))
    pressed = {event.point for _, events in steps(of, chosen, made) for event in events if isinstance(event, Spoke)}
    assert pressed <= {None, "cause", "tea"}


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(SCRIPTS), options, parts, st.lists(found, max_size=8))
def test_a_part_run_counts_no_point_that_its_moments_do_not_require(of: Script, chosen: Options, part: Any, made: list[Any]) -> None:
    chosen = replace(chosen, moments=part)
    required = {point for name in part for point in of.moment(name).requires}
    for state, _ in steps(of, chosen, made):
        assert {point.id for theme in score(of, state).themes for point in theme.points} <= required


def test_a_fold_starts_from_nothing() -> None:
    assert fold([]) == MeetingState()
