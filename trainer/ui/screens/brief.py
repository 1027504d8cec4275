"""The brief: the page to take into the real meeting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from trainer.report.brief_text import ONLY_OWN_NOTE
from trainer.report.values import Brief, BriefLine, BriefPart, Source
from trainer.ui.messages import SaveAsked
from trainer.ui.screens.base import Page
from trainer.ui.widgets.row import Row

EXAMPLE = "These are the facts of the example. Fill in your own incident to make this page yours."
OWN = "What stands in quotation marks is yours, in your best words so far."
UNREHEARSED = "Rehearse it, and your own best sentences take the place of these."


class BriefPage(Page):
    """Shows the page; it can be kept as Markdown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "save", "Save as Markdown", id="brief.save"),
        Binding("escape", "back", "Back", id="brief.back"),
    ]
    DEFAULT_CSS = """
    BriefPage {
        & VerticalScroll { height: 1fr; padding: 1 2 0 2; }
        & .brief--title { height: auto; text-style: bold; }
        & Row > .row--label { width: 2; color: $muted; }
        &.-short VerticalScroll { padding: 0 1; }
    }
    """

    def __init__(self, view: Brief) -> None:
        super().__init__()
        self._view = view

    def compose(self) -> ComposeResult:
        """Title, one note on where the words come from, the sections."""
        view = self._view
        with VerticalScroll(), Vertical(classes="page--text"):
            title = f"{view.title} · {view.incident}" if view.incident else view.title
            yield Static(Content(title), classes="brief--title")
            yield Static(_note(view), classes="-muted")
            for part in view.parts:
                yield from _part(part)
        yield self.footer()

    def on_mount(self) -> None:
        """The arrow keys scroll at once."""
        self.query_one(VerticalScroll).focus()

    def action_save(self) -> None:
        """Keep the brief as a file."""
        self.post_message(SaveAsked("brief"))

    def action_back(self) -> None:
        """Back to where it was asked for."""
        self.dismiss()


def _note(view: Brief) -> str:
    if view.only_own:
        return ONLY_OWN_NOTE
    return EXAMPLE if view.example else OWN if view.own_sentences else UNREHEARSED


def _part(part: BriefPart) -> Iterator[Widget]:
    yield Static(Content(part.heading), classes="page--heading")
    yield from (Row("-", _text(line)) for line in part.lines)


def _text(line: BriefLine) -> Content:
    if line.source is Source.FACT:
        return Content.assemble((f"{line.label}: ", "$muted"), line.text)
    return Content.styled(f"“{line.text}”", "$good") if line.source is Source.SAID else Content(line.text)
