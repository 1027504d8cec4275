"""Disputed verdicts as labelled replies for whoever mends the reader: own facts replaced, no run, no hour.

Pure. Owns the shape; it is the one `trainer calibrate` reads (docs/scoring.md).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from trainer.report.sharing.hiding import OwnFacts
from trainer.store.disputes import SAID, Dispute

GRADE_SAID, GRADE_NOT_SAID = 2, 0
"""Covered and missing, as labels write them."""


def labelled(disputes: Sequence[Dispute], own: Mapping[str, OwnFacts]) -> str:
    """JSON lines `{id, scenario, state, reply, points}`, disputes of one reply together, the last word on a point counts.

    `own` holds for every run what must not be said of its incident. Raises KeyError for a run that is not in it.
    """
    points: dict[tuple[str, str, str, str], dict[str, int]] = {}
    for one in disputes:
        grades = points.setdefault((one.run, one.scenario, one.moment, one.reply), {})
        grades[one.point] = GRADE_SAID if one.should_be == SAID else GRADE_NOT_SAID
    cases = (
        {"id": f"{scenario}-{number}", "scenario": scenario, "state": moment, "reply": own[run].hidden(reply), "points": grades}
        for number, ((run, scenario, moment, reply), grades) in enumerate(points.items(), start=1)
    )
    return "".join(f"{json.dumps(case, ensure_ascii=False)}\n" for case in cases)
