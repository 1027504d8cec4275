"""The files a new scenario starts from: the template, or a scenario that is there already, under another name. Writes nothing.

Works on the text and not on its meaning, so that comments and the order of things stay as their author left them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from itertools import count
from pathlib import PurePosixPath

from trainer.scenario.schema import modelines

TEMPLATE = "two-more-days"
"""The id of the meeting that new scenarios are made from."""
ENDINGS = {"scenario": ".yaml", "cases": ".cases.yaml", "play": ".play.yaml", "incident": ".incident.yaml"}
"""How the file of each kind ends."""
_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_LONGEST = 60
_MODELINE = re.compile(r"\A(?:# (?:yaml-language-server|vim):[^\n]*\n)+")


@dataclass(frozen=True)
class Start:
    """What is copied: texts as they were read."""

    id: str
    """The id that stands in the texts."""
    texts: Mapping[str, str]
    """By kind: `scenario`, and `cases` and `play` where there are some."""
    incidents: Mapping[str, str] = field(default_factory=dict)
    """Incident files that the playthroughs name, by their path as written there."""


def template() -> Start:
    """The small whole meeting that comes with the program."""
    folder = resources.files("trainer.authoring").joinpath("template")
    kinds = ("scenario", "cases", "play")
    return Start(TEMPLATE, {kind: folder.joinpath(TEMPLATE + ENDINGS[kind]).read_text(encoding="utf-8") for kind in kinds})


def why_no_name(name: str) -> str:
    """What is wrong with a name for a scenario, and one that would do; empty when nothing is."""
    if _NAME.fullmatch(name) and len(name) <= _LONGEST:
        return ""
    if len(name) > _LONGEST:
        return f"it has {len(name)} characters, a name has at most {_LONGEST}"
    wanted = "a name has lower-case letters, digits, - and _, a letter first"
    nearest = re.sub(r"[^a-z0-9_]+", "-", re.sub(r"\.ya?ml$", "", name.strip().lower())).strip("-_").lstrip("0123456789-_")[:_LONGEST]
    return f"{wanted}; try {nearest}" if nearest else wanted


def named(start: Start, name: str) -> dict[str, str]:
    """The files of a new scenario, file name -> text, the scenario first: the id changed wherever it means this scenario."""
    incidents = _incident_names(start, name)
    files = {name + ENDINGS[kind]: _renamed(kind, start.texts[kind], start.id, name) for kind in ENDINGS if kind in start.texts}
    plays = name + ENDINGS["play"]
    for path, new in incidents.items():
        files[plays] = _valued("incident", path, new, files[plays])
        files[new] = _renamed("incident", start.incidents[path], start.id, name)
    return files


def _renamed(kind: str, text: str, old: str, name: str) -> str:
    """A file's text with the new id, and its editor lines on top."""
    written = _MODELINE.sub("", text)
    if kind == "scenario":  # its own id stands at the margin; endings have ids as well
        written = re.sub(rf"^id:(\s*)([\"']?){re.escape(old)}\2(?=\s|$)", rf"id:\g<1>{name}", written, flags=re.MULTILINE)
    else:
        written = _valued("scenario", old, name, written)
    return modelines(kind) + _in_comments(written, old, name)


def _valued(key: str, old: str, new: str, text: str) -> str:
    """The text with another value behind a key, in block style or within braces."""
    place = rf"((?:^|[\s{{,]){key}:\s*)([\"']?){re.escape(old)}\2(?=[\s,}}]|$)"
    return re.sub(place, lambda found: found.group(1) + new, text, flags=re.MULTILINE)


def _in_comments(text: str, old: str, name: str) -> str:
    """File names in comments, which would else send their reader to the scenario this one came from."""
    files = re.compile(rf"(?<![\w-]){re.escape(old)}(?=(?:\.cases|\.play|\.incident)?\.yaml\b)")
    return re.sub(r"(?:^|(?<=\s))#[^\n]*", lambda comment: files.sub(name, comment.group()), text)


def _incident_names(start: Start, name: str) -> dict[str, str]:
    """Path as written -> where it stands beside the new scenario, under its name."""
    found: dict[str, str] = {}
    for path in start.incidents:
        own = re.sub(r"(?:\.incident)?\.ya?ml$", "", PurePosixPath(path.replace("\\", "/")).name)
        rest = own.removeprefix(start.id).strip(".-_")
        stem = f"{name}-{rest}" if rest else name
        stems = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
        found[path] = next(file for one in stems if (file := one + ENDINGS["incident"]) not in found.values())
    return found
