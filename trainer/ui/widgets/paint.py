"""Words of others made into content: shown literally, never taken for markup.

Owns how a role, a quote or a share looks. Every text that a player or an author wrote passes through `Content` here.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from trainer.ui.theme import HUES
from trainer.ui.views.briefing import Person

BAR_CELLS = 20


def role_style(hue: int) -> str:
    """The style of a role's name."""
    return f"bold $role-{hue % HUES}"


def muted(text: str) -> Content:
    """Something said in passing."""
    return Content.styled(text, "$muted")


def seats(people: Iterable[Person]) -> Content:
    """Who is in the room, each in the own colour, with trust as a word."""
    return Content("   ").join([_seat(one) for one in people])


def _seat(one: Person) -> Content:
    trust = f" {one.trust}" if one.trust else ""
    return Content.assemble(("● ", f"$role-{one.hue % HUES}"), (one.name, role_style(one.hue)), (trust, "$muted"))


def bar(share: float, cells: int = BAR_CELLS) -> Content:
    """A share from 0 to 1 as a bar; it reads without colour too."""
    full = round(max(0.0, min(1.0, share)) * cells)
    mood = "$good" if share >= 0.8 else "$half" if share >= 0.4 else "$bad"
    return Content.assemble(("━" * full, mood), ("╌" * (cells - full), "$rule"))
