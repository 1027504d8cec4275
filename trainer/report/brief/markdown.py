"""The brief as a Markdown page to print. Draws; decides nothing."""

from __future__ import annotations

from trainer.report.brief.page import left_out_note
from trainer.report.brief.values import Brief, BriefLine, BriefPart, Source
from trainer.report.markdown import bullet, literal, quoted

EXAMPLE_NOTE = "These are the facts of the example, not of your own incident."


def render(brief: Brief) -> str:
    """The page, ending in a newline."""
    lines = [f"# {literal(brief.title)}", ""]
    if brief.example:
        lines += [f"*{EXAMPLE_NOTE}*", ""]
    elif brief.incident:
        lines += [f"**{literal(brief.incident)}**", ""]
    for part in brief.parts:
        lines += [f"## {literal(part.heading)}", ""]
        lines += _copied(part) if part.message else [bullet(_entry(line)) for line in part.lines]
        lines.append("")
    if brief.left_out:
        lines.append(f"*{literal(left_out_note(brief.left_out))}*")
    return "\n".join(lines).rstrip() + "\n"


def _copied(part: BriefPart) -> list[str]:
    """A message: lines without marks, each but the last ending in a backslash, which keeps them apart."""
    return [*(f"{_entry(line)}\\" for line in part.lines[:-1]), _entry(part.lines[-1])]


def _entry(line: BriefLine) -> str:
    if line.source is Source.FACT:
        return f"**{literal(line.label)}:** {literal(line.text)}"
    return quoted(line.text) if line.source is Source.SAID else literal(line.text)
