"""The group page in the order it is talked through, shared by every renderer. Owns order, headings and wording; draws nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.report.group.gather import how_often
from trainer.report.group.values import FEWEST_FOR_SHARES, Group, GroupOf, Happened, PointTally, SideBySide
from trainer.text.counted import counted

TITLE = "What we rehearsed"
NO_RANKING = "This page is for talking about the meeting, not about who was best. Own facts stand as {names}; answers stand without a name."
EMPTY = "No rehearsals yet. People write theirs with: trainer export last --out FOLDER"


@dataclass(frozen=True)
class Table:
    """Rows under column headings."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Part:
    """A headed part; only made when it has something to say."""

    heading: str
    lead: str = ""
    table: Table | None = None
    items: tuple[str, ...] = ()
    answers: tuple[SideBySide, ...] = ()
    command: str = ""
    """A line to type."""


def summary(one: GroupOf) -> Iterator[str]:
    """How much there is, in sentences."""
    yield f"{counted(one.runs, 'rehearsal')}: {one.finished} came to an end of their own, {one.passed} passed."
    yield f"Played: {', '.join(f'{count} {mode}' for mode, count in one.modes)}."
    if one.names:
        unnamed = " and others without a name" if len(one.names) < one.runs else ""
        yield f"From {', '.join(one.names)}{unnamed}."
    if one.versions > 1:
        yield f"They are of {one.versions} versions of this scenario; compare with care."
    if one.runs < FEWEST_FOR_SHARES:
        yield f"Fewer than {FEWEST_FOR_SHARES} rehearsals: counts only, no shares."


def parts(one: GroupOf) -> tuple[Part, ...]:
    """All parts of one scenario that have something to say."""
    return tuple(part for part in _all(one) if part.table or part.items or part.answers)


def remarks(group: Group) -> Iterator[str]:
    """What the reader has to know about the files."""
    if group.copies:
        yield f"{counted(group.copies, 'file was', 'files were')} a copy of another and counted once."
    if group.skipped:
        yield f"Not readable and left out: {', '.join(group.skipped)}."


def _all(one: GroupOf) -> Iterator[Part]:
    yield _missed(one)
    heard = [point.label for point in one.points if point.heard == point.runs >= FEWEST_FOR_SHARES]
    yield Part("Heard every time", items=("; ".join(heard),) if heard else ())
    yield Part(
        "Where people gave ground",
        "Moves the others took them up on, and how often they were taken back.",
        _table(("What", "Talking about", "Rehearsals", "Taken back"), [(*_place(what), str(what.repaired)) for what in one.conceded]),
    )
    yield Part(
        "Where people stopped",
        "Ask what made it hard to go on, not who it was.",
        _table(("How", "Talking about", "Rehearsals"), [_place(what) for what in one.gave_up]),
    )
    yield Part(
        "Answers to compare",
        "The same question, answered twice. What did the listener take away each time?",
        answers=one.side_by_side,
    )
    points = ",".join(practice.point for practice in one.practise)
    yield Part(
        "What to practise next",
        items=tuple(f"{practice.label}: {practice.because}" for practice in one.practise),
        command=f"trainer play {one.scenario} --mode drill --points {points}" if points else "",
    )


def _missed(one: GroupOf) -> Part:
    rows = [
        (point.label, point.theme, how_often(point), f"{point.heard} of {point.runs}", ", ".join(_more(point)))
        for point in one.points
        if point.not_heard or point.partly
    ]
    return Part("Most missed", table=_table(("Point", "Theme", "Not heard", "Heard", "In detail"), rows))


def _more(point: PointTally) -> Iterator[str]:
    if point.contradicted:
        yield f"{point.contradicted} said the opposite"
    if point.told:
        yield f"{point.told} given by the coach"
    if point.partly:
        yield f"{point.partly} partly"
    if point.claimed:
        yield f"{point.claimed} “I said that”"


def _place(what: Happened) -> tuple[str, str, str]:
    return what.what, what.about, str(what.runs)


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table | None:
    return Table(heads, tuple(rows)) if rows else None
