"""Alarmist: panicky, dramatic, catastrophising.

Bad: "This will be a total catastrophe, we are all doomed!!!"
Good: "It is critical: about 3% of checkouts are charged wrongly under load."
"""

from __future__ import annotations

import re

from trainer.matching.cues import Scene, cues, load_cues
from trainer.matching.reading import Evidence, FlagHit
from trainer.text.values import Flag

_CUES = load_cues("alarmist")


def heard(scene: Scene) -> FlagHit | None:
    """Sure at drastic words that are not denied; rows of exclamation marks only hint."""
    reply = scene.reply
    for cue in cues(reply, _CUES["sure"], "dramatic words"):
        clause = reply.clauses[cue.clause]
        if cue.plain and not any(word.norm in {"avoid", "prevent", "without", "not"} for word in clause.words):
            return FlagHit(Flag.ALARMIST, True, cue.evidence)
    shouted = re.search(r"!\s?![\s!]*", reply.text)
    if shouted is not None:
        text = shouted.group()
        return FlagHit(Flag.ALARMIST, False, Evidence(shouted.start(), shouted.end(), text, "shouting", 0.6))
    return None
