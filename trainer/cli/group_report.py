"""`trainer report --group FOLDER`: what rehearsals that people exported have in common, on one page."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from trainer.cli.exits import FINE, NO, WRONG
from trainer.cli.out import say
from trainer.cli.received_files import Folder, Kind, read_folder
from trainer.report.group import csv as group_csv
from trainer.report.group import html as group_html
from trainer.report.group import markdown as group_markdown
from trainer.report.group.gather import group
from trainer.report.group.values import Group
from trainer.report.sharing.file import LARGEST, from_json
from trainer.report.sharing.values import Shared

FORMS = ("md", "html", "csv", "json")
FORMAT = 1
"""Version of the JSON."""
_REHEARSALS = Kind(".json", "exported rehearsals", LARGEST, from_json)


def group_page(folder: str, form: str) -> tuple[str, int]:
    """The page in one of `FORMS`, ending in a newline, and the exit code; files that are left out are named on standard error.

    Raises:
        Unreadable: the folder cannot be read.
    """
    found = read_folder(Path(folder), _REHEARSALS)
    for problem in found.problems:
        say(f"Left out: {problem}", err=True)
    code = FINE if found.found else WRONG if found.problems else NO
    return _rendered(found, group(found.found, [problem.path for problem in found.problems]), form), code


def _rendered(found: Folder[Shared], page: Group, form: str) -> str:
    match form:
        case "html":
            return group_html.render(page)
        case "csv":
            return group_csv.render(found.found)
        case "json":
            return json.dumps(group_shape(page), indent=1) + "\n"
        case _:
            return group_markdown.render(page)


def group_shape(page: Group) -> dict[str, Any]:
    """The page in JSON. Stable: documented in the command line reference."""
    shape: dict[str, Any] = {"format": FORMAT, **asdict(page)}
    for one, scenario in zip(page.scenarios, shape["scenarios"], strict=True):
        for point, tally in zip(one.points, scenario["points"], strict=True):
            tally["not_heard"], tally["share"] = point.not_heard, None if point.share is None else round(point.share, 3)
    return shape
