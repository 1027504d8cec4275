"""Flags: the manner of one reply, one judgement a file.

Each module gives `heard(scene) -> FlagHit | None`. Flags know nothing of one another.
"""

from __future__ import annotations

from collections.abc import Mapping

from trainer.matching.cues import Scene
from trainer.matching.flags import alarmist, blame, caves, downplays, hedging, offtopic, overpromise
from trainer.matching.reading import FlagHit, PointReading
from trainer.matching.reply import Reply

_ALL = (caves, blame, overpromise, alarmist, downplays, hedging, offtopic)


def flags_of(reply: Reply, points: Mapping[str, PointReading]) -> tuple[FlagHit, ...]:
    """Every flag heard, in a fixed order."""
    scene = Scene(reply, points)
    return tuple(hit for module in _ALL if (hit := module.heard(scene)) is not None)
