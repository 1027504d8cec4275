"""Shorter versions of a line: cut between clauses, never inside a word.

Owns where a line may be cut and what must not be cut off. Decides nothing about what is too long.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from unicodedata import east_asian_width

_BORDER = re.compile(r"\s*(?:[,;:.!?…](?=\s)|[、，；。]|\s[–—-](?=\s))")
_WORD_END = re.compile(r"(?<=\S)\s+")
_HANGING = " ,;:.!?…、，；。–—-"
_HANGING_WORD = re.compile(r"\s+(?:and|or|of|the|an?|to|in|on|at|by|for|from|with|that|which|who|our|their)$", re.IGNORECASE)
_TURNS = re.compile(
    r"\b(?:but|unless|if|except|only|not|no|none|never|nor|without|though|although|however|until|provided|long as|yet|rather|instead"
    r"|even|maybe|perhaps|might|still|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words that can turn what stands before them; what holds one is never cut off somebody's sentence."""


def words_aloud(text: str) -> int:
    """How many words it is to say; two characters of a script without spaces are one."""
    if text.isascii():
        return len(text.split())
    return sum(max(1, round(sum(east_asian_width(char) in "WF" for char in word) / 2)) for word in text.split())


def whole_clauses(sentence: str, needed: int) -> str:
    """A sentence up to the first clause border at or after `needed` (code points).

    The same sentence where there is none, or where what would be cut off could turn what is left.
    """
    border = next((found for found in _BORDER.finditer(sentence) if found.start() >= needed), None)
    if border is None or _TURNS.search(sentence[border.start() :]):
        return sentence
    return sentence[: border.start()].rstrip(_HANGING)


def cut(text: str, fits: Callable[[str], bool]) -> str:
    """The text if it fits, else its longest start that does, with an ellipsis.

    Cut after a clause if that keeps at least half of what could be kept, else after a word; a run without any space is
    cut where it must be.
    """
    if fits(text):
        return text
    ends = [found.start() for found in _WORD_END.finditer(text)]
    by_word = _longest(text, ends, fits)
    by_clause = _longest(text, [found.start() for found in _BORDER.finditer(text)], fits)
    if by_clause and 2 * len(by_clause) >= len(by_word):
        return by_clause
    return by_word or text[: bisect_left(range(1, len(text)), True, key=lambda end: not fits(text[:end] + "…"))] + "…"


def _longest(text: str, ends: Iterable[int], fits: Callable[[str], bool]) -> str:
    starts = (_HANGING_WORD.sub("", text[:end].rstrip(_HANGING)) + "…" for end in sorted(ends, reverse=True))
    return next((start for start in starts if len(start) > 1 and fits(start)), "")
