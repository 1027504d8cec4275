"""Answers worth discussing side by side: the same question, answered so that a point was heard and so that it was not.

Owns which answers are chosen. Never says whose they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from trainer.report.group.values import PointTally, SideBySide
from trainer.report.sharing.values import Shared, SharedTurn

MOST_POINTS = 4
"""Points with answers beside each other; a workshop talks about few."""
MOST_ANSWERS = 2
"""Answers of each sort to one question."""
FEWEST_WORDS = 4
"""Shorter answers ("yes") say nothing to talk about."""
LONGEST = 600
"""Characters of an answer shown; longer ones end in dots."""
_HEARD, _NOT_HEARD = frozenset({"covered"}), frozenset({"missing", "contradicted"})


@dataclass
class _Answers:
    """What was said to the questions of one moment."""

    heard: list[SharedTurn] = field(default_factory=list)
    not_heard: list[SharedTurn] = field(default_factory=list)

    @property
    def pairs(self) -> int:
        return min(len(self.heard), len(self.not_heard))


def side_by_side(runs: Sequence[Shared], points: Sequence[PointTally]) -> tuple[SideBySide, ...]:
    """At most `MOST_POINTS` points: the most differently answered first, then the most missed; other moments before a moment again."""
    weak = [point for point in points if point.not_heard or point.partly]
    order = sorted(range(len(weak)), key=lambda at: (-weak[at].varied, at))
    found = [one for at in order if (one := _of_point(runs, weak[at])) is not None]
    seen: Counter[str] = Counter()
    rounds: list[int] = []
    for one in found:
        rounds.append(seen[one.moment])
        seen[one.moment] += 1
    chosen = sorted(range(len(found)), key=lambda at: (rounds[at], at))[:MOST_POINTS]
    return tuple(found[at] for at in chosen)


def _of_point(runs: Sequence[Shared], point: PointTally) -> SideBySide | None:
    answers: dict[str, _Answers] = defaultdict(_Answers)
    abouts: dict[str, str] = {}
    for run, turn in _telling_turns(runs):
        verdict = turn.points.get(point.point)
        abouts.setdefault(turn.moment, run.moments.get(turn.moment, turn.moment))
        if verdict in _HEARD:
            answers[turn.moment].heard.append(turn)
        elif verdict in _NOT_HEARD:
            answers[turn.moment].not_heard.append(turn)
    fitting = sorted((moment for moment in answers if answers[moment].pairs), key=lambda moment: (-answers[moment].pairs, moment))
    if not fitting:
        return None
    moment = fitting[0]
    heard = _chosen(answers[moment].heard, shortest=True)
    not_heard = _chosen(answers[moment].not_heard, shortest=False)
    return SideBySide(
        point=point.point,
        label=point.label,
        moment=moment,
        about=abouts[moment],
        role=heard[0].role,
        line=heard[0].line,
        heard=tuple(_shown(turn.reply or "") for turn in heard),
        not_heard=tuple(_shown(turn.reply or "") for turn in not_heard),
    )


def _telling_turns(runs: Sequence[Shared]) -> Iterator[tuple[Shared, SharedTurn]]:
    """First answers to questions and interjections: what was said to a follow-up answers something else."""
    for run in runs:
        for turn in run.turns:
            if turn.kind in ("question", "interjection") and len((turn.reply or "").split()) >= FEWEST_WORDS:
                yield run, turn


def _chosen(turns: Sequence[SharedTurn], *, shortest: bool) -> list[SharedTurn]:
    """The shortest that were heard, to learn from, and the longest that were not, to talk about; those shown in full first."""
    different = {turn.reply or "": turn for turn in turns}
    length = 1 if shortest else -1
    return [different[reply] for reply in sorted(different, key=lambda one: (len(one) > LONGEST, length * len(one), one))][:MOST_ANSWERS]


def _shown(reply: str) -> str:
    line = " ".join(reply.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + " …"
