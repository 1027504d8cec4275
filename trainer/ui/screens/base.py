"""What all screens share: sizes at which the layout changes, the footer, help, and what to do in a very small window."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.keys import format_key
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from trainer.ui.messages.wish import Wish
from trainer.ui.widgets.foot import Foot

WIDE = 110
"""Columns from which the coach has a column of its own."""
TALL = 18
"""Rows from which there is room for more than the talk itself."""
ROOMY = Size(60, 20)
"""From here on everything has room."""
LEAST = Size(40, 12)
"""Below this not even the editor and one line of talk fit."""
TOO_SMALL = "This window is {width} x {height}; {least} is the least. Make it larger, or use lines of text: trainer play --plain"


_SPOKEN = {"enter": "Enter", "escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn", "delete": "Del"}


def spoken(key: str) -> str:
    """A key as people write it: `ctrl+s` is Ctrl+S, `escape` is Esc. Of several, the first."""
    return "+".join(_SPOKEN.get(part) or format_key(part).capitalize() for part in key.partition(",")[0].split("+"))


class Page(Screen[None]):
    """A screen of the app. Gets the class `-wide` or `-narrow`, and `-tall` or `-short`, as the terminal is."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012  (declared so by Textual)
    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall")]  # noqa: RUF012
    HELP = ""
    """What this page is for, in a few sentences; F1 shows it above the keys."""
    DEFAULT_CSS = """
    Page {
        background: $background;
        & .page--text { width: 1fr; max-width: 100; height: auto; padding: 0 1 0 0; }
        & .-muted { color: $muted; }
        & VerticalScroll { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
        & .page--heading { color: $coach; text-style: bold; height: auto; margin: 1 0 0 0; }
        & > #too-small { display: none; width: 1fr; height: 1fr; content-align: center middle; text-align: center; color: $half; }
        &.-too-small > * { display: none; }
        &.-too-small > #too-small { display: block; }
    }
    """

    def fit(self, size: Size) -> None:
        """Lay out for a terminal of this size from the first frame on; later ones follow the terminal by themselves."""
        self.set_class(size.width >= WIDE, "-wide")
        self.set_class(size.width < WIDE, "-narrow")
        self.set_class(size.height >= TALL, "-tall")
        self.set_class(size.height < TALL, "-short")

    async def on_resize(self, event: events.Resize) -> None:
        """In a window too small for anything, say so instead of showing scraps; what was typed is still there afterwards."""
        small = event.size.width < LEAST.width or event.size.height < LEAST.height
        if small and not self.query("#too-small"):
            await self.mount(Static(id="too-small", markup=False))
        for note in self.query("#too-small").results(Static):
            least = f"{LEAST.width} x {LEAST.height}"
            note.update(TOO_SMALL.format(width=event.size.width, height=event.size.height, least=least))
        if small and not self.has_class("-too-small"):
            self._typed_into_before = self.focused
        self.set_class(small, "-too-small")
        if not small and self._typed_into_before is not None:  # what is hidden loses the cursor
            self.call_after_refresh(self._typed_into_before.focus)
            self._typed_into_before = None

    _typed_into_before: Widget | None = None
    """Where the cursor was while the window was large enough."""

    typed_into = False
    """Text is typed here: it is meant for this page even if it was typed while the page was still on its way."""

    leaving = False
    """A wish was posted that leads to another page, and is not granted yet."""

    def post_message(self, message: Message) -> bool:
        """Post it. A page is left once: until a wish that leads on is granted, there is no second one."""
        if isinstance(message, Wish) and message.leads_on:
            if self.leaving:
                return False
            self.leaving = True
        return super().post_message(message)

    busy_with = ""
    """What is being done for this page; empty when nothing is."""

    async def tell_busy(self) -> None:
        """Say what is being done, if it still is."""
        from trainer.ui.widgets.waiting import Waiting  # noqa: PLC0415  (after home's first frame)

        if self.busy_with and not self.query("Waiting"):
            await self.mount(Waiting(self.busy_with))

    async def be_ready(self) -> None:
        """It is done."""
        self.busy_with = ""
        if self.is_attached:
            await self.query("Waiting").remove()

    def key_of(self, name: str) -> str:
        """The key of a binding as it is mapped now, to be named in a sentence; `name` is the binding's id."""
        from trainer.settings.keys import DEFAULT_KEYS  # noqa: PLC0415  (after home's first frame)

        active = (one.binding for one in self.active_bindings.values() if one.binding.id == name)
        return next((spoken(one.key) for one in active), spoken(DEFAULT_KEYS.get(name, name)))

    def may_leave(self, warning: str) -> bool:  # noqa: ARG002
        """Whether the app may be left from here at once; a page with something unsaved shows the warning first."""
        return True

    def footer(self) -> Foot:
        """The keys of this screen."""
        return Foot(palette_from=WIDE)
