"""Downplays: makes the problem sound smaller than the facts.

Bad: "It is just a small glitch, probably nobody will notice."
Good: "It touches 3% of checkouts, and each one is a wrong charge."
"""

from __future__ import annotations

from trainer.matching.cues import Scene, cues, load_cues
from trainer.matching.reading import FlagHit
from trainer.matching.reply import only_thought_of
from trainer.text.values import Flag

_CUES = load_cues("downplays")


def heard(scene: Scene) -> FlagHit | None:
    """Sure when the problem itself is called small and nothing in the reply calls it grave."""
    reply = scene.reply
    grave = any(term.key == "@severe" and term.polarity > 0 for clause in reply.clauses for term in clause.terms)
    for cue in cues(reply, _CUES["sure"], "makes it sound small"):
        clause = reply.clauses[cue.clause]
        own_negation = cue.evidence.text.casefold().startswith(("no", "not", "nothing", "hardly", "do not", "don"))
        if not clause.asserted or (not cue.plain and not own_negation) or _CUES["kinder"].search(clause.text) or "refuse" in clause.names:
            continue
        if only_thought_of(reply.clauses, cue.clause):
            continue
        if clause.text.startswith(("but the", "delay")) or "delay" in clause.text.split():
            continue
        return FlagHit(Flag.DOWNPLAYS, not grave, cue.evidence)
    return None


def denies(scene: Scene, first: int, last: int) -> bool:
    """`I wouldn't call it minor`."""
    terms = [term for clause in scene.reply.clauses[first:last] for term in clause.terms]
    return any(term.key == "@minor" and term.polarity < 0 for term in terms)
