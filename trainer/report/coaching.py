"""What the coach says after a reply, chosen and put into words for every front end.

Owns the choice: what this moment was after, in full; everything else that counted, by name only; a better line only where one helps;
a word of care where somebody may hear a concession. Draws nothing, judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trainer.matching.reading import Evidence, Reading
from trainer.meeting.events import MistakeStatus
from trainer.meeting.mistakes import Found, found_mistakes
from trainer.meeting.state import MeetingState
from trainer.meeting.turns import Turn
from trainer.scenario.models import Scenario
from trainer.scoring.feedback import Feedback, HeardItem
from trainer.scoring.reasons import OUTRIGHT, mistake_note
from trainer.text.clean import clean_line
from trainer.text.values import Verdict

AFTER_SHOWN = "You said it. It was shown before, so it does not count this time."
HALF_AFTER_SHOWN = "You said part of it. It was shown before, so it does not count this time."


def after_shown(verdict: Verdict) -> str:
    """What is told at once to whoever says what the coach had shown."""
    return AFTER_SHOWN if verdict is Verdict.COVERED else HALF_AFTER_SHOWN


@dataclass(frozen=True)
class MissingWords:
    """A point still to be said."""

    label: str
    what: str
    """The parts still open, in words; empty where the label says it all."""


@dataclass(frozen=True)
class Coaching:
    """The coach's words on one reply, all cleaned and on one line each."""

    heard: tuple[HeardItem, ...]
    """What this moment listens for; and whatever was heard as the opposite, or was shown before."""
    also: tuple[str, ...]
    """Labels of what counted besides: nobody had asked for it yet."""
    missing: tuple[MissingWords, ...]
    careful: tuple[str, ...]
    """What could be taken, or was taken, as a mistake; a sentence each."""
    better: str
    """One better line for what was half said or said in a roundabout way; empty when the own words do."""
    better_for: str
    """Label of its point."""
    figures: tuple[str, ...]
    note: str


def coaching(scenario: Scenario, turn: Turn, said: Feedback) -> Coaching:
    """The words on the reply of `turn`, from the feedback on it."""
    here = _listened_for(scenario, turn)
    heard = tuple(one for one in said.heard if one.point in here or one.verdict is Verdict.CONTRADICTED or one.after_shown)
    verdicts = {one.point: one.verdict for one in said.heard}
    return Coaching(
        heard=heard,
        also=tuple(clean_line(one.label) for one in said.heard if one not in heard and not one.after_shown),
        missing=tuple(_missing(scenario, turn.after, said, verdicts)),
        careful=tuple(_careful(scenario, turn)),
        better=clean_line(said.better or ""),
        better_for=clean_line(scenario.key_points[said.better_for].label) if said.better_for else "",
        figures=tuple(clean_line(one) for one in said.figures),
        note=clean_line(said.note or ""),
    )


def _listened_for(scenario: Scenario, turn: Turn) -> tuple[str, ...]:
    return tuple(scenario.moment(turn.spoke.moment).listens_for)


def _missing(scenario: Scenario, known: MeetingState, said: Feedback, verdicts: Mapping[str, Verdict]) -> Iterator[MissingWords]:
    """What is still open; a point that was half said with the part that is, one that this reply denied not at all.

    A point of one part that nobody heard is named by its label: the part in words would say the same again.
    """
    for item in said.missing:
        parts = [facet for facet in scenario.key_points[item.point].parts.values() if not facet.bonus]
        what = clean_line(item.what) if len(parts) > 1 else ""
        so_far = known.ledger.point(item.point).verdict
        if so_far is Verdict.PARTLY:
            what = what or OUTRIGHT
        if so_far is Verdict.MISSING or (what and verdicts.get(item.point) is not Verdict.CONTRADICTED):
            yield MissingWords(clean_line(item.label), what)


def _careful(scenario: Scenario, turn: Turn) -> Iterator[str]:
    """Mistakes of this reply, those taken back in it, and what might be heard as one."""
    for moved in turn.mistakes:
        label = _label(scenario, moved.mistake)
        match moved.status:
            case MistakeStatus.REPAIRED:
                yield f"You took it back in time: {label}."
            case MistakeStatus.PENDING:
                yield f"{label}{_quoted(moved.evidence)}. Your next reply can still take it back."
            case MistakeStatus.OPEN:
                yield f"This stands now: {label}{_quoted(moved.evidence)}."
    known = {*turn.before.ledger.mistakes, *(moved.mistake for moved in turn.mistakes)}
    for one in _doubtful(scenario, turn):
        if one.mistake not in known:
            yield mistake_note(scenario.mistakes[one.mistake].label, one.evidence, sure=False)


def _doubtful(scenario: Scenario, turn: Turn) -> Iterator[Found]:
    """What a role might ask back about: neither certain nor made clear in the same reply."""
    reading = turn.reading
    if reading is None:
        return
    for one in found_mistakes(scenario, _listened_for(scenario, turn), reading).values():
        denied = scenario.mistakes[one.mistake].contradicts
        clear = one.mistake in reading.repairs or any(_covered(reading, point) for point in denied)
        if not one.sure and (one.torn or not clear):
            yield one


def _covered(reading: Reading, point: str) -> bool:
    return point in reading.points and reading.points[point].verdict is Verdict.COVERED


def _quoted(evidence: Evidence | None) -> str:
    return f" (“{clean_line(evidence.text)}”)" if evidence is not None else ""


def _label(scenario: Scenario, mistake: str) -> str:
    return clean_line(scenario.mistakes[mistake].label)
