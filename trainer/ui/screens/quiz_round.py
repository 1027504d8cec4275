"""How a round of the quiz went, and which words to look at again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from trainer.ui.messages.quiz import QuizWanted
from trainer.ui.messages.words import WordsWanted
from trainer.ui.screens.base import Page
from trainer.ui.screens.words import WordBlock
from trainer.ui.views.quiz import RoundView
from trainer.ui.views.words import WordLine
from trainer.ui.widgets.row import Row

ALL_SAID = "All of them. You can explain these words to anybody."
NONE_SAID = "These are hard to put into words the first time. Read them once more below, then try again."
SOME_SAID = "The others come first in the next round."


class RoundPage(Page):
    """Counts first, then what to look at again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "again", "Next round", id="round.again"),
        Binding("w", "words", "All words", id="round.words"),
        Binding("escape", "leave", "Done", id="round.leave"),
    ]
    HELP = "How this round went. The next one begins with the words that went badly, then goes on to words not asked yet."
    DEFAULT_CSS = """
    RoundPage {
        & VerticalScroll { height: 1fr; padding: 1 2 0 2; }
        & .round--count { height: auto; text-style: bold; margin: 1 0 0 0; }
        & .round--lead { height: auto; margin: 0 0 1 0; }
        & WordBlock > .word--term { color: $foreground; }
        & Row > .row--label { width: 13; color: $muted; }
        &.-short VerticalScroll { padding: 0 1; }
    }
    """

    def __init__(self, view: RoundView) -> None:
        super().__init__()
        self._view = view

    def compose(self) -> ComposeResult:
        """Count, kind word, the words by how they went."""
        view = self._view
        with VerticalScroll(), Vertical(classes="page--text"):
            yield Static(Content.styled(f"Quiz  {view.title}", "$muted"))
            yield Static(Content(_count(view)), classes="round--count")
            yield Static(_lead(view), classes="round--lead", markup=False)
            yield from _listed("Said", view.said)
            yield from _listed("You meant it", view.claimed)
            yield from _blocks("Half said", view.half)
            yield from _blocks("To look at again", view.again)
            yield Static(_left(view), classes="page--heading", markup=False)
        yield self.footer()

    def on_mount(self) -> None:
        """The arrow keys scroll at once."""
        self.query_one(VerticalScroll).focus()

    def action_again(self) -> None:
        """Another round."""
        self.post_message(QuizWanted(self._view.scenario))

    def action_words(self) -> None:
        """Look words up."""
        self.post_message(WordsWanted(self._view.scenario))

    def action_leave(self) -> None:
        """Back to where the quiz was asked for."""
        self.dismiss()


def _count(view: RoundView) -> str:
    of = len(view.said) + len(view.claimed) + len(view.half) + len(view.again)
    meant = f", {len(view.claimed)} more you meant" if view.claimed else ""
    return f"{len(view.said)} of {of} said{meant}"


def _lead(view: RoundView) -> str:
    if not view.half and not view.again:
        return ALL_SAID
    return SOME_SAID if view.said or view.claimed or view.half else NONE_SAID


def _left(view: RoundView) -> str:
    parts = [f"{view.kept_weak} to look at again"] * bool(view.kept_weak) + [f"{view.unasked} not asked yet"] * bool(view.unasked)
    return f"Of all words here: {', '.join(parts)}." if parts else "Every word here is known."


def _listed(title: str, terms: Sequence[str]) -> Iterator[Widget]:
    if terms:
        yield Row(title, ", ".join(terms))


def _blocks(title: str, words: Sequence[WordLine]) -> Iterator[Widget]:
    if words:
        yield Static(Content(title), classes="page--heading")
        yield from (WordBlock(word) for word in words)
