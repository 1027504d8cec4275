"""Off topic: does not answer what was asked at all.

Bad: "Good question. That is a really important question, and I am glad you ask it.", or the whole opening again when only a time was
asked for.
Good: anything that touches what this person listens for; "I don't know yet" as well, and a question back.
"""

from __future__ import annotations

from collections.abc import Mapping

from trainer.matching.cues import Scene, words_in
from trainer.matching.reading import Act, Evidence, FlagHit, PointReading
from trainer.matching.reply import Reply
from trainer.text.values import Flag, Verdict

_TOUCHED = 0.3
"""Score from which a missing point was touched after all."""
_LONG = 8
"""Words from which a reply that answers something else counts as an answer to something else."""


def heard(scene: Scene) -> FlagHit | None:
    """Sure only when nothing of the meeting is touched: no point, no word of the line, no word of the trade, no act."""
    reply, points = scene.reply, scene.points
    if reply.act is not Act.STATEMENT or any("dont_know" in clause.names for clause in reply.clauses):
        return None
    listened = [points[point] for point in reply.heard.listens_for if point in points] or list(points.values())
    if any(point.verdict is not Verdict.MISSING for point in listened):
        return None
    start, end = reply.clauses[0].span.start, reply.clauses[-1].span.end
    evidence = Evidence(start, end, reply.text[start:end], "nothing that was asked", 0.5)
    if _foreign(reply, points):
        return FlagHit(Flag.OFFTOPIC, True, evidence)
    elsewhere = any(point.verdict is Verdict.COVERED for point in points.values())
    if elsewhere and words_in(reply) >= _LONG and not any({"refuse", "acknowledge", "own"} & clause.names for clause in reply.clauses):
        return FlagHit(Flag.OFFTOPIC, False, evidence)
    return None


def _foreign(reply: Reply, points: Mapping[str, PointReading]) -> bool:
    if any(point.verdict is not Verdict.MISSING or point.score > _TOUCHED for point in points.values()) or any(
        clause.acts for clause in reply.clauses
    ):
        return False
    terms = [term for clause in reply.clauses for term in clause.terms if term.weight == 1.0]
    return bool(terms) and not any(term.key.startswith("@") or term.key in reply.line_keys for term in terms)
