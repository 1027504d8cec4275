"""A calibration as lines of text for an author: what has to hold, figures, then each disagreement with the words to work on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from trainer.authoring.calibrate import Calibration, Kappa, Otherwise
from trainer.authoring.calibrate_words import FalseAlarm, Miss, often_missed
from trainer.authoring.cases import Unkept
from trainer.text.clean import clean_line
from trainer.text.counted import counted

_WIDEST = 200
"""Characters of a reply that are shown; JSON has all of them."""


def calibration_lines(name: str, found: Calibration) -> Iterator[str]:
    """Everything, `must` cases that do not hold first. `name` is what the file is called."""
    yield from _musts(found)
    replies, labels = counted(found.replies, "reply", "replies"), counted(found.labels, "labelled point", "labelled points")
    yield f"{clean_line(name)}: {replies}, {labels}"
    yield from _pooled(found)
    yield from _points(found)
    yield from _flags(found)
    yield from _missed(found.missed)
    yield from _false_alarms(found.false_alarms)
    yield from _denials(found.denials)


def _musts(found: Calibration) -> Iterator[str]:
    if not found.musts:
        return
    if not found.unkept:
        yield f"Every case that must hold does ({found.musts})."
        yield ""
        return
    yield f"Must hold and does not ({len(found.unkept)} of {found.musts}):"
    for one in found.unkept:
        yield _headline(one)
        yield from (f"      {sentence}" for sentence in one.broken)
    yield ""


def _pooled(found: Calibration) -> Iterator[str]:
    yield f"kappa, present or not     {_kappa(found.pooled)}"
    if found.musts and found.rest:
        yield f"kappa, without `must`     {_kappa(found.rest)}"
    yield f"the scenario asks for     {found.asked:5.2f}"


def _points(found: Calibration) -> Iterator[str]:
    if not found.points:
        return
    wide = max(map(len, found.points)) + 2
    yield ""
    yield f"{'point':<{wide}}{'hits':>6}{'misses':>8}{'false':>7}{'rest':>6}     kappa"
    for point, figures in found.points.items():
        counts = figures.counts
        numbers = f"{counts.hits:>6}{counts.misses:>8}{counts.false_alarms:>7}{counts.rest:>6}"
        yield f"{point:<{wide}}{numbers}     {_kappa(figures.kappa)}"


def _flags(found: Calibration) -> Iterator[str]:
    if not found.flags:
        return
    yield ""
    yield f"{'flag':<14}{'hits':>6}{'misses':>8}{'false':>7}{'precision':>11}{'recall':>8}"
    for flag, counts in found.flags.items():
        shares = f"{_share(counts.precision):>11}{_share(counts.recall):>8}"
        yield f"{flag:<14}{counts.hits:>6}{counts.misses:>8}{counts.false_alarms:>7}{shares}"


def _missed(missed: Iterable[Miss]) -> Iterator[str]:
    for point, group in groupby(missed, key=lambda one: one.point):
        ones = tuple(group)
        yield ""
        yield f"Missed: {point} ({len(ones)})"
        often = often_missed(ones)
        if often:
            yield f"    in several of them: {', '.join(f'{word} ({count})' for word, count in often)}"
        for one in ones:
            yield _headline(one)
            yield f"      {one.people.value} for people, {one.heard.value} for the reader"
            yield f"      {_near(one)}"
            if one.words:
                yield f"      words that could be added: {', '.join(one.words)}"
            if one.elsewhere:
                yield f"      elsewhere in the reply: {', '.join(one.elsewhere)}"


def _near(one: Miss) -> str:
    if not one.clause:
        return "no words to look at"
    quoted = f'"{clean_line(one.clause)}"'
    if not one.phrase:
        return f"nearest words: {quoted}, and no phrase shares a word with them"
    likeness = "" if one.similarity is None else f" ({one.similarity:.2f})"
    link = "heard as" if one.heard.value == "contradicted" else "not near enough to"
    return f'nearest words: {quoted}, {link} "{clean_line(one.phrase)}"{likeness}'


def _false_alarms(alarms: Iterable[FalseAlarm]) -> Iterator[str]:
    for point, group in groupby(alarms, key=lambda one: one.point):
        ones = tuple(group)
        yield ""
        yield f"Heard and not there: {point} ({len(ones)})"
        for one in ones:
            yield _headline(one)
            yield f"      {one.people.value} for people, {one.heard.value} for the reader"
            for evidence in one.raised_by:
                yield f'      "{clean_line(evidence.text)}" was taken for "{clean_line(evidence.phrase)}" ({evidence.similarity:.2f})'


def _denials(denials: Iterable[Otherwise]) -> Iterator[str]:
    for point, group in groupby(denials, key=lambda one: one.point):
        yield ""
        yield f"Denied for one side only: {point}"
        for one in group:
            yield _headline(one)
            yield f"      {one.people.value} for people, {one.heard.value} for the reader"


def _headline(one: Miss | FalseAlarm | Otherwise | Unkept) -> str:
    reply = clean_line(one.reply)
    shown = reply if len(reply) <= _WIDEST else reply[:_WIDEST].rstrip() + "..."
    return f'  {one.place} {one.state}: "{shown}"'


def _kappa(kappa: Kappa | None) -> str:
    if kappa is None:
        return "    -"
    value, low, high = (round(figure, 2) + 0.0 for figure in (kappa.value, kappa.low, kappa.high))  # + 0.0: no "-0.00"
    return f"{value:5.2f}   95% {low:.2f} to {high:.2f}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
