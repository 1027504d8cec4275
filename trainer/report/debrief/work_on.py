"""What to work on next: at most three things, those first that would bring most (docs/decisions/0111-three-things-to-work-on.md).

Owns their order and how each is put. Takes verdicts and weights as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from trainer.meeting.play_rules import required_anywhere
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.meeting.turns import Turn
from trainer.report.debrief.values import MistakeResult, PointResult, WorkItem
from trainer.scoring.score import PENALTY, Score
from trainer.scoring.standing import Standing

PLACES = 1
"""Digits behind the point of what something would bring."""
MOST = 3
"""More than three things are remembered by nobody in a meeting."""
ORDER = (Standing.CONTRADICTED, Standing.MISSED, Standing.PARTLY, Standing.TOLD, Standing.NOT_REACHED)
"""What is weak, worst first. What was claimed is left alone: the player has said that it was said."""
HOW = {
    Standing.CONTRADICTED: "They heard the opposite.",
    Standing.MISSED: "They did not hear it yet.",
    Standing.PARTLY: "You were on it, in a roundabout way; say it outright and it stands.",
    Standing.TOLD: "The coach gave it to you. Next time it is yours to say.",
    Standing.NOT_REACHED: "You did not get to it.",
}

SAID_AFTER = "You said it after it was shown. Next time, say it before."
"""How a point stands that was told and then said."""


@dataclass(frozen=True)
class Weighed:
    """A rehearsal and the score it came to: what the worth of each thing is worked out from."""

    script: Script
    state: MeetingState
    turns: Sequence[Turn]
    score: Score

    @cached_property
    def gains(self) -> dict[str, float]:
        """Point -> what it would add to the score if it were covered."""
        scenario, themes = self.script.scenario, self.score.themes
        whole = sum(scenario.themes[theme.id].weight for theme in themes)
        gains: dict[str, float] = {}
        for theme in themes:
            share = 100 * scenario.themes[theme.id].weight / whole
            weights = sum(scenario.key_points[one.id].weight for one in theme.points)
            gains |= {one.id: share * scenario.key_points[one.id].weight / weights * (1 - one.value) for one in theme.points}
        return gains

    def gain(self, *points: str) -> float:
        """The same for several together."""
        return sum(self.gains.get(point, 0.0) for point in points)


def work_on(run: Weighed, points: Sequence[PointResult], mistakes: Sequence[MistakeResult]) -> tuple[WorkItem, ...]:
    """The things to work on, the most worthwhile first; none when nothing is weak.

    Mistakes that stand come first, those that block before others; then the points by `ORDER`, and within it by what they would bring.
    """
    open_ones = sorted((one for one in mistakes if not one.repaired), key=lambda one: not one.blocks)
    items = [_mistake(run, one, points) for one in open_ones]
    named = {point for item in items for point in item.points}
    weak = [one for one in points if one.required and one.standing in ORDER and one.point not in named]
    items += [_point(run, one) for one in sorted(weak, key=lambda one: (ORDER.index(one.standing), -run.gain(one.point)))]
    return tuple(items[:MOST])


def _point(run: Weighed, point: PointResult) -> WorkItem:
    how = SAID_AFTER if point.said_after_shown else HOW[point.standing]
    if point.open and point.standing is Standing.PARTLY:
        how = f"You were on it; still open: {', '.join(point.open)}."
    gain = round(run.gain(point.point), PLACES)
    return WorkItem(point.label, how, point.why, point.quotes, point.model, (point.point,), gain)


def _mistake(run: Weighed, made: MistakeResult, points: Sequence[PointResult]) -> WorkItem:
    """A mistake that stands, with the points it denies: saying those is what keeps from making it."""
    denied = run.script.scenario.mistakes[made.mistake].contradicts
    theirs = [point for point in points if point.point in denied]
    how = "It was not taken back"
    return WorkItem(
        title=made.label,
        how=f"{how}, and while it stands the rehearsal is not passed." if made.blocks else f"{how}.",
        why=next((point.why for point in theirs), ""),
        quotes=(made.quote,) if made.quote else (),
        model=made.correction or next((point.model for point in theirs if point.model), ""),
        points=tuple(point for point in denied if point in required_anywhere(run.script)) or _asked_when(run, made.mistake),
        gain=round(PENALTY[run.state.ledger.mistakes[made.mistake]] + run.gain(*denied), PLACES),
    )


def _asked_when(run: Weighed, mistake: str) -> tuple[str, ...]:
    """What was asked for as the mistake was made."""
    made = (turn for turn in run.turns if any(moved.mistake == mistake for moved in turn.mistakes))
    return next((tuple(run.script.moment(turn.spoke.moment).requires) for turn in made), ())
