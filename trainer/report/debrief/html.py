"""The debrief as a page to look at and to print. Draws; decides nothing.

Loads nothing and runs nothing; every mark has a sign and a line of its own, so that it reads in black and white.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from trainer.report.debrief.sections import score_line, sections
from trainer.report.debrief.transcript_values import SaidReply, Stretch, TranscriptTurn
from trainer.report.debrief.trust_chart import chart
from trainer.report.debrief.values import Attempts, Debrief, Entry, EntryLine, Mood, Section, ThemeResult, Tone
from trainer.report.debrief.wording import (
    NOT_ANSWERED,
    SIGNS,
    SILENCE,
    TRANSCRIPT,
    attempt_words,
    attempts_lead,
    change,
    legend,
    lost_section,
    number,
    taken_back_sections,
    work_section,
)
from trainer.report.html import element, page, text
from trainer.scoring.trust_words import WORDS
from trainer.text.clean import clean

_TONES = {Tone.BETTER: "Say", Tone.OPEN: "Still open", Tone.QUOTE: "You"}
_MOODS = {Mood.GOOD: "✓", Mood.HALF: "~", Mood.BAD: "✗", Mood.PLAIN: "·"}
_STYLE = """
h2 { margin-top: 4mm; }
.score { font-size: 20pt; font-weight: bold; line-height: 1.2; }
.themes td { border: 0; padding: .4mm 3mm .4mm 0; vertical-align: middle; }
.themes svg { width: 60mm; height: 3.2mm; display: block; }
.trust { width: 100%; max-width: 170mm; height: auto; break-inside: avoid; display: block; }
.attempts th, .attempts td { overflow-wrap: normal; font-size: 9pt; }
.entry { break-inside: avoid; margin: 1mm 0 0; }
.entry p { padding-left: 4.5mm; }
.sign { display: inline-block; width: 4.5mm; }
.better { font-weight: bold; }
.work { border: .5mm solid #000; padding: 1mm 3mm 2mm; margin-top: 3mm; break-inside: avoid; }
.work h2 { border: 0; margin: 0; font-size: 12pt; }
.turn { margin-top: 2mm; break-inside: avoid-page; }
.turn .line { color: #333; }
.turn .reply { margin: .5mm 0 .5mm 4.5mm; padding-left: 3mm; border-left: .8mm solid #000; white-space: pre-wrap; }
.turn .back { border-left-style: dotted; color: #444; }
.turn .after { margin-left: 4.5mm; font-size: 9pt; color: #333; }
mark { background: none; color: inherit; text-decoration-thickness: .4mm; text-underline-offset: .8mm; }
.reply small { font-size: 8pt; white-space: normal; }
mark.covered { font-weight: bold; text-decoration-line: underline; }
mark.partly { text-decoration: underline dotted; }
mark.contradicted { text-decoration: underline double; }
mark.mistake { outline: .4mm solid #000; padding: 0 .6mm; }
mark.manner { text-decoration: underline wavy; }
""".strip()


def render(debrief: Debrief) -> str:
    """A whole document, ending in a newline; own words are shown as text whatever they hold."""
    return page(debrief.title, "\n".join(_body(debrief)), _STYLE)


def _body(debrief: Debrief) -> Iterator[str]:
    yield element("h1", text(debrief.title))
    if debrief.incident:
        yield element("p", text(debrief.incident), css="muted")
    yield from _finish(debrief)
    if debrief.nothing_said:
        yield _work(debrief)
        for section in taken_back_sections(debrief):
            yield from _section(section)
        return
    yield element("h2", "Score")
    yield element("p", text(score_line(debrief)), css="score")
    yield from _list(debrief.not_passed)
    yield element("table", *(_theme(theme) for theme in debrief.themes), css="themes")
    yield _work(debrief)
    yield element("h2", "Trust over the meeting")
    yield chart(debrief.trust, debrief.lost, WORDS)
    if debrief.lost is not None:
        yield from _section(lost_section(debrief.lost))
    for section in sections(debrief):
        yield from _section(section)
    if debrief.attempts.runs:
        yield element("h2", "Attempts before")
        yield element("p", text(attempts_lead(debrief)))
        yield _attempts(debrief.attempts)
    yield element("h2", TRANSCRIPT)
    yield element("p", text(legend(debrief)), css="muted")
    yield from (_turn(turn) for turn in debrief.transcript)


def _finish(debrief: Debrief) -> Iterator[str]:
    finish = debrief.finish
    yield element("h2", text(finish.headline))
    if finish.epilogue:
        yield element("p", text(finish.epilogue))
    yield from _list(finish.reasons)
    if finish.in_the_way:
        yield element("p", text(f"In the way of “{finish.best}”:"))
        yield from _list(finish.in_the_way)


def _list(entries: tuple[str, ...]) -> Iterator[str]:
    if entries:
        yield element("ul", *(element("li", text(entry)) for entry in entries))


def _theme(theme: ThemeResult) -> str:
    """A bar that prints: borders and shapes do, backgrounds do not."""
    share = round(theme.share * 100)
    frame = '<rect x="0" y="0" width="100" height="10" fill="none" stroke="#000" stroke-width="1.5"/>'
    drawn = f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="{share}" height="10"/>{frame}</svg>'
    return element("tr", element("td", text(theme.label)), element("td", drawn), element("td", f"{share} %"))


def _work(debrief: Debrief) -> str:
    section = work_section(debrief)
    lead = element("p", text(section.lead)) if section.lead else ""
    entries = element("ol", *(element("li", *_entry_parts(entry)) for entry in section.entries)) if section.entries else ""
    return element("section", element("h2", text(section.heading)), lead, entries, css="work")


def _section(section: Section) -> Iterator[str]:
    yield element("h2", text(section.heading))
    if section.lead:
        yield element("p", text(section.lead), css="muted")
    for entry in section.entries:
        yield element("div", element("span", _MOODS[section.mood], css="sign"), *_entry_parts(entry), css="entry")


def _entry_parts(entry: Entry) -> Iterator[str]:
    yield element("strong", text(entry.title))
    yield from (_entry_line(line) for line in entry.lines)


def _entry_line(line: EntryLine) -> str:
    said = text(f"“{line.text}”" if line.tone in (Tone.QUOTE, Tone.BETTER) else line.text)
    before = f"{_TONES[line.tone]}: " if line.tone in _TONES else ""
    return element("p", before, said, css=line.tone.value)


def _attempts(attempts: Attempts) -> str:
    heads = ("Point", *(attempt_words(run) for run in attempts.runs), "Now", "")
    rows = [element("tr", *(element("th", text(head)) for head in heads))]
    for series in attempts.points:
        before = ("-" if standing is None else standing.value for standing in series.before)
        rows.append(element("tr", *(element("td", text(cell)) for cell in (series.label, *before, series.now.value, change(series)))))
    return element("table", *rows, css="attempts")


def _turn(turn: TranscriptTurn) -> str:
    parts = [element("p", f"{number(turn.turn)}. ", element("strong", text(turn.name)), ": ", text(turn.line), css="line")]
    parts += [element("p", "<em>Taken back:</em> ", _marked(tried), css="reply back") for tried in turn.taken_back]
    parts.append(element("p", _marked(turn.reply) if turn.reply is not None else text(NOT_ANSWERED), css="reply"))
    parts += [element("p", text(line), css="after") for line in (*turn.trust, *turn.aids)]
    return element("div", *parts, css="turn")


def _marked(reply: SaidReply) -> str:
    """The reply with its marked words; white space stays as it was typed."""
    if not reply.text:
        return text(SILENCE)
    parts, at = [], 0
    for one in reply.stretches:
        parts += [_typed(reply.text[at : one.start]), _stretch(reply.text[one.start : one.end], one)]
        at = one.end
    return "".join((*parts, _typed(reply.text[at:])))


def _stretch(words: str, stretch: Stretch) -> str:
    note = element("small", f" [{SIGNS[stretch.mark]} {text('; '.join(stretch.labels))}]")
    return element("mark", _typed(words), css=stretch.mark.value) + note


def _typed(words: str) -> str:
    """Part of a reply, escaped, its white space kept."""
    return escape(clean(words))
