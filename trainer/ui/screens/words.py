"""The words of the trade, with a search that narrows them as one types."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from trainer.ui.messages.quiz import QuizWanted
from trainer.ui.screens.base import Page
from trainer.ui.views.words import WordLine, WordsView
from trainer.ui.widgets.fact_field import LineInput

LONGEST_SEARCH = 60
PLACEHOLDER = "Search: a word, or what it means"
NO_WORDS = "This meeting names no words to look up."
NOTHING_FOUND = "No word here says that. Esc clears the search."
PLAIN = "To business people: "


class WordBlock(Vertical):
    """One word: what it means, and how to say it to business people."""

    DEFAULT_CSS = """
    WordBlock {
        height: auto; margin: 0 0 1 0;
        & > .word--term { height: auto; text-style: bold; color: $coach; }
        & > .word--meaning { height: auto; padding: 0 0 0 2; }
    }
    """

    def __init__(self, word: WordLine) -> None:
        super().__init__()
        self.word = word

    def compose(self) -> ComposeResult:
        """Three lines."""
        yield Static(Content(self.word.term), classes="word--term")
        yield Static(Content.assemble(self.word.meaning, "\n", plainly(self.word)), classes="word--meaning")

    def fits(self, wanted: Sequence[str]) -> bool:
        """Whether all that is wanted stands in it somewhere."""
        held = f"{self.word.term}\n{self.word.meaning}\n{self.word.plain}".casefold()
        return all(part in held for part in wanted)

    def mark(self, wanted: Sequence[str]) -> None:
        """Underline in the word what is searched for."""
        term = Content(self.word.term)
        if wanted:
            term = term.highlight_regex(re.compile("|".join(map(re.escape, wanted)), re.IGNORECASE), style="underline")
        self.query_one(".word--term", Static).update(term)


def plainly(word: WordLine) -> Content:
    """The sentence for business people."""
    return Content.assemble((PLAIN, "$muted"), (f"“{word.plain}”", "$good"))


class WordsPage(Page):
    """Shows all words; those that do not fit the search step aside."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "quiz", "Quiz", id="words.quiz"),
        Binding("escape", "leave", "Clear, then back", id="words.leave"),
        Binding("up", "scroll(-1)", "Up", show=False, id="words.up"),
        Binding("down", "scroll(1)", "Down", show=False, id="words.down"),
        Binding("pageup", "turn(-1)", "A page up", show=False, id="words.back"),
        Binding("pagedown", "turn(1)", "A page down", show=False, id="words.on"),
    ]
    HELP = (
        "Type to search in the words and in what they mean. "
        "What stands in quotation marks is how to say it to people who are not engineers."
    )
    DEFAULT_CSS = """
    WordsPage {
        & #head { height: auto; padding: 1 2 0 2; }
        & #search { height: auto; padding: 1 2 0 2; }
        & LineInput { background: $panel; padding: 0 1; }
        & LineInput:focus { background: $panel; background-tint: $coach 15%; }
        & #found { height: 1; padding: 0 2; margin: 0 0 1 0; color: $muted; }
        & VerticalScroll { height: 1fr; padding: 0 2; }
        &.-short #head { padding: 0 2; }
        &.-short #search { padding: 0 2; }
        &.-short #found { margin: 0; }
    }
    """

    def __init__(self, view: WordsView) -> None:
        super().__init__()
        self._view = view

    def compose(self) -> ComposeResult:
        """Search line, how many fit, the words."""
        yield Static(Content.assemble(("Words", "bold"), (f"  {self._view.title}", "$muted")), id="head")
        with Vertical(id="search"):  # room beside the line by padding: a margin there would take it from the words as well
            yield LineInput(placeholder=PLACEHOLDER, compact=True, max_length=LONGEST_SEARCH)
        yield Static(id="found", markup=False)
        with VerticalScroll(can_focus=False), Vertical(classes="page--text"):
            yield from (WordBlock(word) for word in self._view.words)
        yield self.footer()

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(LineInput).focus()
        self._show("")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Narrow the list."""
        message.stop()
        self._show(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter has nothing more to do: the list follows every letter."""
        message.stop()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Without words there is nothing to ask."""
        return action != "quiz" or bool(self._view.words)

    def action_quiz(self) -> None:
        """A round of the quiz."""
        self.post_message(QuizWanted(self._view.scenario))

    def action_leave(self) -> None:
        """Clear the search; where there is none, back to where it was asked for."""
        search = self.query_one(LineInput)
        if search.value:
            search.value = ""
        else:
            self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """The list moves while the cursor stays in the search."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_turn(self, pages: int) -> None:
        """The same by pages."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=pages * max(1, scroll.size.height - 1), animate=False)

    def _show(self, search: str) -> None:
        wanted = search.casefold().split()
        blocks = list(self.query(WordBlock))
        with self.app.batch_update():
            for block in blocks:
                block.display = block.fits(wanted)
                block.mark(wanted)
        fitting = sum(block.display for block in blocks)
        self.query_one("#found", Static).update(_found(fitting, len(blocks)))
        self.query_one(VerticalScroll).scroll_home(animate=False)


def _found(fitting: int, of: int) -> str:
    if not of:
        return NO_WORDS
    return NOTHING_FOUND if not fitting else f"{of} words" if fitting == of else f"{fitting} of {of} words"
