"""Every setting: what it takes, where else it can be given, what it is for. File, environment, example and page go by this list."""

from __future__ import annotations

from dataclasses import dataclass

THEMES = ("trainer-dark", "trainer-light", "trainer-contrast-dark", "trainer-contrast-light")
"""The trainer's own themes: those whose contrast is measured."""
LONGEST_MEETING = 24 * 60
"""Minutes."""
LONGEST_COMMAND = 1000
"""Characters."""


@dataclass(frozen=True)
class Choice:
    """One of some names."""

    options: tuple[str, ...]


@dataclass(frozen=True)
class Minutes:
    """A number of minutes above 0."""

    most: int = LONGEST_MEETING


@dataclass(frozen=True)
class Switch:
    """On or off."""


@dataclass(frozen=True)
class Command:
    """A command to run, as it would be typed."""

    longest: int = LONGEST_COMMAND


Kind = Choice | Minutes | Switch | Command


@dataclass(frozen=True)
class Setting:
    """One setting. Its default is that of `Preferences`."""

    name: str
    """In the file, and of the field in `Wishes` and `Preferences`."""
    kind: Kind
    meaning: str
    """A sentence or two for the page and the example."""
    example: str
    """A value as the file takes it."""
    option: str = ""
    """Of `trainer play`, where there is one."""

    @property
    def variable(self) -> str:
        """The environment variable that asks for the same."""
        return f"TRAINER_{self.name.upper()}"


SETTINGS = (
    Setting("theme", Choice(THEMES), "Colours of the app. The two contrast themes are for tired eyes and bright rooms.", "trainer-light"),
    Setting(
        "mode",
        Choice(("coach", "meeting")),
        "What a rehearsal begins with: the coach's aids after each reply, or the roles alone.",
        "meeting",
        "--mode",
    ),
    Setting(
        "pressure", Choice(("gentle", "real", "hard")), "How often they interrupt: never, twice, four times at most.", "real", "--pressure"
    ),
    Setting("limit", Minutes(), "Minutes until the meeting is over. Left out, there is no limit.", "30", "--limit"),
    Setting("live_coverage", Switch(), "In coach mode, points light up while you type, as the draft would cover them.", "false"),
    Setting(
        "editor",
        Command(),
        "The editor for a long reply, as you would call it in a shell. It has to wait until you close the file.",
        "code --wait",
    ),
)
"""In the order of the page."""
