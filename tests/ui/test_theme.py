"""Colours can be read by people who see less of them.

Ratios and luminance are those of WCAG 2.2 (success criteria 1.4.3, 1.4.6 and 1.4.11, and the definitions of "contrast ratio" and
"relative luminance" there): text 4.5, text of high contrast 7, marks and edges of fields 3.
"""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.color import Color
from textual.filter import monochrome_style
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets import OptionList, Static

from trainer.settings.fields import THEMES as NAMES
from trainer.ui.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, HUES, THEMES, own_variables, safe_theme

CALM, CONTRAST = "calm", "contrast"
KIND = {theme.name: CONTRAST if theme in (CONTRAST_DARK, CONTRAST_LIGHT) else CALM for theme in THEMES}
WRITTEN = (*(f"role-{hue}" for hue in range(HUES)), "coach", "good", "half", "bad", "muted")
"""Colours that words are written in, besides the plain one."""
FOR_PASSING = ("text-muted", "text-disabled", "foreground-muted", "footer-description-foreground", "footer-key-foreground")
"""Colours that Textual's own widgets write in: help, examples in fields, keys at the foot."""
PAGES = ("background", "surface", "panel")
"""What is behind it all: pages, boxes, the foot."""
READ = {CALM: 4.5, CONTRAST: 7.0}
SEEN = {CALM: 3.0, CONTRAST: 4.5}


def luminance(colour: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def ratio(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(theme: Theme) -> dict[str, str]:
    return {**theme.to_color_system().generate(), **theme.variables}


def colour(theme: Theme, name: str) -> Color:
    return Color.parse(colours(theme)[name])


def short_of(theme: Theme, names: tuple[str, ...], behind: tuple[str, ...], least: float) -> dict[tuple[str, str], float]:
    """Pairs that are nearer than they may be."""
    found = {(name, back): round(ratio(colour(theme, name), colour(theme, back)), 2) for name in names for back in behind}
    return {pair: value for pair, value in found.items() if value < least}


def test_the_ratio_is_that_of_the_standard() -> None:
    white, black, grey = Color.parse("#ffffff"), Color.parse("#000000"), Color.parse("#767676")
    assert ratio(white, black) == pytest.approx(21)
    assert ratio(white, white) == pytest.approx(1)
    assert ratio(grey, white) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
class TestTheme:
    def test_plain_text_can_be_read_on_every_page_and_on_the_chosen_line(self, theme: Theme) -> None:
        """7:1 in all four themes."""
        assert short_of(theme, ("foreground",), (*PAGES, "mark"), 7.0) == {}

    def test_coloured_words_can_be_read_on_every_page(self, theme: Theme) -> None:
        assert short_of(theme, (*WRITTEN, *FOR_PASSING), PAGES, READ[KIND[theme.name]]) == {}

    def test_coloured_words_can_be_read_on_the_chosen_line(self, theme: Theme) -> None:
        assert short_of(theme, WRITTEN, ("mark", "block-cursor-background", "block-cursor-blurred-background"), 4.5) == {}

    def test_the_chosen_line_itself_can_be_read(self, theme: Theme) -> None:
        mark = colour(theme, "block-cursor-background")
        auto, share = colours(theme)["block-cursor-foreground"].split()
        assert auto == "auto"
        written = mark.blend(mark.get_contrast_text(1.0), float(share.rstrip("%")) / 100, alpha=1.0)
        assert ratio(written, mark) >= 7.0

    def test_selected_text_can_be_read(self, theme: Theme) -> None:
        assert short_of(theme, ("foreground",), ("input-selection-background",), READ[KIND[theme.name]]) == {}

    def test_edges_of_fields_and_scrollbars_can_be_seen(self, theme: Theme) -> None:
        names = ("edge", "border", "border-blurred", "scrollbar", "scrollbar-hover", "scrollbar-active")
        assert short_of(theme, names, PAGES, SEEN[KIND[theme.name]]) == {}

    def test_with_high_contrast_even_the_lines_between_things_can_be_seen(self, theme: Theme) -> None:
        least = 4.5 if KIND[theme.name] == CONTRAST else 1.2
        assert short_of(theme, ("rule",), PAGES, least) == {}

    def test_no_two_roles_look_alike(self, theme: Theme) -> None:
        roles = [colour(theme, f"role-{hue}") for hue in range(HUES)]
        assert all(dist(one.rgb, other.rgb) > 30 for one, other in combinations(roles, 2))

    def test_without_colour_it_can_be_read_as_well(self, theme: Theme) -> None:
        """NO_COLOR turns everything to greys; words on a page stay words on a page."""
        for name in ("foreground", *WRITTEN, *FOR_PASSING):
            for back in PAGES:
                grey = monochrome_style(Style(color=colours(theme)[name], bgcolor=colours(theme)[back]))
                assert grey.color is not None
                assert grey.bgcolor is not None
                assert ratio(Color.from_rich_color(grey.color), Color.from_rich_color(grey.bgcolor)) >= 4.5, (name, back)


def test_the_line_chosen_in_a_list_is_told_apart_without_colour_in_high_contrast() -> None:
    for theme in (CONTRAST_DARK, CONTRAST_LIGHT):
        for cursor in ("block-cursor", "block-cursor-blurred"):
            assert "underline" in theme.variables[f"{cursor}-text-style"]


def test_the_settings_know_every_theme_of_ours_and_no_other() -> None:
    assert tuple(theme.name for theme in THEMES) == NAMES


def test_all_themes_name_the_same_things() -> None:
    assert len({frozenset(theme.variables) for theme in THEMES}) == 1


def test_without_colour_an_ansi_theme_gives_way_and_every_other_stays() -> None:
    assert safe_theme("ansi-dark", no_color=True, ansi=True) == DARK.name
    assert safe_theme("ansi-dark", no_color=False, ansi=True) == "ansi-dark"
    for theme in THEMES:
        assert safe_theme(theme.name, no_color=True, ansi=theme.ansi) == theme.name


class Sample(App[None]):
    """Something of everything our style sheets name."""

    CSS = "Screen { border: round $rule; } OptionList { border: round $edge; color: $muted; } Static { color: $role-5; background: $mark; }"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return own_variables(dark=self.current_theme.dark)

    def compose(self) -> ComposeResult:
        yield OptionList("one", "two")
        yield Static("words")


@pytest.mark.parametrize("name", [*BUILTIN_THEMES, *(theme.name for theme in THEMES)])
async def test_our_style_sheets_work_with_every_theme_there_is(name: str) -> None:
    app = Sample()
    for theme in THEMES:
        app.register_theme(theme)
    async with app.run_test() as pilot:
        app.theme = name
        await pilot.pause()
        assert app.query_one(Static).styles.color.a == 1
