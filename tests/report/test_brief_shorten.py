"""Shorter versions of a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.report.brief.shorten import cut, whole_clauses, words_aloud

WORDS = st.lists(st.text(alphabet="abcxyz", min_size=1, max_size=12), min_size=2, max_size=40).map(" ".join)


@given(WORDS, st.integers(13, 200))
def test_a_cut_line_fits_and_ends_where_a_word_ends(text: str, most: int) -> None:
    shorter = cut(text, lambda one: len(one) <= most)
    assert len(shorter) <= most
    assert shorter == text or (shorter.endswith("…") and f"{text} ".startswith(shorter[:-1] + " "))


CASES = {
    "a clause ends it where one ends late enough": ("they pay twice, and nobody sees it for days on end", 30, "they pay twice…"),
    "a word ends it where clauses are too short": ("now, everybody who pays by card pays twice", 30, "now, everybody who pays…"),
    "no word is left hanging": ("they are billed twice and lose", 25, "they are billed twice…"),
    "a run without spaces is cut where it must be": ("x" * 50, 10, "xxxxxxxxx…"),
    "what fits stays": ("they pay twice, always", 30, "they pay twice, always"),
}


@pytest.mark.parametrize(("text", "most", "shorter"), CASES.values(), ids=CASES)
def test_cutting(text: str, most: int, shorter: str) -> None:
    assert cut(text, lambda one: len(one) <= most) == shorter


SENTENCES = {
    "the clauses behind the words that count may go": ("We have to hold it, as I told Sam before lunch.", "We have to hold it"),
    "but not where they turn what is left": ("We could ship it, but I would rather hold it.", None),
    "nor where they set a condition": ("We can ship today, if the test passes.", None),
    "nor where they deny": ("It is ready to go, the fix isn't.", None),
    "a sentence of one clause stays whole": ("We have to hold it.", "We have to hold it"),
}


@pytest.mark.parametrize(("sentence", "kept"), SENTENCES.values(), ids=SENTENCES)
def test_an_own_sentence_is_cut_only_at_a_clause_that_turns_nothing(sentence: str, kept: str | None) -> None:
    assert whole_clauses(sentence, 7).rstrip(".") == (kept or sentence).rstrip(".")


def test_words_are_counted_as_they_are_said() -> None:
    assert words_aloud("we hold the release") == 4
    assert words_aloud("支払が二重になる") == 4
    assert words_aloud("") == 0
