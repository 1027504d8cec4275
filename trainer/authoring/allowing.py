"""Advice an author does not follow, for a reason given in the file: under `allow`, by the name of the check.

Owns which warnings are left out and what is wrong with an entry. Errors are never left out: they keep a scenario from opening.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.authoring.catalogue import GROUPS
from trainer.authoring.catalogue.entry import Entry
from trainer.authoring.checks import CHECKS
from trainer.errors import Problem
from trainer.scenario.files.document import Document
from trainer.scenario.load import Looked
from trainer.scenario.models import Allowed
from trainer.scenario.suggest import did_you_mean, nearest

OF_ALLOWING = (
    Entry(
        "unknown-check",
        "An entry of `allow` that names no advice. Errors cannot be allowed: they keep a scenario from opening.",
        "allow: [{check: line-to-long, at: briefing, reason: It is read and not said.}]\nagreement: 0.6",
        "agreement: 0.6",
        severity="warning",
    ),
    Entry(
        "allows-nothing",
        "An entry of `allow` for advice that nothing in the file gives cause for. Left in, it would hide the next fault of that sort.",
        "allow: [{check: line-too-long, at: briefing, reason: It is read and not said.}]\nagreement: 0.6",
        "agreement: 0.6",
        severity="warning",
    ),
)
_ENTRIES = tuple(entry for entries in GROUPS.values() for entry in entries)


def allowed(looked: Looked, found: Sequence[Problem]) -> list[Problem]:
    """What was found without the warnings that the file allows, and what is wrong with the entries that allow them."""
    scenario, document = looked.scenario, looked.document
    if scenario is None or document is None or not scenario.allow:
        return list(found)
    left = [problem for problem in found if not any(_is_meant(entry, problem) for entry in scenario.allow)]
    sound = all(problem.severity != "error" for problem in found)
    wrong = [_wrong(document, index, entry, found, sound=sound) for index, entry in enumerate(scenario.allow)]
    return [*left, *(problem for problems in wrong for problem in problems)]


def _is_meant(entry: Allowed, problem: Problem) -> bool:
    here = entry.at is None or problem.path == entry.at or problem.path.startswith(f"{entry.at}.")
    return here and problem.check == entry.check and problem.severity == "warning"


def _wrong(document: Document, index: int, entry: Allowed, found: Sequence[Problem], *, sound: bool) -> Iterator[Problem]:
    names = [*(check.name for check in CHECKS), *(known.name for known in _ENTRIES if known.severity == "warning")]
    if entry.check not in names and not any(problem.check == entry.check and problem.severity == "warning" for problem in found):
        yield _unknown(document, index, entry.check, names)
    elif sound and not any(_is_meant(entry, problem) for problem in found):  # a broken file is not looked at by every check
        where = f"at {entry.at}" if entry.at is not None else "in this file"
        message = f"nothing {where} gives cause for '{entry.check}'"
        mend = "take the entry out, or give the path that `trainer check` shows"
        yield document.problem("allows-nothing", ("allow", index), message, mend=mend, severity="warning")


def _unknown(document: Document, index: int, name: str, names: Sequence[str]) -> Problem:
    if any(entry.name == name for entry in _ENTRIES):
        message, mend = f"'{name}' is an error and cannot be allowed", "mend what it finds"
    else:
        message = f"there is no advice called '{name}'{did_you_mean(name, names)}"
        close = nearest(name, names, most=1)
        mend = f"write check: {close[0]}" if close else "the names stand in docs/reference/checks.md, under Advice"
    return document.problem("unknown-check", ("allow", index, "check"), message, mend=mend, severity="warning")
