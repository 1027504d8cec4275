"""Words keep their places in the raw reply, whatever stands between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.text.words import stem, words_of


def _norms(text: str) -> list[str]:
    return [word.norm for word in words_of(text) if not word.is_mark]


@given(st.text(max_size=200))
def test_every_word_stands_where_it_says(text: str) -> None:
    last = 0
    for word in words_of(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.start >= last or word.end == last
        last = word.end


@pytest.mark.parametrize(
    ("typed", "read"),
    [("can't", ["can", "not"]), ("wont", ["will", "not"]), ("I'll", ["i", "will"]), ("we’re", ["we", "are"]),
     ("shouldn't", ["should", "not"]),
     ("let's", ["let", "us"]), ("roll-back", ["roll", "back"]), ("rollback", ["roll", "back"]), ("P0", ["p0"]),
     ("dunno", ["do", "not", "know"]), ("ill ping u b4 lunch", ["i", "will", "ping", "you", "before", "lunch"]),
     ("its as bad as it gets", ["it", "is", "as", "bad", "as", "it", "gets"]), ("its owner", ["its", "owner"]),
     ("they fell ill", ["they", "fell", "ill"]), ("Ill.", ["ill"])],
)  # fmt: skip
def test_short_forms_are_opened(typed: str, read: list[str]) -> None:
    assert _norms(typed) == read


@pytest.mark.parametrize(
    ("british", "american"), [("behaviour", "behavior"), ("prioritise", "prioritize"), ("cancelled", "canceled"), ("analyse", "analyze")]
)
def test_spellings_meet_in_one_stem(british: str, american: str) -> None:
    assert words_of(british)[0].stem == words_of(american)[0].stem


@pytest.mark.parametrize("word", ["promise", "advise", "otherwise", "exercise"])
def test_words_that_only_look_british_are_left_alone(word: str) -> None:
    assert _norms(word) == [word]


def test_forms_of_a_word_share_a_stem() -> None:
    assert stem("held") == stem("hold")
    assert stem("reproducible") == stem("reproduce")
