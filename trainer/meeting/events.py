"""What happened in a meeting, complete: everything else (state, score, debrief) is a fold over these.

Events carry results, never reasons to compute again: a record replays the same for ever, whatever the reader learns later.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from trainer.matching.reading import Evidence, Reading, Strength
from trainer.meeting.options import Options
from trainer.text.values import Verdict


class LineKind(StrEnum):
    """What a role's line is, as `turns[].kind` shows it."""

    QUESTION = "question"
    FOLLOW_UP = "follow_up"
    INTERJECTION = "interjection"
    ANSWER = "answer"


class Rung(StrEnum):
    """Which move of the role a line is, finer than its kind."""

    PUMP = "pump"
    HINT = "hint"
    PROMPT = "prompt"
    CHECK = "check"
    DOUBT = "doubt"
    MISTAKE = "mistake"
    MISTAKE_CHECK = "mistake_check"
    ANSWER = "answer"
    CLARIFY = "clarify"
    SILENCE = "silence"


class MistakeStatus(StrEnum):
    """Where a mistake stands."""

    PENDING = "pending"
    """Made just now; the next reply decides."""
    OPEN = "open"
    REPAIRED = "repaired"


class HowEnded(StrEnum):
    """Why the rehearsal stopped."""

    ENDING = "ending"
    DONE = "done"
    """A part run came to its end: all of it was rehearsed."""
    NO_MORE_REPLIES = "no_more_replies"
    TIME_UP = "time_up"
    QUIT = "quit"

    @property
    def came_to_end(self) -> bool:
        """Whether the rehearsal came to its own end, rather than being stopped."""
        return self in (HowEnded.ENDING, HowEnded.DONE)


@dataclass(frozen=True)
class Started:
    """The meeting begins."""

    options: Options
    trust: Mapping[str, int]
    """Role -> trust at the start, roles in the room only."""


@dataclass(frozen=True)
class Entered:
    """The meeting comes to a state or an interjection."""

    moment: str
    interjection: bool
    after: str | None = None
    """For an interjection: the state it comes after, whose ways on are looked at when it is over."""


@dataclass(frozen=True)
class Spoke:
    """A role says a line and waits for a reply."""

    role: str
    moment: str
    kind: LineKind
    line: str
    rung: Rung | None = None
    point: str | None = None
    """The point pressed, where there is one."""
    mistake: str | None = None
    """The mistake answered or asked about."""
    answers: str | None = None
    """The question back this line answers, as its `AskedSpec` id."""


@dataclass(frozen=True)
class Replied:
    """The player answers; `silence` when nothing was said."""

    text: str
    reading: Reading
    silence: bool = False


@dataclass(frozen=True)
class Standing:
    """Where one point stands: what was met of it, and what that makes."""

    facets: Mapping[str, Strength]
    """Facet -> how well it was met so far."""
    verdict: Verdict


@dataclass(frozen=True)
class PointHeard:
    """Something was heard on a point: its whole standing over the meeting from now on."""

    point: str
    facets: Mapping[str, Strength]
    """Facet -> how well it was met so far."""
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    """What this reply brought, in the raw text of the last `Replied`; a denial stands last."""
    first: Standing | None = None
    """Standing over first tries alone where that differs; None where it is the same, and on a retry."""


@dataclass(frozen=True)
class TrustMoved:
    """A role is warmer or cooler."""

    role: str
    by: int
    to: int
    because: str
    """The point, mistake or flag that moved it."""


@dataclass(frozen=True)
class MistakeMoved:
    """A mistake was made, stands open, or was taken back."""

    mistake: str
    status: MistakeStatus
    evidence: Evidence | None = None


@dataclass(frozen=True)
class Hinted:
    """The coach showed its hint for a point."""

    point: str
    line: str


@dataclass(frozen=True)
class Told:
    """The coach showed the model line: the point counts as told, never as said."""

    point: str
    line: str


@dataclass(frozen=True)
class Claimed:
    """The player pressed "I said that": shown apart, unscored, pressed no more."""

    point: str


@dataclass(frozen=True)
class Retried:
    """The last reply and all it caused is taken back; the same line waits for another try."""


@dataclass(frozen=True)
class Ended:
    """The meeting is over."""

    how: HowEnded
    ending: str | None = None
    """Id of the ending, when one was reached."""


Event = Started | Entered | Spoke | Replied | PointHeard | TrustMoved | MistakeMoved | Hinted | Told | Claimed | Retried | Ended
