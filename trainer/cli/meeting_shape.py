"""A whole meeting in JSON, the same for `rehearse` and `replay`. Stable: documented in the command line reference.

Holds no time and no id, so that the same replies and seed give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from trainer.cli.shapes import flags_of
from trainer.matching.reading import Reading
from trainer.meeting.events import Event
from trainer.meeting.fold import fold
from trainer.meeting.run import ScriptedReply
from trainer.meeting.script import Script
from trainer.meeting.state import PointState
from trainer.meeting.turns import Turn, turns_of
from trainer.scoring.overall import overall
from trainer.scoring.score import score
from trainer.text.values import Verdict

FORMAT = 1
BEYOND = frozenset({Verdict.COVERED, Verdict.CONTRADICTED})
"""Verdicts that count for points a state does not listen for."""


def meeting_shape(script: Script, events: Sequence[Event], unused: Sequence[ScriptedReply] = ()) -> dict[str, object]:
    """Everything that came of a meeting."""
    state = fold(events)
    total = score(script, state)
    return {
        "format": FORMAT,
        "scenario": script.scenario.id,
        "seed": state.options.seed,
        "mode": state.options.mode.value,
        "length": state.options.length.value,
        "score": total.total,
        "passed": total.passed,
        "ending": state.ended.ending if state.ended else None,
        "ended": state.ended.how.value if state.ended else None,
        "trust": dict(state.trust),
        "points": {point: _point(state.ledger.point(point)) for point in script.scenario.key_points},
        "mistakes": {mistake: status.value for mistake, status in state.ledger.mistakes.items()},
        "turns": [_turn(script, turn, state.options.points) for turn in turns_of(events)],
        "unused": [one.text if one.state is None else {"state": one.state, "reply": one.text} for one in unused],
    }


def _point(point: PointState) -> dict[str, object]:
    return {"verdict": point.verdict.value, "told": point.told, "claimed": point.claimed, "turns": list(point.turns)}


def _turn(script: Script, turn: Turn, points: Sequence[str]) -> dict[str, object]:
    spoke, reading = turn.spoke, turn.reading
    return {
        "kind": spoke.kind.value,
        "state": spoke.moment,
        "role": spoke.role,
        "line": spoke.line,
        "reply": turn.reply,
        "points": {} if reading is None else _verdicts(script, spoke.moment, reading),
        "flags": [] if reading is None else flags_of(reading),
        "overall": None if reading is None else overall(script, spoke.moment, reading, points),
        "trust": dict(turn.after.trust),
    }


def _verdicts(script: Script, moment: str, reading: Reading) -> dict[str, str]:
    """What the reply alone was heard to say: of all the moment listens for, and of the rest what counts."""
    here = script.moment(moment).listens_for
    beyond = [point for point, found in reading.points.items() if point not in here and found.verdict in BEYOND]
    return {point: reading.points[point].verdict.value for point in (*here, *beyond)}
