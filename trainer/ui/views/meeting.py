"""The meeting as it stands."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.ui.views.briefing import Person


@dataclass(frozen=True)
class RoleLine:
    """A role says something."""

    name: str
    hue: int
    text: str


@dataclass(frozen=True)
class OwnLine:
    """The player says something."""

    text: str
    taken_back: bool = False
    """A retry took it back."""
    silent: bool = False
    """Nothing was said, on purpose; the text says so."""


@dataclass(frozen=True)
class Aside:
    """The coach says something between two lines: a hint, a model line, that a claim was noted."""

    lead: str
    text: str


@dataclass(frozen=True)
class HeardLine:
    """A key point in the coach's feedback."""

    label: str
    verdict: str
    """`covered`, `partly` or `contradicted`."""
    quote: str
    """The player's words."""
    after_shown: str = ""
    """A sentence where the coach had shown it before: said all the same, but it does not count this time."""


@dataclass(frozen=True)
class MissingLine:
    """A key point that was not heard, or not wholly."""

    label: str
    what: str
    """What is missing, in words; empty when that would give it away."""


@dataclass(frozen=True)
class CoachNote:
    """Feedback on one reply."""

    heard: tuple[HeardLine, ...] = ()
    also: tuple[str, ...] = ()
    """Labels of what counted besides, though nobody had asked for it yet."""
    missing: tuple[MissingLine, ...] = ()
    careful: tuple[str, ...] = ()
    """What was, or could be, heard as a mistake, and what was taken back; a sentence each."""
    better: str = ""
    """One better line for something half said; empty when there is none."""
    better_for: str = ""
    """Label of the point it is for."""
    hint: str = ""
    """The coach's hint for a missing point."""
    note: str = ""
    """One note on the delivery."""
    figures: tuple[str, ...] = ()
    """Figures that differ from the facts, a sentence each."""
    trust: tuple[str, ...] = ()
    """Who got warmer or cooler and why, a line a role."""


@dataclass(frozen=True)
class Epilogue:
    """How it went on after the meeting."""

    text: str


TranscriptEntry = RoleLine | OwnLine | Aside | CoachNote | Epilogue


@dataclass(frozen=True)
class Lamp:
    """A point they ask for now, lit as far as the draft would cover it together with what was said before."""

    label: str
    verdict: str
    """`covered`, `partly`, `contradicted` or `missing`."""


@dataclass(frozen=True)
class Aids:
    """Which coach aids can be used now."""

    hint: bool = False
    show_me: bool = False
    claim: bool = False
    retry: bool = False


@dataclass(frozen=True)
class MeetingView:
    """The meeting as it stands."""

    title: str
    about: str
    """What this moment is about."""
    people: tuple[Person, ...]
    entries: tuple[TranscriptEntry, ...]
    coached: bool
    """Coach mode: feedback, hints, model lines and retries."""
    mode_line: str
    """Mode and pressure in words."""
    aids: Aids = Aids()
    over: bool = False
    closed: bool = False
    """It came to its own end and the last entries close it: to be seen before the debrief."""
    lamps: tuple[Lamp, ...] = ()
    """The points they ask for now, as they stand while nothing is typed; empty without a coach."""
    seconds_left: float | None = None
    """Until time is up; None without a limit."""
