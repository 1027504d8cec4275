"""The one-page brief: what to take into the real meeting.

Exists as soon as the facts do and gets better with each reply: where the player covered a point, their own sentence stands.
Pure. Claims nothing that the incident does not know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trainer.meeting.engine import begin
from trainer.meeting.events import Event
from trainer.meeting.fold import fold
from trainer.meeting.lines import model_line, say
from trainer.meeting.options import Options
from trainer.meeting.play_rules import out_of_play
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.report.brief.best_words import Said, best_words, met_in
from trainer.report.brief.own_footing import alike, meaning
from trainer.report.brief.page import one_page
from trainer.report.brief.values import Brief, BriefLine, BriefPart, Source
from trainer.report.brief.what_counted import said_in
from trainer.scenario.models import BriefItem, BriefSection
from trainer.scenario.own_doubt import alone
from trainer.text.values import Verdict

DEFAULT_HEADING = "What to say"


@dataclass(frozen=True)
class _Page:
    """What every entry is made from."""

    script: Script
    state: MeetingState
    said: tuple[Said, ...]
    unsayable: frozenset[str]
    """Points out of play: nobody will ask, or the facts for them do not exist."""


def brief(script: Script, events: Sequence[Event] = ()) -> Brief:
    """The brief for the script's incident after `events`; none are needed."""
    state = fold(events) if events else begin(script, Options())[0]
    page = _Page(script, state, said_in(events), out_of_play(script, state.options.absent))
    sections = script.scenario.brief or _default_sections(page)
    quoted: set[str] = set()
    parts = [BriefPart(section.heading, _lines(page, section, quoted), section.message, section.aloud) for section in sections]
    incident = script.incident
    whole = Brief(
        title=script.scenario.title,
        incident="" if incident.is_example else incident.name,
        example=incident.is_example,
        parts=tuple(part for part in parts if part.lines),
    )
    return one_page(whole)


def only_own(page: Brief) -> Brief:
    """The page without prepared lines: the facts, and what the player has said well so far."""
    own = (Source.FACT, Source.UNKNOWN, Source.SAID)
    parts = (replace(part, lines=tuple(line for line in part.lines if line.source in own)) for part in page.parts)
    return replace(page, parts=tuple(part for part in parts if part.lines), only_own=True)


def _default_sections(page: _Page) -> tuple[BriefSection, ...]:
    required = dict.fromkeys(point for state in page.script.scenario.states.values() for point in state.requires)
    return (BriefSection(heading=DEFAULT_HEADING, items=tuple(BriefItem(point=point) for point in required)),) if required else ()


def _lines(page: _Page, section: BriefSection, quoted: set[str]) -> tuple[BriefLine, ...]:
    """The section's entries in order; what serves several points stands once.

    `quoted` holds the own sentences of earlier sections and takes in those of this one.
    """
    lines: list[BriefLine] = []
    for item in section.items:
        rank = section.rank if item.rank is None else item.rank
        for line in _entries(page, item, quoted, opens=not lines):
            _add(lines, replace(line, rank=rank))
    quoted.update(line.text for line in lines if line.source is Source.SAID)
    return tuple(lines)


def _add(lines: list[BriefLine], new: BriefLine) -> None:
    """Put a line behind the others, unless one of them says the same: then the fuller one stands, an own sentence before a model line."""
    if new.source is not Source.FACT and any(new.text in other.text for other in lines):
        return
    same = next((at for at, old in enumerate(lines) if _says_the_same(old, new)), None)
    if same is None:
        lines.append(new)
        return
    kept = max(lines[same], new, key=lambda line: (line.source is Source.SAID, len(meaning(line.text))))
    lines[same] = replace(kept, rank=min(lines[same].rank, new.rank))


def _says_the_same(old: BriefLine, new: BriefLine) -> bool:
    """Whether one of two lines to be spoken only says the other in other words; authors' own lines may come close to each other."""
    spoken = {old.source, new.source} <= {Source.SAID, Source.MODEL}
    return spoken and Source.SAID in (old.source, new.source) and alike(old.text, new.text)


def _entries(page: _Page, item: BriefItem, quoted: set[str], *, opens: bool) -> Iterator[BriefLine]:
    if item.point is not None:
        yield from _for_point(page, item.point, quoted, opens=opens)
    elif item.line is not None:
        if text := say(page.script, page.state, item.line, "brief"):
            yield BriefLine(text, Source.FIXED)
    else:
        yield from _facts(page, item.known, item.unknown)


def _for_point(page: _Page, point: str, quoted: set[str], *, opens: bool) -> Iterator[BriefLine]:
    """The player's best sentence; a model line where there is none, or where an earlier section has it already."""
    scenario, standing = page.script.scenario, page.state.ledger.point(point)
    label = scenario.key_points[point].label
    earned = standing.verdict is Verdict.COVERED and not standing.told
    own = best_words(scenario, page.script.incident, point, page.said, opens=opens) if earned else None
    model = "" if point in page.unsayable else model_line(page.script, page.state, point)
    if own is not None and not any(own in other for other in quoted):
        yield BriefLine(own, Source.SAID, label, instead=model)
    elif model:
        yield BriefLine(model, Source.MODEL, label)


def _facts(page: _Page, known: Sequence[str], unknown: Sequence[str]) -> Iterator[BriefLine]:
    """What is known, what is known not to exist, and what is honestly open."""
    facts, incident = page.script.scenario.facts, page.script.incident
    for name in known:
        value, absent = incident.value(name), facts[name].none
        if value is not None:
            yield BriefLine(alone(value), Source.FACT, facts[name].label)
        elif incident.none(name) and absent is not None:
            yield BriefLine(absent, Source.UNKNOWN, facts[name].label)
    for name in unknown:
        if incident.unknown(name) and not _answered(page, name):
            yield BriefLine(facts[name].unknown or f"{facts[name].label}: not known yet.", Source.UNKNOWN, facts[name].label)


def _answered(page: _Page, fact: str) -> bool:
    """Whether the player answered what a fact without a value left open: a point that rests on it was earned by something else.

    "I have seen it in the logs" then stands on the page, or could; that nobody knows how to prove it would take it back.
    """
    for name, point in page.script.scenario.key_points.items():
        standing = page.state.ledger.point(name)
        resting = {part for part, facet in point.parts.items() if facet.fact == fact}
        if resting and standing.verdict is Verdict.COVERED and not standing.told and point.needed <= len(met_in(page.said, name) - resting):
            return True
    return False
