"""Names of keys, spelled as Textual spells them, and which of them reach nobody or are somebody else's."""

from __future__ import annotations

import string
import unicodedata

from trainer.scenario.suggest import nearest

MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
"""In the order in which they stand before a key."""
NAMED = (
    *(
        "backspace",
        "delete",
        "down",
        "end",
        "enter",
        "escape",
        "home",
        "insert",
        "left",
        "pagedown",
        "pageup",
        "right",
        "space",
        "tab",
        "up",
    ),
    *(f"f{number}" for number in range(1, 25)),
)
_SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Names that Textual makes shorter than Unicode's."""
_ELSEWHERE = {
    "cmd": "super",
    "control": "ctrl",
    "del": "delete",
    "esc": "escape",
    "opt": "alt",
    "option": "alt",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "return": "enter",
}
"""What other programs call them."""

NOT_SENT = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
    "shift+enter": "enter",
    "ctrl+enter": "enter",
    "alt+enter": "enter",
}
"""Keys that terminals, or many of them, send as another key."""
RESERVED = {
    "ctrl+c": "copies",
    "ctrl+p": "opens the command palette",
    "tab": "moves from part to part",
    "shift+tab": "moves from part to part",
}
"""Keys that do the same everywhere in the app."""
OF_THE_EDITOR = frozenset(
    {
        *("up", "down", "left", "right", "home", "end", "backspace", "delete", "enter", "f6", "f7"),
        *(f"ctrl+{letter}" for letter in "acdejkuvwxyz"),
        *(f"ctrl+{key}" for key in ("backspace", "left", "right", "shift+a", "shift+k", "shift+left", "shift+right")),
        *(f"shift+{key}" for key in ("down", "end", "home", "left", "right", "up")),
        *("alt+backspace", "alt+delete", "super+backspace", "super+c", "super+x", "super+y", "super+z"),
    }
)
"""Keys that whoever types text needs."""


def _name_of(character: str) -> str:
    name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name)


SIGNS = {sign: _name_of(sign) for sign in string.punctuation}
"""Signs to the names of their keys."""
_SINGLE = frozenset(string.ascii_letters + string.digits)
_BASES = frozenset({*NAMED, *SIGNS.values(), *_SINGLE})


def spelled(key: str) -> str | None:
    """The key as Textual spells it (`?` is `question_mark`, `shift+a` is `A`); None when there is no such key."""
    *before, base = key.strip().split("+") if len(key.strip()) > 1 else [key.strip()]
    base = SIGNS.get(base, base)
    if base not in _BASES or not set(before) <= set(MODIFIERS) or len(set(before)) < len(before):
        return None
    if before == ["shift"] and base in string.ascii_letters:
        return base.upper()
    if before and base in string.ascii_uppercase:
        return None
    return "+".join([*sorted(before), base])


def nearest_key(key: str) -> str | None:
    """A key that was probably meant, as Textual spells it."""
    *before, base = key.strip().lower().replace("-", "+").split("+")
    parts = [*(_nearest(part, MODIFIERS) for part in before), _nearest(base, (*NAMED, *SIGNS.values()))]
    return spelled("+".join(parts))


def prints(key: str) -> bool:
    """Whether a key, spelled by `spelled`, puts a character into a text."""
    return key == "space" or key in _SINGLE or key in SIGNS.values()


def _nearest(part: str, known: tuple[str, ...]) -> str:
    if part in _ELSEWHERE:
        return _ELSEWHERE[part]
    if part in _BASES or part in known:
        return part
    return next(iter(nearest(part, known, most=1)), part)
