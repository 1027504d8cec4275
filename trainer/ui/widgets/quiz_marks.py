"""How each word of a round went, as signs in a row that read without colour too."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

MARKS = {"covered": ("✓", "$good"), "claimed": ("◇", "$coach"), "partly": ("~", "$half"), "missing": ("○", "$muted")}
TO_COME = ("·", "$muted")
LABELS = {"covered": ("Heard", "$good"), "claimed": ("Meant", "$coach"), "partly": ("Half", "$half"), "missing": ("Not yet", "$muted")}


def marks(so_far: Sequence[str], of: int) -> Content:
    """One sign a word; those to come are dots."""
    signs = [MARKS[one] for one in so_far] + [TO_COME] * (of - len(so_far))
    return Content(" ").join([Content.styled(*sign) for sign in signs])


def label(known: str) -> Content:
    """How one word went, as a word."""
    return Content.styled(*LABELS[known])
