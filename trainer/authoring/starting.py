"""The files a new scenario starts from: the template, or a scenario that is there already, under another name. Writes nothing.

Works on the text and not on its meaning, so that comments and the order of things stay as their author left them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
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
    nearest = re.sub(r"[^a-z0-9_]+", "-", re.sub(r"\.ya?ml$", "", name.strip().lower())).strip("-_").lstrip("0123456789-_")
    return f"{wanted}; try {nearest}" if nearest else wanted


def named(start: Start, name: str) -> dict[str, str]:
    """The files of a new scenario, file name -> text, the scenario first: the id changed wherever it means this scenario."""
    incidents = {path: _incident_name(start.id, name, path) for path in start.incidents}
    files = {name + ENDINGS[kind]: _renamed(kind, start.texts[kind], start.id, name) for kind in ENDINGS if kind in start.texts}
    plays = name + ENDINGS["play"]
    for path, new in incidents.items():
        files[plays] = re.sub(rf"(\bincident:\s*)([\"']?){re.escape(path)}\2(?=\s|,|}}|$)", rf"\g<1>{new}", files[plays], flags=re.MULTILINE)
        files[new] = _renamed("incident", start.incidents[path], start.id, name)
    return files


def _renamed(kind: str, text: str, old: str, name: str) -> str:
    """A file's text with the new id, and its editor lines on top."""
    key = "id" if kind == "scenario" else "scenario"
    # The scenario's own id stands at the margin; elsewhere, states and endings have ids as well.
    place = "^()id:" if key == "id" else r"(^|[\s{,])scenario:"
    written = re.sub(
        rf"{place}(\s*)([\"']?){re.escape(old)}\3(?=\s|,|}}|$)", rf"\g<1>{key}:\g<2>{name}", _MODELINE.sub("", text), flags=re.MULTILINE
    )
    return modelines(kind) + _in_comments(written, old, name)


def _in_comments(text: str, old: str, name: str) -> str:
    """File names in comments, which would else send their reader to the scenario this one came from."""
    files = re.compile(rf"(?<![\w-]){re.escape(old)}(?=(?:\.cases|\.play|\.incident)?\.yaml\b)")
    return re.sub(r"(?:^|(?<=\s))#[^\n]*", lambda comment: files.sub(name, comment.group()), text)


def _incident_name(old: str, name: str, path: str) -> str:
    """Stands beside the scenario, under its name."""
    own = re.sub(r"(?:\.incident)?\.ya?ml$", "", PurePosixPath(path.replace("\\", "/")).name)
    rest = own.removeprefix(old).strip(".-_")
    return f"{name}-{rest}{ENDINGS['incident']}" if rest else name + ENDINGS["incident"]
