"""How well words were known: kept privately, per scenario, without what was answered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trainer.errors import StoreFailed, Unreadable
from trainer.store.places import Places
from trainer.store.quiz import forget_quiz, keep_quiz_result, quiz_results


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "home")


def test_before_any_quiz_nothing_is_known_and_nothing_is_there_to_forget(places: Places) -> None:
    assert quiz_results(places, "small") == {}
    assert forget_quiz(places) is False


def test_each_word_stands_as_it_was_kept_last_and_scenarios_do_not_mix(places: Places) -> None:
    keep_quiz_result(places, "small", "SLO", "missing")
    keep_quiz_result(places, "other", "SLO", "covered")
    keep_quiz_result(places, "small", "Köln [/]", "partly")
    keep_quiz_result(places, "small", "SLO", "claimed")
    assert quiz_results(places, "small") == {"SLO": "claimed", "Köln [/]": "partly"}
    assert quiz_results(places, "other") == {"SLO": "covered"}


def test_nobody_else_can_read_the_file(places: Places) -> None:
    keep_quiz_result(places, "small", "SLO", "missing")
    assert places.quiz.stat().st_mode & 0o777 == 0o600


def test_forgotten_results_are_gone(places: Places) -> None:
    keep_quiz_result(places, "small", "SLO", "missing")
    assert forget_quiz(places) is True
    assert not places.quiz.exists()
    assert quiz_results(places, "small") == {}


FOREIGN = ["", "{", "[]", "null", "\x00", "[" * 100_000, '{"format": 2, "results": {}}', '{"format": 1, "results": {"small": 3}}']
FOREIGN += [json.dumps({"format": 1, "results": {"small": {"SLO": 1}}}), json.dumps({"format": 1})]


@pytest.mark.parametrize("text", FOREIGN, ids=range(len(FOREIGN)))
def test_a_file_of_something_else_is_named_and_left_alone_until_it_is_forgotten(places: Places, text: str) -> None:
    places.home.mkdir()
    places.quiz.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable, match="Delete the file"):
        quiz_results(places, "small")
    with pytest.raises(Unreadable, match="Delete the file"):
        keep_quiz_result(places, "small", "SLO", "missing")
    assert places.quiz.read_text(encoding="utf-8") == text
    assert forget_quiz(places) is True


def test_a_folder_where_the_file_belongs_is_said_in_one_clear_line(places: Places) -> None:
    places.quiz.mkdir(parents=True)
    for work in (lambda: quiz_results(places, "small"), lambda: forget_quiz(places)):
        with pytest.raises(StoreFailed, match=r"quiz\.json"):
            work()
