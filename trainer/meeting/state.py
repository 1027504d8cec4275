"""Where a meeting stands. Never changed in place: `trainer.meeting.fold` makes the next one from an event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.matching.reading import Evidence, Strength
from trainer.meeting.events import Ended, MistakeStatus, Rung, Spoke
from trainer.meeting.options import Options
from trainer.text.values import Flag, Verdict


@dataclass(frozen=True)
class Quote:
    """Evidence and the turn it was said in."""

    turn: int
    """Index of the turn, from 0."""
    evidence: Evidence


@dataclass(frozen=True)
class PointState:
    """One key point over the whole meeting so far."""

    verdict: Verdict = Verdict.MISSING
    facets: Mapping[str, Strength] = field(default_factory=dict)
    quotes: tuple[Quote, ...] = ()
    """All that was heard on it, in order."""
    told: bool = False
    claimed: bool = False

    @property
    def turns(self) -> tuple[int, ...]:
        """Turns in which something was heard on it, in order, each once."""
        return tuple(dict.fromkeys(quote.turn for quote in self.quotes))


@dataclass(frozen=True)
class Ledger:
    """What has been said: points and mistakes."""

    points: Mapping[str, PointState] = field(default_factory=dict)
    mistakes: Mapping[str, MistakeStatus] = field(default_factory=dict)

    def point(self, name: str) -> PointState:
        """The standing of a point, missing if nothing was heard."""
        return self.points.get(name, PointState())


@dataclass(frozen=True)
class MeetingState:
    """The fold over all events so far."""

    options: Options = Options()
    moment: str | None = None
    """The state or interjection the meeting is in."""
    after: str | None = None
    """In an interjection: the state it came after, whose ways on are looked at next."""
    waiting: Spoke | None = None
    """The line that waits for a reply."""
    turn: int = 0
    """Index of the line that waits among all lines said, from 0; a retried line keeps its index."""
    ledger: Ledger = Ledger()
    """Last tries."""
    first: Ledger = Ledger()
    """First tries only: retries do not enter here."""
    trust: Mapping[str, int] = field(default_factory=dict)
    visits: Mapping[str, int] = field(default_factory=dict)
    """Moment -> how often it was entered."""
    pressed: Mapping[str, tuple[Rung, ...]] = field(default_factory=dict)
    """Point -> rungs used on it since the moment was entered."""
    follow_ups: int = 0
    """Presses (pump, hint, prompt) used since the moment was entered."""
    once: frozenset[str] = frozenset()
    """What may happen once and has: `doubt:POINT`, `check:POINT`, `mistake_check:MISTAKE`, `clarify:MOMENT`, `covered:POINT`,
    `silence:MOMENT:VISIT`, `answer:ASKED:MOMENT:VISIT`."""
    shown: tuple[str, ...] = ()
    """Hints and model lines shown since the moment was entered: a source of echo."""
    hints: tuple[str, ...] = ()
    """Every hint the coach gave so far, in order: none is given twice running."""
    asked: tuple[str, ...] = ()
    """Every line said so far, to keep roles from repeating themselves; `asked[turn]` waits."""
    flags: tuple[Flag, ...] = ()
    """Flags of the last reply, those heard for certain."""
    flags_ever: frozenset[Flag] = frozenset()
    before: MeetingState | None = None
    """The state as the last reply was given, for a retry; None when there is nothing to take back."""
    retrying: bool = False
    """The waiting line was answered before and is tried again."""
    ended: Ended | None = None

    @property
    def over(self) -> bool:
        """Whether the meeting has ended."""
        return self.ended is not None
