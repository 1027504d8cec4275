"""What every front end drives: moves kept before they are shown, drafts, the clock, going on later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.small_meeting import GOOD, small_scenario
from trainer.errors import EmptyReply, NotFound, OutOfRange, ReplyRefused, ReplyTooLong, StoreFailed
from trainer.meeting.events import HowEnded, Replied, Spoke
from trainer.meeting.options import Mode, Options
from trainer.rehearsal import Rehearsal, new_run_id, new_seed
from trainer.scenario.incident import example_incident
from trainer.store.store import Store
from trainer.text.values import Verdict

SCENARIO = small_scenario()
INCIDENT = example_incident(SCENARIO)
COACH = Options(mode=Mode.COACH)


@dataclass
class HandClock:
    """A clock that moves when it is told to."""

    now: datetime = field(default=datetime(2026, 1, 2, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "history.db") as opened:
        yield opened


def start(store: Store | None, options: Options = COACH, clock: HandClock | None = None, limit: float | None = None) -> Rehearsal:
    return Rehearsal.start(store, SCENARIO, INCIDENT, options, clock=clock or HandClock(), limit=limit)


def test_the_first_line_waits(store: Store) -> None:
    rehearsal = start(store)
    assert rehearsal.state.waiting is not None
    assert rehearsal.state.waiting.moment == "opening"
    assert store.load(rehearsal.run_id) == rehearsal.record()


def test_every_move_is_kept_before_it_is_shown(store: Store) -> None:
    rehearsal = start(store)
    rehearsal.hint()
    rehearsal.reply("hmm")
    rehearsal.show_me("severity")
    rehearsal.retry()
    rehearsal.silence()
    rehearsal.claim()
    rehearsal.reply(GOOD[1])
    rehearsal.quit()
    assert store.load(rehearsal.run_id).events == rehearsal.events
    assert Rehearsal.resume(store, rehearsal.run_id).state == rehearsal.state


def test_without_a_store_nothing_is_kept_and_everything_works() -> None:
    rehearsal = start(None)
    for reply in GOOD:
        rehearsal.reply(reply)
    assert rehearsal.over
    assert rehearsal.score().total == 100


def test_a_reply_that_could_not_be_kept_has_not_happened(store: Store) -> None:
    rehearsal = start(store)
    before, events = rehearsal.state, rehearsal.events
    rehearsal.save_draft(GOOD[0])
    with Store(store.path) as other:
        Rehearsal.resume(other, rehearsal.run_id).reply("another window was quicker")
    with pytest.raises(StoreFailed):
        rehearsal.reply(GOOD[0])
    assert (rehearsal.state, rehearsal.events, rehearsal.draft) == (before, events, GOOD[0])


@pytest.mark.parametrize(
    ("typed", "error"), [("", EmptyReply), (" \n\t", EmptyReply), ("\x1b\u202e", EmptyReply), ("x" * 4001, ReplyTooLong)]
)
def test_a_reply_that_cannot_be_taken_changes_nothing(store: Store, typed: str, error: type[ReplyRefused]) -> None:
    rehearsal = start(store)
    events = rehearsal.events
    with pytest.raises(error):
        rehearsal.reply(typed)
    assert rehearsal.events == events


def test_after_the_end_nothing_is_taken(store: Store) -> None:
    rehearsal = start(store)
    rehearsal.quit()
    with pytest.raises(ReplyRefused, match="over"):
        rehearsal.reply("x")
    with pytest.raises(ReplyRefused, match="over"):
        rehearsal.silence()
    assert rehearsal.hint().events == rehearsal.claim().events == rehearsal.quit().events == ()


def test_replies_are_kept_without_what_a_terminal_could_take_for_an_order(store: Store) -> None:
    rehearsal = start(store)
    rehearsal.reply("this is\x1b[31m critical\u202e")
    (said,) = [event.text for event in rehearsal.events if isinstance(event, Replied)]
    assert said == "this is[31m critical"


def test_the_draft_is_kept_and_cleared_by_the_reply(store: Store) -> None:
    rehearsal = start(store)
    rehearsal.save_draft("half a th")
    assert Rehearsal.resume(store, rehearsal.run_id).draft == "half a th"
    rehearsal.hint()
    assert Rehearsal.resume(store, rehearsal.run_id).draft == "half a th"
    rehearsal.reply("half a thought")
    assert rehearsal.draft == Rehearsal.resume(store, rehearsal.run_id).draft == ""


def test_a_reply_taken_back_becomes_the_draft_unless_another_is_typed(store: Store) -> None:
    rehearsal = start(store)
    rehearsal.reply("it is only minor")
    rehearsal.retry()
    assert rehearsal.draft == "it is only minor"
    rehearsal.reply("it is minor, really")
    rehearsal.save_draft("wait")
    rehearsal.retry()
    assert Rehearsal.resume(store, rehearsal.run_id).draft == "wait"


def test_feedback_comes_in_coach_mode_after_replies_only(store: Store) -> None:
    coached = start(store)
    assert coached.silence().feedback is None
    feedback = coached.reply(GOOD[0]).feedback
    assert feedback is not None
    assert [heard.point for heard in feedback.heard] == ["severity"]
    assert start(store, Options()).reply(GOOD[0]).feedback is None


def test_a_note_on_delivery_is_given_once_a_rehearsal_also_over_sittings(store: Store) -> None:
    def notes(rehearsal: Rehearsal, times: int) -> list[str | None]:
        found = [rehearsal.reply("No, we cannot ship this release with a warning, no.").feedback for _ in range(times)]
        return [one.note_id for one in found if one is not None]

    at_once = start(store)
    at_once.reply(GOOD[0])
    given = notes(at_once, 2)
    first = start(store)
    first.reply(GOOD[0])
    over_sittings = notes(first, 1) + notes(Rehearsal.resume(store, first.run_id), 1)
    assert given == over_sittings
    assert given[0] is not None
    assert given[1] != given[0]


def test_a_preview_keeps_nothing(store: Store) -> None:
    rehearsal = start(store)
    events = rehearsal.events
    assert rehearsal.preview(GOOD[0]).points["severity"].verdict is Verdict.COVERED
    assert rehearsal.events == events == store.load(rehearsal.run_id).events


def test_the_history_says_where_it_stands(store: Store) -> None:
    rehearsal = start(store)
    rehearsal.reply("hmm")
    rehearsal.retry()
    rehearsal.reply(GOOD[0])
    (run,) = store.runs()
    assert (run.summary.replies, run.summary.ended, run.summary.score) == (1, None, None)
    rehearsal.reply(GOOD[1])
    rehearsal.reply(GOOD[2])
    (run,) = store.runs()
    assert (run.summary.replies, run.summary.ended, run.summary.ending, run.summary.score) == (3, "ending", "halted", 100)
    assert run.summary.first_score is not None
    assert run.summary.first_score < 100


def test_only_optional_roles_may_be_absent(store: Store) -> None:
    for name in ("pm", "nobody"):
        with pytest.raises(NotFound, match=name):
            start(store, Options(absent=(name,)))
    assert store.runs() == ()


def test_when_the_time_is_over_what_is_being_said_still_counts(store: Store) -> None:
    clock = HandClock()
    rehearsal = start(store, clock=clock, limit=2)
    clock.forward(90)
    rehearsal.reply(GOOD[0])
    assert rehearsal.seconds_left() == 30
    clock.forward(60)
    rehearsal.reply(GOOD[1])
    assert rehearsal.seconds_left() == 0
    assert rehearsal.state.ended is not None
    assert rehearsal.state.ended.how is HowEnded.TIME_UP
    assert rehearsal.state.ledger.point("no_warning").verdict is Verdict.COVERED
    assert store.runs()[0].summary.ended == "time_up"


@pytest.mark.parametrize("limit", [0, -1, -0.5, float("nan"), float("inf"), -float("inf")])
def test_a_limit_that_is_no_time_is_refused_in_one_line_and_nothing_begins(store: Store, limit: float) -> None:
    with pytest.raises(OutOfRange, match=r"^the time limit cannot be .*: give a number of minutes above 0, or none for no limit$"):
        start(store, limit=limit)
    assert store.runs() == ()


def test_pauses_between_sittings_take_no_time(store: Store) -> None:
    clock = HandClock()
    rehearsal = start(store, clock=clock, limit=2)
    clock.forward(30)
    rehearsal.reply(GOOD[0])
    clock.forward(3600)
    again = Rehearsal.resume(store, rehearsal.run_id, clock=clock)
    assert again.seconds_left() == 90
    clock.forward(10)
    again.reply("hmm")
    assert store.spent(rehearsal.run_id) == 40


def test_a_clock_set_back_gives_no_time_away(store: Store) -> None:
    clock = HandClock()
    rehearsal = start(store, clock=clock, limit=1)
    clock.forward(-600)
    assert rehearsal.seconds_left() == 60


def test_without_a_limit_no_time_is_left_to_count(store: Store) -> None:
    assert start(store).seconds_left() is None


def test_a_front_end_can_end_it_when_its_own_timer_says_so(store: Store) -> None:
    rehearsal = start(store, limit=1)
    rehearsal.time_up()
    assert rehearsal.state.ended is not None
    assert rehearsal.state.ended.how is HowEnded.TIME_UP


def test_brief_and_debrief_are_there_at_any_time(store: Store) -> None:
    rehearsal = start(store)
    assert rehearsal.brief().parts
    rehearsal.reply(GOOD[0])
    assert rehearsal.brief().own_sentences == 1
    rehearsal.quit()
    assert rehearsal.debrief().passed is False


def test_it_goes_on_in_the_scenario_as_it_was(store: Store) -> None:
    rehearsal = start(store)
    again = Rehearsal.resume(store, rehearsal.run_id)
    assert again.script.scenario == SCENARIO
    again.reply(GOOD[0])
    lines = [event.line for event in again.events if isinstance(event, Spoke)]
    assert lines[-1] == "Can we ship with a warning?"


def test_ids_and_seeds_are_short_enough_to_be_typed() -> None:
    assert len({new_run_id() for _ in range(50)}) == 50
    assert all(len(new_run_id()) == 6 and 0 <= new_seed() < 1_000_000 for _ in range(50))
