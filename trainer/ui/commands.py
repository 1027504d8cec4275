"""The command palette: everything that can be done here, every place to go, every meeting and every rehearsal.

Owns the list of commands; each one runs a key's action or posts a wish. Names of meetings and incidents are shown literally: the
palette reads markup in a plain string, so they are handed over as `Text`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from rich.text import Text
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.fuzzy import Matcher

from trainer.ui.messages.colours import ThemeChosen
from trainer.ui.messages.drill import DrillWanted
from trainer.ui.messages.home import BriefingWanted, DebriefWanted, HomeWanted, ResumeWanted
from trainer.ui.messages.incident import FormWanted
from trainer.ui.messages.progress import HistoryWanted, ProgressWanted
from trainer.ui.messages.quiz import QuizWanted
from trainer.ui.messages.wish import Wish
from trainer.ui.messages.words import WordsWanted
from trainer.ui.screens.base import Page
from trainer.ui.stage import Stage
from trainer.ui.theme import THEMES
from trainer.ui.views.home import HomeView, RunRow

NOT_BY_NAME = frozenset({"select", "quit", "app.quit"})
"""Actions that the palette says otherwise, or that are of no use from it."""
MOVES = frozenset({"up", "down", "left", "right", "pageup", "pagedown"})
"""Keys that only move about."""
UNSAVED = "Not saved yet. Go there again to leave it unsaved; {save} saves."
OURS = {
    "trainer-dark": "Dark and calm, the usual one",
    "trainer-light": "Light and calm",
    "trainer-contrast-dark": "Dark, with high contrast",
    "trainer-contrast-light": "Light, with high contrast",
}
"""Our own themes in a few words."""
OTHERS = "Not ours: how well it can be read was not measured"


@dataclass(frozen=True)
class Command:
    """One line of the palette."""

    name: str
    help: str
    """Our own words; the palette reads markup in it."""
    run: Callable[[], Any]
    always: bool = True
    """Listed before anything is typed."""


class Commands(Provider):
    """A list of commands; the fuzzy matcher of the palette finds among them."""

    @property
    def stage(self) -> Stage:
        """The app: the palette is ours alone."""
        assert isinstance(self.app, Stage)  # noqa: S101  (for the type checker)
        return self.app

    def commands(self) -> Iterator[Command]:
        """In the order in which they are listed."""
        yield from ()

    async def discover(self) -> Hits:
        """What is listed at once."""
        for one in self.commands():
            if one.always:
                yield DiscoveryHit(Text(one.name), one.run, one.name, one.help)

    async def search(self, query: str) -> Hits:
        """What matches."""
        matcher = self.matcher(query)
        for one in self.commands():
            hit = _hit(matcher, one)
            if hit is not None:
                yield hit


class Everything(Commands):
    """What can be done here, places, meetings, rehearsals; each of them once."""

    def commands(self) -> Iterator[Command]:
        """What can be done here comes first."""
        here = tuple(self._here())
        yield from here
        names = {one.name for one in here}
        yield from (one for one in _places(self.stage) if one.name not in names)
        if self.stage.home_view is not None:
            yield from _meetings(self.stage, self.stage.home_view)

    def _here(self) -> Iterator[Command]:
        """The keys of the page, by their words; several keys for one thing make one line."""
        told: set[str] = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            name = binding.id or ""
            if not active.enabled or "." not in name or name in told or binding.action in NOT_BY_NAME or binding.key in MOVES:
                continue
            told.add(name)
            key = self.app.get_key_display(binding).replace("[", r"\[")
            yield Command(binding.description, f"Key: {key}", partial(self.app.run_action, binding.action, active.node))


class Colours(Commands):
    """Every theme, ours first."""

    def commands(self) -> Iterator[Command]:
        """Without colour the terminal's own colours cannot be read; they are not offered then."""
        known = self.stage.available_themes
        own = tuple(theme.name for theme in THEMES)
        for name in (*own, *sorted(name for name in known if name not in own)):
            if not (self.stage.no_color and known[name].ansi):
                yield Command(name, OURS.get(name, OTHERS), partial(self.stage.post_message, ThemeChosen(name)))


def _hit(matcher: Matcher, one: Command) -> Hit | None:
    score, offsets = matcher.fuzzy_search.match(matcher.query, one.name)
    if score <= 0:
        return None
    shown = Text(one.name)
    for at in offsets:
        shown.stylize("bold underline", at, at + 1)
    return Hit(score, shown, one.run, one.name, one.help)


def _places(stage: Stage) -> Iterator[Command]:
    yield _go(stage, "Home", "What was left, meetings and rehearsals", HomeWanted())
    yield _go(stage, "Progress", "How it gets better from run to run", ProgressWanted())
    yield _go(stage, "All rehearsals", "With a filter", HistoryWanted())
    rows = stage.home_view.scenarios if stage.home_view is not None else ()
    for row in rows:
        of = f": {row.title}" if len(rows) > 1 else ""
        yield _go(stage, f"Words{of}", "What the terms of the meeting mean", WordsWanted(row.path), always=not of)
        yield _go(stage, f"Quiz{of}", "Say what the words mean", QuizWanted(row.path), always=not of)
    yield Command("Colours", "Dark, light, high contrast, and more", stage.search_themes)
    yield Command("Quit", "What is typed is kept", partial(stage.run_action, "quit"))


def _meetings(stage: Stage, view: HomeView) -> Iterator[Command]:
    for row in view.scenarios:
        yield _go(stage, f"Rehearse: {row.title}", "Example incident", BriefingWanted(row.path))
        yield _go(stage, f"Own incident: {row.title}", "A few facts", FormWanted(row.path), always=False)
        for incident in row.incidents:
            yield _go(stage, f"Rehearse: {incident.name}", "Own incident", BriefingWanted(row.path, incident.path))
    for drill in view.practise.drills:
        yield _go(stage, f"Drill what is due: {drill.title}", "Points missed before", DrillWanted(drill.points, drill.run))
    for run in view.carry_on:
        yield _go(stage, f"Carry on: {_named(run)}", "Left unfinished", ResumeWanted(run.run))
    for run in view.recent:
        yield _go(stage, f"Debrief: {_named(run)}", "Rehearsed before", DebriefWanted(run.run), always=False)


def _go(stage: Stage, name: str, about: str, wish: Wish, *, always: bool = True) -> Command:
    return Command(name, about, partial(_leave_for, stage, wish), always)


async def _leave_for(stage: Stage, wish: Wish) -> None:
    """Go there, unless something unsaved stands on the page and this is the first time of asking."""
    page = stage.screen
    if isinstance(page, Page) and not page.may_leave(UNSAVED.format(save=page.key_of("form.save"))):
        return
    if await stage.keep_draft():
        stage.post_message(wish)


def _named(run: RunRow) -> str:
    return f"{run.incident or run.title}, {run.detail}"
