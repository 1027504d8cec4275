"""Colours: a calm palette and one of high contrast, each for dark and for light; one colour a role, and what holds without colour.

How far colours must stand apart is measured in tests/ui/test_theme.py. Colour only repeats what a word or a sign says.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.theme import Theme

HUES = 6
"""How many role colours there are; further roles begin again at the first."""


@dataclass(frozen=True)
class Palette:
    """What our style sheets name. One colour a role; the coach, praise, doubt and trouble have one each."""

    roles: tuple[str, ...]
    coach: str
    muted: str
    """What is said in passing: still text, and to be read."""
    rule: str
    """Lines between things; nothing is lost to who does not see them."""
    edge: str
    """Around what can be typed into, and the thumb of a scrollbar: to be seen."""
    good: str
    half: str
    bad: str
    page: str
    mark: str
    """Behind the line that is chosen in a list."""
    mark_style: str = "none"
    """How that line is written."""

    @property
    def own(self) -> dict[str, str]:
        """The names that only our style sheets use."""
        names = ("coach", "muted", "rule", "edge", "good", "half", "bad", "mark")
        return {**{f"role-{index}": colour for index, colour in enumerate(self.roles)}, **{name: getattr(self, name) for name in names}}

    def variables(self) -> dict[str, str]:
        """As style sheets name them, and what Textual's own widgets take from them."""
        scrollbar = dict.fromkeys(("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active"), self.page)
        in_passing = dict.fromkeys(("text-muted", "text-disabled", "foreground-muted", "foreground-disabled"), self.muted)
        return {
            **self.own,
            **scrollbar,
            **in_passing,
            "scrollbar": self.edge,
            "scrollbar-hover": self.muted,
            "scrollbar-active": self.muted,
            "scrollbar-corner-color": self.page,
            "block-cursor-background": self.mark,
            "block-cursor-foreground": "auto 95%",
            "block-cursor-text-style": self.mark_style,
            "block-cursor-blurred-background": self.mark,
            "block-cursor-blurred-text-style": self.mark_style,
            "input-selection-background": self.mark,
            "footer-key-foreground": self.coach,
            "footer-description-foreground": self.muted,
            "border": self.coach,
            "border-blurred": self.edge,
        }


_ON_DARK = Palette(
    roles=("#82b1e0", "#8ec79a", "#e0a963", "#cf97cb", "#6fc3c3", "#e08f86"),
    coach="#b3a7e0",
    muted="#959dac",
    rule="#333946",
    edge="#6a7385",
    good="#8ec79a",
    half="#e0a963",
    bad="#e08f86",
    page="#15171c",
    mark="#2b3140",
)
_ON_LIGHT = Palette(
    roles=("#1f5fa8", "#2a6639", "#80500a", "#86408a", "#13696b", "#a63d33"),
    coach="#5a4aa0",
    muted="#575d69",
    rule="#cfcbc2",
    edge="#807b70",
    good="#2a6639",
    half="#80500a",
    bad="#a63d33",
    page="#faf9f6",
    mark="#dfdbd1",
)
_CONTRAST_DARK = Palette(
    roles=("#8ac6ff", "#86e695", "#ffc14d", "#f2a8f2", "#6fe3e3", "#ffa99f"),
    coach="#cbbfff",
    muted="#cfd3da",
    rule="#8f96a3",
    edge="#a9b0bd",
    good="#86e695",
    half="#ffc14d",
    bad="#ffa99f",
    page="#000000",
    mark="#20355a",
    mark_style="bold underline",
)
_CONTRAST_LIGHT = Palette(
    roles=("#003f8a", "#0b4f1c", "#5c3600", "#65196b", "#004a4c", "#85150c"),
    coach="#3d2a8c",
    muted="#3b404a",
    rule="#666b75",
    edge="#4d525c",
    good="#0b4f1c",
    half="#5c3600",
    bad="#85150c",
    page="#ffffff",
    mark="#cfe0ff",
    mark_style="bold underline",
)


def _theme(name: str, palette: Palette, *, foreground: str, surface: str, panel: str, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=palette.roles[0],
        secondary=palette.coach,
        accent=palette.coach,
        foreground=foreground,
        background=palette.page,
        surface=surface,
        panel=panel,
        success=palette.good,
        warning=palette.half,
        error=palette.bad,
        dark=dark,
        variables=palette.variables(),
    )


DARK = _theme("trainer-dark", _ON_DARK, foreground="#d9dce3", surface="#1b1e25", panel="#22262f", dark=True)
LIGHT = _theme("trainer-light", _ON_LIGHT, foreground="#22262f", surface="#f1efea", panel="#e7e4dd", dark=False)
CONTRAST_DARK = _theme("trainer-contrast-dark", _CONTRAST_DARK, foreground="#ffffff", surface="#0a0a0a", panel="#141414", dark=True)
CONTRAST_LIGHT = _theme("trainer-contrast-light", _CONTRAST_LIGHT, foreground="#000000", surface="#f7f7f7", panel="#ececec", dark=False)
THEMES = (DARK, LIGHT, CONTRAST_DARK, CONTRAST_LIGHT)
"""Our own themes, the usual one first."""


def own_variables(*, dark: bool) -> dict[str, str]:
    """What our style sheets name and a theme of somebody else's does not: for `App.get_theme_variable_defaults`."""
    return (_ON_DARK if dark else _ON_LIGHT).own


def marked_without_colour() -> dict[str, str]:
    """How the chosen line of a list is told apart where two greys are all there is, also while one types into the filter above it."""
    return dict.fromkeys(("block-cursor-text-style", "block-cursor-blurred-text-style"), "bold underline")


def safe_theme(wanted: str, *, no_color: bool, ansi: bool) -> str:
    """The theme to use: without colour an ansi theme would draw black on black, so ours stands in."""
    return DARK.name if no_color and ansi else wanted
