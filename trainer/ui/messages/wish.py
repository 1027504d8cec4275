"""What all wishes share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.message import Message


@dataclass
class Wish(Message):
    """Something the player wants, said by a screen or a widget; it bubbles up to the app, which has it done."""

    leads_on: ClassVar[bool] = False
    """Whether it leads to another page, or to a window over this one: what is typed from now on is meant for that."""
    meanwhile: ClassVar[str] = "One moment …"
    """What to say where it takes longer than a blink; empty says nothing."""
