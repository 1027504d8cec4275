"""Which words a round asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.scoring.quiz_round import ROUND, Known, known_by, round_of
from trainer.text.values import Verdict

TERMS = tuple(f"word {number}" for number in range(30))
STANDINGS = st.dictionaries(st.sampled_from(TERMS), st.sampled_from(Known))


@given(STANDINGS, st.integers())
def test_a_round_is_as_long_as_it_may_be_and_asks_no_word_twice(known: dict[str, Known], seed: int) -> None:
    asked = round_of(TERMS, known, seed)
    assert len(asked) == len(set(asked)) == ROUND
    assert set(asked) <= set(TERMS)


@given(STANDINGS, st.integers())
def test_weak_words_come_first_and_leave_half_of_the_round_to_words_not_asked_yet(known: dict[str, Known], seed: int) -> None:
    asked = round_of(TERMS, known, seed)
    weak = [term for term in TERMS if term in known and known[term].weak]
    fresh = [term for term in TERMS if term not in known]
    first = min(len(weak), ROUND // 2)
    assert all(term in weak for term in asked[:first])
    assert all(term in fresh for term in asked[first : first + min(len(fresh), ROUND - first)])


@given(STANDINGS, st.integers())
def test_a_word_that_was_known_is_asked_only_when_the_others_do_not_fill_the_round(known: dict[str, Known], seed: int) -> None:
    asked = round_of(TERMS, known, seed)
    open_words = [term for term in TERMS if term not in known or known[term].weak]
    assert sum(term in open_words for term in asked) == min(len(open_words), ROUND)


def test_the_same_seed_asks_the_same_and_another_seed_something_else() -> None:
    assert round_of(TERMS, {}, 7) == round_of(TERMS, {}, 7)
    assert len({round_of(TERMS, {}, seed) for seed in range(5)}) > 1


def test_among_weak_words_those_not_heard_at_all_come_first() -> None:
    known = {"word 1": Known.PARTLY, "word 2": Known.MISSING, "word 3": Known.CLAIMED, "word 4": Known.COVERED}
    assert round_of(known, known, 3) == ("word 2", "word 1", "word 3", "word 4")


@pytest.mark.parametrize("verdict", [Verdict.COVERED, Verdict.PARTLY, Verdict.MISSING])
def test_a_word_stands_as_its_last_answer_was_heard(verdict: Verdict) -> None:
    assert known_by(verdict).value == verdict.value
