"""A meeting as people read it: who said what, what was heard, the debrief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.cli.meeting_shape import BEYOND
from trainer.cli.plain.words import line_of
from trainer.meeting.events import Event
from trainer.meeting.script import Script
from trainer.meeting.turns import Turn, turns_of
from trainer.report.debrief import text as debrief_text
from trainer.report.debrief.gather import debrief
from trainer.text.clean import clean_line
from trainer.text.values import Verdict


def transcript(script: Script, events: Sequence[Event]) -> Iterator[str]:
    """The lines and replies in order, the verdicts of each reply below it, the debrief at the end."""
    for turn in turns_of(events):
        yield line_of(script, turn.spoke)
        yield from _reply(script, turn)
        yield ""
    yield debrief_text.render(debrief(script, events)).rstrip()


def _reply(script: Script, turn: Turn) -> Iterator[str]:
    for tried in turn.tries:
        yield f"You, taken back: {clean_line(tried.text)}"
    if turn.reply is None or turn.reading is None:
        return
    yield f"You: {clean_line(turn.reply) or '(nothing)'}"
    here = script.moment(turn.spoke.moment).listens_for
    heard = {point: found.verdict for point, found in turn.reading.points.items() if point in here or found.verdict in BEYOND}
    said = [f"{point} {verdict.value}" for point, verdict in heard.items() if verdict is not Verdict.MISSING]
    if said:
        yield f"    {', '.join(said)}"
