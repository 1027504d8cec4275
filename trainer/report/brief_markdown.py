"""The brief as a Markdown page to print. Draws; decides nothing."""

from __future__ import annotations

from trainer.report.markdown import bullet, literal, quoted
from trainer.report.values import Brief, BriefLine, Source

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
        lines += [bullet(_entry(line)) for line in part.lines]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _entry(line: BriefLine) -> str:
    if line.source is Source.FACT:
        return f"**{literal(line.label)}:** {literal(line.text)}"
    return quoted(line.text) if line.source is Source.SAID else literal(line.text)
