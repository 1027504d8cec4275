"""Flags: the manner of one reply, one judgement a file.

Each module gives `heard(scene) -> FlagHit | None`: what its wording cues alone say; some also `denies(scene, first, last)`: whether a
stretch of clauses plainly says the opposite, whatever it seems to mean. Flags know nothing of one another.
"""

from __future__ import annotations

from trainer.matching.cues import Scene
from trainer.matching.flags import alarmist, blame, caves, downplays, hedging, offtopic, overpromise
from trainer.matching.manner import hit_of
from trainer.matching.reading import FlagHit
from trainer.text.values import Flag

_ALL = {
    Flag.CAVES: caves,
    Flag.BLAME: blame,
    Flag.OVERPROMISE: overpromise,
    Flag.ALARMIST: alarmist,
    Flag.DOWNPLAYS: downplays,
    Flag.HEDGING: hedging,
    Flag.OFFTOPIC: offtopic,
}
_DENIES = {Flag.CAVES: caves.denies, Flag.BLAME: blame.denies, Flag.OVERPROMISE: overpromise.denies, Flag.DOWNPLAYS: downplays.denies}


def flags_of(scene: Scene) -> tuple[FlagHit, ...]:
    """Every flag heard, in a fixed order: cues and what the reply means weighed together."""
    return tuple(hit for flag, cue in cues_of(scene).items() if (hit := hit_of(scene, flag, cue, _DENIES.get(flag))) is not None)


def cues_of(scene: Scene) -> dict[Flag, FlagHit | None]:
    """What the wording cues of each flag say by themselves."""
    return {flag: module.heard(scene) for flag, module in _ALL.items()}
