"""One printed page, cut by rank.

Owns how much fits on the page and what goes first. Pure; light enough for a screen. Draws nothing, words nothing but the
note on what was left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from trainer.report.brief.print_width import ems
from trainer.report.brief.shorten import cut, words_aloud
from trainer.report.brief.values import Brief, BriefLine, BriefPart, Source

PAGE_LINES = 54
"""Lines of 10.5 pt type, 1.25 high, that fit between margins of 12 mm on Letter, the shorter of the two papers; one is spare."""
PAGE_WIDTH = 47.0
"""Width of a line between margins of 15 mm on A4, the narrower of the two, in sizes of the type; one and a half are spare."""
ALWAYS = 1
"""The rank that is never left out."""
_TITLE_WIDTH, _TITLE_LINES = 33.0, 1.5
_HEADING_LINES = 1.5
_NOTE_LINES = 0.5
"""Space above the note on what was left out."""
_LEFT_OUT_LINES = 2
_BULLET = 1.5
_BOLD = 1.1
"""How much wider bold type is."""
_SHARED = (Source.FACT, Source.UNKNOWN)
_FEWEST_WORDS = 12
"""A line is not cut below this: what is shorter says nothing."""


def one_page(page: Brief) -> Brief:
    """The page without what does not fit, and with the names of what was left out.

    The lowest ranks go first, of equals the last on the page; a message goes as a whole. Lines of rank 1 all stay; only where they
    alone are too much are they shortened, the longest first.
    """
    said = replace(page, parts=tuple(_within(part, part.aloud) if part.aloud else part for part in page.parts))
    fitted = _fitted(replace(said, left_out=tuple(_left_out(page, said))))
    fitted = replace(fitted, left_out=tuple(_left_out(page, fitted)))
    return _shortened(replace(fitted, parts=tuple(part for part in fitted.parts if part.lines)))


def lines_needed(page: Brief) -> float:
    """How many lines the page takes in print, headings and their space counted as they are drawn."""
    needed = _TITLE_LINES * _rows(page.title, _TITLE_WIDTH) + max(1, _rows(page.incident))
    needed += sum(
        _HEADING_LINES * _rows(part.heading, PAGE_WIDTH / _BOLD) + sum(_bullet_rows(shared) for shared in bullets(part))
        for part in page.parts
        if part.lines
    )
    return needed + (_LEFT_OUT_LINES + _NOTE_LINES if page.left_out else 0)


def bullets(part: BriefPart) -> list[tuple[BriefLine, ...]]:
    """The part's lines as they stand in print: short facts share a line, and so do sentences on what is not known."""
    printed: list[tuple[BriefLine, ...]] = []
    for line in part.lines:
        shared = (*printed[-1], line) if printed else (line,)
        if len(shared) > 1 and line.source in _SHARED and printed[-1][0].source is line.source and _bullet_rows(shared) == 1:
            printed[-1] = shared
        else:
            printed.append((line,))
    return printed


def left_out_note(names: Sequence[str]) -> str:
    """One sentence of at most two lines on what was left out; empty when nothing was."""
    if not names:
        return ""
    for count in range(len(names), 0, -1):
        more = f" and {len(names) - count} more" if count < len(names) else ""
        note = f"Left out to keep it to one page: {'; '.join(names[:count])}{more}."
        if _rows(note) <= _LEFT_OUT_LINES:
            return note
    return f"Left out to keep it to one page: {len(names)} parts."


@dataclass(frozen=True, order=True)
class _Unit:
    """What goes as a whole: one line, or a message. The first to go sorts last."""

    rank: int
    part: int
    lines: tuple[int, ...]


def _fitted(page: Brief) -> Brief:
    """The page with units gone, from the last on, until it fits or only rank 1 is left. Empty parts stay in it."""
    units = sorted(_units(page.parts))
    fitted = page
    while units and units[-1].rank > ALWAYS and lines_needed(fitted) > PAGE_LINES:
        units.pop()
        fitted = _of_units(page, units)
    return fitted


def _units(parts: Sequence[BriefPart]) -> Iterator[_Unit]:
    for number, part in enumerate(parts):
        if part.message:
            yield _Unit(min(line.rank for line in part.lines), number, tuple(range(len(part.lines))))
        else:
            yield from (_Unit(line.rank, number, (index,)) for index, line in enumerate(part.lines))


def _of_units(page: Brief, units: Sequence[_Unit]) -> Brief:
    """The page with these units only; the note on what was left out counts."""
    kept = {(unit.part, index) for unit in units for index in unit.lines}
    parts = (
        replace(part, lines=tuple(line for index, line in enumerate(part.lines) if (number, index) in kept))
        for number, part in enumerate(page.parts)
    )
    return replace(page, parts=tuple(parts), left_out=page.left_out or ("",))


def _with_part(page: Brief, number: int, part: BriefPart) -> Brief:
    return replace(page, parts=(*page.parts[:number], part, *page.parts[number + 1 :]))


def _left_out(whole: Brief, kept: Brief) -> Iterator[str]:
    """Short names of what stands on the whole page only, each once, in the page's order. Both have the same parts, some of them empty."""
    names: dict[str, None] = {}
    for before, after in zip(whole.parts, kept.parts, strict=True):
        gone = Counter(_key(line) for line in before.lines) - Counter(_key(line) for line in after.lines)
        labels = [label or before.heading for label, _ in gone] if after.lines else [before.heading]
        names.update(dict.fromkeys(labels if gone else ()))
    yield from names


def _key(line: BriefLine) -> tuple[str, int]:
    """What stays of a line when its words are exchanged or cut."""
    return line.label, line.rank


def _within(part: BriefPart, most: int) -> BriefPart:
    """What is to be said aloud within its words: lower ranks go, then model lines stand for long own ones, then long lines are cut."""
    lines = list(part.lines)
    while _words(lines) > most and (spare := [line for line in lines if line.rank > ALWAYS]):
        lines.remove(max(reversed(spare), key=lambda line: line.rank))
    while _words(lines) > most:
        longest = max(lines, key=lambda line: words_aloud(line.text))
        words = words_aloud(longest.text)
        shorter = _shorter(longest, _in_words(words - 1))
        if words <= _FEWEST_WORDS or words_aloud(shorter.text) >= words:
            break
        lines[lines.index(longest)] = shorter
    return replace(part, lines=tuple(lines))


def _in_words(most: int) -> Callable[[str], bool]:
    return lambda text: words_aloud(text) <= most


def _words(lines: Sequence[BriefLine]) -> int:
    return sum(words_aloud(line.text) for line in lines)


def _shortened(page: Brief) -> Brief:
    """The longest lines cut by a line each, until the page fits; for when even rank 1 alone is too much."""
    while lines_needed(page) > PAGE_LINES:
        places = [(number, index) for number, part in enumerate(page.parts) for index in range(len(part.lines))]
        number, index = max(places, key=lambda place: _line_rows(page.parts[place[0]].lines[place[1]]))
        part = page.parts[number]
        rows = _line_rows(part.lines[index])
        if rows <= 1:
            break
        shorter = _shorter(part.lines[index], _in_rows(part.lines[index], rows - 1))
        page = _with_part(page, number, replace(part, lines=(*part.lines[:index], shorter, *part.lines[index + 1 :])))
    return page


def _in_rows(line: BriefLine, rows: int) -> Callable[[str], bool]:
    return lambda text: _line_rows(replace(line, text=text)) <= rows


def _shorter(line: BriefLine, fits: Callable[[str], bool]) -> BriefLine:
    """A shorter line: a model line in place of an own sentence, any other cut until it fits."""
    if line.source is Source.SAID and line.instead:
        return replace(line, text=line.instead, source=Source.MODEL, instead="")
    return replace(line, text=cut(line.text, fits))


def _line_rows(line: BriefLine) -> int:
    return _bullet_rows((line,))


def _bullet_rows(lines: Sequence[BriefLine]) -> int:
    printed = " · ".join(f"{line.label}: {line.text}" if line.source is Source.FACT else f"“{line.text}”" for line in lines)
    bold = sum((_BOLD - 1) * ems(line.label) for line in lines if line.source is Source.FACT)
    return _rows(printed, PAGE_WIDTH - _BULLET - bold)


def _rows(text: str, width: float = PAGE_WIDTH) -> int:
    """Lines a text takes when its words are set one after the other; a longer word starts on its own line and is broken."""
    rows, used, space = (1 if text.strip() else 0), 0.0, ems(" ")
    for word in text.split():
        wide = ems(word)
        start = used + space if used else 0.0
        if used and start + wide > width:
            rows, start = rows + 1, 0.0
        breaks = max(0, ceil((start + wide) / width) - 1)
        rows, used = rows + breaks, start + wide - breaks * width
    return rows
