"""Trust over the meeting as an inline SVG: one line a role, told apart by dashes and names, so that it reads in black and white.

Draws; decides nothing. The same stands in words beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.report.debrief.values import LostTrust, TrustResult
from trainer.report.debrief.wording import number
from trainer.report.html import text

WIDTH, HEIGHT = 640, 220
"""Units of the drawing; it is scaled to the page."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 110, 14, 26
_DASHES = ("", "7 4", "2 3", "10 3 2 3", "1 5", "14 4")
_SIZE = 11
"""Of the letters, in the same units."""
_MOST_TICKS = 12


def chart(trust: Sequence[TrustResult], lost: LostTrust | None, words: Sequence[tuple[int, str]]) -> str:
    """The drawing; empty when there was no reply. `words` names the levels: least trust -> how it is called."""
    turns = [step.turn for step in trust[0].steps] if trust else []
    if not turns:
        return ""
    inside = [*_levels(words), *_ticks(turns), *(_moment(turns.index(lost.turn) + 1, len(turns)) if lost is not None else ())]
    ends = _apart([_y(one.steps[-1].value) for one in trust])
    for order, (one, end) in enumerate(zip(trust, ends, strict=True)):
        inside += _line(one, _DASHES[order % len(_DASHES)], end)
    label = text("Trust over the meeting. " + " ".join(f"{one.name}: {one.start_word} at first, {one.word} at the end." for one in trust))
    head = f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}" font-size="{_SIZE}" class="trust">'
    return f"{head}{''.join(inside)}</svg>"


def _levels(words: Sequence[tuple[int, str]]) -> Iterator[str]:
    """A faint rule under each level, and its name half way to the next."""
    above = 100
    for least, word in words:
        yield f'<line x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{_y(least):.1f}" y2="{_y(least):.1f}" stroke="#bbb" stroke-width=".5"/>'
        yield f'<text x="{_LEFT - 6}" y="{_y((least + above) / 2) + _SIZE / 3:.1f}" text-anchor="end">{text(word)}</text>'
        above = least


def _ticks(turns: Sequence[int]) -> Iterator[str]:
    """Numbers of the lines that were answered, as many as fit."""
    every = -(-len(turns) // _MOST_TICKS)
    for place, turn in enumerate(turns, start=1):
        if (place - 1) % every == 0:
            yield f'<text x="{_x(place, len(turns)):.1f}" y="{HEIGHT - 8}" text-anchor="middle">{number(turn)}</text>'


def _moment(place: int, replies: int) -> Iterator[str]:
    """The reply at which most was lost."""
    x = _x(place, replies)
    yield f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{HEIGHT - _BOTTOM}" stroke="#000" stroke-width=".8" stroke-dasharray="1 2"/>'
    yield f'<text x="{x:.1f}" y="{_TOP - 4}" text-anchor="middle" font-weight="bold">trust lost</text>'


def _line(trust: TrustResult, dash: str, end: float) -> Iterator[str]:
    values = [trust.start, *(step.value for step in trust.steps)]
    places = [(_x(place, len(values) - 1), _y(value)) for place, value in enumerate(values)]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    yield f'<polyline points="{points}" fill="none" stroke="#000" stroke-width="1.6"{dashes}/>'
    yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.4"/>' for (x, y), step in zip(places[1:], trust.steps, strict=True) if step.by)
    last = places[-1]
    yield f'<line x1="{last[0]:.1f}" y1="{last[1]:.1f}" x2="{last[0] + 10:.1f}" y2="{end:.1f}" stroke="#000" stroke-width=".5"/>'
    yield f'<text x="{last[0] + 13:.1f}" y="{end + _SIZE / 3:.1f}">{text(_short(trust.name))}: {text(trust.word)}</text>'


def _short(name: str) -> str:
    return name if len(name) <= 12 else f"{name[:11]}…"


def _apart(ends: Sequence[float]) -> list[float]:
    """Heights of the names at the lines' ends, moved so that no two lie on each other; in the order given, inside the drawing."""
    order = sorted(range(len(ends)), key=lambda one: (ends[one], one))
    placed = [0.0] * len(ends)
    least = float("-inf")
    for one in order:
        placed[one] = least = max(ends[one], least + _SIZE + 2)
    over = max(0.0, least - (HEIGHT - _BOTTOM)) if ends else 0.0
    return [place - over for place in placed]


def _x(place: float, replies: int) -> float:
    return _LEFT + place * (WIDTH - _LEFT - _RIGHT) / max(1, replies)


def _y(value: float) -> float:
    return HEIGHT - _BOTTOM - value * (HEIGHT - _TOP - _BOTTOM) / 100
