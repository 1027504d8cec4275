"""Which meeting, and on which incident: asked once it is clear how much time there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from trainer.ui.messages.home import BriefingWanted, HomeWanted
from trainer.ui.messages.incident import FormWanted
from trainer.ui.plan import Plan
from trainer.ui.screens.base import Page
from trainer.ui.views.home import ScenarioRow
from trainer.ui.widgets.choices import GAP, Choice, Choices, heading

LEADS = {
    Plan.BRIEF: "Under 15 minutes: your facts first, then the page to take along.",
    Plan.SHORT: "Under 45 minutes: a short run of the hardest questions.",
    Plan.WHOLE: "The whole meeting.",
}


class ChoosingPage(Page):
    """One list: own incidents before examples, because a meeting is near."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "home", "Home", id="choosing.home")]
    HELP = (
        "Choose the meeting, and the facts to rehearse it on. Your own incident takes about two minutes to type; "
        "“don't know yet” is an answer too."
    )
    DEFAULT_CSS = """
    ChoosingPage {
        & #head { height: auto; padding: 1 2 0 2; }
        & #lead { color: $muted; padding: 0 2; height: auto; margin: 0 0 1 0; }
        &.-short #head { padding: 0 2; }
    }
    """

    def __init__(self, rows: Sequence[ScenarioRow], plan: Plan) -> None:
        super().__init__()
        self._rows, self._plan = rows, plan

    def compose(self) -> ComposeResult:
        """Title, what follows, list."""
        yield Static(Content.styled("Which meeting?", "bold"), id="head")
        yield Static(LEADS[self._plan], id="lead", markup=False)
        yield Choices(*self._choices())
        yield self.footer()

    def on_mount(self) -> None:
        """The arrow keys choose at once."""
        self.query_one(Choices).focus()

    def _choices(self) -> Iterator[Choice]:
        for at, row in enumerate(self._rows):
            if at:
                yield GAP
            yield heading(row.title)
            for incident in row.incidents:
                yield Choice(incident.name, "own incident", BriefingWanted(row.path, incident.path, self._plan))
            yield Choice("Your own incident", "about two minutes of facts", FormWanted(row.path, plan=self._plan))
            yield Choice("The example", "to try it out", BriefingWanted(row.path, None, self._plan))

    def action_home(self) -> None:
        """Back."""
        self.post_message(HomeWanted())
