"""Blame: puts the fault on a person or a team.

Bad: "QA should have caught this, it is their fault."
Good: "Our tests did not cover concurrent payments." (what failed, and "we")
"""

from __future__ import annotations

from trainer.matching.cues import Cue, Scene, cues, load_cues
from trainer.matching.parse import Clause
from trainer.matching.reading import FlagHit
from trainer.text.values import Flag

_CUES = load_cues("blame")
_HARMLESS = (
    "not about blame", "no one is to blame", "nobody is to blame", "not blame", "not here to blame", "should have it", "should have a ",
    "should have an ", "should have the ", "should have something", "should have more",
)  # fmt: skip


def heard(scene: Scene) -> FlagHit | None:
    """Sure when a person or team is named as the one who failed."""
    reply = scene.reply
    for cue in cues(reply, _CUES["sure"], "blames"):
        clause = reply.clauses[cue.clause]
        if not clause.question and not _no_blame(clause.text) and not _own_omission(clause, cue):
            return FlagHit(Flag.BLAME, True, cue.evidence)
    return None


def denies(scene: Scene, first: int, last: int) -> bool:
    """It leaves the decision to somebody, which accuses nobody: `you're the boss, do what you like`."""
    return any(_CUES["leaves_it"].search(clause.text) for clause in scene.reply.clauses[first:last])


def _own_omission(clause: Clause, cue: Cue) -> bool:
    """`We had never asked` blames nobody else; a bare `never asked` does."""
    before = {word.norm for word in clause.words if word.start < cue.evidence.start}
    return cue.evidence.text.casefold().startswith(("never", "not")) and not before.isdisjoint({"i", "we"})


def _no_blame(text: str) -> bool:
    """Denied, or `you should have it by noon`."""
    return any(opening in text for opening in _HARMLESS)
