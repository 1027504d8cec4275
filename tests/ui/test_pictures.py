"""How each page looks, at the sizes and in the colours people have. A page more is a line in tests/ui/samples/."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.command import CommandList
from textual.theme import Theme
from textual.widgets import Input, TextArea

from tests.ui.pictures import FOLDER, assert_looks_as_drawn
from tests.ui.samples.home import HOME
from tests.ui.samples.looks import LOOKS, Look, picture_files
from tests.ui.stage import SMALL, WIDE, Alone, an_app, mark, until
from trainer.ui.theme import CONTRAST_LIGHT, DARK

THEMES = {"dark": DARK, "contrast-light": CONTRAST_LIGHT}
"""The usual one, and the one that is most unlike it."""
LITTLE, LEAST = (60, 20), (40, 12)
SIZES = {
    **{(name, size): tuple(THEMES) for name in LOOKS for size in (SMALL, WIDE)},
    ("home", LITTLE): ("dark",),
    ("meeting", LITTLE): ("dark",),
    ("meeting", LEAST): ("dark",),
}
"""Which look is drawn at which size, and in which colours."""


PALETTE = {("palette", size): tuple(THEMES) for size in (SMALL, WIDE)}
"""The palette lies over the whole app: what it lists comes from there."""


def file_name(name: str, size: tuple[int, int], theme: str) -> str:
    return f"{name}-{size[0]}x{size[1]}-{theme}"


@pytest.fixture(autouse=True)
def _no_cursor_blinks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also those below another page: on a slow machine one would be drawn while it is off."""
    monkeypatch.setattr(TextArea, "_toggle_cursor_blink_visible", lambda _: None)
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _: None)


@pytest.mark.parametrize(("name", "size"), SIZES, ids=lambda value: value if isinstance(value, str) else f"{value[0]}x{value[1]}")
async def test_a_page_looks_as_drawn(name: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for theme in SIZES[name, size]:
        await draw(LOOKS[name], file_name(name, size, theme), size, THEMES[theme])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [SMALL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_palette_looks_as_drawn(size: tuple[int, int], theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = an_app(tmp_path)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        app.theme = THEMES[theme].name
        await mark(pilot, "A small meeting")
        app.home_view = HOME  # not what happens to be shipped
        await pilot.press("ctrl+p")
        await until(pilot, lambda: any(one.option_count for one in app.screen.query(CommandList)))
        await assert_looks_as_drawn(pilot, file_name("palette", size, theme))


def test_every_drawn_picture_is_of_a_page_there_is() -> None:
    wanted = {file_name(name, size, theme) for (name, size), themes in (SIZES | PALETTE).items() for theme in themes}
    assert picture_files(FOLDER) == wanted


async def draw(look: Look, name: str, size: tuple[int, int], theme: Theme) -> None:
    page = look.page()
    app = Alone(page)
    app.animation_level = "none"
    app.register_theme(theme)
    app.theme = theme.name
    async with app.run_test(size=size) as pilot:
        await look.come_about(pilot, page)
        await assert_looks_as_drawn(pilot, name)
