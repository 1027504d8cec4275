"""Caves: gives in and agrees to what is pressed for, going out as is or with a warning.

Bad: "Ok, fine, let's release with a warning then."
Good: "I hear you, and no: a warning would not help." ("ok" alone, or agreeing before a `but`, is no concession.)
"""

from __future__ import annotations

from trainer.matching.cues import Cue, Scene, cues, load_cues
from trainer.matching.reading import Evidence, FlagHit
from trainer.matching.reply import Reply, is_bound, only_thought_of
from trainer.text.values import Flag

_CUES = load_cues("caves")


def heard(scene: Scene) -> FlagHit | None:
    """Sure only when said outright, with nothing refused, asked, supposed or turned by a `but` after it."""
    reply = scene.reply
    refusals = [at for at, clause in enumerate(reply.clauses) if "refuse" in clause.names]
    for cue in cues(reply, _CUES["outright"], "gives in"):
        if _stands(reply, cue) and not any(at >= cue.clause for at in refusals):
            return FlagHit(Flag.CAVES, _sure(reply, cue, refusals), cue.evidence)
    for cue in cues(reply, _CUES["half"], "half gives in", 0.6):
        if _stands(reply, cue) and not refusals:
            return FlagHit(Flag.CAVES, False, cue.evidence)
    denied = _denies_the_point(scene)
    if denied is not None and not refusals:
        return FlagHit(Flag.CAVES, not any(clause.raw.contrast or clause.raw.conditional for clause in reply.clauses), denied)
    last = [cue for cue in cues(reply, _CUES["last_word"], "gives in at last", 0.6) if cue.clause == len(reply.clauses) - 1 > 0]
    if reply.pressed and last and reply.clauses[-1].raw.contrast:
        return FlagHit(Flag.CAVES, False, last[0].evidence)
    return None


def denies(scene: Scene, first: int, _last: int) -> bool:
    """Something is refused there or later on."""
    return any("refuse" in clause.names for clause in scene.reply.clauses[first:])


def _denies_the_point(scene: Scene) -> Evidence | None:
    """Agreeing to what is pressed for, told by the point it denies: whatever the meeting is about."""
    reply = scene.reply
    denials = [one.denied for point in reply.heard.listens_for if (one := scene.points.get(point)) is not None and one.denied is not None]
    for denied in denials if reply.pressed else []:
        near = [at for at, clause in enumerate(reply.clauses) if clause.span.start < denied.end and denied.start < clause.span.end]
        assents = {"accept", "request"}
        agreed = any(assents & reply.clauses[place].names for at in near for place in (at, at - 1) if place >= 0)
        if agreed and any(_is_pressed_for(reply, at) for at in near):
            return denied
    return None


def _is_pressed_for(reply: Reply, at: int) -> bool:
    """Something the line itself speaks of; `I can live with either` agrees to nothing that was proposed."""
    clause = reply.clauses[at]
    agreeing = {place for act in clause.acts if act.act == "accept" for place in range(act.first, act.last)}
    said = (term for term in clause.terms if term.credit == 1.0)  # what a yes or an `it` takes over from the line nobody said
    held = (term for term in said if term.weight == 1.0 and not term.key.startswith("!") and term.place not in agreeing)
    return any(term.key in reply.line_keys for term in held)


def _stands(reply: Reply, cue: Cue) -> bool:
    clause = reply.clauses[cue.clause]
    text = _CUES["later"].sub("", clause.text[clause.text.find(" ") :])
    meant = clause.asserted and cue.plain and not only_thought_of(reply.clauses, cue.clause)
    return meant and not _CUES["conditions"].search(text)


def _sure(reply: Reply, cue: Cue, refusals: list[int]) -> bool:
    after = reply.clauses[cue.clause + 1 :]
    if "?" in reply.clauses[cue.clause].raw.end_mark:
        return False
    if refusals or any(clause.raw.contrast or clause.raw.conditional for clause in after):
        return False
    if is_bound(reply.clauses, cue.clause):
        return False
    held = {term.key for clause in reply.clauses for term in clause.terms}
    return not held & {"@rollback", "@flag"} and not any({"recommend"} & clause.names and "@halt" in held for clause in reply.clauses)
