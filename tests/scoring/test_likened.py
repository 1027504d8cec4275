"""How words and the phrase they met are said to be alike."""

from __future__ import annotations

import pytest

from trainer.matching.lexicon import shared_lexicon
from trainer.matching.reading import Evidence
from trainer.scoring.likened import likened, tells

LEXICON = shared_lexicon()


def evidence(text: str, phrase: str, similarity: float = 0.8) -> Evidence:
    return Evidence(0, len(text), text, phrase, similarity)


@pytest.mark.parametrize(
    ("words", "phrase", "similarity", "ending"),
    [
        ("we measured twice", "we measured it ourselves", 0.7, ", like “we measured it ourselves”"),
        ("the banner helps nobody", "a warning protects no one", 0.8, ", which comes across like “a warning protects no one”"),
        ("the banner helps nobody", "a warning protects no one", 0.5, ", which is close to “a warning protects no one”"),
        ("no other way, sorry", "there is no other way", 0.8, ", like “there is no other way”"),
        ("It's CRITICAL!", "it is critical", 0.9, ""),
        ("about two hours", "a duration", 0.9, ""),
        ("no", "", 0.5, ""),
    ],
)
def test_words_are_like_a_phrase_they_share_a_word_with_and_come_across_like_any_other(
    words: str, phrase: str, similarity: float, ending: str
) -> None:
    assert likened(LEXICON, evidence(words, phrase, similarity)) == ending


@pytest.mark.parametrize(
    ("words", "phrase", "similarity", "shown"),
    [
        ("the fix may need a patch", "an emergency fix is another option", 0.3, True),
        ("wrong amounts on their cards", "customers would leave us", 0.7, True),
        ("wrong amounts on their cards", "customers would leave us", 0.4, False),
        ("as bad", "bad press", 0.5, False),
        ("idk", "hide it behind a toggle", 0.9, False),
    ],
)
def test_a_near_miss_is_shown_where_its_words_say_something_and_the_likeness_makes_sense(
    words: str, phrase: str, similarity: float, shown: bool
) -> None:
    assert tells(LEXICON, evidence(words, phrase, similarity)) is shown
