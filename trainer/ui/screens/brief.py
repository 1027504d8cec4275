"""The brief: the page to take into the real meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from trainer.report.brief.page import left_out_note
from trainer.report.brief.text import ONLY_OWN_NOTE
from trainer.report.brief.values import Brief, BriefLine, BriefPart, Source
from trainer.ui.messages.pages import CopyWanted, SaveAsked
from trainer.ui.messages.wish import Wish
from trainer.ui.screens.base import Page
from trainer.ui.widgets.row import Row

EXAMPLE = "These are the facts of the example. Fill in your own incident to make this page yours."
OWN = "What stands in quotation marks is yours, in your best words so far."
UNREHEARSED = "Rehearse it, and your own best sentences take the place of these."


class BriefPage(Page):
    """Shows the page; it can be kept as a file, and its messages copied."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "rehearse", "Rehearse", id="brief.rehearse"),
        Binding("s", "save", "Save", id="brief.save"),
        Binding("c", "copy", "Copy message", id="brief.copy"),
        Binding("n", "copy_note", "Copy note", id="brief.note"),
        Binding("escape", "back", "Back", id="brief.back"),
    ]
    HELP = (
        "The page for the real meeting, made from your facts and, once you have rehearsed, from your own best sentences. "
        "S saves it as Markdown or as an HTML page to print. C copies the message that calls the meeting, N the note to send "
        "afterwards. Copying goes through your terminal: if nothing arrives, allow it there (OSC 52), or save the page and copy from it."
    )
    DEFAULT_CSS = """
    BriefPage {
        & VerticalScroll { height: 1fr; padding: 1 2 0 2; }
        & .brief--title { height: auto; text-style: bold; }
        & Row > .row--label { width: 2; color: $muted; }
        & .brief--message { height: auto; border-left: outer $coach; padding: 0 0 0 1; }
        &.-short VerticalScroll { padding: 0 1; }
    }
    """

    def __init__(self, view: Brief, rehearse: Wish | None = None) -> None:
        super().__init__()
        self._view = view
        self._rehearse = rehearse
        self._messages = [part for part in view.parts if part.message]

    def compose(self) -> ComposeResult:
        """Title, one note on where the words come from, the sections."""
        view = self._view
        with VerticalScroll(), Vertical(classes="page--text"):
            title = f"{view.title} · {view.incident}" if view.incident else view.title
            yield Static(Content(title), classes="brief--title")
            yield Static(_note(view), classes="-muted")
            for part in view.parts:
                yield from _part(part)
            if view.left_out:
                yield Static(Content(f"\n{left_out_note(view.left_out)}"), classes="-muted")
        yield self.footer()

    def on_mount(self) -> None:
        """The arrow keys scroll at once."""
        self.query_one(VerticalScroll).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only what the page has."""
        if action == "rehearse":
            return self._rehearse is not None
        return len(self._messages) >= {"copy": 1, "copy_note": 2}.get(action, 0)

    def action_rehearse(self) -> None:
        """Say it before it counts."""
        if self._rehearse is not None:
            self.post_message(replace(self._rehearse))  # a fresh one: a message is sent once

    def action_copy(self) -> None:
        """Copy the message that calls the meeting."""
        self._copy(self._messages[0])

    def action_copy_note(self) -> None:
        """Copy the note to send afterwards."""
        self._copy(self._messages[-1])

    def _copy(self, part: BriefPart) -> None:
        self.post_message(CopyWanted(part.heading, "\n".join(_to_send(line) for line in part.lines)))

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
    if part.message:
        yield Vertical(*(Static(_text(line)) for line in part.lines), classes="brief--message")
    else:
        yield from (Row("-", _text(line)) for line in part.lines)


def _text(line: BriefLine) -> Content:
    if line.source is Source.FACT:
        return Content.assemble((f"{line.label}: ", "$muted"), line.text)
    return Content.styled(f"“{line.text}”", "$good") if line.source is Source.SAID else Content(line.text)


def _to_send(line: BriefLine) -> str:
    return f"{line.label}: {line.text}" if line.source is Source.FACT else line.text
