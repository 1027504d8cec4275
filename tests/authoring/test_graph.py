"""`trainer graph`: everything in the scenario is in the picture, and nothing in it can break the picture."""

from __future__ import annotations

import json

import pytest
import yaml

from tests.scenario.samples import SMALL_TEXT, small
from trainer.authoring.graph.condition_words import condition_words
from trainer.authoring.graph.drawing import WIDEST, drawing
from trainer.authoring.graph.mermaid import mermaid
from trainer.scenario.models import Condition, Scenario


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("{missing: severity}", "missing severity"),
        ("{covered: [bug, ask], visited: opening}", "covered bug + ask and visited opening"),
        ("{mistake: {gives_in: open}}", "mistake gives_in open"),
        ("{trust: {pm: {below: 30}}}", "trust pm below 30"),
        ("{trust: {pm: {at_least: 10, below: 30}}}", "trust pm at least 10 and below 30"),
        ("{any: [{missing: bug}, {flag: caves}]}", "(missing bug or flag caves)"),
        ("{not: {covered: bug}}", "not (covered bug)"),
        ("{not: {any: [{known: bug}, {unknown: bug}]}}", "not (known bug or unknown bug)"),
    ],
)
def test_a_condition_reads_as_it_is_written(written: str, words: str) -> None:
    assert condition_words(Condition.model_validate_json(json.dumps(yaml.safe_load(written)))) == words


def test_every_state_way_interjection_and_ending_is_drawn_and_marked() -> None:
    lines = list(drawing(small(), {"states.pushback", "endings.0"}))
    texts = "\n".join(line.text for line in lines)
    assert all(name in texts for name in ("opening (start)", "pushback", "closing", "why_now", "gave_in", "moved", "open_end"))
    assert texts.count("─▶") == 4
    unreached = [line.text for line in lines if line.reached is False]
    assert [text.split()[1] for text in unreached] == ["pushback", "gave_in"]
    assert all(text.startswith("- ") for text in unreached)


def test_without_coverage_nothing_is_marked_and_no_line_is_too_wide() -> None:
    lines = list(drawing(small()))
    assert all(line.reached is None for line in lines)
    assert all(len(line.text) <= WIDEST for line in lines)


def test_mermaid_has_an_arrow_for_each_way_and_each_ending() -> None:
    text = "\n".join(mermaid(small()))
    assert text.startswith("flowchart TD\n")
    assert text.count(" -->") == 4
    assert text.count(" -.->") == 3
    assert 's_opening -->|"missing ask"| s_pushback' in text
    assert "class " not in text


def test_mermaid_marks_what_was_not_reached() -> None:
    text = "\n".join(mermaid(small(), {"states.opening.next.0", "interjections.why_now"}))
    assert "class i_why_now unreached" in text
    assert "class s_opening reached" in text
    assert "linkStyle 0 " in text
    assert "linkStyle 1 " not in text


def test_nothing_in_a_scenario_gives_orders_to_the_terminal() -> None:
    hostile = SMALL_TEXT.replace("about: what happened", 'about: "red \\x1b[31m"')
    scenario = Scenario.model_validate_json(json.dumps(yaml.safe_load(hostile)))
    assert "red" in "".join(line.text for line in drawing(scenario))
    assert "\x1b" not in "".join(line.text for line in drawing(scenario))


def test_texts_of_the_scenario_cannot_leave_their_label() -> None:
    hostile = SMALL_TEXT.replace("about: what happened", "about: 'a\"] --> x <b>`'")
    scenario = Scenario.model_validate_json(json.dumps(yaml.safe_load(hostile)))
    line = next(line for line in mermaid(scenario) if "s_opening(" in line)
    assert line.count('"') == 2
    assert "<b>" not in line
