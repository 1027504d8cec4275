"""A list of things to open: headings, lines with a detail behind them, Enter opens the marked one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trainer.ui.messages.wish import Wish


@dataclass(frozen=True)
class Choice:
    """A line of the list."""

    text: str
    detail: str = ""
    opens: Wish | None = None
    """Posted by Enter; without it the line is a heading, or words where nothing is to be chosen."""
    about: object = None
    """What the line stands for, for the keys of the page."""


class Choices(OptionList):
    """Shows choices; says in the footer what Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "Open", id="list.open")]
    DEFAULT_CSS = """
    Choices {
        height: 1fr; border: none; padding: 0 1; background: $background; scrollbar-size-vertical: 1;
        text-wrap: nowrap; text-overflow: ellipsis;
        & > .option-list--option { padding: 0 1; }
        &:focus { border: none; background: $background; background-tint: $background 0%; }
    }
    """

    def __init__(self, *choices: Choice) -> None:
        super().__init__(markup=False)
        self._choices: Sequence[Choice] = ()
        self.put(choices)

    def put(self, choices: Sequence[Choice]) -> None:
        """List these; the first that opens something is marked."""
        self._choices = choices
        self.clear_options()
        self.add_options([Option(_prompt(one), disabled=one.opens is None) for one in choices])
        self.highlighted = next((at for at, one in enumerate(choices) if one.opens is not None), None)

    @property
    def marked(self) -> Choice | None:
        """The line that is marked."""
        return None if self.highlighted is None or not self._choices else self._choices[self.highlighted]

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Open the marked line."""
        message.stop()
        wish = self._choices[message.option_index].opens
        if wish is not None:
            self.post_message(replace(wish))  # a fresh one: a message counts as sent by whoever made it, and stops there


def heading(text: str) -> Choice:
    """Words over the lines that follow."""
    return Choice(text)


GAP = Choice(" ")
"""An empty line."""


def _prompt(one: Choice) -> Content:
    if one.opens is None:
        return Content.styled(one.text, "$muted" if one.detail else "bold $coach")
    return Content.assemble(one.text, (f"  {one.detail}" if one.detail else "", "$muted"))
