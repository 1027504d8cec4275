"""Conditions taken apart, and what can be said of each part as things stand.

Owns the words. Whether a part holds is the business of `trainer.meeting.conditions`.
"""

from __future__ import annotations

from collections.abc import Iterator

from trainer.meeting.events import MistakeStatus
from trainer.meeting.play_rules import standing
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.scenario.models import Condition
from trainer.scoring.trust_words import FLAG_WORDS, trust_word
from trainer.text.values import Verdict

_LISTED = ("covered", "partly", "missing", "contradicted", "known", "unknown", "none", "visited", "present", "flag", "flag_ever")
_POINT_WORDS = {
    Verdict.COVERED: "said",
    Verdict.PARTLY: "only half said",
    Verdict.MISSING: "not said",
    Verdict.CONTRADICTED: "said as the opposite",
}
_MISTAKE_WORDS = {
    MistakeStatus.PENDING: "not taken back",
    MistakeStatus.OPEN: "not taken back",
    MistakeStatus.REPAIRED: "taken back",
}
_NOTHING = Condition.model_validate({})


def parts(condition: Condition) -> Iterator[Condition]:
    """A condition of several keys as conditions of one key and one name each; `any` and `not` are left to the caller."""
    for key in _LISTED:
        for name in getattr(condition, key):
            yield _NOTHING.model_copy(update={key: (name,)})
    for name, status in condition.mistake.items():
        yield _NOTHING.model_copy(update={"mistake": {name: status}})
    for role, bound in condition.trust.items():
        yield _NOTHING.model_copy(update={"trust": {role: bound}})


def said_of(script: Script, state: MeetingState, part: Condition) -> Iterator[str]:
    """How what this part looks at stands now, in words; nothing of facts and places, which the player knows."""
    scenario = script.scenario
    for point in (*part.covered, *part.partly, *part.missing, *part.contradicted):
        yield f"{_capital(_how_said(script, state, point))}: “{scenario.key_points[point].label}”"
    for mistake in part.mistake:
        status = state.ledger.mistakes.get(mistake)
        if status is not None:
            yield f"{_capital(_MISTAKE_WORDS[status])}: “{scenario.mistakes[mistake].label}”"
    for role in part.trust:
        if role in state.trust:
            yield f"{scenario.roles[role].name} was {trust_word(state.trust[role])}"
    yield from (_capital(FLAG_WORDS[flag]) for flag in (*part.flag, *part.flag_ever) if flag in state.flags_ever)


def _how_said(script: Script, state: MeetingState, point: str) -> str:
    """How a point counts; what the coach had shown counts as not said, and is told apart from it."""
    known, stands = state.ledger.point(point), standing(script, state, point)
    if known.told and stands is Verdict.MISSING:
        return "said only after it was shown" if known.verdict is Verdict.COVERED else "shown, not said"
    return _POINT_WORDS[stands]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
