"""Marked words laid over a reply so that no two marks share a character.

Owns how overlaps are settled. Knows no meeting.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from unicodedata import category

from trainer.report.debrief.transcript_values import Mark, Stretch
from trainer.text.clean import clean
from trainer.text.values import Span

_MARKS = tuple(Mark)


@dataclass(frozen=True)
class Found:
    """One thing found in a reply: what it was, and by which words."""

    span: Span
    """In code points of the reply as it was typed."""
    mark: Mark
    name: str
    label: str


def marked(typed: str, found: Iterable[Found]) -> tuple[Stretch, ...]:
    """What was found, as stretches of `clean(typed)`, in order.

    Overlapping words of one mark become one stretch with all its labels; where marks differ, the more telling one keeps its words
    and the other keeps what is left of its own, if that holds a word.
    """
    shown = clean(typed)
    settled: list[Stretch] = []
    wanted = [_shown(typed, one) for one in found]
    for mark in _MARKS:
        for stretch in _joined(one for one in wanted if one.mark is mark):
            settled += _outside(stretch, tuple(settled), shown)
    return tuple(sorted(settled, key=lambda one: one.start))


def _shown(typed: str, found: Found) -> Stretch:
    """Where it stands once what a terminal could take for an order is gone."""
    start, end = (len(clean(typed[:offset])) for offset in (found.span.start, found.span.end))
    return Stretch(start, end, found.mark, (found.name,), (found.label,))


def _joined(same: Iterable[Stretch]) -> list[Stretch]:
    """Stretches of one mark, those that overlap made one."""
    joined: list[Stretch] = []
    for one in sorted(same, key=lambda one: (one.start, -one.end)):
        if joined and one.start < joined[-1].end:
            last = joined.pop()
            names, labels = _both(last.names, one.names), _both(last.labels, one.labels)
            joined.append(replace(last, end=max(last.end, one.end), names=names, labels=labels))
        else:
            joined.append(one)
    return joined


def _both(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _outside(stretch: Stretch, taken: Iterable[Stretch], shown: str) -> list[Stretch]:
    """What is left of a stretch outside those that are taken, white space at its ends left out."""
    left: list[Stretch] = []
    start = stretch.start
    for other in (*sorted(taken, key=lambda one: one.start), None):
        end = stretch.end if other is None else min(stretch.end, other.start)
        if start < end:
            left += _with_a_word(replace(stretch, start=start, end=end), shown)
        start = start if other is None else max(start, other.end)
    return left


def _with_a_word(stretch: Stretch, shown: str) -> list[Stretch]:
    words = shown[stretch.start : stretch.end]
    start = stretch.start + len(words) - len(words.lstrip())
    end = stretch.end - (len(words) - len(words.rstrip()))
    return [replace(stretch, start=start, end=end)] if any(category(one)[0] not in "PZC" for one in words) else []
