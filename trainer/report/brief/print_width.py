"""How wide a text prints in a common proportional typeface (Helvetica, Arial and those of the same measures).

Owns the widths of characters. Knows no page.
"""

from __future__ import annotations

from unicodedata import combining, east_asian_width

_GROUPS = {
    0.22: "'ijl",
    0.26: "|",
    0.28: " !,./:;I[\\]ft·’‘",
    0.34: "()-`r{}“”",
    0.39: '*"',
    0.5: "Jcksvxyz^",
    0.56: "#$0123456789?L_abdeghnopqu–",
    0.59: "+<=>~",
    0.61: "FTZ",
    0.67: "ABEKPSVXY&",
    0.72: "CDHNRUw",
    0.78: "GOQ",
    0.84: "Mm",
    0.89: "%",
    0.95: "W",
    1.02: "@",
}
_WIDTHS = {char: width for width, group in _GROUPS.items() for char in group}
_WIDE, _CAPITAL, _OTHER = 1.05, 0.8, 0.65
"""Characters not listed: full width ones and emoji, capitals with accents or of other scripts, the rest."""


def ems(text: str) -> float:
    """Width of a text on one line, in sizes of the type."""
    return sum(_width(char) for char in text)


def _width(char: str) -> float:
    if char in _WIDTHS:
        return _WIDTHS[char]
    if combining(char):
        return 0
    if east_asian_width(char) in "WF" or not char.isalpha():
        return _WIDE
    return _CAPITAL if char.isupper() else _OTHER
