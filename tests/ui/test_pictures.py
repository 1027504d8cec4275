"""How each page looks, at the sizes and in the colours people have. A page more is a line in tests/ui/samples/."""

from __future__ import annotations

import pytest
from textual.theme import Theme

from tests.ui.pictures import FOLDER, assert_looks_as_drawn
from tests.ui.samples.looks import LOOKS, Look, picture_files
from tests.ui.stage import SMALL, WIDE, Alone
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


def file_name(name: str, size: tuple[int, int], theme: str) -> str:
    return f"{name}-{size[0]}x{size[1]}-{theme}"


@pytest.mark.parametrize(("name", "size"), SIZES, ids=lambda value: value if isinstance(value, str) else f"{value[0]}x{value[1]}")
async def test_a_page_looks_as_drawn(name: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for theme in SIZES[name, size]:
        await draw(LOOKS[name], file_name(name, size, theme), size, THEMES[theme])


def test_every_drawn_picture_is_of_a_page_there_is() -> None:
    wanted = {file_name(name, size, theme) for (name, size), themes in SIZES.items() for theme in themes}
    assert picture_files(FOLDER) == wanted


async def draw(look: Look, name: str, size: tuple[int, int], theme: Theme) -> None:
    page = look.page()
    app = Alone(page)
    app.animation_level = "none"
    app.register_theme(theme)
    app.theme = theme.name
    async with app.run_test(size=size) as pilot:
        await look.come_about(pilot, page)
        for blinking in app.screen.query("Input, TextArea"):
            blinking.cursor_blink = False  # type: ignore[attr-defined]  # both have it
        await assert_looks_as_drawn(pilot, name)
