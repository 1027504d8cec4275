"""What one reply is worth by itself, 0-100.

Owns the mix, calibrated on people's `overall` (docs/scoring.md): the mean score of the points listened for, an extra one weighing a little
less than a required one, less what flags take away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from trainer.matching.reading import FlagHit, Reading
from trainer.meeting.play_rules import required_here
from trainer.meeting.script import Script
from trainer.scoring.counted import whole_score
from trainer.text.values import Flag, Verdict

EXTRA_WEIGHT = 0.75
"""What an extra point weighs beside a required one: people miss it nearly as much."""
FLAG_PENALTY = {
    Flag.CAVES: 20.0,
    Flag.OFFTOPIC: 15.0,
    Flag.DOWNPLAYS: 12.0,
    Flag.BLAME: 10.0,
    Flag.OVERPROMISE: 8.0,
    Flag.ALARMIST: 8.0,
    Flag.HEDGING: 5.0,
}
"""What a flag heard for certain takes away; half of it when it was not certain. What it did to the points counts already."""


def overall(script: Script, moment: str, reading: Reading, points: Collection[str] = ()) -> int:
    """A reply to `moment`, judged alone. Raises KeyError for no such moment.

    `points` are those asked for in a drill; empty is all. Points the incident puts out of play count only if they were covered. A moment
    that listens for nothing leaves only the flags to judge.
    """
    required = required_here(script, moment, points)
    listened = dict.fromkeys((*required, *script.moment(moment).listens_for))
    scores = [
        (_score(reading, point), 1.0 if point in required else EXTRA_WEIGHT)
        for point in listened
        if point not in script.unmeetable or _verdict(reading, point) is Verdict.COVERED
    ]
    whole = sum(weight for _, weight in scores)
    mean = sum(score * weight for score, weight in scores) / whole if whole else 1.0
    return whole_score(100 * mean - _penalty(reading.flags))


def _score(reading: Reading, point: str) -> float:
    """0..1; a missing point earns nothing, however near it came."""
    return reading.points[point].score if _verdict(reading, point) in {Verdict.PARTLY, Verdict.COVERED} else 0.0


def _verdict(reading: Reading, point: str) -> Verdict:
    return reading.points[point].verdict if point in reading.points else Verdict.MISSING


def _penalty(flags: Iterable[FlagHit]) -> float:
    sure: dict[Flag, bool] = {}
    for hit in flags:
        sure[hit.flag] = sure.get(hit.flag, False) or hit.sure
    return sum(FLAG_PENALTY[flag] * (1.0 if certain else 0.5) for flag, certain in sure.items())
