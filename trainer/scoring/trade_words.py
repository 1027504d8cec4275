"""Words of the trade in a reply that nobody explained.

Owns when a glossary term counts as said, and when as explained. Knows nothing of who listens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.scenario.models import Term
from trainer.text.words import Word, words_of

_EXPLAINING = tuple(
    words.split() for words in ("which means", "that means", "that is to say", "in other words", "in plain words", "meaning")
)
"""Openings of an explanation in the speaker's own words."""
_EXPLAINED = 0.5
"""Share of the plain wording's longer words that has to stand in the reply beside the term."""
_LONGER = 4
"""Letters from which a word of it carries meaning."""


def untranslated_terms(glossary: Sequence[Term], line: str, reply: str) -> Iterator[Term]:
    """Terms of the glossary said in `reply` and not explained; one used in the `line` before is one the listener knows."""
    said, asked = _words(reply), _words(line)
    norms = [word.norm for word in said]
    if any(norms[at : at + len(opening)] == opening for opening in _EXPLAINING for at in range(len(norms))):
        return
    for term in glossary:
        if _says(said, term.term) and not _says(asked, term.term) and not _is_explained(said, term):
            yield term


def _says(words: Sequence[Word], term: str) -> bool:
    """Whether the term stands there, endings aside: `deployed` says `deploy`, `valid` does not say `validation`."""
    wanted = _words(term)
    return bool(wanted) and any(
        all(word.stem == part.stem and word.norm.startswith(part.norm) for word, part in zip(words[at:], wanted, strict=False))
        for at in range(len(words) - len(wanted) + 1)
    )


def _is_explained(said: Sequence[Word], term: Term) -> bool:
    known = {part.stem for part in _words(term.term)}
    plain = {word.stem for word in _words(term.say_to_business) if len(word.norm) >= _LONGER} - known
    return bool(plain) and len(plain & {word.stem for word in said}) >= _EXPLAINED * len(plain)


def _words(text: str) -> list[Word]:
    return [word for word in words_of(text) if not word.is_mark]
