"""The quiz: one word, a line to say what it means, and what was heard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from trainer.ui.messages.quiz import MeaningClaimed, MeaningGiven, NextWordWanted
from trainer.ui.screens.base import Page
from trainer.ui.screens.words import plainly
from trainer.ui.views.quiz import AnswerView, AskedView
from trainer.ui.widgets.fact_field import LineInput
from trainer.ui.widgets.quiz_marks import label, marks
from trainer.ui.widgets.row import Row

LONGEST = 1_000
ASK = "What does it mean? Say it in your own words."
PLACEHOLDER = "Enter on an empty line shows the meaning"
NO_ANSWER = "No answer"
COUNTED = "Counted as known, and shown apart."


class MeaningInput(LineInput):
    """The line for an answer. Enter is taken from the queue of keys, so that it never overtakes the last letters."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.answer", "Answer")]

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.screen.run_action("answer")


class QuizPage(Page):
    """Asks a word, then shows what came of the answer, then asks the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "Next", id="quiz.next"),
        Binding("f4", "claim", "I meant that", id="quiz.claim"),
        Binding("escape", "leave", "Leave", id="quiz.leave"),
    ]
    HELP = (
        "Say what the word means as you would to a colleague; Enter hands it over. It is read like a reply in the meeting, by what it "
        "says and not by its exact words. If the meaning was in it and was not heard, press F4: then it counts as known, and is shown "
        "apart. Words that went badly come first next time. What you type here is not kept."
    )
    DEFAULT_CSS = """
    QuizPage {
        & #bar { height: 1; padding: 0 2; background: $surface; }
        & #bar > #title { width: 1fr; color: $muted; text-wrap: nowrap; text-overflow: ellipsis; }
        & #bar > #marks { width: auto; padding: 0 0 0 2; }
        & #word { height: auto; padding: 1 2 0 2; text-style: bold; color: $coach; }
        & #ask { height: auto; padding: 0 2; color: $muted; }
        & #answer { height: auto; padding: 1 2; }
        & LineInput { background: $panel; padding: 0 1; }
        & LineInput:focus { background: $panel; background-tint: $coach 15%; }
        & VerticalScroll { height: 1fr; padding: 0 2; }
        & VerticalScroll > Row { max-width: 100; margin: 0 0 1 0; }
        &.-short #word { padding: 0 2; }
        &.-short #answer { padding: 0 2; }
        &.-short VerticalScroll > Row { margin: 0; }
    }
    """

    def __init__(self, view: AskedView) -> None:
        super().__init__()
        self._view = view
        self._answer: AnswerView | None = None
        self._sent = False

    def compose(self) -> ComposeResult:
        """Where the round stands, the word, the line, what was heard."""
        with Horizontal(id="bar"):
            yield Static(id="title", markup=False)
            yield Static(id="marks", markup=False)
        yield Static(id="word", markup=False)
        yield Static(ASK, id="ask", markup=False)
        with Vertical(id="answer"):  # room beside the line by padding: a margin there would take it from what was heard as well
            yield MeaningInput(placeholder=PLACEHOLDER, compact=True, max_length=LONGEST)
        yield VerticalScroll()
        yield self.footer()

    async def on_mount(self) -> None:
        """Ask the first word."""
        await self.ask(self._view)

    async def ask(self, view: AskedView) -> None:
        """Ask a word."""
        self._view, self._answer, self._sent = view, None, False
        self.query_one("#title", Static).update(Content.assemble(f"Quiz  {view.number} of {view.of}", f"  {view.title}"))
        self.query_one("#marks", Static).update(marks(view.so_far, view.of))
        self.query_one("#word", Static).update(Content(view.term))
        await self.query_one(VerticalScroll).remove_children()
        line = self.query_one(MeaningInput)
        line.value, line.placeholder, line.disabled = "", PLACEHOLDER, False
        line.focus()
        self.refresh_bindings()

    async def show(self, view: AnswerView) -> None:
        """Show what came of the answer."""
        self._answer = view
        self.query_one("#marks", Static).update(marks(view.so_far, self._view.of))
        line = self.query_one(MeaningInput)
        line.value, line.placeholder, line.disabled = view.answer, NO_ANSWER, True
        line.cursor_position = 0
        scroll = self.query_one(VerticalScroll)
        async with self.batch():
            await scroll.remove_children()
            await scroll.mount_all(_rows(view))
        scroll.scroll_home(animate=False)
        scroll.focus()
        self.refresh_bindings()

    def let_answer(self) -> None:
        """The answer was read, or could not be: Enter works again."""
        self._sent = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Going on needs an answer; a claim needs something to claim."""
        if action == "next":
            return self._answer is not None
        return action != "claim" or (self._answer is not None and self._answer.may_claim)

    def action_answer(self) -> None:
        """Hand the answer over, once."""
        if self._answer is None and not self._sent:
            self._sent = True
            self.post_message(MeaningGiven(self.query_one(MeaningInput).value))

    def action_next(self) -> None:
        """The next word."""
        self.post_message(NextWordWanted())

    def action_claim(self) -> None:
        """I meant that."""
        self.post_message(MeaningClaimed())

    def action_leave(self) -> None:
        """Back to where the quiz was asked for; how the words went so far is kept."""
        self.dismiss()


def _rows(view: AnswerView) -> Iterator[Row]:
    quoted = f"“{view.quote}”" if view.quote else ""
    note = COUNTED if view.known == "claimed" else view.note
    gap = "  " if quoted and note else ""
    yield Row(label(view.known), Content.assemble(quoted, gap, (note, "$muted")))
    yield Row(Content.styled("Means", "$muted"), Content.assemble(view.word.meaning, "\n", plainly(view.word)))
