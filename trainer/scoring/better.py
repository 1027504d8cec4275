"""One better line for what was said, built from nothing that was not said, where one would help.

Owns the choice of point and of words, and when none is given: what was well said is left as it is. Plainer words are offered for a part
that was only nearly said, and for anything said in a roundabout way. Never gives away what is missing, never says more than the facts do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from trainer.matching.reading import Evidence, Reading, Strength
from trainer.meeting.lines import model_line
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.scenario.models import Condition, KeyPoint
from trainer.scenario.slots import slots_in
from trainer.scoring.likened import stands_for
from trainer.text.clean import clean_line
from trainer.text.values import Flag, Verdict

LONG_SENTENCE = 30
"""Words from which a sentence is better said in fewer."""
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")


def better_line(script: Script, state: MeetingState, reply: str, points: Iterable[str], reading: Reading) -> tuple[str, str] | None:
    """A point heard in this reply and a better line for it, (point, line); None when there is nothing to better.

    `points` are those heard and listened for here, in that order. What was only partly said comes first: there a line helps most.
    """
    heard = [point for point in points if state.ledger.point(point).verdict in (Verdict.PARTLY, Verdict.COVERED)]
    for point in sorted(heard, key=lambda point: state.ledger.point(point).verdict is Verdict.COVERED):
        evidence = [hit.evidence for hit in reading.points[point].hits] if point in reading.points else []
        line = _line_for(script, state, point, evidence, roundabout=_is_roundabout(reply, evidence, reading))
        if line and not _already_said(line, reply):
            return point, line
    return None


def _is_roundabout(reply: str, evidence: Iterable[Evidence], reading: Reading) -> bool:
    """Whether it was said with hedges, or in a sentence too long to follow."""
    if any(hit.sure and hit.flag is Flag.HEDGING for hit in reading.flags):
        return True
    ends = (0, *(match.end() for match in _SENTENCE_END.finditer(reply)), len(reply))
    starts = {max(end for end in ends if end <= one.start) for one in evidence}
    return any(len(_words(_SENTENCE_END.split(reply[start:], maxsplit=1)[0])) >= LONG_SENTENCE for start in starts)


def _line_for(script: Script, state: MeetingState, point: str, evidence: Sequence[Evidence], *, roundabout: bool) -> str:
    key_point, known = script.scenario.key_points[point], state.ledger.point(point)
    if known.verdict is Verdict.COVERED and not roundabout:
        return ""
    if known.verdict is Verdict.COVERED and _all_said(key_point, known.facets.keys()):
        return model_line(script, state, point)
    if any(not script.incident.known(fact) for fact in _facts_of(key_point)):
        return ""  # an author's wording may take for granted what nobody knows
    facets = script.book.points[point].facets
    open_parts = [facet for facet in facets if roundabout or known.facets.get(facet.id) is Strength.NEAR]
    return _from_phrases(script, {phrase for facet in open_parts for phrase in facet.phrases}, evidence, roundabout=roundabout)


def _all_said(point: KeyPoint, said: Iterable[str]) -> bool:
    """Whether every part of the point was said, so that its model line gives nothing away."""
    return {name for name, facet in point.parts.items() if not facet.bonus} <= set(said)


def _facts_of(point: KeyPoint) -> Iterator[str]:
    """Every fact that what can be said on a point depends on."""
    for facet in point.parts.values():
        yield from (facet.fact,) if facet.fact is not None else ()
        yield from (slot for phrase in facet.expect for slot in slots_in(phrase))
    for variant in point.model:
        yield from (slot for line in variant.lines for slot in slots_in(line))
        yield from _minded(variant.when) if variant.when is not None else ()


def _minded(condition: Condition) -> tuple[str, ...]:
    return (*condition.known, *condition.unknown, *condition.none)


def _from_phrases(script: Script, authored: set[str], evidence: Iterable[Evidence], *, roundabout: bool) -> str:
    """The author's wordings that came closest to what was said, as sentences; none only remotely like it, none that says less."""
    lexicon, best = script.book.lexicon, dict[str, None]()
    for one in evidence:
        fuller = len(lexicon.content(one.phrase)) >= len(lexicon.content(one.text))
        if one.phrase in authored and stands_for(lexicon, one) and (roundabout or fuller):
            best[one.phrase] = None
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
