"""What was said and shown so far, in the order it happened, as entries of the transcript.

Owns the order: a hint stands where it was given, a reply that was taken back stays in sight, struck through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from trainer.meeting.closing import Closing
from trainer.meeting.events import Claimed, Event, Hinted, Replied, Retried, Spoke, Told
from trainer.scenario.models import Scenario
from trainer.text.clean import clean, clean_line
from trainer.ui.views.meeting import Aside, CoachNote, Epilogue, OwnLine, RoleLine, TranscriptEntry

HINT = "A hint:"
MODEL = "You could say:"
SILENCE = "(You say nothing.)"
CLAIMED = "Noted: you said it. They move on; it stands apart in the debrief."
NoteOn = Callable[[int], CoachNote | None]
"""Index of a turn -> the feedback on its reply; None where the coach says nothing."""


@dataclass
class _Transcript:
    """The entries as they grow."""

    scenario: Scenario
    note_on: NoteOn
    entries: list[TranscriptEntry] = field(default_factory=list)
    turn: int = -1
    """Index of the line said last."""
    answered: bool = False
    """A reply was given and nobody has said anything since."""

    def add(self, event: Event) -> None:
        match event:
            case Spoke():
                self.turn, self.answered = self.turn + 1, False
                names = list(self.scenario.roles)
                name = clean_line(self.scenario.roles[event.role].name)
                self.entries.append(RoleLine(name, names.index(event.role), clean(event.line)))
            case Replied():
                self._reply(event)
            case Hinted():
                self._hint(clean(event.line))
            case Told():
                self.entries.append(Aside(MODEL, clean(event.line)))
            case Claimed():
                self.entries.append(Aside(f"{clean_line(self.scenario.key_points[event.point].label)}.", CLAIMED))
            case Retried():
                self._take_back()
            case _:
                pass

    def _reply(self, replied: Replied) -> None:
        self.answered = True
        self.entries.append(OwnLine(SILENCE, silent=True) if replied.silence else OwnLine(clean(replied.text)))
        note = None if replied.silence else self.note_on(self.turn)
        if note is not None:
            self.entries.append(note)

    def _hint(self, line: str) -> None:
        """The hint that comes with the feedback belongs to it; one that was asked for stands alone."""
        last = self.entries[-1] if self.entries else None
        if self.answered and isinstance(last, CoachNote):
            self.entries[-1] = replace(last, hint=line)
        else:
            self.entries.append(Aside(HINT, line))

    def _take_back(self) -> None:
        """The last reply is struck; what it caused is gone, what the coach showed since stays."""
        at = max(number for number, entry in enumerate(self.entries) if isinstance(entry, OwnLine) and not entry.taken_back)
        reply, caused = self.entries[at], self.entries[at + 1 :]
        self.turn -= sum(isinstance(entry, RoleLine) for entry in caused)
        struck = [replace(reply, taken_back=True)] if isinstance(reply, OwnLine) else []
        self.entries[at:] = [*struck, *(entry for entry in caused if isinstance(entry, Aside) and entry.text != CLAIMED)]
        self.answered = False


def closing_entries(scenario: Scenario, closing: Closing | None) -> Iterator[TranscriptEntry]:
    """What closes the transcript of a meeting that came to its end."""
    if closing is not None and closing.role is not None:
        yield RoleLine(clean_line(scenario.roles[closing.role].name), list(scenario.roles).index(closing.role), clean(closing.line))
    if closing is not None and closing.epilogue:
        yield Epilogue(clean(closing.epilogue).strip())


def entries_of(scenario: Scenario, events: Iterable[Event], note_on: NoteOn) -> tuple[TranscriptEntry, ...]:
    """The transcript of `events`."""
    transcript = _Transcript(scenario, note_on)
    for event in events:
        transcript.add(event)
    return tuple(transcript.entries)
