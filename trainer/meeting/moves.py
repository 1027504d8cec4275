"""What the player can do in a meeting."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.matching.reading import Reading


@dataclass(frozen=True)
class Reply:
    """Say something; `reading` is what the reader found in it."""

    text: str
    reading: Reading


@dataclass(frozen=True)
class Silence:
    """Say nothing."""

    reading: Reading
    """The reading of an empty reply."""


@dataclass(frozen=True)
class Claim:
    """Insist on having said what is pressed: the "I said that" key."""


@dataclass(frozen=True)
class AskHint:
    """Ask the coach for a hint on the weakest point here."""


@dataclass(frozen=True)
class ShowMe:
    """Ask the coach for the model line of a point; makes it told."""

    point: str


@dataclass(frozen=True)
class Retry:
    """Take the last reply back and try again."""


@dataclass(frozen=True)
class Quit:
    """Leave the meeting."""


@dataclass(frozen=True)
class TimeUp:
    """The time limit was reached."""


@dataclass(frozen=True)
class NoMoreReplies:
    """The prepared replies of a scripted run are used up."""


Move = Reply | Silence | Claim | AskHint | ShowMe | Retry | Quit | TimeUp | NoMoreReplies
