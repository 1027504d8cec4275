"""What must hold of reading the shipped scenario, whatever weights were learnt."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from trainer.authoring.agreement import Labelled
from trainer.authoring.cases import read_examples
from trainer.matching.book import Part
from trainer.matching.question import Heard
from trainer.matching.reader import read
from trainer.matching.reading import Strength
from trainer.meeting.listening import heard_first
from trainer.meeting.script import Script, prepare
from trainer.scenario.incident import example_incident
from trainer.scenario.load import load_scenario
from trainer.text.values import Verdict

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FRAMES = ("It is not true that {}.", "It's not the case that {}.")
DENYING = re.compile(r"\b(no|not|never|nothing|nobody|without|rather|hardly|rarely|against|off|risky|tangled|too|and)\b|n't|,")
STATEMENT = re.compile(r"^(I|we|it|you|this|the|our|people|users|customers|support|nobody|trust)\b", re.IGNORECASE)


@cache
def halt() -> Script:
    scenario = load_scenario(SCENARIOS / "release-halt.yaml")
    return prepare(scenario, example_incident(scenario))


@cache
def cases() -> tuple[Labelled, ...]:
    return tuple(one.labelled for one in read_examples(SCENARIOS / "release-halt.cases.yaml", halt().scenario))


def phrases() -> list[tuple[str, str, str, str]]:
    """State, point, facet and text of every phrase of a listened point."""
    states = {point: name for name in halt().scenario.states for point in halt().moment(name).listens_for}
    return [
        (states[entry.owner.id], entry.owner.id, entry.owner.facet, entry.phrase.text)
        for entry in halt().book.entries
        if entry.owner.part is Part.FACET and entry.owner.id in states and not entry.partial
    ]


def heard(state: str) -> Heard:
    return heard_first(halt(), state)


def met(state: str, point: str, facet: str, reply: str) -> bool:
    reading = read(halt().book, reply, replace(heard(state), line=""))
    return any(hit.facet == facet and hit.strength is Strength.MET for hit in reading.points[point].hits)


def verdicts(state: str, reply: str) -> dict[str, Verdict]:
    reading = read(halt().book, reply, heard(state))
    return {point: reading.points[point].verdict for point in heard(state).listens_for}


def test_every_phrase_of_the_author_meets_its_facet_when_it_is_all_that_is_said() -> None:
    assert [phrase for phrase in phrases() if not met(*phrase)] == []


def test_denying_a_whole_sentence_never_leaves_what_it_says_covered() -> None:
    """Plain statements; a phrase that itself denies, or hangs two statements together, is another matter."""
    stated = [
        phrase
        for phrase in phrases()
        if STATEMENT.match(phrase[3]) and not DENYING.search(phrase[3]) and not re.search(" and |,", phrase[3])
    ]
    assert len(stated) > 100
    left = [text for state, point, facet, text in stated for frame in FRAMES if met(state, point, facet, frame.format(text))]
    assert left == []


@pytest.mark.parametrize("change", [str.upper, str.lower, lambda text: f"  {text.replace(' ', '   ')}\n"])
def test_case_and_spacing_turn_nothing_covered_into_missing(change) -> None:  # type: ignore[no-untyped-def]
    for case in cases():
        before, after = verdicts(case.state, case.reply), verdicts(case.state, change(case.reply))
        assert not [point for point in before if (before[point], after[point]) == (Verdict.COVERED, Verdict.MISSING)], case.reply


def test_a_copy_of_the_roles_line_covers_nothing() -> None:
    for state in halt().scenario.states:
        assert Verdict.COVERED not in verdicts(state, heard(state).line).values(), state


def test_a_bare_list_of_the_phrases_words_covers_nothing() -> None:
    for state in halt().scenario.states:
        words = [word for where, _, _, text in phrases() if where == state for word in re.findall(r"[a-z]{5,}", text)]
        assert Verdict.COVERED not in verdicts(state, ", ".join(dict.fromkeys(words))).values(), state


@pytest.mark.parametrize(
    "reply", ["", ".", "lorem ipsum dolor sit amet", "The quick brown fox jumps over the lazy dog.", "asdf qwer zxcv uiop"]
)
def test_gibberish_is_heard_as_nothing(reply: str) -> None:
    for state in halt().scenario.states:
        assert set(verdicts(state, reply).values()) <= {Verdict.MISSING}, state
