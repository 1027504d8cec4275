"""The brief as plain text, for a terminal or a screen reader. Draws; decides nothing."""

from __future__ import annotations

from trainer.report.brief.markdown import EXAMPLE_NOTE
from trainer.report.brief.page import left_out_note
from trainer.report.brief.values import Brief, BriefLine, Source
from trainer.report.plain import item, paragraph

ONLY_OWN_NOTE = "Your facts and your own best sentences so far. The prepared lines come with the debrief."


def render(brief: Brief, width: int = 78) -> str:
    """The page in lines of at most `width` characters, ending in a newline."""
    lines = [*paragraph(brief.title, width)]
    note = EXAMPLE_NOTE if brief.example else brief.incident
    if note:
        lines += paragraph(note, width)
    if brief.only_own:
        lines += ["", *paragraph(ONLY_OWN_NOTE, width)]
    for part in brief.parts:
        lines += ["", *paragraph(part.heading.upper(), width)]
        for line in part.lines:
            lines += paragraph(_entry(line), width) if part.message else item(_entry(line), width)
    if brief.left_out:
        lines += ["", *paragraph(left_out_note(brief.left_out), width)]
    return "\n".join(lines) + "\n"


def _entry(line: BriefLine) -> str:
    if line.source is Source.FACT:
        return f"{line.label}: {line.text}"
    return f"“{line.text}”" if line.source is Source.SAID else line.text
