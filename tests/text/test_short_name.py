"""A short name out of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.text.short_name import MOST_CHARACTERS, MOST_WORDS, short_name

CASES = {
    "it ends where the first clause does": (
        "when a tablet syncs after being offline, it overwrites a patient's allergy list with an empty one",
        "tablet syncs after being offline",
    ),
    "a clause that only sets the scene is passed over": (
        "under load, the payment module processes some transactions twice or loses them",
        "payment module processes some transactions twice",
    ),
    "a sentence cut in the middle ends before what was joined on": (
        "nurses see no allergies for patients who have them",
        "nurses see no allergies",
    ),
    "no word is left that asks for another": ("the merge treats a list that was never loaded as deleted", "merge treats a list"),
    "a short sentence stays": ("search is slow", "search is slow"),
    "one word is a name": ("Twice.", "Twice"),
    "a text without spaces is cut where it must be": ("x" * 80, "x" * MOST_CHARACTERS),
    "no words, no name": (" ... ", ""),
}


@pytest.mark.parametrize(("sentence", "name"), CASES.values(), ids=CASES)
def test_naming(sentence: str, name: str) -> None:
    assert short_name(sentence) == name


SOME = ("the", "of", "being", "list", "when", "was", "tablet,", "that", "syncs:", "and", "a", "支払、", "for", "x.", "offline")
JOINED = st.lists(st.sampled_from(SOME), max_size=20).map(" ".join)


@given(JOINED)
def test_a_name_is_short_and_made_of_the_sentences_own_words(sentence: str) -> None:
    """Whatever the sentence, its name stands in it and is within both limits."""
    name = short_name(sentence)
    assert len(name) <= MOST_CHARACTERS
    assert len(name.split()) <= MOST_WORDS
    assert name in sentence


@given(JOINED.map(lambda words: f"orders vanish from {words} lists here today"))
def test_a_name_cut_off_ends_on_no_word_that_waits_for_the_next(sentence: str) -> None:
    name = short_name(sentence)
    assert name == "" or name.split()[-1] not in {"the", "of", "being", "when", "was", "that", "and", "a", "for", "from"}
