"""The whole vocabulary between screens and the app: what the player wants. Data only, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:  # views are not needed for home's first frame
    from trainer.ui.views import Answer, Settings


@dataclass
class HomeWanted(Message):
    """Show home."""


@dataclass
class BriefingWanted(Message):
    """Show the briefing of a scenario, on the example or an own incident."""

    scenario: Path
    incident: Path | None = None


@dataclass
class FormWanted(Message):
    """Fill in an own incident, or change a saved one."""

    scenario: Path
    incident: Path | None = None


@dataclass
class FormFilled(Message):
    """The form was submitted."""

    scenario: Path
    incident: Path | None
    name: str
    answers: Mapping[str, Answer]


@dataclass
class MeetingWanted(Message):
    """Begin the meeting."""

    scenario: Path
    incident: Path | None
    settings: Settings


@dataclass
class ResumeWanted(Message):
    """Go on with an unfinished rehearsal."""

    run: str


@dataclass
class DebriefWanted(Message):
    """Show the debrief of a finished rehearsal."""

    run: str


@dataclass
class ReplySent(Message):
    """The player answers."""

    text: str


@dataclass
class DraftChanged(Message):
    """What stands in the editor, not sent yet."""

    text: str


@dataclass
class HintWanted(Message):
    """Ask the coach for a hint."""


@dataclass
class ModelLineWanted(Message):
    """Show me a good line for the point they are after."""


@dataclass
class ClaimMade(Message):
    """I said that."""


@dataclass
class RetryWanted(Message):
    """Take the last reply back and try again; also after an ending."""

    draft: str = ""


@dataclass
class EndWanted(Message):
    """End the rehearsal now and see the debrief."""


@dataclass
class PauseWanted(Message):
    """Leave the meeting as it stands; home offers to carry on."""

    draft: str


@dataclass
class BriefWanted(Message):
    """Show the brief, from a rehearsal or from an incident alone."""

    scenario: Path | None = None
    """None means: of the rehearsal at hand."""
    incident: Path | None = None


@dataclass
class SaveWanted(Message):
    """Write the page at hand to a Markdown file."""

    what: str
    """`brief` or `debrief`."""
    path: str
    replace: bool = False
    """Whether a file of that name may be replaced."""


@dataclass
class SaveAsked(Message):
    """Ask where to save the page at hand."""

    what: str
    """`brief` or `debrief`."""
