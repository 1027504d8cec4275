"""Keys: spelled as Textual spells them, held against what the app binds, and working once they are given to it."""

from __future__ import annotations

import importlib
import pkgutil
import string
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.keys import KEY_ALIASES, Keys, _character_to_key
from textual.widgets import Input, TextArea

import trainer.ui
from trainer.errors import ProblemsFound
from trainer.settings.key_names import MODIFIERS, NAMED, OF_THE_EDITOR, RESERVED, SIGNS, nearest_key, prints, spelled
from trainer.settings.keys import DEFAULT_KEYS, EVERYWHERE, KEYS, ON_MANY_PAGES, TYPED_PAGES, page_of
from trainer.settings.load import load_settings


def bindings_of_the_app() -> Iterator[Binding]:
    for found in pkgutil.walk_packages(trainer.ui.__path__, "trainer.ui."):
        for one in vars(importlib.import_module(found.name)).values():
            if isinstance(one, type) and one.__module__ == found.name:
                yield from (bound for bound in vars(one).get("BINDINGS", ()) if isinstance(bound, Binding) and bound.id)


def test_the_list_of_keys_is_that_of_the_app() -> None:
    """When this fails, a binding of the app and `trainer/settings/keys.py` do not say the same."""
    assert {str(bound.id): bound.key for bound in bindings_of_the_app()} == DEFAULT_KEYS


def test_every_binding_of_a_page_where_text_is_typed_leaves_letters_to_the_text() -> None:
    typed = [key for name, keys in DEFAULT_KEYS.items() if page_of(name) in TYPED_PAGES | {EVERYWHERE} for key in keys.split(",")]
    assert [key for key in typed if prints(key)] == []
    assert {page_of(name) for name in KEYS} >= TYPED_PAGES


def test_our_own_keys_are_spelled_as_they_should_be_and_are_nobody_elses() -> None:
    for keys in DEFAULT_KEYS.values():
        for key in keys.split(","):
            assert spelled(key) == key
            assert key not in RESERVED


@pytest.mark.parametrize("sign", string.punctuation)
def test_a_sign_is_called_as_textual_calls_it(sign: str) -> None:
    assert SIGNS[sign] == _character_to_key(sign)
    assert spelled(sign) == spelled(SIGNS[sign]) == SIGNS[sign]


def test_every_key_that_textual_names_is_known() -> None:
    odd = {"ctrl+@", "return", "ctrl-at"}
    named = {key.value for key in Keys if not key.value.startswith("<")} - odd
    assert {key for key in named if spelled(key) is None} == set()


def test_every_name_is_one_that_textual_knows() -> None:
    known = {key.value for key in Keys} | {name for names in KEY_ALIASES.items() for name in (names[0], *names[1])}
    assert {name for name in NAMED if name not in known} == set()


def test_every_key_of_an_editor_is_left_to_it() -> None:
    """But for page up and page down, with which the talk is scrolled."""
    needed = {
        key for editor in (TextArea, Input) for bound in editor.BINDINGS if isinstance(bound, Binding) for key in bound.key.split(",")
    }
    assert needed - {"pageup", "pagedown"} <= OF_THE_EDITOR


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("shift+ctrl+left", "ctrl+shift+left"),
        (" f2 ", "f2"),
        ("shift+a", "A"),
        ("ctrl+?", "ctrl+question_mark"),
        ("+", "plus"),
        ("A", "A"),
        ("ctrl+A", None),
        ("ctrl+ctrl+a", None),
        ("f25", None),
        ("ctrl", None),
        ("ctrl+", None),
        ("", None),
        ("ä", None),
    ],
)
def test_a_key_has_one_spelling(written: str, key: str | None) -> None:
    assert spelled(written) == key


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ctl+s", "ctrl+s"),
        ("CTRL+S", "ctrl+s"),
        ("ctrl-s", "ctrl+s"),
        ("Esc", "escape"),
        ("pgdn", "pagedown"),
        ("F2", "f2"),
        ("retrun", None),
    ],
)
def test_a_key_spelled_otherwise_is_understood(written: str, meant: str | None) -> None:
    assert spelled(written) is None
    assert nearest_key(written) == meant


BASES = st.sampled_from([*NAMED, *SIGNS.values(), *string.ascii_lowercase, *string.digits])


@given(st.lists(st.sampled_from(MODIFIERS), unique=True), BASES)
def test_spelling_a_spelled_key_changes_nothing(modifiers: list[str], base: str) -> None:
    key = spelled("+".join([*modifiers, base]))
    assert key is not None
    assert spelled(key) == key


@given(st.dictionaries(st.sampled_from(sorted(KEYS)), st.lists(BASES, min_size=1, max_size=2).map(",".join), max_size=5))
def test_a_key_map_that_is_taken_gives_every_key_one_thing_to_do_on_its_page(
    tmp_path_factory: pytest.TempPathFactory, wished: dict[str, str]
) -> None:
    path = tmp_path_factory.mktemp("keys") / "settings.yaml"
    path.write_text("keys:\n" + "".join(f'  {name}: "{keys}"\n' for name, keys in wished.items()) if wished else "", encoding="utf-8")
    try:
        keys = {**DEFAULT_KEYS, **load_settings(path).keys}
    except ProblemsFound:
        return
    for name in wished:
        for other in (other for other in keys if other != name and share_a_page(name, other)):
            both = {*keys[name].split(",")} & {*keys[other].split(",")}
            assert both <= {*DEFAULT_KEYS[name].split(",")} & {*DEFAULT_KEYS[other].split(",")}


def share_a_page(one: str, other: str) -> bool:
    return page_of(one) == page_of(other) or bool({page_of(one), page_of(other)} & ON_MANY_PAGES)


class Sample(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "note('own')", id="home.own"),
        Binding("b", "note('brief')", id="home.brief"),
        Binding("e", "note('edit')", id="home.edit"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []

    def compose(self) -> ComposeResult:
        yield from ()

    def action_note(self, what: str) -> None:
        self.noted.append(what)


async def test_keys_from_the_file_work_in_the_app(tmp_path: Path) -> None:
    """Swapped, several for one, and spelled as people spell them."""
    path = tmp_path / "settings.yaml"
    path.write_text("keys:\n  home.own: b\n  home.brief: o, f10\n  home.edit: '?'\n", encoding="utf-8")
    app = Sample()
    async with app.run_test() as pilot:
        app.set_keymap(dict(load_settings(path).keys))
        for key in ("b", "o", "f10", "question_mark", "e"):
            await pilot.press(key)
        assert app.noted == ["own", "brief", "brief", "edit"]
