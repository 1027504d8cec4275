"""The debrief in the order it is read: what was heard first, then what was not, and what to say instead.

Owns order, headings and wording, shared by every renderer. Draws nothing, decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from trainer.report.debrief.values import (
    Debrief,
    Entry,
    EntryLine,
    MistakeResult,
    Mood,
    PointResult,
    Section,
    Tone,
    TrustResult,
)
from trainer.scoring.standing import Standing

Item = TypeVar("Item")

_POINTS: tuple[tuple[Standing, Mood, str, str], ...] = (
    (Standing.COVERED, Mood.GOOD, "What they heard", ""),
    (Standing.PARTLY, Mood.HALF, "Half heard", "You were on it. With what is still open said, it stands."),
    (Standing.CONTRADICTED, Mood.BAD, "They heard the opposite", ""),
    (Standing.MISSED, Mood.BAD, "What they did not hear", ""),
    (Standing.TOLD, Mood.PLAIN, "What the coach gave you", "These do not count this time. Next time, be the first to say them."),
    (Standing.CLAIMED, Mood.PLAIN, "“I said that”", "You say you said it; it was not recognised. It is not in the score either way."),
    (Standing.NOT_REACHED, Mood.PLAIN, "What you did not get to", "The meeting stopped before. Have these ready."),
)


def score_words(debrief: Debrief) -> str:
    """The score, and whether it passed."""
    return f"{debrief.score} of 100, {'passed' if debrief.passed else 'not passed'}"


def score_line(debrief: Debrief) -> str:
    """The same with the score by first tries, where that is another."""
    beside = [f"first tries: {debrief.first_score}"] if debrief.first_score != debrief.score else []
    beside += [taken_off(debrief)] if debrief.taken_off else []
    words = score_words(debrief)
    return f"{words} ({'; '.join(beside)})" if beside else words


def taken_off(debrief: Debrief) -> str:
    """Why the score is less than the bars beside it."""
    return f"mistakes took off {debrief.taken_off:g}"


def sections(debrief: Debrief) -> tuple[Section, ...]:
    """All sections that have something to say, in reading order, after ending and score."""
    return tuple(section for section in _all(debrief) if section.entries)


def _all(debrief: Debrief) -> Iterator[Section]:
    for standing, mood, heading, lead in _POINTS:
        yield Section(heading, mood, _entries(debrief.standing(standing), _point), lead)
        if standing is Standing.CONTRADICTED:
            made = [one for one in debrief.mistakes if not one.repaired]
            yield Section("Mistakes left standing", Mood.BAD, _entries(made, _mistake))
            mended = [one for one in debrief.mistakes if one.repaired]
            yield Section("Mistakes you took back", Mood.GOOD, _entries(mended, _mistake))
    extras = debrief.standing(Standing.COVERED, Standing.PARTLY, required=False)
    yield Section("More than they asked for", Mood.GOOD, _entries(extras, _extra))
    yield Section("Where you stand with them", Mood.PLAIN, _entries(debrief.trust, _trust))


def _entries(items: Iterable[Item], made_from: Callable[[Item], Entry]) -> tuple[Entry, ...]:
    return tuple(made_from(item) for item in items)


def _point(point: PointResult) -> Entry:
    lines = [EntryLine(Tone.QUOTE, quote) for quote in point.quotes]
    if point.said_after_shown:
        lines.append(EntryLine(Tone.NOTE, "Said after it was shown."))
    if point.open:
        lines.append(EntryLine(Tone.OPEN, ", ".join(point.open)))
    if point.standing in (Standing.MISSED, Standing.CONTRADICTED) and point.why:
        lines.append(EntryLine(Tone.WHY, point.why))
    if point.model:
        lines.append(EntryLine(Tone.BETTER, point.model))
    return Entry(point.label, tuple(lines), point)


def _extra(point: PointResult) -> Entry:
    return Entry(point.label, tuple(EntryLine(Tone.QUOTE, quote) for quote in point.quotes), point)


def _mistake(mistake: MistakeResult) -> Entry:
    lines = [EntryLine(Tone.QUOTE, mistake.quote)] if mistake.quote else []
    if mistake.correction:
        lines.append(EntryLine(Tone.BETTER, mistake.correction))
    return Entry(mistake.label, tuple(lines), mistake)


def _trust(trust: TrustResult) -> Entry:
    lines = [EntryLine(Tone.NOTE, f"{trust.start_word.capitalize()} at first")] if trust.start_word not in ("", trust.word) else []
    for warmer, word in ((True, "Warmer"), (False, "Cooler")):
        causes = list(dict.fromkeys(move.because for move in trust.moves if move.warmer is warmer))
        if causes:
            lines.append(EntryLine(Tone.NOTE, f"{word}: {'; '.join(causes)}"))
    return Entry(f"{trust.name}: {trust.word}", tuple(lines))
