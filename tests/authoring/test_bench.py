"""The report of `make bench`: what is compared, and how it is laid out. What it measures is for people to read."""

from __future__ import annotations

import pytest

from scripts.bench import PHRASES, POINTS, Row, ratio_row, square_book, table, texts
from trainer.matching.question import Heard
from trainer.matching.reader import read
from trainer.meeting.script import prepare
from trainer.scenario.incident import example_incident
from trainer.scenario.library import bundled
from trainer.scenario.load import load_scenario


def test_every_figure_stands_beside_its_budget() -> None:
    lines = table(
        [Row("start", "1.20x", "1.3x", True), Row("batch", "300", "at least 500", False), Row("home", "not measured: why", "", None)]
    )
    assert [line.split()[-1] for line in lines.splitlines()] == ["within", "yes", "NO", "-"]
    assert len({line.index(word) for line, word in zip(lines.splitlines()[:3], ("budget", "1.3x", "at least"), strict=True)}) == 1


@pytest.mark.parametrize(("ours", "within"), [(0.012, True), (0.013, True), (0.0131, False)])
def test_a_ratio_is_within_its_budget_up_to_the_budget_itself(ours: float, within: bool) -> None:
    row = ratio_row("x", ours, 0.01, 1.3)
    assert row.within is within
    assert row.measured.startswith(f"{ours / 0.01:.2f}x")


def test_texts_have_as_many_words_as_asked_for_and_are_the_same_every_time() -> None:
    replies = ("one two three", "four five")
    first = list(texts(replies, 120, 3))
    assert first == list(texts(replies, 120, 3))
    assert [len(text.split()) for text in first] == [120, 120, 120]
    assert len(set(first)) > 1


def test_the_phrases_read_against_are_as_many_as_the_budget_says() -> None:
    scenario = load_scenario(bundled() / "release-halt.yaml")
    book, phrases = square_book(prepare(scenario, example_incident(scenario)))
    assert len(phrases) == POINTS * PHRASES
    assert [len(point.facets[0].phrases) for point in book.points.values()] == [PHRASES] * POINTS
    assert set(read(book, phrases[0], Heard()).points) == set(book.points)
