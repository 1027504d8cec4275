"""The briefing: what is known, who will be there, and how the rehearsal is to be played."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from trainer.ui.messages.home import HomeWanted
from trainer.ui.messages.incident import FormWanted
from trainer.ui.messages.meeting import MeetingWanted
from trainer.ui.messages.pages import BriefWanted
from trainer.ui.screens.base import Page
from trainer.ui.views.briefing import BriefingView, Person, Settings
from trainer.ui.widgets.paint import role_style
from trainer.ui.widgets.row import Row

DRILL = "Drill: weak points alone, with hints and feedback"
"""Asked for beforehand, with its points: no choice here leads to it or away from it."""
MODES = {
    "coach": "Coach: hints and feedback after each reply",
    "meeting": "Meeting: no help until the debrief",
    "drill": "Drill: weak points only, with the coach",
}
FREE = ("coach", "meeting")
"""Modes to choose from; a drill is begun as one."""
PRESSURES = {
    "gentle": "Gentle: they keep to their questions",
    "real": "Real: they may cut in twice",
    "hard": "Hard: they may cut in four times",
}


Choice = TypeVar("Choice")


class BriefingPage(Page):
    """Reads the facts out and lets three keys change how it is played."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", priority=True, id="briefing.begin"),
        Binding("m", "mode", "Mode", id="briefing.mode"),
        Binding("l", "length", "Length", id="briefing.length"),
        Binding("p", "pressure", "Pressure", id="briefing.pressure"),
        Binding("w", "people", "Who", id="briefing.people"),
        Binding("o", "own", "Own facts", id="briefing.own"),
        Binding("e", "edit", "Facts", id="briefing.edit"),
        Binding("b", "brief", "Brief", id="briefing.brief"),
        Binding("escape", "home", "Home", id="briefing.home"),
    ]
    HELP = (
        "What you know before the meeting, and who will be there. Choose how it is played: with a coach or without, the whole meeting or "
        "its most telling moments, and how often they cut in. Nothing is sent or shown to anybody else."
    )
    DEFAULT_CSS = """
    BriefingPage {
        & #head { height: auto; padding: 1 2 0 2; }
        & VerticalScroll { height: 1fr; padding: 0 2; }
        & Markdown { height: auto; padding: 0; margin: 1 0 0 0; background: $background; }
        & Markdown > *:last-child { margin: 0; }
        & #facts Row > .row--label { width: 24; text-wrap: wrap; }
        & #people Row > .row--label { width: 12; text-wrap: wrap; }
        & #people, & #facts { height: auto; }
        & #settings { height: auto; padding: 0 2; border-top: solid $rule; }
        &.-short #head { padding: 0 2; }
    }
    """

    def __init__(self, view: BriefingView) -> None:
        super().__init__()
        self._view = view
        self._settings = view.settings

    def compose(self) -> ComposeResult:
        """Text, people and facts scroll; the settings stay in sight."""
        view = self._view
        about = view.incident_name or "Example incident"
        yield Static(Content.assemble((view.title, "bold"), (f"  {about}", "$muted")), id="head")
        with VerticalScroll(), Vertical(classes="page--text"):
            yield Markdown(view.text, open_links=False)
            yield Static("In the room", classes="page--heading")
            yield Vertical(*(_person(one) for one in view.people), id="people")
            yield Static("What you know", classes="page--heading")
            yield Vertical(*(Row(Content.styled(label, "$muted"), text) for label, text in view.facts), id="facts")
        yield Vertical(*self._rows(), id="settings")
        yield self.footer()

    def on_mount(self) -> None:
        """The arrow keys scroll at once."""
        self.query_one(VerticalScroll).focus()

    def _rows(self) -> list[Row]:
        settings = self._settings
        there = [one.name for one in self._view.people if one.role not in settings.absent]
        limit = [Row(_key("Time"), f"{settings.limit:g} minutes")] if settings.limit else []
        length = [Row(_key("Length"), self._length_words())] if self._view.short and settings.mode in FREE else []
        return [
            Row(_key("Mode"), MODES.get(settings.mode, DRILL)),
            *length,
            Row(_key("Pressure"), PRESSURES[settings.pressure]),
            Row(_key("With"), ", ".join(there)),
            *limit,
        ]

    @property
    def _whole(self) -> bool:
        """Only in a whole meeting they may cut in."""
        return self._settings.length == "whole" and self._settings.mode in FREE

    def _length_words(self) -> str:
        if self._settings.length == "short":
            return f"Short: {', '.join(about[:1].lower() + about[1:] for about in self._view.short)}"
        return "The whole meeting"

    async def _set(self, settings: Settings) -> None:
        self._settings = settings
        box = self.query_one("#settings", Vertical)
        async with box.batch():
            await box.remove_children()
            await box.mount_all(self._rows())
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Who is there can be chosen only where somebody may be absent; the example's facts are not to be changed."""
        if action == "mode" and self._settings.mode not in MODES:
            return False
        if action == ("edit" if self._view.incident is None else "own"):
            return False
        if action in ("mode", "length") and self._settings.mode not in FREE:
            return False
        if action == "pressure":
            return self._whole
        if action == "length":
            return bool(self._view.short)
        return action != "people" or any(one.optional for one in self._view.people)

    @property
    def begins(self) -> MeetingWanted:
        """What would begin, as it is set now."""
        return MeetingWanted(self._view.scenario, self._view.incident, self._settings)

    def action_begin(self) -> None:
        """Begin the meeting."""
        self.post_message(self.begins)

    async def action_mode(self) -> None:
        """The other mode."""
        await self._set(replace(self._settings, mode=_next(FREE, self._settings.mode)))

    async def action_length(self) -> None:
        """The whole meeting, or its short run."""
        await self._set(replace(self._settings, length=_next(("whole", "short"), self._settings.length)))

    async def action_pressure(self) -> None:
        """The next pressure."""
        await self._set(replace(self._settings, pressure=_next(tuple(PRESSURES), self._settings.pressure)))

    async def action_people(self) -> None:
        """The next choice of who is absent."""
        optional = [one.role for one in self._view.people if one.optional]
        choices = tuple(absent for count in range(len(optional) + 1) for absent in combinations(optional, count))
        await self._set(replace(self._settings, absent=_next(choices, self._settings.absent)))

    def action_edit(self) -> None:
        """Change the facts of this incident."""
        self.post_message(FormWanted(self._view.scenario, self._view.incident))

    def action_own(self) -> None:
        """Fill in an own incident instead of the example."""
        self.post_message(FormWanted(self._view.scenario))

    def action_brief(self) -> None:
        """The brief from the facts, in the words of the last rehearsal on them if there is one."""
        self.post_message(BriefWanted(self._view.scenario, self._view.incident))

    def action_home(self) -> None:
        """Back."""
        self.post_message(HomeWanted())


def _person(one: Person) -> Row:
    return Row(Content.styled(one.name, role_style(one.hue)), one.concern)


def _key(text: str) -> Content:
    return Content.styled(text, "$coach")


def _next(choices: tuple[Choice, ...], now: Choice) -> Choice:
    return choices[(choices.index(now) + 1) % len(choices)] if now in choices else choices[0]
