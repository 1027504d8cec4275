"""Help: what the page below is for, and every key that works there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from trainer.settings.keys import KEYS, page_of
from trainer.ui.widgets.foot import Foot
from trainer.ui.widgets.row import Row

HERE, IN_LISTS, EVERYWHERE = "Here", "In a list", "Everywhere"
"""Groups of keys, in the order in which they are shown."""
GROUPS = {"app": EVERYWHERE, "list": IN_LISTS}
"""Group of a binding by the first part of its id; all others belong to the page."""
PALETTE_KEY = "^p"
PALETTE = "find anything by name: a place, a meeting, a rehearsal, colours"
PRIVATE = "Nothing you type leaves this machine. `trainer locate` shows where it is kept, `trainer settings --create` how to change keys."


@dataclass(frozen=True)
class KeyLine:
    """One key and what it does."""

    key: str
    does: str
    group: str = HERE


class HelpPage(ModalScreen[None]):
    """Shows the help of a page over it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,q", "leave", "Close", id="help.leave")]
    DEFAULT_CSS = """
    HelpPage {
        align: center middle;
        & > Vertical {
            width: 90%; min-width: 38; max-width: 84; height: auto; max-height: 90%; padding: 1 2;
            background: $surface; border: round $coach;
        }
        & VerticalScroll { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; }
        & Static { height: auto; }
        & .help--about { margin: 0 1 1 0; }
        & .help--heading { color: $coach; text-style: bold; margin: 1 1 0 0; }
        & Row { margin: 0 1 0 0; }
        & Row > .row--label { width: 10; color: $coach; }
        & .help--private { color: $muted; margin: 1 1 0 0; }
    }
    """

    def __init__(self, about: str, keys: Sequence[KeyLine]) -> None:
        super().__init__()
        self._about, self._keys = about, keys

    def compose(self) -> ComposeResult:
        """The page in words, its keys, the keys that work everywhere."""
        with Vertical(), VerticalScroll():
            if self._about:
                yield Static(Content(self._about), classes="help--about")
            for heading in (HERE, IN_LISTS, EVERYWHERE):
                lines = [one for one in self._keys if one.group == heading]
                if lines:
                    yield Static(heading, classes="help--heading")
                    yield from (Row(one.key, one.does) for one in lines)
            yield Static(PRIVATE, classes="help--private", markup=False)
        yield Foot()

    def on_mount(self) -> None:
        """The arrow keys scroll at once."""
        self.query_one(VerticalScroll).focus()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss()


def key_lines(page: Screen[Any]) -> tuple[KeyLine, ...]:
    """Every key of ours that works on the page, as it is mapped now and in the order of `KEYS`; several for one thing on one line."""
    lines: dict[str, tuple[list[str], ActiveBinding]] = {}
    for active in page.active_bindings.values():
        name = active.binding.id
        if name and "." in name:
            lines.setdefault(name, ([], active))[0].append(page.app.get_key_display(active.binding))
    told = list(KEYS)
    named = sorted(lines.items(), key=lambda line: told.index(line[0]) if line[0] in KEYS else len(told))
    own = tuple(KeyLine(_joined(keys), _does(active), GROUPS.get(page_of(name), HERE)) for name, (keys, active) in named)
    return (*own, KeyLine(PALETTE_KEY, PALETTE, EVERYWHERE))


def _joined(keys: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(keys))


def _does(active: ActiveBinding) -> str:
    known = KEYS.get(active.binding.id or "")
    return known.does if known else active.binding.tooltip or active.binding.description
