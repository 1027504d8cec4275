"""Home: what was left unfinished, how soon the meeting is, what can be rehearsed, what was rehearsed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from trainer.ui.screens.base import Page
from trainer.ui.widgets.choices import Choice, Choices

if TYPE_CHECKING:  # neither is needed for home's first frame
    from trainer.ui.messages.wish import Wish
    from trainer.ui.views.home import HomeView

TITLE = "Rehearse the meeting before you have it"
PROMISE = "Everything you type stays on this machine."
HOW = """How it works
You type what you would say. The people you have to convince answer, press and doubt.
The coach shows which of your words counted and what they still need to hear.
You leave with a one-page brief for the real meeting, in your own best sentences."""
"""Stands below the list until there is a rehearsal to list."""
LOOKING = "Looking for your rehearsals …"


class HomePage(Page):
    """One list for everything; Enter opens what is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "own", "Own incident", id="home.own"),
        Binding("b", "brief", "Brief", id="home.brief"),
        Binding("e", "edit", "Edit incident", id="home.edit"),
        Binding("q", "app.quit", "Quit", id="home.quit"),
    ]
    HELP = (
        "Say how soon your meeting is, or choose what to rehearse. A rehearsal you left is on top and goes on where it stopped. "
        "An own incident is a few facts about what you found; its brief is there before you rehearse."
    )
    DEFAULT_CSS = """
    HomePage {
        & #head { height: auto; padding: 1 2 0 2; }
        & #promise { color: $muted; padding: 0 2; height: auto; margin: 0 0 1 0; }
        & #trouble { color: $bad; padding: 0 2; height: auto; display: none; margin: 0 0 1 0; }
        & #trouble.-shown { display: block; }
        &.-covered > * { display: none; }
        &.-covered > Waiting { display: block; }
        & #how { display: none; height: 1fr; padding: 1 2 0 2; max-width: 100; }
        &.-new.-tall #how { display: block; }
        &.-new.-tall Choices { height: auto; max-height: 60%; }
        &.-short #promise { display: none; }
        &.-short #head { padding: 0 2; }
    }
    """

    def __init__(self, *, covered: bool = False) -> None:
        """`covered`: shows nothing until `uncover`, because another page is on its way."""
        super().__init__(classes="-covered" if covered else None)
        self._trouble = Static(id="trouble", markup=False)
        self._choices = Choices(Choice(LOOKING, LOOKING))

    def compose(self) -> ComposeResult:
        """Title, list, keys; the list is filled by `show`."""
        yield Static(Content.styled(TITLE, "bold"), id="head")
        yield Static(PROMISE, id="promise")
        yield self._trouble
        yield self._choices
        first, text = HOW.split("\n", 1)
        yield Static(Content.assemble((first, "bold $coach"), "\n", (text, "$muted")), id="how")
        yield self.footer()

    def show(self, view: HomeView) -> None:
        """List what there is, unfinished rehearsals first, and mark the first thing that opens. Once home is closed, nothing."""
        if not self._choices.is_attached:  # the desk may answer when the app is being left already
            return
        from trainer.ui.screens.home_lines import home_lines  # noqa: PLC0415  (after home's first frame)

        self._trouble.update(Content("\n".join(view.trouble)))
        self._trouble.set_class(bool(view.trouble), "-shown")
        self.set_class(not view.carry_on and not view.recent, "-new")
        self._choices.put(tuple(home_lines(view)))
        self._choices.focus()
        self.refresh_bindings()

    def uncover(self) -> None:
        """Show it all."""
        self.remove_class("-covered")

    def _wish(self, action: str) -> Wish | None:
        """What a key wants with the marked line."""
        choice = self._choices.marked
        return choice.about.get(action) if choice is not None and isinstance(choice.about, dict) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only the keys that do something for the marked line."""
        if action not in ("own", "brief", "edit") or not self.is_mounted:
            return True
        return self._wish(action) is not None

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """The footer follows the marked line."""
        message.stop()
        self.refresh_bindings()

    def action_own(self) -> None:
        """Fill in an own incident for the marked scenario."""
        self._post("own")

    def action_edit(self) -> None:
        """Change the marked saved incident."""
        self._post("edit")

    def action_brief(self) -> None:
        """The brief for the marked scenario and incident, in the words of its last rehearsal if there is one."""
        self._post("brief")

    def _post(self, action: str) -> None:
        if wish := self._wish(action):
            self.post_message(replace(wish))  # a fresh one, as Enter posts it
