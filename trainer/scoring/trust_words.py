"""Trust in words: how a role stands to the player, and what moved it.

Owns the words; the number itself is shown in JSON only.
"""

from __future__ import annotations

from collections.abc import Sequence

from trainer.meeting.events import TrustMoved
from trainer.scenario.models import Scenario
from trainer.text.values import Flag

WORDS = ((80, "trusting"), (60, "open"), (40, "reserved"), (20, "wary"), (0, "cold"))
"""Least trust -> how it is called."""
FLAG_WORDS = {
    Flag.CAVES: "the refusal did not hold",
    Flag.BLAME: "somebody was blamed",
    Flag.OVERPROMISE: "promised more than anyone can know",
    Flag.ALARMIST: "it sounded like panic",
    Flag.DOWNPLAYS: "made it sound smaller than it is",
    Flag.HEDGING: "too unsure to rely on",
    Flag.OFFTOPIC: "the question was not answered",
}
"""What a flag looked like from the other side of the table."""


def trust_word(value: int) -> str:
    """How trust of 0..100 is called."""
    return next(word for least, word in WORDS if value >= least)


def trust_change(scenario: Scenario, moves: Sequence[TrustMoved]) -> tuple[str, ...]:
    """What moved each role in one reply, one line a role: "Sales cooler: somebody was blamed"."""
    by_role: dict[str, list[TrustMoved]] = {}
    for move in moves:
        by_role.setdefault(move.role, []).append(move)
    return tuple(_line(scenario, role, mine) for role, mine in by_role.items())


def _line(scenario: Scenario, role: str, moves: Sequence[TrustMoved]) -> str:
    by = sum(move.by for move in moves)
    name = scenario.roles[role].name
    if by == 0:
        return f"{name} torn: {'; '.join(_because(scenario, move) for move in moves)}"
    causes = [_because(scenario, move) for move in moves if (move.by > 0) == (by > 0)]
    return f"{name} {'warmer' if by > 0 else 'cooler'}: {'; '.join(causes)}"


def _because(scenario: Scenario, move: TrustMoved) -> str:
    cause = move.because
    if cause in scenario.key_points:
        return f"heard “{scenario.key_points[cause].label}”"
    if cause in scenario.mistakes:
        return _lowered(scenario.mistakes[cause].label)
    return FLAG_WORDS[Flag(cause)]


def _lowered(label: str) -> str:
    """A label inside a sentence; abbreviations stay as they are."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
