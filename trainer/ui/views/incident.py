"""The form over the facts of an own incident."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from trainer.ui.plan import Plan


class Standing(StrEnum):
    """What is known of a fact, as the form shows it."""

    VALUE = "value"
    UNKNOWN = "unknown"
    """Will be found out: "don't know yet"."""
    NONE = "none"
    """Known not to exist: "there is none"."""


@dataclass(frozen=True)
class Answer:
    """What is filled in for one fact."""

    standing: Standing
    value: str = ""
    said_as: tuple[str, ...] = ()
    """Other wordings of the value that a file gave; kept as long as the value is."""


OPEN = Answer(Standing.UNKNOWN)


@dataclass(frozen=True)
class FormField:
    """One question of the incident form."""

    fact: str
    label: str
    ask: str
    example: str
    optional: bool
    can_be_none: bool
    """Whether "there is none" is an answer."""
    unknown: str = ""
    """The honest sentence while it is not known; empty where it has to be known."""
    none: str = ""
    """The honest sentence where there is none."""
    answer: Answer = OPEN


@dataclass(frozen=True)
class FormView:
    """The incident form."""

    scenario: Path
    title: str
    name: str
    fields: tuple[FormField, ...]
    path: Path | None = None
    """The incident's file when a saved one is edited."""
    plan: Plan = Plan.WHOLE
    """What comes after it."""


@dataclass(frozen=True)
class FormProblem:
    """Something in the form that cannot stand."""

    fact: str | None
    """The field it belongs to, `name` for the name; None for the form as a whole."""
    message: str
