"""What accuses nobody (wished for, unreal, so at first sight, denied right after), and what earns nothing."""

from __future__ import annotations

import time

import pytest

from tests.matching.books import meeting
from trainer.matching.book import compile_book
from trainer.matching.question import FacetSpec, Heard, PhraseSource, PointSpec
from trainer.matching.reader import read
from trainer.matching.reply import bare_lists
from trainer.text.values import Flag, Verdict

_HOLD = PointSpec("hold", (FacetSpec("said", ("we should hold the release", "please stop the launch", "call it off")),), 1)


def _sure(reply: str) -> set[Flag]:
    there = meeting("release")
    return {hit.flag for hit in read(there.book, reply, there.heard).flags if hit.sure}


@pytest.mark.parametrize(
    "reply",
    [
        "I wish we could go out with a warning.",
        "If it were only a cosmetic thing, we could ship with a banner.",
        "Had it been a typo, I could live with a banner.",
        "A warning sounds fine until the first customer loses money.",
        "People will say a warning should be enough. They're wrong.",
    ],
)
def test_a_concession_only_thought_of_is_none_for_sure(reply: str) -> None:
    assert Flag.CAVES not in _sure(reply)


@pytest.mark.parametrize("reply", ["Okay, let's release with a warning then.", "Had a look, fine. We can ship with a warning."])
def test_a_concession_that_is_meant_is_sure(reply: str) -> None:
    assert Flag.CAVES in _sure(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "It's easy to think this is minor. It is not.",
        "It looks like a small bug but it takes people's money twice.",
        "At first it looked like no big deal; then we saw the numbers.",
    ],
)
def test_what_only_seemed_small_is_not_called_small(reply: str) -> None:
    assert Flag.DOWNPLAYS not in _sure(reply)


def test_a_small_bug_that_nobody_will_notice_is_called_small() -> None:
    assert Flag.DOWNPLAYS in _sure("It's a small bug, nobody will notice.")


def test_a_guarantee_that_nobody_can_give_is_none() -> None:
    assert Flag.OVERPROMISE not in _sure("Nobody can promise zero risk, but we test it fully.")


def test_zero_risk_is_a_guarantee() -> None:
    assert Flag.OVERPROMISE in _sure("There is zero risk after that.")


@pytest.mark.parametrize(
    ("reply", "verdict"),
    [
        ("We talked about lunch and the office party yesterday.", Verdict.MISSING),
        ("Lorem ipsum dolor sit amet consectetur.", Verdict.MISSING),
        ("I'm asking you to postpone today's launch.", Verdict.COVERED),
    ],
)
def test_the_only_point_of_a_meeting_is_not_heard_for_want_of_rivals(reply: str, verdict: Verdict) -> None:
    book = compile_book(PhraseSource(points=(_HOLD,)))
    assert read(book, reply, Heard(listens_for=("hold",))).points["hold"].verdict is verdict


@pytest.mark.parametrize("word", ["a", "a-", "a "])
def test_looking_for_bare_lists_takes_time_in_proportion_to_the_reply(word: str) -> None:
    began = time.perf_counter()
    assert bare_lists(word * 40_000) == ()
    assert time.perf_counter() - began < 2.0


def test_a_row_of_words_is_a_bare_list() -> None:
    assert len(bare_lists("bug, impact, harm, severity, ask, fix-forward plan")) == 1


@pytest.mark.parametrize(
    ("line", "verdict"), [("You pulled us all in. What's going on?", Verdict.MISSING), ("Shall we ship it then?", Verdict.COVERED)]
)
def test_a_bare_no_answers_a_yes_or_no_question_only(line: str, verdict: Verdict) -> None:
    point = PointSpec("hold", (FacetSpec("said", ("please don't ship this today", "no we should not ship")),), 1)
    book = compile_book(PhraseSource(points=(point,)))
    assert read(book, "No.", Heard(line=line, listens_for=("hold",))).points["hold"].verdict is verdict
