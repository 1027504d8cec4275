"""What was said, in order: one widget a line, the latest in sight."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from trainer.ui.views.meeting import Aside, CoachNote, Epilogue, OwnLine, RoleLine, TranscriptEntry
from trainer.ui.widgets.coach import CoachBlock
from trainer.ui.widgets.paint import muted, role_style
from trainer.ui.widgets.row import Row


class Transcript(VerticalScroll):
    """Shows entries; keeps those it has and mounts only what is new."""

    DEFAULT_CSS = """
    Transcript {
        height: 1fr; width: 1fr; padding: 0 1;
        & > Row { margin: 0 0 1 0; }
        & > .-own > .row--text { color: $foreground; }
        & > .-taken-back { text-style: strike; opacity: 55%; }
        & > .-aside { padding: 0 0 0 1; border-left: outer $coach 60%; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's word)
        super().__init__(id=id)
        self._shown: list[tuple[TranscriptEntry, Widget]] = []

    async def show(self, entries: Sequence[TranscriptEntry]) -> None:
        """Make the transcript read `entries`, and bring the end into sight."""
        same = 0
        while same < min(len(entries), len(self._shown)) and entries[same] == self._shown[same][0]:
            same += 1
        gone, self._shown = self._shown[same:], self._shown[:same]
        fresh = [(entry, _widget(entry)) for entry in entries[same:]]
        self._shown += fresh
        for _, widget in gone:
            await widget.remove()
        if fresh:
            await self.mount_all([widget for _, widget in fresh])
        self.anchor()


def _widget(entry: TranscriptEntry) -> Widget:
    match entry:
        case RoleLine():
            return Row(Content.styled(entry.name, role_style(entry.hue)), entry.text, classes="-role")
        case OwnLine():
            text = muted(entry.text) if entry.silent else Content(entry.text)
            return Row(Content.styled("You", "bold"), text, classes="-own -taken-back" if entry.taken_back else "-own")
        case Aside():
            return Row(Content.styled("Coach", "bold $coach"), Content.assemble((f"{entry.lead} ", "$coach"), entry.text), classes="-aside")
        case CoachNote():
            return CoachBlock(entry)
        case Epilogue():
            return Row(muted("Then"), entry.text, classes="-epilogue")
