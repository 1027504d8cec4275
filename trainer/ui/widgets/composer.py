"""Where the reply is typed: many lines, Enter sends, what is pasted is cleaned before it is shown."""

from __future__ import annotations

from textual import events
from textual.timer import Timer
from textual.widgets import TextArea

from trainer.text.clean import MAX_REPLY, clean
from trainer.ui.messages import DraftChanged, ReplySent

DRAFT_PAUSE = 0.5
"""Seconds without a key after which the draft is kept."""
PASTE_LIMIT = 3 * MAX_REPLY
"""More of a paste than this is left out: an editor with 200 kB of text would freeze."""
PLACEHOLDER = "Say it as you would in the room."
KEYS = "Enter sends · Ctrl+J new line"


class Composer(TextArea):
    """The editor for a reply. Posts `ReplySent` and, some time after the last key, `DraftChanged`."""

    DEFAULT_CSS = """
    Composer {
        height: auto; min-height: 3; max-height: 10; margin: 0 1; padding: 0 1; border: round $rule; background: $background;
        border-subtitle-color: $muted;
        &:focus { border: round $coach; }
        & .text-area--cursor-line { background: transparent; }
    }
    """

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002  (Textual's word)
        super().__init__(
            clean(text),
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            placeholder=PLACEHOLDER,
            highlight_cursor_line=False,
            id=id,
        )
        self.border_subtitle = KEYS
        self._pause: Timer | None = None
        self.move_cursor(self.document.end)

    def put(self, text: str) -> None:
        """Replace what stands in the editor, without telling anybody."""
        self._stop_pause()
        with self.prevent(TextArea.Changed):
            self.load_text(clean(text))
        self.move_cursor(self.document.end)
        self._count()

    async def _on_key(self, event: events.Key) -> None:
        """Enter sends, Ctrl+J breaks the line.

        Handled here and not as bindings: those are run beside the queue of keys, so that a fast typist's Enter would overtake
        the last letters, and a new line would come after the next ones.
        """
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self._send()
        elif event.key == "ctrl+j":
            event.stop()
            event.prevent_default()
            self.replace("\n", *self.selection, maintain_selection_offset=False)
            self.scroll_cursor_visible()

    def _send(self) -> None:
        """Hand the reply over; it stays here until it was taken."""
        self._stop_pause()
        self.post_message(ReplySent(self.text))

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Keep the draft once the typing pauses."""
        message.stop()
        self._stop_pause()
        self._pause = self.set_timer(DRAFT_PAUSE, self._tell_draft)
        self._count()

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert what is pasted, cleaned: escape codes in it would reach the terminal."""
        event.stop()
        event.prevent_default()
        self.replace(clean(event.text)[:PASTE_LIMIT], *self.selection, maintain_selection_offset=False)
        self.scroll_cursor_visible()

    def _tell_draft(self) -> None:
        self.post_message(DraftChanged(self.text))

    def _stop_pause(self) -> None:
        if self._pause is not None:
            self._pause.stop()
            self._pause = None

    def _count(self) -> None:
        """Show how long the reply is once that matters."""
        length = len(self.text)
        self.border_subtitle = f"{length:,} of {MAX_REPLY:,} characters · {KEYS}" if length > MAX_REPLY * 0.8 else KEYS
