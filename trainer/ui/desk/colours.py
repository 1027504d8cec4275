"""Colours: keeps the theme that was chosen in the app."""

from __future__ import annotations

from trainer.store.files import write_private
from trainer.ui.desk.resources import Resources


class Colours:
    """The part of the desk for colours."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def keep(self, theme: str) -> None:
        """Begin with this theme next time. Raises StoreFailed."""
        write_private(self._resources.places.theme, f"{theme}\n")
