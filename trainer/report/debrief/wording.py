"""What stands around the points of a debrief, in the same words for every renderer.

What to work on, the moment trust was lost, attempts before, the signs of the transcript. Draws nothing, decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from trainer.report.debrief.transcript_values import Mark, SaidReply, TranscriptTurn
from trainer.report.debrief.values import Attempt, Debrief, Entry, EntryLine, LostTrust, Mood, PointSeries, Section, Tone
from trainer.scoring.standing import Standing

NOTHING_SAID = "You have not said anything yet, so there is nothing to judge. When you come back, have these ready."
TAKEN_BACK = "You took back all you said, so there is nothing to judge. When you come back, have these ready."
ALL_HEARD = "All that was asked for was heard."
CLAIMED = "You say that you said the rest: it was not recognised, and it is not in the score."
ONCE_MORE = "Say it once more tomorrow, or with more pressure, so that it stays."
TRANSCRIPT = "The meeting, line by line"
NOT_ANSWERED = "(no answer yet)"
SILENCE = "(nothing)"
SIGNS = {Mark.MISTAKE: "✗", Mark.CONTRADICTED: "!", Mark.COVERED: "✓", Mark.PARTLY: "~", Mark.MANNER: "≈"}
"""One for each mark, so that it reads without colour."""
MARK_WORDS = {
    Mark.MISTAKE: "a mistake",
    Mark.CONTRADICTED: "they heard the opposite",
    Mark.COVERED: "heard",
    Mark.PARTLY: "half heard",
    Mark.MANNER: "how it came across",
}
_WORTH = {Standing.COVERED: 2, Standing.PARTLY: 1, Standing.MISSED: 0, Standing.TOLD: 0, Standing.CONTRADICTED: -1}
"""One that was claimed or not reached says nothing of better or worse."""


def work_section(debrief: Debrief) -> Section:
    """What to work on; with nothing weak a few sentences that say so, and what cost something all the same."""
    heading = _work_heading(debrief)
    lead = "" if debrief.work_on else " ".join(_all_well(debrief))
    if debrief.nothing_said:
        lead = TAKEN_BACK if any(map(_words_taken_back, debrief.transcript)) else NOTHING_SAID
    return Section(heading, Mood.PLAIN, tuple(_work_entries(debrief)), lead)


def taken_back_sections(debrief: Debrief) -> tuple[Section, ...]:
    """What was said and taken back where nothing else stands; else the transcript has it."""
    turns = [turn for turn in debrief.transcript if debrief.nothing_said and _words_taken_back(turn)]
    entries = tuple(Entry(spoken(turn), tuple(EntryLine(Tone.QUOTE, words) for words in _words_taken_back(turn))) for turn in turns)
    return (Section("Said and taken back", Mood.PLAIN, entries),) if entries else ()


def lost_section(lost: LostTrust) -> Section:
    """The moment trust was lost."""
    asked = EntryLine(Tone.NOTE, f"{lost.asked_by} had said: “{lost.line}”")
    quotes = (EntryLine(Tone.QUOTE, quote) for quote in lost.quotes)
    why = EntryLine(Tone.NOTE, f"What cost it: {'; '.join(lost.because)}")
    title = f"{_listed(lost.names)} got cooler, at line {number(lost.turn)}"
    return Section("The moment trust was lost", Mood.BAD, (Entry(title, (asked, *quotes, why)),))


def number(turn: int) -> int:
    """A turn as people count: from 1."""
    return turn + 1


def attempt_words(attempt: Attempt) -> str:
    """An earlier rehearsal at the head of its column."""
    return f"{attempt.when:%d %b %Y}: {attempt.score}"


def attempts_lead(debrief: Debrief) -> str:
    """What the series of attempts shows, with the scores."""
    runs = debrief.attempts.runs
    before = ", ".join(str(run.score) for run in runs)
    many = f"{len(runs)} rehearsals" if len(runs) > 1 else "one rehearsal"
    return f"Compared with your {many} of this kind before, first tries only. Score: {before}; now {debrief.first_score}."


def change(series: PointSeries) -> str:
    """Better or worse than the last time it came up, as one word; empty when it is the same, or there is nothing to compare."""
    was = next((_WORTH[standing] for standing in reversed(series.before) if standing in _WORTH), None)
    now = _WORTH.get(series.now)
    if was is None or now is None:
        return ""
    return "better" if now > was else "worse" if now < was else ""


def series_words(series: PointSeries) -> str:
    """One point over the attempts: "missed, partly; now covered (better)"."""
    before = ", ".join("-" if standing is None else standing.value for standing in series.before)
    word = change(series)
    return f"{before}; now {series.now.value}{f' ({word})' if word else ''}"


def spoken(turn: TranscriptTurn) -> str:
    """The role's line with its number."""
    return f"{number(turn.turn)}. {turn.name}: {turn.line}"


def earned(reply: SaidReply) -> Iterator[str]:
    """What a reply earned, one line a stretch: the sign, what it stands for, the words."""
    for one in reply.stretches:
        words = " ".join(reply.text[one.start : one.end].split())
        yield f"{SIGNS[one.mark]} {'; '.join(one.labels)}: “{words}”"


def legend(debrief: Debrief) -> str:
    """What the signs that occur mean; empty when none does."""
    replies = [reply for turn in debrief.transcript for reply in (*turn.taken_back, turn.reply) if reply is not None]
    used = {one.mark for reply in replies for one in reply.stretches}
    return ", ".join(f"{SIGNS[mark]} {MARK_WORDS[mark]}" for mark in Mark if mark in used)


def _words_taken_back(turn: TranscriptTurn) -> tuple[str, ...]:
    return tuple(tried.text for tried in turn.taken_back if tried.text)


def _work_heading(debrief: Debrief) -> str:
    if not debrief.work_on:
        return "All of it was heard" if _all_heard(debrief) else "Nothing more to work on"
    return {1: "One thing to work on", 2: "Two things to work on"}.get(len(debrief.work_on), "Three things to work on")


def _all_heard(debrief: Debrief) -> bool:
    return all(point.standing is Standing.COVERED for point in debrief.points if point.required)


def _all_well(debrief: Debrief) -> Iterator[str]:
    """Praise that is true: of what was heard, and only then of nothing else."""
    yield ALL_HEARD if _all_heard(debrief) else CLAIMED
    costs = tuple(_costs(debrief))
    if costs:
        yield f"What cost something on the way: {'; '.join(costs)}."
    yield ONCE_MORE


def _costs(debrief: Debrief) -> Iterator[str]:
    """What made somebody cooler, then the opposite said by the way, then mistakes; each once, in order."""
    cooler = [move.because for role in debrief.trust for move in role.moves if not move.warmer]
    replies = [turn.reply for turn in debrief.transcript if turn.reply is not None]
    opposite = [one for reply in replies for one in reply.stretches if one.mark is Mark.CONTRADICTED]
    against = [f"they heard the opposite of “{label}”" for one in opposite for label in one.labels]
    made = [mistake.label for mistake in debrief.mistakes]
    yield from dict.fromkeys((*cooler, *against, *made))


def _work_entries(debrief: Debrief) -> Iterator[Entry]:
    for item in debrief.work_on:
        lines = [] if debrief.nothing_said else [EntryLine(Tone.NOTE, item.how), *(EntryLine(Tone.QUOTE, quote) for quote in item.quotes)]
        if item.why:
            lines.append(EntryLine(Tone.WHY, item.why))
        if item.model:
            lines.append(EntryLine(Tone.BETTER, item.model))
        yield Entry(item.title, tuple(lines))


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
