"""The debrief as plain text, for a terminal or a screen reader. Draws; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.report.debrief.sections import score_line, sections
from trainer.report.debrief.transcript_values import SaidReply, TranscriptTurn
from trainer.report.debrief.trust_line import spark
from trainer.report.debrief.values import Debrief, EntryLine, Section, Tone
from trainer.report.debrief.wording import (
    NOT_ANSWERED,
    SILENCE,
    TRANSCRIPT,
    attempts_lead,
    earned,
    legend,
    lost_section,
    series_words,
    spoken,
    taken_back_sections,
    work_section,
)
from trainer.report.plain import item, paragraph

_BEFORE = {Tone.BETTER: "Say: ", Tone.OPEN: "Still open: ", Tone.WHY: "", Tone.NOTE: "", Tone.QUOTE: "You: "}
_MOST_BLOCKS = 60
_LONGEST_NAME = 16
_BAR = 20
"""Cells of a theme's bar."""


def render(debrief: Debrief, width: int = 78, *, transcript: bool = False) -> str:
    """The page in lines of at most `width` characters, ending in a newline; with `transcript` the meeting line by line at its end."""
    lines = [*_lines(debrief, width)]
    if transcript and not debrief.nothing_said:
        lines += _transcript(debrief, width)
    return "\n".join(lines) + "\n"


def _lines(debrief: Debrief, width: int) -> Iterator[str]:
    yield from paragraph(f"{debrief.title}: {debrief.incident}" if debrief.incident else debrief.title, width)
    yield from _finish(debrief, width)
    if debrief.nothing_said:
        for section in (work_section(debrief), *taken_back_sections(debrief)):
            yield from _section(section, width)
        return
    yield from ("", *paragraph(f"SCORE: {score_line(debrief)}", width))
    for reason in debrief.not_passed:
        yield from item(reason, width)
    for theme in debrief.themes:
        yield from item(f"{theme.label}: {round(theme.share * 100)} %", width)
        yield f"  {_bar(theme.share)}"
    yield from _section(work_section(debrief), width)
    for section in sections(debrief):
        yield from _section(section, width)
    yield from _trust(debrief, width)
    if debrief.attempts.runs:
        yield from ("", *paragraph("ATTEMPTS BEFORE", width), *paragraph(attempts_lead(debrief), width))
        for series in debrief.attempts.points:
            yield from item(f"{series.label}: {series_words(series)}", width)


def _finish(debrief: Debrief, width: int) -> Iterator[str]:
    finish = debrief.finish
    yield from ("", *paragraph(finish.headline.upper(), width))
    yield from paragraph(finish.epilogue, width)
    for reason in finish.reasons:
        yield from item(reason, width)
    if finish.in_the_way:
        yield from ("", *paragraph(f"In the way of “{finish.best}”:", width))
        for reason in finish.in_the_way:
            yield from item(reason, width)


def _section(section: Section, width: int) -> Iterator[str]:
    yield from ("", *paragraph(section.heading.upper(), width), *paragraph(section.lead, width))
    for entry in section.entries:
        yield from item(entry.title, width)
        for line in entry.lines:
            yield from item(_line(line), width, mark="", indent="    ")


def _line(line: EntryLine) -> str:
    return f"{_BEFORE[line.tone]}“{line.text}”" if line.tone is Tone.QUOTE else f"{_BEFORE[line.tone]}{line.text}"


def _bar(share: float) -> str:
    full = round(share * _BAR)
    return "█" * full + "░" * (_BAR - full)


def _trust(debrief: Debrief, width: int) -> Iterator[str]:
    """Trust reply by reply, the highest block the warmest."""
    names = min(_LONGEST_NAME, max((len(trust.name) for trust in debrief.trust), default=0))
    drawn = [(trust, spark(trust, min(_MOST_BLOCKS, width - names - 4))) for trust in debrief.trust]
    if any(blocks for _, blocks in drawn):
        yield from ("", *paragraph("TRUST, REPLY BY REPLY", width))
        yield from (f"  {trust.name[:names].ljust(names)}  {blocks}" for trust, blocks in drawn)
    if debrief.lost is not None:
        yield from _section(lost_section(debrief.lost), width)


def _transcript(debrief: Debrief, width: int) -> Iterator[str]:
    yield from ("", *paragraph(TRANSCRIPT.upper(), width), *paragraph(legend(debrief), width))
    for turn in debrief.transcript:
        yield ""
        yield from item(spoken(turn), width, mark="")
        yield from _replies(turn, width)


def _replies(turn: TranscriptTurn, width: int) -> Iterator[str]:
    for tried in turn.taken_back:
        yield from _reply("You, taken back", tried, width)
    if turn.reply is not None:
        yield from _reply("You", turn.reply, width)
    else:
        yield f"  {NOT_ANSWERED}"
    for line in (*turn.trust, *turn.aids):
        yield from item(line, width, mark="", indent="    ")


def _reply(who: str, reply: SaidReply, width: int) -> Iterator[str]:
    yield from item(f"{who}: {reply.text or SILENCE}", width, mark="", indent="  ")
    for line in earned(reply):
        yield from item(line, width, mark="", indent="    ")
