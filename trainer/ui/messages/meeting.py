"""What the player does in a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.ui.messages.wish import Wish

if TYPE_CHECKING:  # views are not needed for home's first frame
    from trainer.ui.views.briefing import Settings


@dataclass
class MeetingWanted(Wish):
    """Begin the meeting."""

    leads_on = True
    meanwhile = "Getting the room ready …"

    scenario: Path
    incident: Path | None
    settings: Settings


@dataclass
class ReplySent(Wish):
    """The player answers."""

    meanwhile = "They are listening …"

    text: str


@dataclass
class DraftChanged(Wish):
    """What stands in the editor, not sent yet."""

    meanwhile = ""

    text: str


@dataclass
class LampsWanted(Wish):
    """The typing has paused: show what this draft would cover."""

    meanwhile = ""

    text: str


@dataclass
class SilenceWanted(Wish):
    """Say nothing, on purpose."""


@dataclass
class EditorWanted(Wish):
    """Go on writing in the player's own editor."""

    draft: str


@dataclass
class TimeRanOut(Wish):
    """The time is over; what stands in the editor was being said."""


@dataclass
class HintWanted(Wish):
    """Ask the coach for a hint."""


@dataclass
class ModelLineWanted(Wish):
    """Show me a good line for the point they are after."""


@dataclass
class ClaimMade(Wish):
    """I said that."""


@dataclass
class RetryWanted(Wish):
    """Take the last reply back and try again; also after an ending."""

    leads_on = True

    draft: str = ""


@dataclass
class ClosingRead(Wish):
    """The closing word was read: on to the debrief."""

    leads_on = True


@dataclass
class EndWanted(Wish):
    """End the rehearsal now and see the debrief."""

    leads_on = True


@dataclass
class PauseWanted(Wish):
    """Leave the meeting as it stands; home offers to carry on."""

    leads_on = True

    draft: str
