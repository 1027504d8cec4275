"""What one reply is worth by itself, 0-100.

Owns the mix: required points 75, extras 25 with full marks at half of them, less what flags take away.
"""

from __future__ import annotations

from collections.abc import Iterable

from trainer.matching.reading import FlagHit, Reading
from trainer.meeting.play_rules import required_here
from trainer.meeting.script import Script
from trainer.scoring.counted import VALUE, whole_score
from trainer.text.values import Flag, Verdict

REQUIRED_SHARE, EXTRAS_SHARE = 75.0, 25.0
FLAG_PENALTY = {
    Flag.CAVES: 40.0,
    Flag.OFFTOPIC: 30.0,
    Flag.DOWNPLAYS: 25.0,
    Flag.BLAME: 20.0,
    Flag.OVERPROMISE: 15.0,
    Flag.ALARMIST: 15.0,
    Flag.HEDGING: 10.0,
}
"""What a flag heard for certain takes away; half of it when it was not certain."""


def overall(script: Script, moment: str, reading: Reading) -> int:
    """A reply to `moment`, judged alone. Raises KeyError for no such moment.

    Points the incident puts out of play count only if they were covered. A moment that listens for nothing leaves only the flags to judge.
    """
    required = _values(script, required_here(script, moment), reading)
    asked = script.moment(moment)
    extras = _values(script, (point for point in asked.listens_for if point not in asked.requires), reading)
    return whole_score(_points(required, extras) - _penalty(reading.flags))


def _values(script: Script, points: Iterable[str], reading: Reading) -> list[float]:
    heard = {point: reading.points[point].verdict if point in reading.points else Verdict.MISSING for point in points}
    return [VALUE[verdict] for point, verdict in heard.items() if point not in script.unmeetable or verdict is Verdict.COVERED]


def _points(required: list[float], extras: list[float]) -> float:
    full = min(1.0, sum(extras) / (len(extras) / 2)) if extras else 0.0
    if not required:
        return 100 * full if extras else 100.0
    share = sum(required) / len(required)
    return REQUIRED_SHARE * share + EXTRAS_SHARE * full if extras else 100 * share


def _penalty(flags: Iterable[FlagHit]) -> float:
    sure: dict[Flag, bool] = {}
    for hit in flags:
        sure[hit.flag] = sure.get(hit.flag, False) or hit.sure
    return sum(FLAG_PENALTY[flag] * (1.0 if certain else 0.5) for flag, certain in sure.items())
