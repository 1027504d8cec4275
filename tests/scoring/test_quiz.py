"""The quiz reads a meaning in anybody's words, and says right only to what is right."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from trainer.scenario.load import load_scenario
from trainer.scenario.models import Term
from trainer.scoring.quiz import Answered, Slip, prepare_quiz, read_answer
from trainer.text.values import Verdict

ROOT = Path(__file__).parents[2]
GLOSSARY = load_scenario(ROOT / "scenarios" / "release-halt.yaml").glossary
QUIZ = prepare_quiz(GLOSSARY)
ALLOWED = {
    "right": {Verdict.COVERED},
    "half": {Verdict.PARTLY},
    "wrong": {Verdict.MISSING},
    "stuffed": {Verdict.PARTLY, Verdict.MISSING},
    "copied": {Verdict.MISSING},
}
AGREED = {"quiz": 0.85, "quiz_unseen": 0.7}
"""Least share of the labelled answers that must be read as labelled (docs/decisions/0171)."""
PRECISE = 0.9
"""Of the answers that are told right, the share that must be."""


@lru_cache
def labelled(name: str) -> tuple[dict[str, Any], ...]:
    cases = yaml.safe_load((ROOT / "tests" / "cases" / f"{name}.yaml").read_text(encoding="utf-8"))
    return tuple({**case, "verdict": read_answer(QUIZ, case["term"], case["answer"]).verdict} for case in cases)


@pytest.mark.parametrize("name", AGREED)
def test_who_is_told_right_is_right(name: str) -> None:
    told = [case for case in labelled(name) if case["verdict"] is Verdict.COVERED]
    wrongly = [(case["term"], case["answer"]) for case in told if case["kind"] != "right"]
    assert told
    assert len(wrongly) <= (1 - PRECISE) * len(told), wrongly


@pytest.mark.parametrize("name", AGREED)
def test_most_answers_are_read_as_people_labelled_them(name: str) -> None:
    cases = labelled(name)
    off = [
        (case["kind"], str(case["verdict"]), case["term"], case["answer"]) for case in cases if case["verdict"] not in ALLOWED[case["kind"]]
    ]
    assert len(off) <= (1 - AGREED[name]) * len(cases), off


@pytest.mark.parametrize("name", AGREED)
def test_the_labels_hold_every_kind_of_answer_for_words_of_the_glossary(name: str) -> None:
    assert {case["term"] for case in labelled(name)} <= {term.term for term in GLOSSARY}
    assert set(Counter(case["kind"] for case in labelled(name))) == set(ALLOWED)


@pytest.mark.parametrize("term", GLOSSARY, ids=lambda term: term.term)
def test_an_authors_own_wording_counts_as_what_it_is_for(term: Term) -> None:
    sides = {
        Verdict.COVERED: (term.meaning, term.say_to_business, *term.said_as),
        Verdict.PARTLY: term.half_said_as,
        Verdict.MISSING: term.contradicted_by,
    }
    off = [(text, wanted) for wanted, texts in sides.items() for text in texts if read_answer(QUIZ, term.term, text).verdict is not wanted]
    assert off == []


@pytest.mark.parametrize("term", GLOSSARY, ids=lambda term: term.term)
def test_giving_the_word_itself_back_explains_nothing(term: Term) -> None:
    found = read_answer(QUIZ, term.term, f"it's a {term.term}, a {term.term}")
    assert found == Answered(Verdict.MISSING, slip=Slip.GIVEN_BACK)


@pytest.mark.parametrize("term", GLOSSARY, ids=lambda term: term.term)
def test_every_word_of_the_shipped_quiz_has_wordings_enough_to_be_fair(term: Term) -> None:
    assert len(term.said_as) >= 5
    assert term.half_said_as
    assert term.contradicted_by


def test_the_meaning_of_another_word_is_named_as_that() -> None:
    found = read_answer(QUIZ, "hotfix", "we go back to the version we had last week")
    assert (found.verdict, found.slip, found.another) == (Verdict.MISSING, Slip.ANOTHER, "rollback")


def test_the_right_words_in_a_heap_are_half_an_answer_and_in_a_sentence_a_whole_one() -> None:
    heap = read_answer(QUIZ, "rollback", "version before previous back going release")
    assert (heap.verdict, heap.slip) == (Verdict.PARTLY, Slip.HEAP)
    assert read_answer(QUIZ, "rollback", "going back to the previous version").verdict is Verdict.COVERED


def test_half_a_meaning_is_never_called_contradicted() -> None:
    verdicts = {
        read_answer(QUIZ, term.term, text).verdict for term in GLOSSARY for text in ("no", "not at all", "it is the opposite of that")
    }
    assert verdicts == {Verdict.MISSING}


def test_a_word_that_is_not_in_the_quiz_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        read_answer(QUIZ, "no such word", "anything")


def test_a_word_with_nothing_but_its_meaning_can_be_asked() -> None:
    quiz = prepare_quiz(
        (Term(term="points", meaning="Rails that send a train one way or the other.", say_to_business="A fork in the rails."),)
    )
    assert read_answer(quiz, "points", "the rails that send a train one way or another").verdict is Verdict.COVERED
    assert read_answer(quiz, "points", "what you win in a game").verdict is Verdict.MISSING


def test_a_word_entered_twice_is_asked_once_as_entered_first() -> None:
    first, second = (Term(term="points", meaning=meaning, say_to_business="Rails.") for meaning in ("A fork in the rails.", "A score."))
    assert prepare_quiz((first, second)).terms == (first,)


@given(st.sampled_from([term.term for term in GLOSSARY]), st.text(max_size=80))
def test_whatever_is_typed_is_read_and_its_evidence_stands_in_it(term: str, answer: str) -> None:
    found = read_answer(QUIZ, term, answer)
    assert found.verdict in {Verdict.COVERED, Verdict.PARTLY, Verdict.MISSING}
    assert (found.evidence is None) == (found.verdict is Verdict.MISSING)
    if found.evidence is not None:
        assert answer[found.evidence.start : found.evidence.end] == found.evidence.text
