"""A short name out of a sentence, for lists, files and headings.

Owns where a sentence can be cut so that what is left reads as a name. Pure, and light enough for a screen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

MOST_WORDS = 6
MOST_CHARACTERS = 48
_FEWEST_WORDS = 2
"""A name cut back further says nothing."""
_FEWEST_IN_CLAUSE = 3
"""A shorter clause at the start (`under load,`) only sets the scene."""

_CLAUSE_END = re.compile(r"[,;:.!?…](?=\s|$)|\s[–—-](?=\s)|[、，；。]")
_MARKS = " \t,;:.!?…–—-\"'“”‘’()"
_JOINING = (
    "when whenever while after before because since until if unless although and or but so that which who whose where with without "
    "for to from"
)
_LEADING_ON = "the a an when while if that because since once our some and but so"
_WAITING = (
    "the a an this these those its their our your my his her no not every each some any very too as than of in on at by into onto over "
    "under through is are was were be been being am has have had having do does did will would can could may might must should shall "
    "gets get got"
)
_JOINS = frozenset(_JOINING.split())
"""What follows one of these can be left off."""
_LEADING = frozenset(_LEADING_ON.split())
_HANGING = _JOINS | frozenset(_WAITING.split())
"""Words that leave the reader waiting for the next one."""


def short_name(sentence: str) -> str:
    """A name of at most `MOST_WORDS` words and `MOST_CHARACTERS` code points; empty for a text without a word.

    Never ends on a word that asks for another one, unless the sentence itself does.
    """
    words = _clause(" ".join(sentence.split())).split()
    while len(words) > _FEWEST_WORDS and _plain(words[0]) in _LEADING:
        words = words[1:]
    kept = _fitting(words)
    if len(kept) < len(words):
        kept = _ending_well(kept)
    return " ".join(kept).strip(_MARKS) or sentence.strip(_MARKS)[:MOST_CHARACTERS].rstrip(_MARKS)


def _clause(sentence: str) -> str:
    """The first clause that says something; the whole where none does."""
    clauses = [clause for part in _CLAUSE_END.split(sentence) if (clause := part.strip(_MARKS))]
    return next((clause for clause in clauses if len(clause.split()) >= _FEWEST_IN_CLAUSE), sentence)


def _plain(word: str) -> str:
    return word.strip(_MARKS).casefold()


def _fitting(words: Sequence[str]) -> list[str]:
    """The first words, as many as a name may have."""
    kept = list(words[:MOST_WORDS])
    while len(kept) > 1 and len(" ".join(kept)) > MOST_CHARACTERS:
        kept.pop()
    return [word[:MOST_CHARACTERS] for word in kept]


def _ending_well(words: Sequence[str]) -> list[str]:
    """Cut off in the middle: back to before the last word that joins something on, and without words left hanging."""
    joins = [at for at, word in enumerate(words) if at >= _FEWEST_WORDS and _plain(word) in _JOINS]
    kept = list(words[: joins[-1]] if joins else words)
    while len(kept) > 1 and _plain(kept[-1]) in _HANGING:
        kept.pop()
    return kept
