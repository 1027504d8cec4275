"""Where a typed sentence starts and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.report.brief.sentences import sentence_spans, spans_around, takes_back, tidy, without_assent

CASES = {
    "a stop ends a sentence": ("It is bad. We stop.", ["It is bad.", "We stop."]),
    "a decimal point does not": ("It hits 3.5% of them. Stop.", ["It hits 3.5% of them.", "Stop."]),
    "an abbreviation does not": ("Pull a part, e.g. the export. Then ship.", ["Pull a part, e.g. the export.", "Then ship."]),
    "a line break does": ("we stop\nnow", ["we stop", "now"]),
    "a question and a shout do": ("Why? Because! Yes", ["Why?", "Because!", "Yes"]),
    "closing quotes belong to it": ('He said "stop." We did.', ['He said "stop."', "We did."]),
}


@pytest.mark.parametrize(("reply", "sentences"), CASES.values(), ids=CASES)
def test_sentences(reply: str, sentences: list[str]) -> None:
    assert [span.of(reply).strip() for span in sentence_spans(reply)] == sentences


@given(st.text(alphabet="ab .!?\n", max_size=60))
def test_sentences_cover_the_reply_without_gaps(reply: str) -> None:
    assert "".join(span.of(reply) for span in sentence_spans(reply)) == reply


def test_the_sentence_around_some_words_is_the_whole_one() -> None:
    reply = "Good morning. We have to hold the release today. Thanks."
    start = reply.index("hold")
    assert [span.of(reply).strip() for span in spans_around(reply, start, start + 4)] == ["We have to hold the release today."]


def test_words_across_two_sentences_bring_both() -> None:
    reply = "It is bad. It stays bad. Thanks."
    assert len(spans_around(reply, reply.index("bad"), reply.index("stays") + 2)) == 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("we hold it", "We hold it."),
        ("  - we hold it, ", "We hold it."),
        ("iOS is fine", "iOS is fine."),
        ("Really?", "Really?"),
        (" , ", ""),
    ],
)
def test_a_sentence_is_tidied_and_its_words_stay(typed: str, said: str) -> None:
    assert tidy(typed) == said


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Yes, hold the release.", "hold the release."),
        ("Ok. So, we wait.", "we wait."),
        ("No, we hold it.", "No, we hold it."),
        ("Yes.", "Yes."),
    ],
)
def test_a_sentence_said_again_does_not_begin_with_the_assent_it_once_was(said: str, left: str) -> None:
    assert without_assent(said) == left


@pytest.mark.parametrize(
    ("said", "on_its_own"), [("Sorry, no, I take that back.", False), ("That came out wrong", False), ("We take the safe way back.", True)]
)
def test_a_sentence_that_takes_something_back_means_nothing_on_its_own(said: str, on_its_own: bool) -> None:
    assert takes_back(said) is not on_its_own
