"""What the debrief page shows beside the debrief itself, and which replies a verdict can be disputed on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from trainer.report.debrief.values import Debrief, PointResult
from trainer.text.values import Verdict


@dataclass(frozen=True)
class Beside:
    """What is known around a debrief."""

    may_try_again: bool = False
    """Whether the last reply can be taken back."""
    disputed: Mapping[str, bool] = field(default_factory=dict)
    """Point -> whether the player says that it was said."""
    roles: tuple[str, ...] = ()
    """Ids of the scenario's roles in its order: each keeps the colour it had in the meeting."""
    levels: tuple[tuple[int, str], ...] = ()
    """Least trust, 0..100 -> how it is called; the highest first."""


@dataclass(frozen=True)
class Ground:
    """A reply on which a verdict can be disputed."""

    said: bool
    """What the player would be saying: that it was said there, or that it was not."""
    turn: int
    """Index of the turn, from 0."""
    reply: str


def grounds(page: Debrief, point: PointResult) -> tuple[Ground, ...]:
    """Every way to dispute the verdict on a point: said after all, or heard where it was not said.

    What was not fully heard may have been said in any reply, those first that it was listened for in; only the words that a verdict
    rests on can be said to mean something else.
    """
    replies = {turn.turn: turn.reply.text for turn in page.transcript if turn.reply is not None and turn.reply.text}
    return tuple(_grounds(point, replies))


def _grounds(point: PointResult, replies: Mapping[int, str]) -> Iterator[Ground]:
    if point.verdict is not Verdict.COVERED:
        for turn in dict.fromkeys((*(turn for turn in point.turns if turn in replies), *replies)):
            yield Ground(True, turn, replies[turn])
    for turn in dict.fromkeys(one.turn for one in point.said if one.turn in replies):
        yield Ground(False, turn, replies[turn])
