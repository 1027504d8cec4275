"""One rehearsal as every front end drives it: clock, seed and store around the pure meeting.

Owns the order of things: what came of a move is on disk before it is shown. Decides nothing about the meeting, formats nothing,
asks nobody anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import isfinite

from trainer.errors import OutOfRange, ReplyRefused
from trainer.matching.reading import Reading
from trainer.meeting.engine import begin, step
from trainer.meeting.events import Event, Replied
from trainer.meeting.listening import hear
from trainer.meeting.moves import AskHint, Claim, Move, Quit, Reply, Retry, ShowMe, Silence, TimeUp
from trainer.meeting.options import Options
from trainer.meeting.script import Script, prepare
from trainer.meeting.state import MeetingState
from trainer.meeting.turns import turns_of
from trainer.record.record import Record
from trainer.record.replay import replay, script_of
from trainer.rehearsal.chance import Clock, new_run_id, utc_now
from trainer.report.brief.gather import brief
from trainer.report.brief.values import Brief
from trainer.report.brief.what_counted import said_in
from trainer.report.debrief.gather import debrief
from trainer.report.debrief.values import Debrief
from trainer.scenario.incident import Incident
from trainer.scenario.models import Scenario
from trainer.scoring.feedback import Feedback, feedback
from trainer.scoring.run_result import RunResult
from trainer.scoring.score import Score, score
from trainer.scoring.summing_up import result_of
from trainer.store.store import Store, Summary
from trainer.text.clean import take_reply


@dataclass(frozen=True)
class Outcome:
    """What came of one move, already kept."""

    events: tuple[Event, ...]
    """In order; empty when the move changed nothing."""
    feedback: Feedback | None = None
    """After a reply, where there is a coach."""


class Rehearsal:
    """A rehearsal going on. Make one with `start`, `begin`, `resume` or `of_record`."""

    def __init__(self, record: Record, script: Script, *, store: Store | None, clock: Clock, spent: float = 0.0, draft: str = "") -> None:
        self.script = script
        self.state: MeetingState = replay(record)
        """Where it stands; a new value after each move."""
        self.draft = draft
        """What was typed and not sent; kept with the run."""
        self._record = record
        self._events = record.events
        self._store = store
        self._clock = clock
        self._spent = spent
        self._since = clock()
        self._notes = _notes_given(script, record) if self.state.options.mode.coached else frozenset()

    @classmethod
    def start(
        cls,
        store: Store | None,
        scenario: Scenario,
        incident: Incident,
        options: Options,
        run_id: str | None = None,
        *,
        clock: Clock = utc_now,
        limit: float | None = None,
    ) -> Rehearsal:
        """Begin a meeting in this scenario and incident; see `begin`."""
        return cls.begin(store, prepare(scenario, incident), options, run_id, clock=clock, limit=limit)

    @classmethod
    def begin(
        cls,
        store: Store | None,
        script: Script,
        options: Options,
        run_id: str | None = None,
        *,
        clock: Clock = utc_now,
        limit: float | None = None,
    ) -> Rehearsal:
        """Begin a meeting; the first line waits in `state.waiting`. Without a store nothing is kept.

        `limit` is in minutes of this rehearsal, pauses between sittings left out.

        Raises:
            NotFound: `options` names an absent role that is not optional, a moment that is none, or a point that no moment requires.
            OutOfRange: `limit` is no time that a meeting can take.
            StoreFailed: it cannot be kept.
        """
        if limit is not None and not (isfinite(limit) and limit > 0):
            raise OutOfRange("the time limit", limit, "a number of minutes above 0, or none for no limit")
        _, events = begin(script, options)
        record = Record(run_id or new_run_id(), script.scenario, script.incident, clock(), events, limit)
        rehearsal = cls(record, script, store=store, clock=clock)
        if store is not None:
            store.create(record, rehearsal.summary(), rehearsal._result(record.started))
        return rehearsal

    @classmethod
    def resume(cls, store: Store, run_id: str, *, clock: Clock = utc_now) -> Rehearsal:
        """Go on with a kept run where it stopped, in the scenario as it was then.

        Raises:
            NotFound: there is none of this id.
            Unreadable: its record is damaged.
            StoreFailed: the history cannot be read.
        """
        record = store.load(run_id)
        return cls(record, script_of(record), store=store, clock=clock, spent=store.spent(run_id), draft=store.draft(run_id))

    @classmethod
    def of_record(cls, record: Record, *, clock: Clock = utc_now) -> Rehearsal:
        """A rehearsal to look at, from a record; moves on it are not kept."""
        return cls(record, script_of(record), store=None, clock=clock)

    @property
    def run_id(self) -> str:
        """Id in the history."""
        return self._record.run

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything so far, in order."""
        return self._events

    @property
    def over(self) -> bool:
        """Whether the meeting has ended."""
        return self.state.over

    def record(self) -> Record:
        """All of it as one value, to be written to a file."""
        old = self._record
        return Record(old.run, old.scenario, old.incident, old.started, self._events, old.limit, old.version)

    def reply(self, typed: str) -> Outcome:
        """Say what was typed.

        Raises:
            EmptyReply, ReplyTooLong, ReplyRefused: it cannot be taken; nothing has happened.
            StoreFailed: it could not be kept; nothing has happened.
        """
        self._refuse_when_over()
        text = take_reply(typed)
        return self._move(Reply(text, hear(self.script, self.state, text)), draft="")

    def silence(self) -> Outcome:
        """Say nothing. Raises like `reply`."""
        self._refuse_when_over()
        return self._move(Silence(hear(self.script, self.state, "")))

    def claim(self) -> Outcome:
        """Say that this was said already, about the point that is pressed. Nothing happens when none is."""
        return self._move(Claim())

    def hint(self) -> Outcome:
        """Ask the coach for a hint on the weakest point here."""
        return self._move(AskHint())

    def show_me(self, point: str) -> Outcome:
        """Ask the coach for the model line of a point, which makes it told."""
        return self._move(ShowMe(point))

    def retry(self) -> Outcome:
        """Take the last reply back. It becomes the draft, unless another is typed already."""
        return self._move(Retry(), draft=self.draft or self._last_reply())

    def quit(self) -> Outcome:
        """Leave the meeting for good. A rehearsal to be gone on with is simply left as it is."""
        return self._move(Quit())

    def time_up(self) -> Outcome:
        """End the meeting because its time is over."""
        return self._move(TimeUp())

    def save_draft(self, text: str) -> None:
        """Keep what is typed so far. Raises StoreFailed."""
        if text != self.draft and self._store is not None:
            self._store.save_draft(self.run_id, text)
        self.draft = text

    def preview(self, text: str) -> Reading:
        """What would be heard in this text now; nothing is kept."""
        return hear(self.script, self.state, text)

    def seconds_spent(self) -> float:
        """How long it has been played, over all sittings."""
        return self._spent + max(0.0, (self._clock() - self._since).total_seconds())

    def seconds_left(self) -> float | None:
        """Until the time is up, never below 0; None without a limit."""
        return None if self._record.limit is None else max(0.0, self._record.limit * 60 - self.seconds_spent())

    def score(self, *, first: bool = False) -> Score:
        """The score as it stands, by the last tries or by the first."""
        return score(self.script, self.state, first)

    def debrief(self, earlier: Iterable[RunResult] = ()) -> Debrief:
        """The page about this rehearsal, beside `earlier` ones as `trainer.report.debrief.attempts.before` gives them."""
        return debrief(self.script, self._events, earlier)

    def brief(self) -> Brief:
        """The page for the real meeting, in the best words said so far."""
        return brief(self.script, self._events)

    def summary(self) -> Summary:
        """Where it stands, as the history lists it."""
        ended, replies = self.state.ended, sum(bool(said.text) for said in said_in(self._events))
        if ended is None:
            return Summary(replies)
        last, first = self.score(), self.score(first=True)
        return Summary(replies, last.total, first.total, last.passed, ended.how.value, ended.ending)

    def _result(self, now: datetime) -> RunResult | None:
        return result_of(self.script, self._events, self.run_id, now) if self.over else None

    def _move(self, move: Move, draft: str | None = None) -> Outcome:
        before, (after, events) = self.state, step(self.script, self.state, move)
        if events and not after.over and self.seconds_left() == 0:  # what was being said when time ran out still counts
            after, last = step(self.script, after, TimeUp())
            events = (*events, *last)
        if not events:
            return Outcome(())
        self._keep(after, events, self.draft if draft is None else draft)
        return Outcome(events, self._feedback(before, after, events))

    def _keep(self, after: MeetingState, events: tuple[Event, ...], draft: str) -> None:
        state, kept, old_draft = self.state, self._events, self.draft
        self.state, self._events, self.draft = after, kept + events, draft
        if self._store is None:
            return
        now = self._clock()
        try:
            self._store.append(
                self.run_id,
                len(kept),
                events,
                summary=self.summary(),
                now=now,
                spent=self.seconds_spent(),
                draft=draft,
                result=self._result(now),
            )
        except BaseException:
            self.state, self._events, self.draft = state, kept, old_draft
            raise

    def _feedback(self, before: MeetingState, after: MeetingState, events: tuple[Event, ...]) -> Feedback | None:
        replied = next((event for event in events if isinstance(event, Replied)), None)
        if replied is None or replied.silence or not after.options.mode.coached:
            return None
        found = feedback(self.script, before, after, replied.text, replied.reading, seen_notes=self._notes)
        self._notes |= {found.note_id} if found.note_id else set()
        return found

    def _last_reply(self) -> str:
        return next((event.text for event in reversed(self._events) if isinstance(event, Replied)), "")

    def _refuse_when_over(self) -> None:
        if self.over:
            raise ReplyRefused("The meeting is over.")


def _notes_given(script: Script, record: Record) -> frozenset[str]:
    """Which notes on delivery the player had in earlier sittings: each is given once a rehearsal."""
    given: frozenset[str] = frozenset()
    for turn in turns_of(record.events):
        if turn.reading is not None and turn.reply:
            found = feedback(script, turn.before, turn.after, turn.reply, turn.reading, seen_notes=given)
            given |= {found.note_id} if found.note_id else set()
    return given
