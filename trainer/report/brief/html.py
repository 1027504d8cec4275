"""The brief as one printed page of HTML. Draws; decides nothing."""

from __future__ import annotations

from trainer.report.brief.markdown import EXAMPLE_NOTE
from trainer.report.brief.page import bullets, left_out_note
from trainer.report.brief.values import Brief, BriefLine, BriefPart, Source
from trainer.report.html import element, page, text

_STYLE = """
html { line-height: 1.25; }
h2 { margin-top: 1.5mm; }
.message { border-left: .8mm solid #000; padding-left: 3mm; }
.left-out { margin-top: 2mm; }
@page { margin: 12mm 15mm; }
"""
_SEPARATORS = {source: " · " if source is Source.FACT else " " for source in Source}


def render(brief: Brief) -> str:
    """The whole document; what `one_page` left prints on one side of A4 or Letter."""
    note = EXAMPLE_NOTE if brief.example else brief.incident
    body = [element("h1", text(brief.title))]
    if note:
        body.append(element("p", text(note), css="muted" if brief.example else ""))
    body += [_part(part) for part in brief.parts]
    if brief.left_out:
        body.append(element("p", text(left_out_note(brief.left_out)), css="muted left-out"))
    return page(f"{brief.title} · {brief.incident}" if brief.incident else brief.title, "\n".join(body), _STYLE)


def _part(part: BriefPart) -> str:
    heading = element("h2", text(part.heading))
    if part.message:
        return heading + element("div", *(element("p", _entry(line)) for line in part.lines), css="message")
    return heading + element("ul", *(element("li", _SEPARATORS[lines[0].source].join(map(_entry, lines))) for lines in bullets(part)))


def _entry(line: BriefLine) -> str:
    if line.source is Source.FACT:
        return f"<b>{text(line.label)}:</b> {text(line.text)}"
    return text(f"“{line.text}”" if line.source is Source.SAID else line.text)
