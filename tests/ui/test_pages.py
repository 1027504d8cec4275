"""Pages alone: what a key posts, and that every text is shown literally."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.widgets import OptionList, TextArea

from tests.pty_tools import HOSTILE_SHOWN
from tests.ui.samples.basics import HERE
from tests.ui.samples.brief import BRIEF
from tests.ui.samples.briefing import BRIEFING
from tests.ui.samples.debrief import DEBRIEF
from tests.ui.samples.form import FORM
from tests.ui.samples.home import HOME
from tests.ui.samples.meeting import MEETING, UNCOACHED
from tests.ui.stage import Alone, an_app, listed, until, words
from trainer.ui.messages.debrief import RetryAsked
from trainer.ui.messages.home import HomeWanted
from trainer.ui.messages.incident import FormWanted
from trainer.ui.messages.meeting import (
    ClaimMade,
    EditorWanted,
    EndWanted,
    HintWanted,
    MeetingWanted,
    ModelLineWanted,
    PauseWanted,
    RetryWanted,
    SilenceWanted,
)
from trainer.ui.messages.pages import BriefWanted, SaveAsked
from trainer.ui.screens.base import Page
from trainer.ui.screens.brief import BriefPage
from trainer.ui.screens.briefing import BriefingPage
from trainer.ui.screens.debrief import DebriefPage
from trainer.ui.screens.home import HomePage
from trainer.ui.screens.incident import IncidentPage
from trainer.ui.screens.meeting import MeetingPage
from trainer.ui.theme import DARK, safe_theme
from trainer.ui.views.briefing import Settings
from trainer.ui.views.debrief import Beside
from trainer.ui.views.home import HomeView
from trainer.ui.views.meeting import Aids

Value = TypeVar("Value")
KEYS: list[tuple[Callable[[], Page], tuple[str, ...], Message]] = [
    (lambda: MeetingPage(MEETING), ("f2",), HintWanted()),
    (lambda: MeetingPage(MEETING), ("f3",), ModelLineWanted()),
    (lambda: MeetingPage(UNCOACHED), ("f4",), ClaimMade()),
    (lambda: MeetingPage(MEETING, "draft"), ("f5",), RetryWanted("draft")),
    (lambda: MeetingPage(MEETING), ("f8",), BriefWanted()),
    (lambda: MeetingPage(MEETING), ("f9", "f9"), EndWanted()),
    (lambda: MeetingPage(MEETING, "draft"), ("escape",), PauseWanted("draft")),
    (lambda: MeetingPage(UNCOACHED), ("ctrl+n",), SilenceWanted()),
    (lambda: MeetingPage(MEETING, "draft"), ("ctrl+o",), EditorWanted("draft")),
    (lambda: BriefingPage(BRIEFING), ("enter",), MeetingWanted(HERE, None, Settings())),
    (
        lambda: BriefingPage(BRIEFING),
        ("m", "p", "w", "enter"),
        MeetingWanted(HERE, None, Settings("meeting", "real", ("sales",))),
    ),
    (
        lambda: BriefingPage(replace(BRIEFING, short=("Opening", "The warning"))),
        ("l", "p", "enter"),
        MeetingWanted(HERE, None, Settings(length="short")),
    ),
    (lambda: BriefingPage(BRIEFING), ("l", "enter"), MeetingWanted(HERE, None, Settings())),
    (lambda: BriefingPage(BRIEFING), ("p", "p", "p", "w", "w", "enter"), MeetingWanted(HERE, None, Settings())),
    (lambda: BriefingPage(BRIEFING), ("o",), FormWanted(HERE)),
    (lambda: BriefingPage(replace(BRIEFING, incident=HERE)), ("e",), FormWanted(HERE, HERE)),
    (lambda: BriefingPage(BRIEFING), ("b",), BriefWanted(HERE)),
    (lambda: BriefingPage(BRIEFING), ("escape",), HomeWanted()),
    (lambda: DebriefPage(DEBRIEF), ("b",), BriefWanted()),
    (lambda: DebriefPage(DEBRIEF, Beside(may_try_again=True)), ("r",), RetryAsked()),
    (lambda: DebriefPage(DEBRIEF), ("s",), SaveAsked("debrief")),
    (lambda: DebriefPage(DEBRIEF), ("escape",), HomeWanted()),
    (lambda: BriefPage(BRIEF), ("s",), SaveAsked("brief")),
    (lambda: IncidentPage(FORM), ("escape",), HomeWanted()),
]


@pytest.mark.parametrize(("page", "keys", "message"), KEYS, ids=[f"{type(message).__name__}-{'-'.join(keys)}" for _, keys, message in KEYS])
async def test_a_key_posts_its_message(page: Callable[[], Page], keys: tuple[str, ...], message: Message) -> None:
    app = Alone(page())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await until(pilot, lambda: message in app.heard)


@pytest.mark.parametrize("key", ["f2", "f3", "f5"])
async def test_an_aid_that_would_do_nothing_is_not_asked_for(key: str) -> None:
    app = Alone(MeetingPage(replace(MEETING, aids=Aids())))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.heard == []


def hostile(value: Value) -> Value:
    """The same value with every text in it made hostile."""
    changed: Any = value
    if type(value) is str:
        changed = f"{value}{HOSTILE_SHOWN}" if value not in KEPT else value
    elif isinstance(value, tuple):
        changed = tuple(hostile(one) for one in value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed = replace(value, **{field.name: hostile(getattr(value, field.name)) for field in fields(value)})
    return changed  # type: ignore[no-any-return]


KEPT = {"", "coach", "meeting", "gentle", "hard", "covered", "partly", "contradicted", "won", "mixed", "lost"}
"""Words that are choices, not texts."""
PAGES: dict[str, Callable[[], Page]] = {
    "home": HomePage,
    "form": lambda: IncidentPage(hostile(FORM)),
    "briefing": lambda: BriefingPage(hostile(BRIEFING)),
    "meeting": lambda: MeetingPage(hostile(MEETING), HOSTILE_SHOWN),
    "debrief": lambda: DebriefPage(hostile(DEBRIEF)),
    "brief": lambda: BriefPage(hostile(BRIEF)),
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)], ids=str)
async def test_markup_in_any_text_is_shown_as_it_stands(name: str, size: tuple[int, int]) -> None:
    page = PAGES[name]()
    app = Alone(page)
    async with app.run_test(size=size) as pilot:
        if isinstance(page, HomePage):
            page.show(hostile(HOME))
        await pilot.pause(0.1)
        if name == "form":
            await pilot.press("ctrl+s")
        assert app.is_running
        if name != "home":
            assert "[/]" in words(app)


@pytest.mark.parametrize("page", [HomePage, BriefingPage, IncidentPage, MeetingPage, DebriefPage, BriefPage])
def test_every_key_has_an_id_to_be_remapped_by_and_words_for_the_footer(page: type[Page]) -> None:
    for binding in page.BINDINGS:
        assert isinstance(binding, Binding)
        assert binding.id
        assert binding.description


def test_keys_of_the_meeting_leave_the_editor_its_own() -> None:
    taken = {key for binding in TextArea.BINDINGS for key in (binding.key if isinstance(binding, Binding) else binding[0]).split(",")}
    ours = {key for binding in MeetingPage.BINDINGS if isinstance(binding, Binding) for key in binding.key.split(",")}
    assert ours & taken == {"pageup", "pagedown"}
    assert not ours & {"ctrl+a", "ctrl+b", "ctrl+h", "ctrl+i", "ctrl+m", "shift+enter", "alt+enter"}


def test_without_colour_an_ansi_theme_is_not_used() -> None:
    assert safe_theme("ansi-dark", no_color=True, ansi=True) == DARK.name
    assert safe_theme("ansi-dark", no_color=False, ansi=True) == "ansi-dark"
    assert safe_theme("nord", no_color=True, ansi=False) == "nord"


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)], ids=str)
async def test_the_editor_and_the_keys_stay_in_sight(size: tuple[int, int]) -> None:
    app = Alone(MeetingPage(MEETING, "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\neleven\ntwelve"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.1)
        box = app.screen.query_one("#composer").region
        assert box.height >= 3
        assert box.bottom <= size[1] - 1
        assert app.screen.query_one("#transcript").region.height >= 3


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_home_says_how_it_works_until_there_is_a_rehearsal_to_list(size: tuple[int, int]) -> None:
    page = HomePage()
    async with Alone(page).run_test(size=size) as pilot:
        page.show(HomeView(scenarios=HOME.scenarios))
        await pilot.pause()
        assert "How it works" in words(pilot.app)
        assert page.query_one("#how").region.bottom < size[1]
        page.show(HOME)
        await pilot.pause()
        assert "How it works" not in words(pilot.app)


@pytest.mark.parametrize(("width", "coach"), [(80, False), (120, True)])
async def test_a_page_has_its_layout_before_the_terminal_tells_its_size(width: int, coach: bool) -> None:
    page = MeetingPage(MEETING)
    page.fit(Size(width, 24))
    assert page.has_class("-wide") is coach
    assert page.has_class("-narrow") is not coach
    assert page.has_class("-tall")


async def test_without_colour_the_marked_line_of_a_list_is_underlined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also while one types into the filter above the list."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with an_app(tmp_path).run_test() as pilot:
        await until(pilot, lambda: "A small meeting" in " ".join(listed(pilot.app)))
        marks = pilot.app.screen.query_one(OptionList)
        assert marks.get_visual_style("option-list--option-highlighted").underline
        marks.blur()
        await until(pilot, lambda: not marks.has_pseudo_class("focus"))
        assert marks.get_visual_style("option-list--option-highlighted").underline
