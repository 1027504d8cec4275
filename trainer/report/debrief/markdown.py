"""The debrief as Markdown. Draws; decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trainer.report.debrief.sections import score_line, sections
from trainer.report.debrief.transcript_values import SaidReply, TranscriptTurn
from trainer.report.debrief.values import Attempts, Debrief, Entry, EntryLine, Section, Tone
from trainer.report.debrief.wording import (
    NOT_ANSWERED,
    SILENCE,
    TRANSCRIPT,
    attempt_words,
    attempts_lead,
    change,
    earned,
    legend,
    lost_section,
    number,
    taken_back_sections,
    work_section,
)
from trainer.report.markdown import bullet, literal, quoted

_BEFORE = {Tone.BETTER: "Say: ", Tone.OPEN: "Still open: ", Tone.WHY: "", Tone.NOTE: "", Tone.QUOTE: "You: "}


def render(debrief: Debrief) -> str:
    """The page, ending in a newline; own words are shown literally."""
    return "\n".join(_lines(debrief)).rstrip() + "\n"


def _lines(debrief: Debrief) -> Iterator[str]:
    yield f"# {literal(debrief.title)}"
    if debrief.incident:
        yield from ("", f"**{literal(debrief.incident)}**")
    yield from _finish(debrief)
    if debrief.nothing_said:
        for section in (work_section(debrief), *taken_back_sections(debrief)):
            yield from _section(section)
        return
    yield from ("", "## Score", "", f"**{score_line(debrief)}**", "")
    yield from (bullet(literal(reason)) for reason in debrief.not_passed)
    if debrief.not_passed:
        yield ""
    yield from ("| Theme | Heard |", "| --- | ---: |")
    yield from (f"| {literal(theme.label)} | {round(theme.share * 100)} % |" for theme in debrief.themes)
    yield from _section(work_section(debrief))
    for section in sections(debrief):
        yield from _section(section)
    if debrief.lost is not None:
        yield from _section(lost_section(debrief.lost))
    if debrief.attempts.runs:
        yield from ("", "## Attempts before", "", attempts_lead(debrief), "")
        yield from _attempts(debrief.attempts)
    yield from ("", f"## {TRANSCRIPT}", "", literal(legend(debrief)))
    for turn in debrief.transcript:
        yield from ("", *_turn(turn))


def _finish(debrief: Debrief) -> Iterator[str]:
    finish = debrief.finish
    yield from ("", f"## {literal(finish.headline)}", "")
    if finish.epilogue:
        yield from (literal(finish.epilogue), "")
    yield from (bullet(literal(reason)) for reason in finish.reasons)
    if finish.in_the_way:
        yield from ("", f"In the way of “{literal(finish.best)}”:", "")
        yield from (bullet(literal(reason)) for reason in finish.in_the_way)


def _section(section: Section) -> Iterator[str]:
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


def _attempts(attempts: Attempts) -> Iterator[str]:
    heads = ("Point", *(attempt_words(run) for run in attempts.runs), "Now", "")
    yield from (_row(heads), _row(["---"] * len(heads)))
    for series in attempts.points:
        before = ("-" if standing is None else standing.value for standing in series.before)
        yield _row((literal(series.label), *before, series.now.value, change(series)))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _turn(turn: TranscriptTurn) -> Iterator[str]:
    """The line and what came of it, as one list item."""
    yield f"{number(turn.turn)}. **{literal(turn.name)}:** {literal(turn.line)}"
    replies = [*(("You, taken back", tried) for tried in turn.taken_back), *((("You", turn.reply),) if turn.reply is not None else ())]
    for who, reply in replies:
        yield from (f"    {line}" for line in _reply(who, reply))
    if turn.reply is None:
        yield f"    {bullet(NOT_ANSWERED)}"
    yield from (f"    {bullet(literal(line))}" for line in (*turn.trust, *turn.aids))


def _reply(who: str, reply: SaidReply) -> Iterator[str]:
    yield bullet(f"{who}: {quoted(reply.text) if reply.text else SILENCE}")
    yield from (f"    {bullet(literal(line))}" for line in earned(reply))
