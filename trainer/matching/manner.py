"""How likely a listener hears each flag: one logistic regression a flag over named signs and the meanings the reply suggests.

The weights in `data/flags.json` are learnt by `scripts/learn_flags.py` from labelled replies to meetings of every kind. Owns the signs,
how each is measured, and the weighing. Must never hold a wording of one flag: those stand in `flags/`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass, replace
from functools import lru_cache
from importlib import resources
from typing import TypeAlias

import numpy as np

from trainer.matching.bearing import pooled
from trainer.matching.book import Book, Part
from trainer.matching.chances import logistic
from trainer.matching.cues import Scene, words_in
from trainer.matching.meanings import Table, of_length_one, shared_meanings
from trainer.matching.reading import Evidence, FlagHit
from trainer.text.values import Flag, Verdict
from trainer.text.words import bag

_BORNE_OUT = 0.4
"""Chance from which a sure cue stays sure, however high the bar is for meanings alone."""
SURE_CUE_FROM = 0.15
"""Chance from which a sure cue is heard at all, though no longer as sure."""
_WORDS_TO_WEIGH = 4
_OWN = bag("i we us our my")


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a flag besides the meanings. All 0..1 unless said otherwise."""

    sure: float
    """1 when its cues are sure."""
    unsure: float
    """1 when they are heard but not sure."""
    scenario: float
    """Likeness in meaning to the author's wordings of moves with this manner."""
    present: float
    """Share of the points listened for that were heard, at least in part."""
    shouting: float
    """Exclamation marks a clause, not bounded."""
    own: float
    """Share of words that are `I`, `we` or the like."""

    def row(self) -> tuple[float, ...]:
        """In the order of `NAMES`."""
        return astuple(self)


Denies: TypeAlias = Callable[[Scene, int, int], bool]
"""Told a stretch of clauses: its first, and one past its last."""
NAMES = tuple(Signs.__dataclass_fields__)


@dataclass(frozen=True, eq=False)
class FlagWeights:
    """One logistic regression."""

    heard_from: float
    """Chance from which the flag is heard."""
    bias: float
    signs: Mapping[str, float]
    """By name of the sign."""
    meanings: Table
    """A weight a meaning, for the square root of its mean share over the stretches."""


def hit_of(scene: Scene, flag: Flag, cue: FlagHit | None, denies: Denies | None = None) -> FlagHit | None:
    """The flag, if cues and meanings together make it likely enough; sure only if its cues are sure as well.

    Meanings alone accuse nobody for certain, and cues that nothing else bears out are no certainty either. `denies` tells whether a
    stretch plainly says the opposite of what it seems to mean. A reply of a few words suggests too little: its cues decide.
    """
    if not weighable(scene):
        return cue
    weights = shared_flag_weights()[flag]
    chance = _chance(weights, signs_of(scene, flag, cue), pooled(scene.stretches.said))
    if cue is not None:
        borne_out = cue.sure and chance >= min(weights.heard_from, _BORNE_OUT)
        heard = chance >= weights.heard_from or (cue.sure and chance >= SURE_CUE_FROM)
        return replace(cue, sure=borne_out) if heard else None
    if chance < weights.heard_from:
        return None
    weighed = np.sqrt(scene.stretches.said) * weights.meanings
    row = int(weighed.sum(axis=1).round(6).argmax())
    if denies is not None and denies(scene, *scene.stretches.runs[row]):
        return None
    return FlagHit(flag, False, _evidence(scene, row, int(weighed[row].round(6).argmax()), chance))


def weighable(scene: Scene) -> bool:
    """Whether the reply has enough to be weighed."""
    return bool(scene.stretches.runs) and words_in(scene.reply) >= _WORDS_TO_WEIGH


def signs_of(scene: Scene, flag: Flag, cue: FlagHit | None) -> Signs:
    """The named signs of one flag."""
    reply, points = scene.reply, scene.points
    listened = [points[point] for point in reply.heard.listens_for if point in points]
    words = [word.norm for clause in reply.clauses for word in clause.words]
    return Signs(
        sure=float(cue is not None and cue.sure),
        unsure=float(cue is not None and not cue.sure),
        scenario=_like_the_authors(scene, flag),
        present=sum(point.verdict in {Verdict.PARTLY, Verdict.COVERED} for point in listened) / max(1, len(listened)),
        shouting=reply.text.count("!") / max(1, len(reply.clauses)),
        own=sum(word in _OWN for word in words) / max(1, words_in(reply)),
    )


def _chance(weights: FlagWeights, signs: Signs, shares: Table) -> float:
    """0..1, rounded so that the last bits of a processor's arithmetic decide nothing."""
    named = sum(weights.signs[name] * value for name, value in zip(NAMES, signs.row(), strict=True))
    return round(logistic(weights.bias + named + float(weights.meanings @ shares)), 6)


def _evidence(scene: Scene, stretch: int, meaning: int, chance: float) -> Evidence:
    """The stretch that weighs most, with what it seems to say."""
    span = scene.reply.evidence_span(*scene.stretches.runs[stretch])
    return Evidence(span.start, span.end, span.of(scene.reply.text), shared_meanings().says[meaning], chance)


def _like_the_authors(scene: Scene, flag: Flag) -> float:
    wordings = _wordings(scene.book, flag)
    if not len(wordings):
        return 0.0
    return round(float((of_length_one(scene.stretches.said) @ wordings.T).max()), 6)


@lru_cache(maxsize=256)
def _wordings(book: Book, flag: Flag) -> Table:
    """What each wording of a move with this manner suggests, of length 1. A memo only."""
    moves = {mistake.id for mistake in book.mistakes.values() if mistake.flag is flag}
    found = [at for at, entry in enumerate(book.entries) if entry.owner.part is Part.DETECT and entry.owner.id in moves]
    return of_length_one(book.sense.shares[found])


@lru_cache(maxsize=1)
def shared_flag_weights() -> Mapping[Flag, FlagWeights]:
    """The weights that ship with the product."""
    return from_json(resources.files("trainer.matching").joinpath("data", "flags.json").read_text(encoding="utf-8"))


def from_json(text: str) -> Mapping[Flag, FlagWeights]:
    """The weights as `scripts/learn_flags.py` writes them. A meaning they do not know weighs nothing."""
    data = json.loads(text)
    nothing = [0.0] * len(Flag)
    meanings = np.array([data["meanings"].get(name, nothing) for name in shared_meanings().ids], dtype=np.float64)
    return {
        flag: FlagWeights(
            heard_from=float(data["flags"][flag]["heard_from"]),
            bias=float(data["flags"][flag]["bias"]),
            signs={name: float(data["flags"][flag][name]) for name in NAMES},
            meanings=meanings[:, place],
        )
        for place, flag in enumerate(Flag)
    }
