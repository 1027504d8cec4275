"""What a bare yes, no, "I don't know" or "I never said that" says, after the line it answers.

Owns which points and which mistake such an answer settles (docs/decisions/0028-plain-answers.md). By itself it names nothing, so its whole
meaning is in the line. Changes nothing; `trainer.meeting.judging` and `trainer.meeting.mistakes` act on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from trainer.matching.acts import is_yes_no
from trainer.matching.reading import Act, Evidence
from trainer.meeting.events import Replied, Rung, Spoke
from trainer.meeting.play_rules import required_here
from trainer.meeting.script import Script
from trainer.text.clean import clean_line
from trainer.text.values import Verdict
from trainer.text.words import words_of

_CLEAR_YES = frozenset({"yes", "right", "correct", "exactly", "indeed", "absolutely", "definitely", "certainly", "course"})
"""A nod ("ok", "fine", "understood") may only mean that the question was heard; these mean yes."""
_LAST_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_EITHER_OR = re.compile(r"\bor\b", re.IGNORECASE)
_SAYS_NO = re.compile(r"\bno\b", re.IGNORECASE)
_CONTESTED = re.compile(
    r"\b(?:(?:i|we) (?:did not|do not|never|have not|have never|was not|am not) (?:really |actually |ever )?"
    r"(?:say|said|saying|mean|meant|agree|agreed|agreeing|promise|promised|promising|claim|claimed|claiming)"
    r"|not what (?:i|we) (?:said|say|mean|meant|agreed|promised)"
    r"|misunderst\w+|misheard|(?:got|have|get|took|take) me wrong)\b"
)


@dataclass(frozen=True)
class PlainAnswer:
    """What a bare answer settles. Points it names are judged by it alone, not by their reading."""

    evidence: Evidence
    """The whole reply, for the question it answers."""
    covers: tuple[str, ...] = ()
    """Points it affirms as a whole."""
    suggests: tuple[str, ...] = ()
    """Points it makes partly said, no more."""
    not_known: tuple[str, ...] = ()
    """Points whose unknown facts it admits not to know, which is all there is to say about them."""
    confirms: str | None = None
    """The mistake it owns up to."""
    contests: str | None = None
    """The mistake it denies having made, to the line that answered it."""


def plain_answer(script: Script, replied: Replied, line: Spoke) -> PlainAnswer | None:
    """What this reply settles by the line it answers; None when it is no plain answer, or settles nothing."""
    act = replied.reading.act
    if line.rung is Rung.MISTAKE:
        contested = act is Act.NO or _contests(replied.text)
        return PlainAnswer(_whole(replied, line, "no to"), contests=line.mistake) if contested else None
    if _owns_up_in_words(script, replied, line):
        return PlainAnswer(_whole(replied, line, "yes to"), confirms=line.mistake)
    if act is Act.YES:
        return _yes(script, replied, line)
    if act is Act.NO:
        return _no(script, replied, line)
    return _dont_know(script, replied, line) if act is Act.DONT_KNOW else None


def _yes(script: Script, replied: Replied, line: Spoke) -> PlainAnswer | None:
    """To a check it covers the point, to a yes/no prompt it makes it partly, to a mistake's check it says what the check says.

    Where the reading finds that this yes denies a point ("Can it be patched?" "Yes"), it affirms nothing of it.
    """
    evidence = _whole(replied, line, "yes to")
    if line.rung is Rung.MISTAKE_CHECK and line.mistake is not None:
        if _asks_for_a_no(line.line):
            return PlainAnswer(evidence, suggests=_undenied(replied, _held_by(script, line)))
        return PlainAnswer(evidence, confirms=line.mistake) if _is_clear(replied.text) and not _is_either_or(line.line) else None
    pressed = _undenied(replied, (line.point,) if line.point is not None else ())
    if line.rung is Rung.CHECK:
        return PlainAnswer(evidence, covers=pressed)
    return PlainAnswer(evidence, suggests=pressed) if line.rung is Rung.PROMPT and is_yes_no(line.line) else None


def _owns_up_in_words(script: Script, replied: Replied, line: Spoke) -> bool:
    """`I guess it is better than nothing`, to the role's own question whether that is what was meant: half a yes is one there.

    It must sound like the move, and nothing in it may take the move back or hold what it denies.
    """
    asked = line.rung is Rung.MISTAKE_CHECK and line.mistake is not None and not _asks_for_a_no(line.line) and not _is_either_or(line.line)
    if not asked or replied.reading.act is not Act.STATEMENT or line.mistake in replied.reading.repairs or _contests(replied.text):
        return False
    mistake = script.scenario.mistakes[line.mistake or ""]
    heard = {hit.flag for hit in replied.reading.flags} | {hit.mistake for hit in replied.reading.mistakes}
    held = any(_verdict(replied, point) is Verdict.COVERED for point in mistake.contradicts)
    return not held and not heard.isdisjoint({mistake.flag, line.mistake})


def _no(script: Script, replied: Replied, line: Spoke) -> PlainAnswer | None:
    """To a mistake's check it holds the line. What the reading makes of a no to anything else stands."""
    if line.rung is not Rung.MISTAKE_CHECK or _asks_for_a_no(line.line) or _is_either_or(line.line):
        return None
    points = tuple(point for point in _held_by(script, line) if _verdict(replied, point) is Verdict.MISSING)
    return PlainAnswer(_whole(replied, line, "no to"), suggests=points)


def _dont_know(script: Script, replied: Replied, line: Spoke) -> PlainAnswer | None:
    """An honest answer, where the fact that the pressed point rests on is not known."""
    if line.point is None or not any(script.incident.unknown(fact) for fact in _facts_of(script, line.point)):
        return None
    return PlainAnswer(_whole(replied, line, "not known yet, to"), not_known=(line.point,))


def _facts_of(script: Script, point: str) -> tuple[str, ...]:
    parts = script.scenario.key_points[point].parts.values()
    return tuple(facet.fact for facet in parts if facet.fact is not None and not facet.bonus)


def _held_by(script: Script, line: Spoke) -> tuple[str, ...]:
    """The points that whoever did not make the asked-about mistake stands by, where they are required."""
    here = required_here(script, line.moment)
    return tuple(point for point in script.scenario.mistakes[line.mistake or ""].contradicts if point in here)


def _undenied(replied: Replied, points: tuple[str, ...]) -> tuple[str, ...]:
    found = replied.reading.points
    return tuple(point for point in points if point not in found or found[point].denied is None)


def _verdict(replied: Replied, point: str) -> Verdict:
    found = replied.reading.points.get(point)
    return found.verdict if found is not None else Verdict.MISSING


def _asks_for_a_no(line: str) -> bool:
    """`So is that a no?`: a yes to it holds the line. In doubt a line counts as such, since nobody is accused by it."""
    return bool(_SAYS_NO.search(_last_question(line)))


def _is_either_or(line: str) -> bool:
    """`A promise, or your best guess?`: neither yes nor no answers that."""
    return bool(_EITHER_OR.search(_last_question(line)))


def _last_question(line: str) -> str:
    questions = [sentence for sentence in _LAST_SENTENCE.split(line) if sentence.rstrip().endswith("?")]
    return questions[-1] if questions else line


def _contests(text: str) -> bool:
    return bool(_CONTESTED.search(" ".join(word.norm for word in words_of(text) if not word.is_mark)))


def _is_clear(text: str) -> bool:
    return any(word.norm in _CLEAR_YES for word in words_of(text))


def _whole(replied: Replied, line: Spoke, what: str) -> Evidence:
    said = replied.text.strip()
    start = len(replied.text) - len(replied.text.lstrip())
    return Evidence(start, start + len(said), said, f"{what}: {clean_line(line.line)}", 1.0)
