"""What the progress page says in words: which runs these are, what is weak, what is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from trainer.report.progress.text import LAST
from trainer.report.progress.values import Due, Progress, WeakPoint
from trainer.text.counted import counted
from trainer.ui.views.progress import ProgressView

MOST_NAMED = 3
"""Due points named in a line."""


def kind_line(group: Progress) -> Content:
    """Which runs stand beside each other here."""
    runs = counted(len(group.runs), "run")
    weighed = ", the latest most" if len(group.runs) > 1 else ""
    return Content.styled(f"{group.mode} mode · {group.length} meeting · {runs} · first tries count{weighed}", "$muted")


def weak_lines(group: Progress | None) -> Iterator[Content]:
    """What does not come yet."""
    if group is None:
        return
    if not group.weakest:
        yield Content.styled("No weak point: everything asked for comes, or nearly.", "$good")
        return
    yield Content.assemble(("Weakest now", "bold $coach"), ("  how often said in full", "$muted"))
    yield from map(_weak, group.weakest)


def _weak(weak: WeakPoint) -> Content:
    """Short enough for a small window: the heading says what is counted."""
    return Content.assemble(("· ", "$coach"), weak.label, (f"  {weak.covered} of {weak.asked}, last time {LAST[weak.last]}", "$muted"))


def due_lines(view: ProgressView) -> Iterator[Content]:
    """What is due for a drill, and when something is next; nothing where nothing waits."""
    now = [one for one in view.due if one.when <= view.now]
    later = [one for one in view.due if one.when > view.now]
    if now:
        yield Content.assemble(("Due for a drill  ", "bold $coach"), _named(now))
    if later:
        day = later[0].when.date()
        yield Content.assemble((f"Due from {day:%Y-%m-%d}  ", "$muted"), _named([one for one in later if one.when.date() == day]))


def _named(items: Sequence[Due]) -> Content:
    """How many, and the first by name: a line that is cut off says the most important all the same."""
    names = ", ".join(one.label for one in items[:MOST_NAMED])
    more = " …" if len(items) > MOST_NAMED else ""
    return Content.assemble(f"{counted(len(items), 'point')}: ", (f"{names}{more}", "$muted"))
