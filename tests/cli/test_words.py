"""`trainer words`: the glossary without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from trainer.store.places import Places
from trainer.store.quiz import keep_quiz_result


def test_all_words_are_printed_with_meaning_and_plain_sentence(call: Call) -> None:
    done = call("words", "release-halt")
    assert done.code == 0
    assert "rollback\n  Going back to the version before." in done.out
    assert "To business people: “We go back to yesterday's version, which works.”" in done.out


@pytest.mark.parametrize("search", [("ROLLBACK",), ("yesterday's", "version"), ("yesterday's version",), ("back to the version",)])
def test_a_search_finds_by_word_meaning_and_plain_sentence(call: Call, search: tuple[str, ...]) -> None:
    done = call("words", "release-halt", *search)
    assert done.code == 0
    assert "rollback" in done.out
    assert "load test" not in done.out


def test_nothing_found_is_said_and_is_a_no(call: Call) -> None:
    done = call("words", "release-halt", "zeppelin")
    assert (done.code, done.out) == (1, "No word here says that.\n")


def test_forgetting_everything_forgets_how_words_were_known(call: Call, home: Path) -> None:
    places = Places(home)
    keep_quiz_result(places, "small", "SLO", "missing")
    assert "the quiz results" in call("forget", "--all").out
    assert not places.quiz.exists()
    assert "quiz" not in call("forget", "--all").out
