"""The reference pages that are written from the code: the format from its models' docstrings, the checks from their entries.

Makes text only; `scripts/write_reference.py` puts it into docs/, and a test says when it is stale.
"""

from __future__ import annotations

from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from trainer.authoring.allowing import OF_ALLOWING
from trainer.authoring.catalogue import GROUPS
from trainer.authoring.checks import CHECKS
from trainer.scenario.beside import Case, Play
from trainer.scenario.models import IncidentFile, Model, Scenario, Variant

_INTRODUCTION = """\
# The scenario format, version 1

Written from the models in `trainer/scenario/`; do not edit. `python -m scripts.write_reference` writes it anew.

A scenario is one YAML file, `NAME.yaml`, with the id `NAME`. Unknown keys are errors, and so are empty values. An *id* has lower-case
letters, digits and `_`, a letter first. Where a *line* is expected you may write a text, or a list of `{when, lines}`: the first whose
condition holds is said, and its wording depends on the seed. `{fact}` in a line stands for the fact's value. Texts that begin with a sign
of YAML's, or hold `: ` or ` #`, need quotes; `trainer check` names each such trap and shows the line as it should be.
"""
_ALLOWING = """\
Advice may be wrong for a meeting. Name it in the scenario, with the reason; `at` is the path in front of its message, or a beginning of
that path, and without it the whole file is meant. Errors cannot be allowed.

```yaml
allow:
  - check: line-too-long
    at: states.opening.says
    reason: "The CFO reads from a paper here, and that is what is rehearsed."
```"""
_TITLES = {
    "IncidentFile": "An incident file",
    "Case": "An entry of a `.cases.yaml` file",
    "Play": "An entry of a `.play.yaml` file",
    "Scenario": "A scenario file",
}


def format_page() -> str:
    """docs/reference/format.md."""
    sections = [_INTRODUCTION]
    told: set[type[Model]] = set()
    for root in (Scenario, IncidentFile, Case, Play):
        sections += [_section(model) for model in _models_under(root) if model not in told]
        told.update(_models_under(root))
    return "\n".join(sections)


def checks_page() -> str:
    """docs/reference/checks.md."""
    lines = [
        "# What `trainer check` finds",
        "",
        "Written from the code; do not edit. `python -m scripts.write_reference` writes it anew.",
        "",
        "Each problem is told with file, line, column, the line itself and a mend.",
        "An error keeps a scenario from opening, a warning does not.",
        "A text that is no YAML at all has one problem, for nothing behind it is known; everything else is told at once.",
    ]
    for heading, entries in GROUPS.items():
        lines += ["", f"## {heading}"]
        for entry in entries:
            lines += _entry(entry.name, entry.severity, entry.what, entry.bad, entry.good)
    lines += ["", "## Advice"]
    for check in CHECKS:
        lines += _entry(check.name, "warning", check.what, check.bad, check.good)
    lines += ["", "## Advice not followed", "", _ALLOWING]
    for entry in OF_ALLOWING:
        lines += _entry(entry.name, entry.severity, entry.what, entry.bad, entry.good)
    return "\n".join(lines) + "\n"


def _entry(name: str, severity: str, what: str, bad: str, good: str) -> list[str]:
    note = " (warning)" if severity == "warning" else ""
    lines = ["", f"### {name}{note}", "", what, "", "```yaml", "# so it fails", *bad.split("\n")]
    if good:
        lines += ["# so it is right", *good.split("\n")]
    return [*lines, "```"]


def _models_under(root: type[Model]) -> list[type[Model]]:
    """The model and every model within it, in the order they are met."""
    found: list[type[Model]] = [root]
    for model in found:
        for field in model.model_fields.values():
            found += [inner for inner in _models_in(field.annotation) if inner not in found]
    return found


def _models_in(annotation: Any) -> list[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [model for inner in get_args(annotation) for model in _models_in(inner)]


def _section(model: type[Model]) -> str:
    title = _TITLES.get(model.__name__, model.__name__)
    lines = [f"## {title}", "", _sentence(model.__doc__), "", "| key | takes | |", "|---|---|---|"]
    for name, field in model.model_fields.items():
        needed = "**needed.** " if field.is_required() else ""
        takes = "id" if _is_id(field.metadata) else _takes(field.annotation)
        lines.append(f"| `{field.alias or name}` | {takes}{_default(field)} | {needed}{_sentence(field.description)} |")
    return "\n".join([*lines, ""])


def _sentence(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def _default(field: Any) -> str:
    default = field.default
    shown = default is not None and not isinstance(default, tuple | dict) and not field.is_required() and field.default_factory is None
    return f", else `{str(default).lower() if isinstance(default, bool) else default}`" if shown else ""


def _takes(annotation: Any) -> str:
    """What a key takes, in the words of the page."""
    origin, args = get_origin(annotation), get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return "id" if _is_id(annotation.__metadata__) else _takes(args[0])
    words = {
        Literal: lambda: ", ".join(f"`{value}`" for value in args),
        Union: lambda: " or ".join(dict.fromkeys(_takes(inner) for inner in args if inner is not type(None))),
        tuple: lambda: "line" if args[0] is Variant else f"list of {_takes(args[0])}",
        dict: lambda: f"map of id to {_takes(args[1])}",
    }
    make = words.get(Union if origin is UnionType else origin)
    return make() if make else _of_one(annotation)


def _is_id(metadata: Any) -> bool:
    """Whether what is attached to a type holds it to a pattern, as ids alone are."""
    inner = [one for item in metadata for one in (item, *getattr(item, "metadata", ()))]
    return any(getattr(item, "pattern", None) for item in inner)


def _of_one(annotation: Any) -> str:
    name = annotation.__name__
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return f"[{name}](#{_anchor(name)})"
    if hasattr(annotation, "__members__"):
        return ", ".join(f"`{member.value}`" for member in annotation)
    return {"str": "text", "int": "whole number", "float": "number", "bool": "`true` or `false`"}[name]


def _anchor(name: str) -> str:
    title = _TITLES.get(name, name)
    return "".join(character for character in title.lower().replace(" ", "-") if character.isalnum() or character in "-_")
