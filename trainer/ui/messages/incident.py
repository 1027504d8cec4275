"""Wishes about own incidents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.ui.messages.wish import Wish
from trainer.ui.plan import Plan

if TYPE_CHECKING:  # views are not needed for home's first frame
    from trainer.ui.views.incident import Answer


@dataclass
class FormWanted(Wish):
    """Fill in an own incident, or change a saved one."""

    leads_on = True

    scenario: Path
    incident: Path | None = None
    plan: Plan = Plan.WHOLE
    """What comes after it."""


@dataclass
class FormFilled(Wish):
    """The form was submitted."""

    leads_on = True

    scenario: Path
    incident: Path | None
    name: str
    answers: Mapping[str, Answer]
    plan: Plan = Plan.WHOLE


@dataclass
class AdviceWanted(Wish):
    """An answer was typed and its field left: is it of the kind that is asked for?"""

    meanwhile = ""

    scenario: Path
    fact: str
    value: str


@dataclass
class FileAsked(Wish):
    """Ask for an incident file to fill the form in from."""

    leads_on = True

    scenario: Path


@dataclass
class FileNamed(Wish):
    """Fill the form in from this file."""

    leads_on = True

    scenario: Path
    path: str


@dataclass
class WriteAsked(Wish):
    """Ask where to write what is filled in, as YAML."""

    leads_on = True

    scenario: Path
    name: str
    answers: Mapping[str, Answer]


@dataclass
class OutsideWanted(Wish):
    """Go on with the form in the player's own editor."""

    scenario: Path
    name: str
    answers: Mapping[str, Answer]
    text: str = ""
    """What came back from there before and could not be read; else it is made of the answers."""


@dataclass
class DeleteWanted(Wish):
    """Delete a saved incident."""

    leads_on = True

    incident: Path
    name: str
