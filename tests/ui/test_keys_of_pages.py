"""Every page: its keys have ids and words, do one thing each, leave an editor its own, and fit at the foot of 80 columns."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import chain
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets._footer import FooterKey

import trainer.ui.screens
from tests.ui.samples.home import HOME
from tests.ui.samples.pages import PAGES
from tests.ui.stage import Alone, reach, until
from trainer.settings.key_names import RESERVED
from trainer.settings.keys import DEFAULT_KEYS, page_of
from trainer.ui.screens.base import Page, spoken
from trainer.ui.screens.home import HomePage
from trainer.ui.stage import Stage
from trainer.ui.widgets.foot import STAY, fitting

OF_TERMINALS = frozenset({"ctrl+a", "ctrl+b", "ctrl+h", "ctrl+i", "ctrl+m", "ctrl+left_square_bracket", "shift+enter", "alt+enter"})
"""Keys that terminals send as others, or that tmux and screen keep for themselves."""
PAGES_OWN = frozenset({"pageup", "pagedown", "enter", "escape", "up", "down"})
"""Keys that a page may have although text is typed on it: they move about, or finish."""


def page_classes() -> Iterator[type[Page]]:
    for found in pkgutil.iter_modules(trainer.ui.screens.__path__):
        module = importlib.import_module(f"trainer.ui.screens.{found.name}")
        yield from (
            one
            for one in vars(module).values()
            if isinstance(one, type) and issubclass(one, Page) and one is not Page and one.__module__ == module.__name__
        )


def bindings(page: type[Page]) -> list[Binding]:
    return [one for one in page.BINDINGS if isinstance(one, Binding)]


def test_every_page_is_looked_at_here() -> None:
    assert {type(make()) for make in PAGES.values()} == set(page_classes())


@pytest.mark.parametrize("page", list(page_classes()), ids=lambda page: page.__name__)
class TestPage:
    def test_every_key_has_an_id_to_be_remapped_by_and_words_for_the_foot(self, page: type[Page]) -> None:
        assert len(bindings(page)) == len(page.BINDINGS)
        assert all(one.id and one.description for one in bindings(page))

    def test_every_key_is_in_the_list_that_the_reference_is_written_from(self, page: type[Page]) -> None:
        assert {str(one.id): one.key for one in bindings(page)}.items() <= DEFAULT_KEYS.items()

    def test_no_key_does_two_things(self, page: type[Page]) -> None:
        everywhere = [one for one in Stage.BINDINGS if isinstance(one, Binding)]
        keys = list(chain.from_iterable(one.key.split(",") for one in (*bindings(page), *everywhere)))
        assert len(keys) == len(set(keys))
        assert not set(keys) & {*RESERVED, *OF_TERMINALS}

    def test_two_or_three_sentences_say_what_it_is_for(self, page: type[Page]) -> None:
        """F1 shows them above the keys; up to five where the page needs them."""
        assert 2 <= len(re.findall(r"[.!?](?= |$)", page.HELP)) <= 5


def keys_at_the_foot(page: Page) -> list[FooterKey]:
    return [key for key in page.query(FooterKey) if key.display]


async def foot_of(pilot: Pilot[None], page: Page) -> list[FooterKey]:
    """The keys at the foot, once they stay where they are."""
    if isinstance(page, HomePage):
        page.show(HOME)
    last: list[Region] = []
    await until(pilot, lambda: bool(keys_at_the_foot(page)))
    while last != (now := [key.region for key in keys_at_the_foot(page)]):
        last = now
        await pilot.pause(0.1)
    return keys_at_the_foot(page)


@pytest.mark.parametrize("name", PAGES)
async def test_the_ids_of_a_page_begin_with_its_name(name: str) -> None:
    assert {page_of(str(one.id)) for one in bindings(type(PAGES[name]()))} == {name}


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_leaves_an_editor_the_keys_that_are_the_editor_s(name: str) -> None:
    page = PAGES[name]()
    ours = {key for one in bindings(type(page)) for key in one.key.split(",")}
    async with Alone(page).run_test(size=(80, 24)):
        editors: list[Widget] = [one for one in page.query("*") if isinstance(one, Input | TextArea)]
        of_editors = {key for editor in editors for key in editor._bindings.key_to_bindings}
    assert ours & of_editors <= PAGES_OWN
    assert not editors or not [key for key in ours if len(key) == 1]


class WithHelp(Alone):
    """One page, with the keys that work on all of them."""

    BINDINGS: ClassVar[list[BindingType]] = Stage.BINDINGS


@pytest.mark.parametrize("name", PAGES)
async def test_every_key_of_the_foot_has_room_in_80_columns(name: str) -> None:
    page = PAGES[name]()
    async with WithHelp(page).run_test(size=(80, 24)) as pilot:
        foot = await foot_of(pilot, page)
        wanted = {str(one.binding.id) for one in page.active_bindings.values() if one.binding.show}
        assert {key.key for key in foot} == {DEFAULT_KEYS.get(one, "enter").partition(",")[0] for one in wanted}
        assert max(key.region.right for key in foot) < 80


@pytest.mark.parametrize("width", [40, 60])
@pytest.mark.parametrize("name", PAGES)
async def test_in_a_narrow_window_the_way_out_and_help_stay_at_the_foot_and_no_key_is_cut_off(name: str, width: int) -> None:
    """Also where it was wider before."""
    page = PAGES[name]()
    async with WithHelp(page).run_test(size=(120, 24)) as pilot:
        await foot_of(pilot, page)
        await pilot.resize_terminal(width, 24)
        await until(pilot, lambda: 0 < max((key.region.right for key in keys_at_the_foot(page)), default=0) < width)
        shown = [key.key for key in keys_at_the_foot(page)]
        assert "f1" in shown
        assert {*shown} & {"escape", "q"}
        await pilot.resize_terminal(120, 24)
        await until(pilot, lambda: len(keys_at_the_foot(page)) > len(shown))


A_KEY = st.builds(FooterKey, st.just("x"), st.just("x"), st.text(max_size=12), st.sampled_from(["home", "help", "save"]), st.booleans())


@given(st.lists(A_KEY, max_size=10), st.integers(0, 120))
def test_what_stays_at_the_foot_stays_and_the_rest_is_whole_and_in_order(foot: list[FooterKey], room: int) -> None:
    kept = list(fitting(foot, room))
    assert [key for key in foot if key in kept] == kept
    assert [key for key in foot if key.action in STAY] == [key for key in kept if key.action in STAY]
    free = [key for key in kept if key.action not in STAY]
    assert not free or sum(cell_len(f"{key.key_display} {key.description} ") for key in kept) <= room + 1


def test_a_key_that_does_nothing_now_gives_way_to_one_that_does() -> None:
    idle, live = FooterKey("a", "a", "Idle", "idle", disabled=True), FooterKey("b", "b", "Live", "live")
    assert list(fitting([idle, live], len("b Live"))) == [live]
    assert list(fitting([idle, live], len("a Idle b Live"))) == [idle, live]


class Pressed(Alone):
    """Notes which keys the foot presses for the mouse."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.pressed: list[str] = []

    def simulate_key(self, key: str) -> None:
        self.pressed.append(key)


@pytest.mark.parametrize("name", PAGES)
async def test_each_key_at_the_foot_can_be_clicked(name: str) -> None:
    """A click runs the key's action, as the key does."""
    page = PAGES[name]()
    app = Pressed(page)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = [(key.key, key.region.offset) for key in await foot_of(pilot, page) if not key.has_class("-disabled")]
        for _, (x, y) in shown:
            await pilot.click(offset=(x + 1, y))
    assert app.pressed == [key for key, _ in shown]


@pytest.mark.parametrize(
    ("key", "said"),
    [("ctrl+s", "Ctrl+S"), ("escape", "Esc"), ("f9", "F9"), ("f8,delete", "F8"), ("question_mark", "?"), ("pageup", "PgUp")],
)
def test_a_key_is_named_in_a_sentence_as_people_write_it(key: str, said: str) -> None:
    assert spoken(key) == said


async def test_a_sentence_names_the_key_as_it_is_mapped_now() -> None:
    page = PAGES["meeting"]()
    app = Alone(page)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, type(page))
        assert page.key_of("meeting.end") == "F9"
        app.set_keymap({"meeting.end": "f10"})
        assert page.key_of("meeting.end") == "F10"
        assert page.key_of("form.save") == "Ctrl+S"
