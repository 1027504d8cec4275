"""A rehearsal as it may leave this machine, as a value. Light: says what is in it, not how it came about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.text.clean import clean_line

LONGEST_NAME = 60
"""Characters of a player's name; what is longer is cut, here and in what comes from others."""
FORMAT = 1
"""Version of the file. A reader refuses a later one."""


@dataclass(frozen=True)
class SharedPoint:
    """How far one key point came."""

    label: str
    theme: str
    """Label of its theme."""
    required: bool
    """Required points carry the score, the others can only add."""
    standing: str
    """As in the debrief: covered, partly, claimed, told, contradicted, missed, `not reached`."""
    verdict: str
    """As heard: covered, partly, missing, contradicted."""
    told: bool
    claimed: bool


@dataclass(frozen=True)
class SharedMistake:
    """A move the roles answered."""

    label: str
    status: str
    """pending, open or repaired."""


@dataclass(frozen=True)
class SharedTurn:
    """One line of a role and what was answered."""

    moment: str
    role: str
    kind: str
    """question, follow_up, interjection or answer."""
    line: str
    reply: str | None
    """None while nothing was answered; empty for silence."""
    points: Mapping[str, str] = field(default_factory=dict)
    """Point -> what this reply alone was heard to say of it, where it was asked or heard."""
    mistakes: tuple[str, ...] = ()
    """Mistakes this reply made."""


@dataclass(frozen=True)
class Shared:
    """All that leaves this machine of a finished rehearsal. Own facts stand in it as `{fact}`."""

    scenario: str
    title: str
    scenario_hash: str
    mode: str
    length: str
    pressure: str
    day: str
    """When it began, YYYY-MM-DD and no finer."""
    name: str | None
    """As the player chose to be called; None without a name."""
    score: int
    """0..100 by the last tries."""
    first_score: int
    """0..100 by the first tries."""
    passed: bool
    ended: str
    """How: ending, quit, time_up and so on."""
    ending: str | None
    """Id of the ending, when one was reached."""
    ending_label: str | None
    moments: Mapping[str, str] = field(default_factory=dict)
    """Moment -> what it is about; those the meeting came to."""
    points: Mapping[str, SharedPoint] = field(default_factory=dict)
    mistakes: Mapping[str, SharedMistake] = field(default_factory=dict)
    turns: tuple[SharedTurn, ...] = ()


def called(name: str | None) -> str | None:
    """A player's name on one line, cleaned and cut; None where nothing is left of it."""
    return clean_line(name)[:LONGEST_NAME].strip() or None if name else None
