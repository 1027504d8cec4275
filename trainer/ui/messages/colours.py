"""Wishes about colours."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.ui.messages.wish import Wish


@dataclass
class ThemeChosen(Wish):
    """Use a theme, from now on."""

    name: str
