"""Where one thought of a reply ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.matching.clauses import split_clauses
from trainer.text.words import words_of


def clauses(reply: str) -> list[str]:
    return [reply[clause.words[0].start : clause.words[-1].end] for clause in split_clauses(words_of(reply))]


@pytest.mark.parametrize(
    "reply",
    [
        "stop the launch | cards get charged twice | nobody knows whose",
        "we can't tell for whom | its as bad as it gets",
        "The risk is small | most people would never notice",
        "tried 3x | 3x worked",
        "With many buyers at once, about 3 in 100 get a wrong charge",
        "we lose orders, refunds and receipts",
        "We should stop, roll back and test again",
        "I'll call you, as soon as there is news",
    ],
)
def test_commas_between_statements_part_them_and_other_commas_do_not(reply: str) -> None:
    assert clauses(reply.replace(" | ", ", ")) == reply.split(" | ")


def test_what_somebody_would_promise_belongs_to_the_promise() -> None:
    assert clauses("I'd be lying if I promised you that nothing can go wrong") == [
        "I'd be lying",
        "if I promised you that nothing can go wrong",
    ]


@given(st.text(alphabet="abw ,.is\n", max_size=120))
def test_no_word_is_lost(text: str) -> None:
    words = [word for word in words_of(text) if not word.is_mark]
    assert [word for clause in split_clauses(words_of(text)) for word in clause.words] == words
