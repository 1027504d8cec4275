"""Where the reply is typed: many lines, Enter sends, what is pasted is cleaned before it is shown."""

from __future__ import annotations

from textual import events
from textual.timer import Timer
from textual.widgets import TextArea

from trainer.text.clean import MAX_REPLY, clean
from trainer.ui.messages.meeting import DraftChanged, LampsWanted, ReplySent

LAMPS_PAUSE = 0.25
"""Seconds without a key after which is shown what the draft would cover, at least."""
SURE = 5
"""So many times longer than reading takes must nobody have typed."""
DRAFT_PAUSE = 0.5
"""Seconds without a key after which the draft is kept."""
PASTE_LIMIT = 3 * MAX_REPLY
"""More of a paste than this is left out: an editor with 200 kB of text would freeze."""
PLACEHOLDER = "Say it as you would in the room."
KEYS = "Enter sends · Ctrl+J new line"


class Composer(TextArea):
    """The editor for a reply. Posts `ReplySent` and, some time after the last key, `LampsWanted` and `DraftChanged`."""

    DEFAULT_CSS = """
    Composer {
        height: auto; min-height: 3; max-height: 10; margin: 0 1; padding: 0 1; border: round $rule; background: $background;
        border-subtitle-color: $muted;
        &:focus { border: round $coach; }
        & .text-area--cursor-line { background: transparent; }
    }
    """

    def __init__(self, text: str = "", *, lamps: bool = False, id: str | None = None) -> None:  # noqa: A002  (Textual's word)
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
        self._lamps = lamps
        self._lamps_pause = LAMPS_PAUSE
        self._pauses: list[Timer] = []
        self._sent = False
        self.move_cursor(self.document.end)

    def on_mount(self) -> None:
        """What stands here from the start is a draft as well."""
        if self.text:
            self._ask_for_lamps()

    def on_resize(self) -> None:
        """Draw all lines anew: those that break elsewhere now would stay as they were where the height is the same."""
        self.refresh()

    def put(self, text: str, *, instead_of: str) -> None:
        """Put a text where `instead_of` stood. What was typed behind it in the meantime stays behind it."""
        self._stop_pause()
        self._sent = False
        since = self.text.removeprefix(instead_of)
        with self.prevent(TextArea.Changed):
            self.load_text(clean(text) + since)
        self.move_cursor(self.document.end)
        self._count()
        if since:
            self._begin_pause()
        elif text:
            self._ask_for_lamps()

    def let_send(self) -> None:
        """The reply that was sent was not taken: it may be sent again."""
        self._sent = False

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
        """Hand the reply over, once; it stays here until it was taken, and what is typed on goes behind it."""
        self._stop_pause()
        self.move_cursor(self.document.end)
        if not self._sent:
            self._sent = True
            self.post_message(ReplySent(self.text))

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Look at the draft once the typing pauses."""
        message.stop()
        self._begin_pause()
        self._count()
        if self.wrapped_document.height > self.content_size.height:  # a line that has just wrapped is below what can be scrolled to yet
            self.call_after_refresh(self.scroll_cursor_visible)

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert what is pasted, cleaned: escape codes in it would reach the terminal."""
        event.stop()
        event.prevent_default()
        self.replace(clean(event.text)[:PASTE_LIMIT], *self.selection, maintain_selection_offset=False)
        self.scroll_cursor_visible()

    def took(self, seconds: float) -> None:
        """How long it took to read the draft: the longer, the surer the pause must be, so that nobody types while it is read."""
        self._lamps_pause = max(LAMPS_PAUSE, SURE * seconds)

    def _begin_pause(self) -> None:
        self._stop_pause()
        self._pauses = [self.set_timer(DRAFT_PAUSE, self._tell_draft)]
        if self._lamps:
            self._pauses.append(self.set_timer(self._lamps_pause, self._ask_for_lamps))

    def _ask_for_lamps(self) -> None:
        if self._lamps:
            self.post_message(LampsWanted(self.text))

    def _tell_draft(self) -> None:
        self.post_message(DraftChanged(self.text))

    def _stop_pause(self) -> None:
        for pause in self._pauses:
            pause.stop()
        self._pauses = []

    def _count(self) -> None:
        """Show how long the reply is once that matters."""
        length = len(self.text)
        self.border_subtitle = f"{length:,} of {MAX_REPLY:,} characters · {KEYS}" if length > MAX_REPLY * 0.8 else KEYS
