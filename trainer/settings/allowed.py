"""What may stand behind a setting, in words: the mend where YAML itself reads something else than a value.

Loads nothing: `theme: null` is told as YAML's trap, with what a theme can be instead of quotes around the `null`.
"""

from __future__ import annotations

from dataclasses import replace

from trainer.errors import Problem
from trainer.settings.fields import SETTINGS, Choice, Kind, Minutes, Switch

NO_VALUES = frozenset({"nothing-given", "read-as-number", "read-as-date", "read-as-yes-no", "wrong-type"})
"""Checks whose general mend (quotes, a text) would still be no value of most settings."""
_OUT = "or take the line out"


def allowed(kind: Kind) -> str:
    """What to write for a setting of this kind."""
    match kind:
        case Choice(options):
            return f"write one of {', '.join(options)}, {_OUT}"
        case Minutes(most):
            return f"write a number of minutes that is more than 0 and at most {most:,}, {_OUT}"
        case Switch():
            return f"write true or false, {_OUT}"
        case _:
            return f"write a command such as nano, {_OUT}"


def with_allowed(problem: Problem) -> Problem:
    """The problem; where its mend would not help, with what is allowed at its place."""
    corrected = problem.check == "wrong-type" and problem.mend.startswith(f"{problem.path}: ")
    if corrected or problem.check not in NO_VALUES:
        return problem
    kinds = {setting.name: setting.kind for setting in SETTINGS}
    if problem.path in kinds:
        return replace(problem, mend=allowed(kinds[problem.path]))
    if problem.path == "keys":
        return replace(problem, mend=f"write `id: key` lines under it, {_OUT}")
    if problem.path.startswith("keys.") and problem.check == "nothing-given":
        return replace(problem, mend=f"write a key, such as f10, {_OUT}")
    return problem
