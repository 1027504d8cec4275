"""What the environment asks for: `TRAINER_THEME` and its like."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any

from trainer.errors import Problem, ProblemsFound
from trainer.settings.fields import SETTINGS, Choice, Kind, Minutes, Setting, Switch
from trainer.settings.values import Wishes
from trainer.text.clean import clean_line

_SWITCH = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
_PLACE = "environment"


def environment_wishes(environment: Mapping[str, str]) -> Wishes:
    """What the trainer's own variables ask for; an empty one asks for nothing.

    Raises:
        ProblemsFound: everything wrong with them, each with the name of its variable as path.
    """
    wishes: dict[str, Any] = {}
    problems: list[Problem] = []
    for setting in SETTINGS:
        text = clean_line(environment.get(setting.variable, "")).strip()
        if not text:
            continue
        why = _refusal(setting.kind, text)
        if why:
            problems.append(_problem(setting, *why))
        else:
            wishes[setting.name] = _value(setting.kind, text)
    if problems:
        raise ProblemsFound(_PLACE, tuple(problems))
    return Wishes(**wishes)


def _refusal(kind: Kind, text: str) -> tuple[str, str, str] | None:
    """Name of the check, what is wrong and the mend; None when the text is a value."""
    match kind:
        case Choice(options) if text not in options:
            from trainer.scenario.told import none_of_words  # noqa: PLC0415  (loads yaml, and most environments have no mistake)

            return "unknown-choice", none_of_words(text, options), f"set it to one of {', '.join(options)}"
        case Switch() if text.lower() not in _SWITCH:
            return "wrong-type", f"'{text}' is neither true nor false", "set it to true or false"
        case Minutes(most) if (number := _number(text)) is None or not 0 < number <= most:
            return "out-of-range", f"'{text}' is no number of minutes", f"set it to a number that is more than 0 and at most {most}"
        case _:
            return None


def _value(kind: Kind, text: str) -> str | float | bool:
    match kind:
        case Switch():
            return _SWITCH[text.lower()]
        case Minutes():
            return float(text)
        case _:
            return text


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None


def _problem(setting: Setting, check: str, message: str, mend: str) -> Problem:
    return Problem(check, clean_line(message), _PLACE, 0, 0, path=setting.variable, mend=mend)
