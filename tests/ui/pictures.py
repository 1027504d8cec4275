"""Pictures of screens, compared as SVG with what makes two runs differ taken out.

Drawn anew with `UPDATE_PICTURES=1`. They are of one version of Textual: with another, its own defaults may look different, and
comparing would say nothing about this project.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import textual
from textual.app import App
from textual.pilot import Pilot

FOLDER = Path(__file__).parent / "pictures"
DRAWN_WITH = "8.2.8"
SETTLED = 12
"""Looks in a row that must be the same."""
_CELLS = re.compile(r'<rect fill="([^"]+)" x="([^"]+)" y="([^"]+)" width="([^"]+)" height="[^"]+" shape-rendering="crispEdges"/>')
"""What Rich draws behind each piece of a line."""


def picture(app: App[Any]) -> str:
    """What is on the screen, as a small SVG without ids that change from run to run."""
    return small(app.export_screenshot(title="trainer"))


def small(svg: str) -> str:
    """The same picture in a third of the bytes: one rectangle behind everything, no clipping of lines that fit anyway."""
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<clipPath id="terminal-line-\d+">.*?</clipPath>\s*', "", svg, flags=re.DOTALL)
    svg = re.sub(r' clip-path="url\(#terminal-line-\d+\)"', "", svg)
    svg = re.sub(r"\d+\.\d\d\d+", lambda number: f"{float(number.group()):.1f}", svg)
    svg = svg.replace("terminal-r", "r").replace("&#160;", "\u00a0")
    svg = re.sub(rf"(?:{_CELLS.pattern})+", _backgrounds, svg, count=1)
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def _backgrounds(found: re.Match[str]) -> str:
    """Rectangles behind cells: the colour there is most of lies behind all, those beside each other are one."""
    cells = [(fill, float(y), float(x), float(width)) for fill, x, y, width in _CELLS.findall(found.group())]
    wide: Counter[str] = Counter()
    for fill, _, _, width in cells:
        wide[fill] += round(width * 10)
    page = wide.most_common(1)[0][0]
    bands: list[list[Any]] = []
    for fill, y, x, width in cells:
        if bands and bands[-1][:2] == [fill, y] and abs(bands[-1][2] + bands[-1][3] - x) < 1:
            bands[-1][3] += width
        else:
            bands.append([fill, y, x, width])
    rest = (f'<rect fill="{fill}" x="{x:g}" y="{y:g}" width="{width:.1f}" height="24.7"/>' for fill, y, x, width in bands if fill != page)
    return "\n".join(('<g shape-rendering="crispEdges">', f'<rect fill="{page}" width="100%" height="100%"/>', *rest, "</g>", ""))


async def assert_looks_as_drawn(pilot: Pilot[Any], name: str) -> None:
    """Compare with the picture of that name once the screen has settled, or draw it when asked to."""
    if textual.__version__ != DRAWN_WITH:
        pytest.skip(f"drawn with Textual {DRAWN_WITH}, here is {textual.__version__}; draw anew with UPDATE_PICTURES=1")
    path = FOLDER / f"{name}.svg"
    drawing = bool(os.environ.get("UPDATE_PICTURES"))
    wanted = "" if drawing else path.read_text(encoding="utf-8")
    now = await _settled(pilot, wanted)
    if drawing:
        FOLDER.mkdir(exist_ok=True)
        path.write_text(now, encoding="utf-8")
    elif now != wanted:
        seen = path.with_suffix(".now.svg")
        seen.write_text(now, encoding="utf-8")
        pytest.fail(f"{name} looks different: compare {path} and {seen}; if it is meant so, UPDATE_PICTURES=1")


async def _settled(pilot: Pilot[Any], wanted: str) -> str:
    """The picture as soon as it is the wanted one, else once it has long stayed the same."""
    last, same = "", 0
    while same < SETTLED:
        await pilot.pause(0.05)
        now = picture(pilot.app)
        if now == wanted:
            break
        last, same = now, same + 1 if now == last else 0
    return picture(pilot.app)
