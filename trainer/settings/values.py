"""Settings as values: what somebody asks for, and what holds in the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Wishes:
    """What one place asks for: the command line, the environment or the file. None asks for nothing."""

    theme: str | None = None
    mode: str | None = None
    pressure: str | None = None
    limit: float | None = None
    """Minutes until a meeting is over."""
    live_coverage: bool | None = None
    editor: str | None = None
    """A command, with its options."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Id of a binding to the keys it shall have, separated by commas, spelled as Textual spells them."""


@dataclass(frozen=True)
class Preferences:
    """What holds when everybody was asked."""

    theme: str = "trainer-dark"
    mode: str = "coach"
    pressure: str = "gentle"
    limit: float | None = None
    """Minutes; None is no limit."""
    live_coverage: bool = True
    editor: str | None = None
    """A command; None is whatever this system takes for an editor."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """As `App.set_keymap` takes it."""
