"""Pictures of screens, compared as SVG with what makes two runs differ taken out.

Drawn anew with `UPDATE_PICTURES=1`. They are of one version of Textual: with another, its own defaults may look different, and
comparing would say nothing about this project.
"""

from __future__ import annotations

import os
import re
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


def picture(app: App[Any]) -> str:
    """What is on the screen, as SVG without ids that change from run to run."""
    svg = app.export_screenshot(title="trainer")
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


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
