"""The debrief as Markdown. Draws; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.report.debrief_sections import score_line, sections
from trainer.report.markdown import bullet, literal, quoted
from trainer.report.values import Debrief, Entry, EntryLine, Tone

_BEFORE = {Tone.BETTER: "Say: ", Tone.OPEN: "Still open: ", Tone.WHY: "", Tone.NOTE: "", Tone.QUOTE: "You: "}


def render(debrief: Debrief) -> str:
    """The page, ending in a newline; own words are shown literally."""
    return "\n".join(_lines(debrief)).rstrip() + "\n"


def _lines(debrief: Debrief) -> Iterator[str]:
    finish = debrief.finish
    yield f"# {literal(debrief.title)}"
    if debrief.incident:
        yield from ("", f"**{literal(debrief.incident)}**")
    yield from ("", f"## {literal(finish.headline)}", "")
    if finish.epilogue:
        yield from (literal(finish.epilogue), "")
    yield from (bullet(literal(reason)) for reason in finish.reasons)
    if finish.in_the_way:
        yield from ("", f"In the way of “{literal(finish.best)}”:", "")
        yield from (bullet(literal(reason)) for reason in finish.in_the_way)
    yield from ("", "## Score", "", f"**{score_line(debrief)}**", "")
    yield from (bullet(literal(reason)) for reason in debrief.not_passed)
    if debrief.not_passed:
        yield ""
    yield from ("| Theme | Heard |", "| --- | ---: |")
    yield from (f"| {literal(theme.label)} | {round(theme.share * 100)} % |" for theme in debrief.themes)
    for section in sections(debrief):
        yield from ("", f"## {section.heading}", "")
        if section.lead:
            yield from (section.lead, "")
        for entry in section.entries:
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield bullet(f"**{literal(entry.title)}**")
    yield from (f"  {bullet(_line(line))}" for line in entry.lines)


def _line(line: EntryLine) -> str:
    text = quoted(line.text) if line.tone is Tone.QUOTE else literal(line.text)
    return f"{_BEFORE[line.tone]}{text}"
