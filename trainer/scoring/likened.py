"""How the words of a reply and the author's phrase that they met are alike, told from the two texts.

Words that share a content word with the phrase are like it; words that share none met it by what they mean.
"""

from __future__ import annotations

from trainer.matching.lexicon import LIGHT, Lexicon
from trainer.matching.reading import Evidence
from trainer.text.clean import clean_line
from trainer.text.quantities import quantities_of
from trainer.text.values import Kind
from trainer.text.words import words_of

_QUANTITY_RULES = frozenset(f"a {kind}" for kind in Kind if kind is not Kind.TEXT)
_CLOSE = 0.6
"""Similarity from which words that share none with the phrase come across like it; below they are only close to it."""
_SAYS_SOMETHING = 2
"""Content words from which a near miss is worth quoting."""


def likened(lexicon: Lexicon, evidence: Evidence) -> str:
    """The end of a sentence that has just quoted `evidence.text`: `, like “we measured it”`; empty when there is nothing to compare."""
    phrase = clean_line(evidence.phrase)
    if not phrase or is_quantity(evidence) or _same(evidence):
        return ""
    if shares_a_word(lexicon, evidence):
        return f", like “{phrase}”"
    return f", which comes across like “{phrase}”" if evidence.similarity >= _CLOSE else f", which is close to “{phrase}”"


def shares_a_word(lexicon: Lexicon, evidence: Evidence) -> bool:
    """Whether words and phrase have a content word in common, or a light one where the phrase has no other."""
    least = 1.0 if lexicon.content(evidence.phrase) else LIGHT
    return bool(lexicon.content(evidence.text, least) & lexicon.content(evidence.phrase, least))


def tells(lexicon: Lexicon, near_miss: Evidence) -> bool:
    """Whether a near miss would make sense to the player: it says something, and the likeness can be seen or is strong."""
    says_something = len(lexicon.content(near_miss.text)) >= _SAYS_SOMETHING
    return says_something and stands_for(lexicon, near_miss)


def stands_for(lexicon: Lexicon, evidence: Evidence) -> bool:
    """Whether the phrase says what the words said, near enough to put the one for the other."""
    return shares_a_word(lexicon, evidence) or evidence.similarity >= _CLOSE


def is_quantity(evidence: Evidence) -> bool:
    """Whether a quantity met it, and not a phrase."""
    return evidence.phrase in _QUANTITY_RULES


def names_quantity(text: str) -> bool:
    """Whether a text holds any quantity at all."""
    return bool(quantities_of(words_of(text)))


def _same(evidence: Evidence) -> bool:
    """Whether words and phrase are the same but for case, marks and spelling."""
    said, phrase = ([word.norm for word in words_of(text) if not word.is_mark] for text in (evidence.text, evidence.phrase))
    return said == phrase
