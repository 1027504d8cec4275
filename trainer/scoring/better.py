"""One better line for what was said, built from nothing that was not said.

Owns the choice of point and of words: the model line where all it rests on was said, else the author's wordings of the parts that were.
Never gives away what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from trainer.matching.reading import Evidence
from trainer.meeting.lines import model_line
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.scenario.models import KeyPoint
from trainer.scoring.likened import stands_for
from trainer.text.clean import clean_line
from trainer.text.values import Verdict

_WORD = re.compile(r"\w+")


def better_line(script: Script, state: MeetingState, reply: str, points: Iterable[str]) -> tuple[str, str] | None:
    """A point heard in this reply and a better line for it, (point, line); None when there is nothing to better.

    `points` are those heard and listened for here, in that order. What was only partly said comes first: there a line helps most.
    """
    heard = [point for point in points if state.ledger.point(point).verdict in (Verdict.PARTLY, Verdict.COVERED)]
    for point in sorted(heard, key=lambda point: state.ledger.point(point).verdict is Verdict.COVERED):
        line = _line_for(script, state, point)
        if line and not _already_said(line, reply):
            return point, line
    return None


def _line_for(script: Script, state: MeetingState, point: str) -> str:
    key_point = script.scenario.key_points[point]
    known = state.ledger.point(point)
    if known.verdict is Verdict.COVERED and _all_said(key_point, known.facets.keys()):
        return model_line(script, state, point)
    return _from_parts(script, point, [quote.evidence for quote in known.quotes])


def _all_said(point: KeyPoint, said: Iterable[str]) -> bool:
    """Whether every part of the point was said, so that its model line gives nothing away."""
    return {name for name, facet in point.parts.items() if not facet.bonus} <= set(said)


def _from_parts(script: Script, point: str, evidence: Iterable[Evidence]) -> str:
    """The author's wordings that came closest to what was said, as sentences; none that is only remotely like it."""
    authored = {phrase: None for facet in script.book.points[point].facets for phrase in facet.phrases}
    best: dict[str, float] = {}
    for one in evidence:
        if one.phrase in authored and stands_for(script.book.lexicon, one):
            best[one.phrase] = max(best.get(one.phrase, 0.0), one.similarity)
    return " ".join(_sentence(phrase) for phrase in best)


def _sentence(phrase: str) -> str:
    line = clean_line(phrase).rstrip(".")
    return f"{line[:1].upper()}{line[1:]}." if line else ""


def _already_said(line: str, reply: str) -> bool:
    said = _words(reply)
    wanted = _words(line)
    return any(said[start : start + len(wanted)] == wanted for start in range(len(said) - len(wanted) + 1))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
