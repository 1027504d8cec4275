"""What labelled replies to a point have taught, and whose point it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from scripts.sources import TAUGHT_BY
from tests.matching.books import meeting
from trainer.matching.book import Book, compile_book
from trainer.matching.likeness import stretches_of
from trainer.matching.nearness import laid_out
from trainer.matching.question import PhraseSource
from trainer.matching.reader import read
from trainer.matching.reading import Strength
from trainer.matching.reply import lay_out
from trainer.matching.taught import Lesson, Space, Taught, move_of, shared_taught
from trainer.meeting.script import Script, prepare
from trainer.meeting.sources import phrase_source
from trainer.scenario.incident import Incident, Known, example_incident
from trainer.scenario.load import load_scenario
from trainer.scenario.models import Scenario
from trainer.text.values import Verdict

SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"
SPACE = shared_taught().space
WIDTH = len(SPACE.said_bias)


def lesson(present: float, covered: float) -> Lesson:
    """Moves the chances by so much whatever is said."""
    return Lesson((present, covered), np.zeros((2, WIDTH), dtype=np.float32))


def with_lessons(book: Book, lessons: dict[str, Lesson]) -> Book:
    """The book with these lessons and no others."""
    return replace(book, taught=Taught(SPACE, lessons))


def scenario(name: str = "release-halt") -> Scenario:
    return load_scenario(SCENARIOS / f"{name}.yaml")


def script(incident: Incident | None = None) -> Script:
    return prepare(scenario(), incident or example_incident(scenario()))


REPLY = "Let me tell you something about the weather on the coast this week."


def test_a_point_is_heard_where_people_were_taught_to_hear_it_and_not_where_they_were_not() -> None:
    there = meeting("release")
    plain = with_lessons(there.book, {})
    assert (
        read(plain, "Honestly I would rather not see this go out to anybody today.", there.heard).points["ask"].verdict
        is not Verdict.MISSING
    )
    never = with_lessons(plain, {"ask": lesson(-2.5, -2.5)})
    said = read(plain, "We could perhaps sleep on it and look again.", there.heard).points["ask"]
    assert read(never, "We could perhaps sleep on it and look again.", there.heard).points["ask"].score <= said.score
    always = with_lessons(plain, {"thanks": lesson(2.5, 2.5)})
    assert read(always, REPLY, there.heard).points["thanks"].score > read(plain, REPLY, there.heard).points["thanks"].score


def test_a_lesson_never_moves_a_chance_further_than_its_bound() -> None:
    move = move_of(lesson(40.0, -40.0), np.zeros((1, WIDTH), dtype=np.float32), [(0, 1)])
    assert (move.present, move.covered) == (3.5, -3.5)


def test_the_clause_that_speaks_loudest_is_the_evidence() -> None:
    weights = np.zeros((2, WIDTH), dtype=np.float32)
    weights[0, 7] = 4.0
    said = np.zeros((4, WIDTH), dtype=np.float32)
    said[1, 7], said[3, 7] = 0.9, 0.5
    assert move_of(Lesson((0.0, 0.0), weights), said, [(0, 1), (0, 2), (1, 2), (2, 3)]).clause == 2


def test_a_word_counts_beside_what_is_meant() -> None:
    place = {"till": 0}
    from_word = np.full((1, WIDTH), 0.5, dtype=np.float32)
    there = meeting("release")
    stretches = stretches_of(lay_out("the till rings", there.heard, there.book.lexicon, there.book.mender))
    knows, knows_not = Space(SPACE.from_said, SPACE.said_bias, place, from_word), Space(SPACE.from_said, SPACE.said_bias, {}, from_word)
    plain = knows_not.said(stretches.laid, stretches.keys, stretches.runs)
    assert np.allclose(plain, np.tanh(stretches.laid @ SPACE.from_said + SPACE.said_bias))
    assert (knows.said(stretches.laid, stretches.keys, stretches.runs) > plain).all()


def test_what_a_lesson_makes_heard_is_explained_by_a_wording_of_the_author() -> None:
    there = meeting("release")
    always = with_lessons(there.book, {"thanks": lesson(2.5, 2.5)})
    reply = "You listened to me and that was more than I had hoped for tonight."
    plain = with_lessons(always, {})
    assert read(plain, reply, there.heard).points["thanks"].hits == ()
    (hit,) = read(always, reply, there.heard).points["thanks"].hits
    assert hit.evidence.phrase in {phrase for facet in there.book.points["thanks"].facets for phrase in facet.phrases}


@pytest.mark.parametrize("reply", ["", "...", "no", "ok sure", "?"])
def test_where_nothing_can_be_weighed_nothing_taught_counts(reply: str) -> None:
    there = meeting("release")
    always = with_lessons(there.book, dict.fromkeys(there.book.points, lesson(2.5, 2.5)))
    assert read(always, reply, there.heard) == read(with_lessons(always, {}), reply, there.heard)


def test_only_the_facets_that_are_needed_are_moved_up() -> None:
    """A point of two facets of which one is needed is heard in the one that speaks loudest."""
    there = script()
    some = next(point for point, spec in there.book.points.items() if spec.need < sum(not facet.bonus for facet in spec.facets))
    asked = next(name for name, moment in there.moments.items() if some in moment.listens_for)
    book = with_lessons(there.book, {some: lesson(2.5, 2.5)})
    heard = replace(meeting("release").heard, line="", listens_for=there.moments[asked].listens_for)
    hits = read(book, REPLY, heard).points[some].hits
    assert sum(hit.strength is Strength.MET for hit in hits) <= book.points[some].need


@pytest.mark.parametrize("name", TAUGHT_BY)
def test_most_points_of_a_shipped_scenario_are_taught(name: str) -> None:
    """Whoever changes a wording of such a point has to run `make learn`; this fails when it was forgotten."""
    loaded = scenario(name)
    points = phrase_source(loaded, example_incident(loaded)).points
    known = sum(point.known_by in shared_taught().lessons for point in points)
    assert known >= 24


def test_every_lesson_is_about_the_space_there_is() -> None:
    assert all(one.weights.shape == (2, WIDTH) for one in shared_taught().lessons.values())
    assert SPACE.from_said.shape == (laid_out(compile_book(PhraseSource(())).sense).shape[1], WIDTH)


def test_a_point_that_rests_on_a_fact_is_another_point_in_another_incident_and_one_that_only_names_it_is_not() -> None:
    loaded = scenario()
    example = example_incident(loaded)
    fact = next(facet.fact for facet in loaded.key_points["root_cause"].parts.values() if facet.fact)
    other = replace(example, values={**example.values, fact: Known("a full disk on the old mail server", ())})
    before, after = ({point.id: point.known_by for point in phrase_source(loaded, one).points} for one in (example, other))
    assert before["root_cause"] != after["root_cause"]
    assert before["severity"] == after["severity"]
    assert before["root_cause"] in shared_taught().lessons
    assert after["root_cause"] not in shared_taught().lessons


def test_a_point_is_known_by_its_wordings_in_whatever_order() -> None:
    loaded = scenario()
    point = loaded.key_points["thanks"]
    turned = loaded.model_copy(
        update={"key_points": {**loaded.key_points, "thanks": point.model_copy(update={"expect": tuple(reversed(point.expect))})}}
    )
    fewer = loaded.model_copy(update={"key_points": {**loaded.key_points, "thanks": point.model_copy(update={"expect": point.expect[1:]})}})
    known = [
        {spec.id: spec.known_by for spec in phrase_source(one, example_incident(one)).points}["thanks"] for one in (loaded, turned, fewer)
    ]
    assert known[0] == known[1] != known[2]
