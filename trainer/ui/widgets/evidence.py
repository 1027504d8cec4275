"""A reply with the words marked that earned something: by colour, by an underline, and by a sign behind them.

Owns how a mark looks. Which words are marked is `trainer.report.debrief.transcript`'s business.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from trainer.report.debrief.transcript_values import Mark, SaidReply, Stretch, TranscriptTurn
from trainer.report.debrief.wording import MARK_WORDS, SIGNS, SILENCE

STYLES = {
    Mark.MISTAKE: "bold underline $bad",
    Mark.CONTRADICTED: "bold underline $bad",
    Mark.COVERED: "underline $good",
    Mark.PARTLY: "underline $half",
    Mark.MANNER: "italic underline $half",
}
_SMALL = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def marked_reply(reply: SaidReply) -> Content:
    """The words as they were typed, the marked ones with their signs; numbers where there is more than one to tell apart."""
    if not reply.text:
        return Content.styled(SILENCE, "$muted")
    parts: list[Content | str | tuple[str, str]] = []
    end = 0
    for place, one in enumerate(reply.stretches):
        parts += [reply.text[end : one.start], (reply.text[one.start : one.end], STYLES[one.mark]), _sign(reply, place)]
        end = one.end
    return Content.assemble(*parts, reply.text[end:])


def labels(reply: SaidReply) -> Iterator[Content]:
    """What each marked stretch stands for, a line each."""
    for place, one in enumerate(reply.stretches):
        yield Content.assemble(_sign(reply, place), (f" {_meaning(one)}", "$muted"))


def _meaning(one: Stretch) -> str:
    what = "; ".join(one.labels)
    return what if one.mark is Mark.COVERED else f"{MARK_WORDS[one.mark]}: {what}"


def _sign(reply: SaidReply, place: int) -> Content:
    mark = reply.stretches[place].mark
    count = str(place + 1).translate(_SMALL) if len(reply.stretches) > 1 else ""
    return Content.styled(f"{SIGNS[mark]}{count}", STYLES[mark].replace("underline ", ""))


def legend(turns: tuple[TranscriptTurn, ...]) -> Content:
    """The marks that occur, in words and as they look; empty where there are none."""
    replies = (reply for turn in turns for reply in (*turn.taken_back, turn.reply) if reply is not None)
    used = {one.mark for reply in replies for one in reply.stretches}
    return Content("   ").join(
        [
            Content.assemble((MARK_WORDS[mark], STYLES[mark]), (f" {SIGNS[mark]}", STYLES[mark].replace("underline ", "")))
            for mark in Mark
            if mark in used
        ]
    )
