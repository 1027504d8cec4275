"""An author's wording of the opposite, said word for word, denies the point, whatever else it sounds like."""

from __future__ import annotations

from functools import cache

import pytest

from trainer.matching.book import Book, compile_book
from trainer.matching.question import FacetSpec, Heard, PhraseSource, PointSpec
from trainer.matching.reader import read
from trainer.text.values import Verdict

DENIALS = ("a hotfix is not possible", "we can make it if we all work the weekends", "going back would make it even worse")
HEARD = Heard(line="What else is there?", listens_for=("options",))


@cache
def book() -> Book:
    phrases = ("a hotfix is possible", "working the weekends will not get us there", "we could go back to the old version")
    return compile_book(PhraseSource((PointSpec("options", (FacetSpec("said", phrases),), need=1, contradicted_by=DENIALS),)))


def heard(reply: str) -> Verdict:
    return read(book(), reply, HEARD).points["options"].verdict


@pytest.mark.parametrize("denial", DENIALS)
@pytest.mark.parametrize("around", ["{}.", "{}!", "Yes, {}, as it is.", "Well, {}.", "To be honest with you, I looked. {}.", "{}. Sorry."])
def test_said_word_for_word_it_denies(denial: str, around: str) -> None:
    assert heard(around.format(denial)) is Verdict.CONTRADICTED


@pytest.mark.parametrize("denial", DENIALS)
@pytest.mark.parametrize("around", ["{}?", "Do you think {}?", "It is not true that {}.", "{}? No. A hotfix is possible."])
def test_asked_or_said_of_others_it_does_not(denial: str, around: str) -> None:
    assert heard(around.format(denial)) is not Verdict.CONTRADICTED


def test_what_is_said_after_it_wins() -> None:
    assert heard(f"{DENIALS[2]}. No, wait: we could go back to the old version.") is Verdict.COVERED
