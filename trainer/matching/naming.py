"""Whether words name what a phrase names, in the same words or in words of a group: more than sounding like it.

Owns that comparison alone; whether something was meant is decided elsewhere.
"""

from __future__ import annotations

from trainer.matching.lexicon import Lexicon


def names_the_same(lexicon: Lexicon, text: str, phrase: str) -> bool:
    """Whether a content word of the text stands in the phrase, as it is or by a group: `No` names nothing of `a warning is no option`."""
    return not _named(lexicon, text).isdisjoint(_named(lexicon, phrase))


def _named(lexicon: Lexicon, text: str) -> frozenset[str]:
    stems = lexicon.content(text)
    return stems | {head for stem in stems for head in lexicon.heads.get(stem, ())}
