"""Files to write: what to call one, and what may stand in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FileForm:
    """A form a page can be written in."""

    ending: str
    """With its dot."""
    is_called: str
    """What somebody gets who chooses it."""


@dataclass(frozen=True)
class Suggestion:
    """What to call a file, if nothing else is wanted."""

    name: str
    folder: str
    """Where a name without a folder is put."""
    forms: tuple[FileForm, ...]
    """The likeliest first; the ending of the name chooses among them."""


@dataclass(frozen=True)
class IncidentText:
    """An incident as a file has it."""

    name: str
    text: str
    """YAML."""
