"""Hedging: so unsure or apologetic that the message loses its force.

Bad: "Sorry, I might be wrong, but maybe we could perhaps think about waiting?" and "Hmm, it depends, your call."
Good: "We have not confirmed the cause yet. I still recommend we hold." (one honest unknown is no hedging)
"""

from __future__ import annotations

from trainer.matching.cues import Scene, load_cues, words_in
from trainer.matching.reading import Act, Evidence, FlagHit
from trainer.text.values import Flag, Verdict

_LITTLE = 14
"""Words up to which one hedge and nothing else is all there is."""

_CUES = load_cues("hedging")


def heard(scene: Scene) -> FlagHit | None:
    """Counts hedges against length and against what was clearly said; sure from three on with a strong one among them."""
    reply, points = scene.reply, scene.points
    hedged = [
        (clause, len(_CUES["hedges"].findall(clause.text)), len(_CUES["strong"].findall(clause.text)))
        for clause in reply.clauses
        if _CUES["hedges"].search(clause.text)
    ]
    if not hedged or reply.act is Act.NO:
        return None
    count, strong = sum(found for _, found, _ in hedged), sum(found for _, _, found in hedged)
    length = words_in(reply)
    said = sum(points[point].verdict is Verdict.COVERED for point in reply.heard.listens_for if point in points)
    firm = any({"refuse", "recommend", "own"} & clause.names and not _CUES["hedges"].search(clause.text) for clause in reply.clauses)
    empty = not said and not firm and (length <= _LITTLE or count >= 2)
    flooded = count + strong >= (6 if firm else 4) + said and (count + strong) / length >= _DENSE
    if not empty and not flooded:
        return None
    first, last = hedged[0][0].span.start, hedged[-1][0].span.end
    evidence = Evidence(first, last, reply.text[first:last], "hedges", min(1.0, (count + strong) / 6))
    return FlagHit(Flag.HEDGING, count >= 3 and strong >= 1, evidence)


_DENSE = 0.07
"""Hedges a word from which a reply drowns in them."""
