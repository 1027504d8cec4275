"""What the coach says about one reply: what was heard, what is missing, one better line, at most one note on delivery.

Owns the selection. Shows no model line of a missing point: the coach's hint for it comes as an event of the meeting.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from trainer.matching.reading import Evidence, Reading, Strength
from trainer.meeting.play_rules import required_here, weak_points
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.scoring.better import better_line
from trainer.scoring.delivery import Delivery, acknowledged_before, delivery_of
from trainer.scoring.notes import NOTES
from trainer.scoring.reasons import figure_note, missing_parts
from trainer.text.clean import clean_line
from trainer.text.values import Verdict


@dataclass(frozen=True)
class HeardItem:
    """A point this reply said something on."""

    point: str
    label: str
    verdict: Verdict
    """As it stands now, earlier replies taken in."""
    quote: str
    """The player's words that earned it, one line."""
    after_shown: bool = False
    """The coach had shown it before, so that it does not count in this rehearsal."""


@dataclass(frozen=True)
class MissingItem:
    """A required point of this moment that is not (wholly) said."""

    point: str
    label: str
    what: str
    """The parts still missing, in words; empty when it is the point as a whole."""


@dataclass(frozen=True)
class Feedback:
    """What the coach says about one reply."""

    heard: tuple[HeardItem, ...]
    missing: tuple[MissingItem, ...]
    better: str | None
    """A line for something that was said, built from what was said."""
    better_for: str | None
    """The point of the better line."""
    note: str | None
    """How it was said."""
    note_id: str | None = None
    """Name of the note, to be given as seen next time."""
    figures: tuple[str, ...] = ()
    """Figures that differ from the facts."""


def feedback(
    script: Script, before: MeetingState, after: MeetingState, reply: str, reading: Reading, *, seen_notes: Collection[str] = ()
) -> Feedback:
    """The feedback on `reply`, given in state `before` and leading to `after`.

    `seen_notes` names notes the player had before in this rehearsal; they are not given again.
    """
    heard = tuple(_heard(script, before, after))
    here = script.moment(before.moment).listens_for if before.moment else ()
    better = better_line(script, after, reply, [item.point for item in heard if item.point in here and not item.after_shown], reading)
    line, role = (before.waiting.line, before.waiting.role) if before.waiting else ("", None)
    note_id, note = _note(delivery_of(script, line, reply, role, acknowledged=acknowledged_before(script, before)), seen_notes)
    return Feedback(
        heard=heard,
        missing=tuple(_missing(script, before, after)),
        better=better[1] if better else None,
        better_for=better[0] if better else None,
        note=note,
        note_id=note_id,
        figures=tuple(figure_note(one) for one in reading.notes),
    )


def _heard(script: Script, before: MeetingState, after: MeetingState) -> Iterator[HeardItem]:
    """Points quoted from this turn, those listened for first."""
    here = script.moment(before.moment).listens_for if before.moment else ()
    names = [name for name in (*here, *(one for one in after.ledger.points if one not in here)) if name in after.ledger.points]
    for name in names:
        point = after.ledger.points[name]
        found = [quote.evidence for quote in point.quotes if quote.turn == before.turn]
        if found and point.verdict is not Verdict.MISSING:
            shown = found[-1:] if point.verdict is Verdict.CONTRADICTED else sorted(found, key=lambda one: one.start)
            quote = " … ".join(dict.fromkeys(clean_line(one.text) for one in shown if not _within_another(one, shown)))
            after_shown = point.told and point.verdict is not Verdict.CONTRADICTED
            yield HeardItem(name, script.scenario.key_points[name].label, point.verdict, quote, after_shown)


def _within_another(one: Evidence, shown: Sequence[Evidence]) -> bool:
    """A longer quote says it already."""
    return any(one.span != other.span and other.start <= one.start and one.end <= other.end for other in shown)


def _missing(script: Script, before: MeetingState, after: MeetingState) -> Iterator[MissingItem]:
    if before.moment is None:
        return
    for name in weak_points(script, after, required_here(script, before.moment, after.options.points)):
        key_point = script.scenario.key_points[name]
        met = [part for part, strength in after.ledger.point(name).facets.items() if strength is Strength.MET]
        yield MissingItem(name, key_point.label, missing_parts(script.scenario, name, met))


def _note(delivery: Delivery, seen: Collection[str]) -> tuple[str | None, str | None]:
    for name, judge in NOTES.items():
        text = None if name in seen else judge(delivery)
        if text:
            return name, text
    return None, None
