"""Colours: one calm palette, one colour a role, and what holds without colour."""

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
    rule: str
    good: str
    half: str
    bad: str
    page: str
    mark: str
    """Behind the line that is chosen in a list."""

    def variables(self) -> dict[str, str]:
        """As style sheets name them, and what Textual's own widgets take from them."""
        scrollbar = dict.fromkeys(("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active"), self.page)
        return {
            **{f"role-{index}": colour for index, colour in enumerate(self.roles)},
            **{name: getattr(self, name) for name in ("coach", "muted", "rule", "good", "half", "bad")},
            **scrollbar,
            "scrollbar": self.rule,
            "scrollbar-hover": self.muted,
            "scrollbar-active": self.muted,
            "scrollbar-corner-color": self.page,
            "block-cursor-background": self.mark,
            "block-cursor-foreground": "auto 95%",
            "block-cursor-text-style": "none",
            "footer-key-foreground": self.coach,
            "footer-description-foreground": self.muted,
            "border": self.coach,
            "border-blurred": self.rule,
        }


_ON_DARK = Palette(
    roles=("#82b1e0", "#8ec79a", "#e0a963", "#cf97cb", "#6fc3c3", "#e08f86"),
    coach="#b3a7e0",
    muted="#8d95a5",
    rule="#333946",
    good="#8ec79a",
    half="#e0a963",
    bad="#e08f86",
    page="#15171c",
    mark="#2b3140",
)
_ON_LIGHT = Palette(
    roles=("#1f5fa8", "#2f7040", "#935c0c", "#86408a", "#13696b", "#a63d33"),
    coach="#5a4aa0",
    muted="#666d7a",
    rule="#cfcbc2",
    good="#2f7040",
    half="#935c0c",
    bad="#a63d33",
    page="#faf9f6",
    mark="#dfdbd1",
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


def safe_theme(wanted: str, *, no_color: bool, ansi: bool) -> str:
    """The theme to use: without colour an ansi theme would draw black on black, so ours stands in."""
    return DARK.name if no_color and ansi else wanted
