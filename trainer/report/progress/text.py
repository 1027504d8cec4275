"""Progress as plain text: a bar and a small curve for the eye, the numbers beside them for everybody. Draws; decides nothing."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from trainer.report.plain import item, paragraph
from trainer.report.progress.values import Due, Progress, Standing, Trend, WeakPoint
from trainer.text.clean import clean_line
from trainer.text.counted import counted

BAR = 10
"""Characters of a full bar."""
MOST_SHOWN = 8
"""Runs in a curve, the last ones."""
MOST_AT_ONCE = 3
"""Points in the command for a drill."""
LATEST = ", the latest weighs most"
"""Why a number is no plain average of the runs."""
_STEPS = "▁▂▃▄▅▆▇█"
LAST = {
    Standing.COVERED: "in full",
    Standing.PARTLY: "in part",
    Standing.MISSED: "not said",
    Standing.CONTRADICTED: "denied",
    Standing.TOLD: "told by the coach",
}
"""How a point went in the last run that asked for it."""


def render(
    groups: Sequence[Progress], items: Sequence[Due], now: datetime, width: int = 78, *, files: Mapping[str, str] = MappingProxyType({})
) -> str:
    """The page, ending in a newline; `items` as `trainer.report.progress.due.planned` gives them.

    `files` are those of own incidents, by the name of the incident.
    """
    blocks = [list(_progress(one, width)) for one in groups]
    blocks += [block for block in (list(_due(items, now, width, files)), list(_later(items, now, width))) if block]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def bar(value: int) -> str:
    """0..100 as blocks, always `BAR` characters."""
    full = (min(100, max(0, value)) * BAR + 50) // 100
    return "█" * full + "░" * (BAR - full)


def sparkline(values: Iterable[int]) -> str:
    """A small curve, one character a value of 0..100."""
    return "".join(_STEPS[min(100, max(0, value)) * (len(_STEPS) - 1) // 100] for value in values)


def _progress(group: Progress, width: int) -> Iterator[str]:
    yield from paragraph(group.title.upper(), width)
    runs = len(group.runs)
    yield from paragraph(f"{group.mode} mode, {group.length} meeting, {counted(runs, 'run')}{LATEST if runs > 1 else ''}", width)
    trends = (group.score, *group.themes)
    label = max(len(clean_line(trend.label)) for trend in trends)
    tier = max(len(trend.tier) for trend in trends)
    for trend in trends:
        yield _trend(trend, label, tier)
        yield from paragraph(_history(trend), width, " " * 4)
    if group.weakest:
        yield "Weakest now:"
    for weak in group.weakest:
        yield from item(weak_line(weak), width)


def _trend(trend: Trend, label: int, tier: int) -> str:
    row = f"  {clean_line(trend.label).ljust(label)}  {bar(trend.level)} {trend.level:>3}  {trend.tier.ljust(tier)}"
    return f"{row}  {sparkline(trend.values[-MOST_SHOWN:])}".rstrip() if len(trend.values) > 1 else row.rstrip()


def _history(trend: Trend) -> str:
    """The numbers of the curve; of a single run there is nothing to add."""
    if not trend.change:
        return ""
    shown = ", ".join(str(value) for value in trend.values[-MOST_SHOWN:])
    return f"{'last ' if len(trend.values) > MOST_SHOWN else ''}{shown}: {trend.change}"


def weak_line(weak: WeakPoint) -> str:
    """How a weak point went so far, in one line."""
    last = LAST[weak.last]
    if weak.asked == 1 and not weak.covered:
        return f"{weak.label}: asked once, {last}"
    how_often = f"{weak.covered} of {counted(weak.asked, 'run')}" if weak.covered else f"none of {counted(weak.asked, 'run')}"
    return f"{weak.label}: in full in {how_often}, last time {last}"


def _due(items: Sequence[Due], now: datetime, width: int, files: Mapping[str, str]) -> Iterator[str]:
    """What can be drilled now, a heading with its command for each scenario and incident."""
    waiting = [one for one in items if one.when <= now]
    for scenario, incident in dict.fromkeys((one.scenario, one.incident) for one in waiting):
        own = [one for one in waiting if (one.scenario, one.incident) == (scenario, incident)]
        yield from paragraph(f"DUE FOR A DRILL: {clean_line(own[0].title)}{f' ({clean_line(incident)})' if incident else ''}", width)
        for one in own:
            yield from item(f"{one.label}, since {_day(one, now)}", width)
        yield f"  {_command(own, files)}"
        if incident and incident not in files:
            yield from item(f"FILE is that of your incident “{clean_line(incident)}”.", width, mark="  ")


def _command(own: Sequence[Due], files: Mapping[str, str]) -> str:
    """What begins the drill, safe to be pasted into a shell whatever the names are."""
    one, points = own[0], ",".join(due.point for due in own[:MOST_AT_ONCE])
    on = ("--incident", files.get(one.incident, "FILE")) if one.incident else ()
    words = ("trainer", "play", one.scenario, *on, "--mode", "drill", "--points", points)
    return " ".join(shlex.quote(clean_line(word)) for word in words)


def _later(items: Sequence[Due], now: datetime, width: int) -> Iterator[str]:
    ahead = [one for one in items if one.when > now]
    if ahead:
        yield "AGAIN LATER"
    for one in ahead:
        yield from item(f"{one.label} ({one.title}), from {_day(one, now)}", width)


def _day(one: Due, now: datetime) -> str:
    day = one.when.astimezone(now.tzinfo).date()
    return "today" if day == now.date() else day.isoformat()
