"""The debrief as plain text, for a terminal or a screen reader. Draws; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.report.debrief_sections import score_line, sections
from trainer.report.plain import item, paragraph
from trainer.report.values import Debrief, EntryLine, Tone

_BEFORE = {Tone.BETTER: "Say: ", Tone.OPEN: "Still open: ", Tone.WHY: "", Tone.NOTE: "", Tone.QUOTE: "You: "}


def render(debrief: Debrief, width: int = 78) -> str:
    """The page in lines of at most `width` characters, ending in a newline."""
    return "\n".join(_lines(debrief, width)) + "\n"


def _lines(debrief: Debrief, width: int) -> Iterator[str]:
    finish = debrief.finish
    yield from paragraph(f"{debrief.title}: {debrief.incident}" if debrief.incident else debrief.title, width)
    yield from ("", *paragraph(finish.headline.upper(), width))
    yield from paragraph(finish.epilogue, width)
    for reason in finish.reasons:
        yield from item(reason, width)
    if finish.in_the_way:
        yield from ("", *paragraph(f"In the way of “{finish.best}”:", width))
        for reason in finish.in_the_way:
            yield from item(reason, width)
    yield from ("", *paragraph(f"SCORE: {score_line(debrief)}", width))
    for reason in debrief.not_passed:
        yield from item(reason, width)
    for theme in debrief.themes:
        yield from item(f"{theme.label}: {round(theme.share * 100)} %", width)
    for section in sections(debrief):
        yield from ("", *paragraph(section.heading.upper(), width), *paragraph(section.lead, width))
        for entry in section.entries:
            yield from item(entry.title, width)
            for line in entry.lines:
                yield from item(_line(line), width, mark="", indent="    ")


def _line(line: EntryLine) -> str:
    return f"{_BEFORE[line.tone]}“{line.text}”" if line.tone is Tone.QUOTE else f"{_BEFORE[line.tone]}{line.text}"
