"""Overpromise: guarantees an outcome or a time where none can be had.

Bad: "I guarantee it will be fixed in two hours, one hundred percent."
Good: "Four to six hours is my estimate; I can firm it up within the hour."
"""

from __future__ import annotations

from trainer.matching.cues import Scene, cues, load_cues
from trainer.matching.reading import FlagHit
from trainer.matching.reply import Reply
from trainer.text.values import Flag

_CUES = load_cues("overpromise")


def heard(scene: Scene) -> FlagHit | None:
    """Sure when the guarantee is outright, not denied, and not of an update or of effort."""
    reply = scene.reply
    for cue in cues(reply, _CUES["sure"], "guarantees"):
        clause = reply.clauses[cue.clause]
        negative = cue.evidence.text.casefold().startswith(("no", "zero", "nothing", "without", "will never"))
        end = _start(reply, cue.clause, cue.evidence.start) + (0 if negative else 2)  # `no risk` promises by its own negation
        denied = any(word.norm in {"not", "no", "never", "nobody", "cannot", "hardly"} for word in clause.words[:end])
        if clause.asserted and not denied and not _CUES["harmless"].search(clause.text):
            return FlagHit(Flag.OVERPROMISE, True, cue.evidence)
    return None


def denies(scene: Scene, first: int, last: int) -> bool:
    """What is promised is an update or an effort, or the promise is declined."""
    clauses = scene.reply.clauses[first:last]
    return any(_CUES["harmless"].search(clause.text) and _CUES["sure"].search(clause.text) for clause in clauses)


def _start(reply: Reply, clause: int, start: int) -> int:
    return next(at for at, word in enumerate(reply.clauses[clause].words) if word.start >= start)
