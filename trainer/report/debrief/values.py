"""The debrief as values: what it says, before anybody draws it.

Light on purpose: screens import these without reaching the engine, the store or the reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from trainer.report.debrief.transcript_values import TranscriptTurn
from trainer.scoring.standing import Standing
from trainer.text.values import Verdict


@dataclass(frozen=True)
class Said:
    """The player's words on a point, and where they stand in the meeting."""

    turn: int
    """Index of the turn, from 0."""
    quote: str


@dataclass(frozen=True)
class PointResult:
    """One key point in the debrief."""

    point: str
    label: str
    standing: Standing
    required: bool
    """Required points carry the score, the others can only add."""
    quotes: tuple[str, ...] = ()
    """The player's own words that earned it (or denied it), in order."""
    open: tuple[str, ...] = ()
    """For a partly said point: labels of the parts that are missing."""
    model: str = ""
    """A good line with the player's own facts; empty when none applies."""
    why: str = ""
    """Why it matters."""
    verdict: Verdict = Verdict.MISSING
    """As heard over the meeting, whatever was told or claimed: what the player may dispute."""
    said: tuple[Said, ...] = ()
    """Every quote the verdict rests on, with its turn; `quotes` are the telling ones among them."""
    asked_in: tuple[int, ...] = ()
    """Turns whose reply was listened to for this point. A point that nobody heard can be disputed there."""

    @property
    def turns(self) -> tuple[int, ...]:
        """Turns to look at for this verdict: those quoted, else those in which it was listened for."""
        return tuple(dict.fromkeys(one.turn for one in self.said)) or self.asked_in

    @property
    def said_after_shown(self) -> bool:
        """Whether the player said all of it once the coach had shown it: it does not count, but it was heard."""
        return self.standing is Standing.TOLD and self.verdict is Verdict.COVERED


@dataclass(frozen=True)
class ThemeResult:
    """A bar of the scorecard."""

    label: str
    share: float
    """0..1."""
    theme: str = ""
    """Its id."""


@dataclass(frozen=True)
class MistakeResult:
    """A move a role answered."""

    label: str
    repaired: bool
    blocks: bool
    """While open, the rehearsal is not passed."""
    quote: str
    """The player's words; empty when they are not known."""
    correction: str
    """The better line."""
    mistake: str = ""
    """Its id."""


@dataclass(frozen=True)
class TrustMove:
    """One step of a role's trust."""

    warmer: bool
    because: str
    """What moved it, in words."""


@dataclass(frozen=True)
class TrustStep:
    """Trust of one role after one reply."""

    turn: int
    """Index of the turn, from 0."""
    value: int
    """0..100, to be drawn and not to be printed for people."""
    by: int
    """Change at this reply."""
    moves: tuple[TrustMove, ...] = ()
    """What moved it; empty when nothing did."""


@dataclass(frozen=True)
class TrustResult:
    """How a role came to see the player."""

    role: str
    name: str
    word: str
    """Trust as a word, never a number."""
    moves: tuple[TrustMove, ...] = ()
    start: int = 0
    """0..100 before the first reply."""
    start_word: str = ""
    steps: tuple[TrustStep, ...] = ()
    """One for every reply given, in order."""


@dataclass(frozen=True)
class LostTrust:
    """The moment trust was lost: the reply that cost most of it, over all roles."""

    turn: int
    """Index of the turn, from 0."""
    by: int
    """What it cost, below 0."""
    names: tuple[str, ...]
    """The roles that got cooler, by name."""
    asked_by: str
    """Name of the role whose line the reply answered."""
    line: str
    """That line."""
    quotes: tuple[str, ...]
    """The player's words that cost it; empty when nothing was said."""
    because: tuple[str, ...]
    """Why, in words."""


@dataclass(frozen=True)
class WorkItem:
    """One thing to work on."""

    title: str
    how: str
    """How it stands, a sentence."""
    why: str
    """Why it matters, a sentence; empty when nobody wrote one."""
    quotes: tuple[str, ...]
    """The player's words; empty when there are none."""
    model: str
    """A line to say instead; empty when none applies."""
    points: tuple[str, ...]
    """Ids of the points to drill."""
    gain: float
    """Points of the score it would bring, 0..100."""


@dataclass(frozen=True)
class PointSeries:
    """One point over several rehearsals."""

    point: str
    label: str
    before: tuple[Standing | None, ...]
    """In the order of `Attempts.runs`; None where it was not in play."""
    now: Standing


@dataclass(frozen=True)
class Attempt:
    """An earlier rehearsal of the same meeting."""

    run: str
    """Id in the history."""
    when: datetime
    score: int
    """0..100 by the first tries."""


@dataclass(frozen=True)
class Attempts:
    """Earlier rehearsals beside this one, all by first tries: that is what comes without help."""

    runs: tuple[Attempt, ...] = ()
    """Same scenario, mode and length; the oldest first."""
    points: tuple[PointSeries, ...] = ()
    """The points of this run that came up in any of them."""


@dataclass(frozen=True)
class Finish:
    """Why the rehearsal ended, apart from the score."""

    headline: str
    """Short: the ending's label, or how it was stopped."""
    result: str | None
    """`won`, `mixed` or `lost`; None when no ending was reached."""
    epilogue: str = ""
    reasons: tuple[str, ...] = ()
    """What in the meeting led to this ending."""
    in_the_way: tuple[str, ...] = ()
    """What stood between this and the best ending."""
    best: str = ""
    """Label of that best ending."""


@dataclass(frozen=True)
class Debrief:
    """All that is shown after a rehearsal, however it ended."""

    title: str
    incident: str
    """Name of the incident; empty for the example."""
    finish: Finish
    score: int
    """0-100."""
    first_score: int
    """The same from first tries only; equal when nothing was retried."""
    passed: bool
    not_passed: tuple[str, ...]
    """Why not, one sentence each; empty when passed."""
    themes: tuple[ThemeResult, ...]
    points: tuple[PointResult, ...]
    """Required ones and extras, in the order of the scenario; out of play ones left out."""
    mistakes: tuple[MistakeResult, ...]
    trust: tuple[TrustResult, ...]
    replies: int
    """How many replies were given, retried ones once."""
    scenario: str = ""
    """Id of the scenario."""
    mode: str = ""
    """`coach`, `meeting` or `drill`."""
    lost: LostTrust | None = None
    """None when nobody got cooler."""
    work_on: tuple[WorkItem, ...] = ()
    """At most three, the most worthwhile first."""
    transcript: tuple[TranscriptTurn, ...] = ()
    attempts: Attempts = Attempts()
    taken_off: float = 0.0
    """Points of the score that mistakes took off, those taken back too."""

    @property
    def nothing_said(self) -> bool:
        """Whether there is nothing to judge, all that was said taken back: then a debrief says little, and kindly."""
        return self.replies == 0

    def standing(self, *standings: Standing, required: bool = True) -> tuple[PointResult, ...]:
        """The points that stand so, required ones or extras."""
        return tuple(point for point in self.points if point.required is required and point.standing in standings)


class Tone(StrEnum):
    """What a line under a debrief entry is."""

    QUOTE = "quote"
    """The player's own words."""
    BETTER = "better"
    """A line to say instead."""
    OPEN = "open"
    """What was missing."""
    WHY = "why"
    NOTE = "note"


class Mood(StrEnum):
    """How a section is shown: one mark and one colour each."""

    GOOD = "good"
    HALF = "half"
    BAD = "bad"
    PLAIN = "plain"


@dataclass(frozen=True)
class EntryLine:
    """One line under an entry."""

    tone: Tone
    text: str


@dataclass(frozen=True)
class Entry:
    """One item of a debrief section."""

    title: str
    lines: tuple[EntryLine, ...] = ()
    about: PointResult | MistakeResult | None = None
    """What it is about, for whoever shows more of it than lines; None where it is about neither."""


@dataclass(frozen=True)
class Section:
    """A headed part of the debrief; only made when it has something to say."""

    heading: str
    mood: Mood
    entries: tuple[Entry, ...]
    lead: str = ""
    """One sentence under the heading."""
