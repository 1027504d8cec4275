"""Phrases suggested from misses: how they are worded, what is measured, and that what is measured comes true."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.small_meeting import PLAIN, small_scenario
from trainer.authoring.agreement import Labelled
from trainer.authoring.calibrate import calibrate
from trainer.authoring.calibrate_words import Miss
from trainer.authoring.cases import Example, read_examples
from trainer.authoring.suggest import MOST_TRIED, Suggestion, Suggestions, suggest
from trainer.authoring.suggest_text import suggestion_lines, written
from trainer.authoring.suggest_trial import (
    Addition,
    Effect,
    Flip,
    addition_named,
    expect_path,
    flips,
    listened_for,
    row,
    try_phrases,
    with_phrases,
)
from trainer.authoring.suggest_wording import FEWEST, MOST, wordings
from trainer.errors import NotFound
from trainer.meeting.script import Script, prepare
from trainer.meeting.sources import phrase_source
from trainer.scenario.files.document import Document
from trainer.scenario.files.open_document import open_document
from trainer.scenario.incident import example_incident, make_incident
from trainer.scenario.load import load_scenario
from trainer.text.values import Verdict

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "authoring" / "wordings.yaml").read_text(encoding="utf-8"))["cases"]
LABELLED = """
- {reply: "The whole shop is on its knees.", state: opening, points: {severity: covered, what: missing}}
- {reply: "Well, our shop is on its knees, honestly.", state: opening, points: {severity: covered, what: missing}}
- {reply: "The shop looks lovely.", state: opening, points: {severity: missing, what: missing}, must: true}
- {reply: "Paper does not mend a broken leg in a shop.", state: warning, points: {no_warning: covered, severity: missing}}
- {reply: "This is critical.", state: opening, points: {severity: covered, what: missing}, must: true}
- {reply: "Lisbon has trams.", state: opening, points: {severity: missing, what: missing}}
- {reply: "It takes 4-6 hours.", state: timeline, points: {time: covered}}
- {reply: "Stickers on a parachute save no lives.", state: warning, points: {no_warning: covered}}
- {reply: "The shop on its knees protects nobody at all.", state: warning, points: {no_warning: missing}}
"""


@pytest.fixture(scope="module")
def script() -> Script:
    scenario = small_scenario()
    return prepare(scenario, example_incident(scenario))


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> tuple[Example, ...]:
    path = tmp_path_factory.mktemp("cases") / "small.cases.yaml"
    path.write_text(LABELLED, encoding="utf-8")
    return read_examples(path, small_scenario())


@pytest.fixture(scope="module")
def found(script: Script, examples: tuple[Example, ...]) -> Suggestions:
    return suggest(script, examples, calibrate(script, examples).missed)


def as_file(folder: Path, changes: dict[str, Any] | None = None, *, flow: bool = False) -> Path:
    path = folder / "small.yaml"
    text = yaml.safe_dump({**PLAIN, **(changes or {})}, sort_keys=False, default_flow_style=None if flow else False, width=10_000)
    path.write_text(text, encoding="utf-8")
    return path


def severity_phrases(script: Script) -> list[str]:
    return [phrase for facet in script.book.points["severity"].facets for phrase in facet.phrases]


def miss(reply: str, clause: str) -> Miss:
    return Miss("x:1", "opening", reply, "severity", Verdict.COVERED, Verdict.MISSING, clause, "", None, (), ())


@pytest.mark.parametrize("name", CASES, ids=lambda name: name.replace("_", " "))
def test_a_miss_is_worded_as_a_phrase(script: Script, name: str) -> None:
    case = CASES[name]
    reply = case["reply"]
    phrases = wordings(script, miss(reply, case.get("clause", reply)), severity_phrases(script))
    assert list(phrases) == case["phrases"]
    assert all(FEWEST <= len(phrase.split()) <= MOST or "{" in phrase for phrase in phrases)


def test_each_suggestion_flips_what_it_says_once_it_is_pasted(
    script: Script, examples: tuple[Example, ...], found: Suggestions, tmp_path: Path
) -> None:
    assert {one.addition.point for one in found.found if not one.harmful} >= {"severity", "no_warning"}
    path = as_file(tmp_path)
    before = [row(script, example) for example in examples]
    for one in found.found:
        pasted = load_scenario(paste(path, one.addition))
        after = [row(prepare(pasted, example_incident(pasted)), example) for example in examples]
        really = [flip for triple in zip(examples, before, after, strict=True) for flip in flips(*triple)]
        assert list(one.flips) == really
        assert [each.place for each in one.breaks] == [
            now.broken.place for was, now in zip(before, after, strict=True) if now.broken and not was.broken
        ]


def test_what_a_phrase_changes_in_replies_that_are_not_labelled_for_its_point_is_found_too(found: Suggestions) -> None:
    beyond = [flip for one in found.found for flip in one.flips if flip.point != one.addition.point]
    assert [(flip.point, flip.effect) for flip in beyond] == [("no_warning", Effect.GONE)]


def paste(path: Path, addition: Addition) -> Path:
    """The scenario with the line put where it is said to belong."""
    scenario, document = load_scenario(path), open_document(path)
    where = written(document, scenario, addition)
    assert where.there
    lines = path.read_text(encoding="utf-8").splitlines()
    first = lines[int(where.place.rpartition(":")[2]) - 1]
    at = int(where.place.rpartition(":")[2]) + (1 if first.strip() == "expect:" else 0)
    indent = lines[at - 1][: len(lines[at - 1]) - len(lines[at - 1].lstrip())]
    lines.insert(at, indent + where.line)
    changed = path.with_name("pasted.yaml")
    changed.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return changed


def test_a_line_pasted_into_a_list_in_brackets_is_a_phrase_of_it(script: Script, tmp_path: Path) -> None:
    path = as_file(tmp_path, flow=True)
    where = written(open_document(path), script.scenario, Addition("severity", "said", "on its knees: {bug}"))
    text = path.read_text(encoding="utf-8")
    at = text.index("expect: [") + len("expect: [")
    path.write_text(f"{text[:at]}{where.line} {text[at:]}", encoding="utf-8")
    assert "on its knees: {bug}" in load_scenario(path).key_points["severity"].expect


def test_misses_in_nearly_the_same_words_come_as_one_suggestion(found: Suggestions, examples: tuple[Example, ...]) -> None:
    (knees,) = [one for one in found.found if "knees" in one.addition.phrase]
    assert set(knees.places) == {examples[0].place, examples[1].place}
    assert len(knees.alike) == 1
    assert "knees" in knees.alike[0]


def test_the_best_gain_comes_first_and_harm_last(found: Suggestions) -> None:
    order = [(one.harmful, -one.gain) for one in found.found]
    assert order == sorted(order)
    assert found.untried == 0


def test_nothing_missed_is_nothing_read(script: Script, examples: tuple[Example, ...]) -> None:
    calls: list[int] = []
    assert suggest(script, examples, (), lambda *numbers: calls.extend(numbers)) == Suggestions((), 0)
    assert calls == []


def test_progress_goes_on_reply_by_reply_to_its_end(script: Script, examples: tuple[Example, ...]) -> None:
    told: list[tuple[int, int]] = []
    suggest(script, examples, calibrate(script, examples).missed, lambda done, of: told.append((done, of)))
    steps = [done for done, _ in told]
    assert steps == sorted(steps)
    assert list(dict.fromkeys(steps)) == list(range(1, steps[-1] + 1))
    assert told[-1][0] == told[-1][1]
    assert all(done <= of for done, of in told)


def test_no_more_phrases_are_tried_than_the_limit_and_the_rest_is_counted(script: Script) -> None:
    replies = [f"Number{place} sinks ship{place} forever{place}." for place in range(MOST_TRIED + 3)]
    many = [Example(f"x:{place}", Labelled(str(place), "opening", reply, {"severity": 2}, {}, None)) for place, reply in enumerate(replies)]
    missed = [miss(one.labelled.reply, one.labelled.reply) for one in many]
    told: list[tuple[int, int]] = []
    assert suggest(script, many[:1], missed, lambda done, of: told.append((done, of))).untried == 3
    assert told[-1][0] == told[-1][1]


def test_a_phrase_that_spoils_as_much_as_it_mends_does_harm(script: Script) -> None:
    def example(place: int, reply: str, grade: int) -> Example:
        return Example(f"x:{place}", Labelled(str(place), "opening", reply, {"severity": grade}, {}, None))

    both = [example(1, "Our shop is on its knees.", 2), example(2, "Her shop is on its knees.", 0)]
    (one,) = suggest(script, both, calibrate(script, both).missed).found
    assert Counter(flip.effect for flip in one.flips) == {Effect.MENDED: 1, Effect.ALARM: 1}
    assert (one.gain, one.harmful) == (0, True)


def test_a_phrase_that_breaks_a_case_that_must_hold_does_harm(script: Script, tmp_path: Path) -> None:
    path = tmp_path / "small.cases.yaml"
    path.write_text(
        "- {reply: Our shop is on its knees., state: opening, points: {severity: covered}}\n"
        "- {reply: Your shop is on its knees., state: opening, points: {severity: covered}}\n"
        "- {reply: Her shop is on its knees., state: opening, points: {severity: missing}, must: true}\n",
        encoding="utf-8",
    )
    examples = read_examples(path, small_scenario())
    (one,) = suggest(script, examples, calibrate(script, examples).missed).found
    assert one.gain == 1
    assert [broken.place for broken in one.breaks] == [examples[2].place]
    assert one.harmful


@pytest.mark.parametrize(
    ("people", "was", "now", "effect"),
    [
        ("covered", "missing", "partly", Effect.MENDED),
        ("partly", "contradicted", "covered", Effect.MENDED),
        ("covered", "covered", "missing", Effect.LOST),
        ("missing", "missing", "partly", Effect.ALARM),
        ("contradicted", "covered", "contradicted", Effect.GONE),
        ("covered", "partly", "covered", Effect.CLOSER),
        ("partly", "partly", "covered", Effect.FURTHER),
        ("missing", "missing", "contradicted", Effect.FURTHER),
        ("contradicted", "missing", "contradicted", Effect.CLOSER),
    ],
)
def test_what_a_change_is_worth_is_told_by_the_label(script: Script, people: str, was: str, now: str, effect: Effect) -> None:
    grades = {"covered": 2, "partly": 1, "missing": 0, "contradicted": -1}
    example = Example("x:1", Labelled("1", "opening", "x", {"severity": grades[people]}, {}, None))
    plain = row(script, example)
    before, after = (type(plain)({"severity": Verdict(one)}, None) for one in (was, now))
    assert [flip.effect for flip in flips(example, before, after)] == [effect]
    assert list(flips(example, before, before)) == []


def test_a_phrase_is_heard_where_it_was_added_and_the_script_it_was_added_to_is_as_before(script: Script) -> None:
    reply = Example("x:1", Labelled("1", "opening", "Our shop is on its knees.", {"severity": 2}, {}, None))
    grown = with_phrases(script, [Addition("severity", "said", "our shop is on its knees")])
    assert row(grown, reply).verdicts["severity"] is Verdict.COVERED
    assert row(script, reply).verdicts["severity"] is Verdict.MISSING
    assert "our shop is on its knees" in grown.scenario.key_points["severity"].expect
    assert phrase_source(script.scenario, script.incident) == phrase_source(small_scenario(), script.incident)


def test_several_phrases_are_tried_together(script: Script, examples: tuple[Example, ...]) -> None:
    calls: list[int] = []
    additions = [
        Addition("severity", "said", "our shop is on its knees"),
        Addition("no_warning", "said", "paper does not mend a broken leg"),
    ]
    trial = try_phrases(script, examples, additions, lambda: calls.append(1))
    assert {flip.point for flip in trial.flips} == {"severity", "no_warning"}
    assert (trial.replies, len(calls)) == (len(examples), 2 * len(examples))


def test_a_phrase_without_a_telling_word_or_with_an_unknown_fact_is_not_listened_for() -> None:
    scenario = small_scenario()
    open_script = prepare(scenario, make_incident(scenario, "mine", {"bug": "the ledger forgets"}))
    told = {"severity": "our shop is on its knees", "what": "it is as it is", "no_warning": "in {estimate} they all pay double"}
    heard = {}
    for point, phrase in told.items():
        addition = addition_named(scenario, point, phrase)
        heard[point] = listened_for(with_phrases(open_script, [addition]), addition)
    assert heard == {"severity": True, "what": False, "no_warning": False}


@pytest.mark.parametrize(
    ("where", "phrase", "message"),
    [
        ("severty", "x y", "no point called 'severty' (did you mean severity?)"),
        ("severity.sad", "x y", "no facet called 'severity.sad' (did you mean severity.said?)"),
        ("severity", "it is {bugg}", "no fact called 'bugg' (did you mean bug?)"),
    ],
)
def test_a_name_that_is_not_there_is_told_with_the_nearest(where: str, phrase: str, message: str) -> None:
    with pytest.raises(NotFound) as caught:
        addition_named(small_scenario(), where, phrase)
    assert str(caught.value) == message


def two_parts() -> dict[str, Any]:
    point = {key: value for key, value in PLAIN["key_points"]["severity"].items() if key != "expect"}
    facets = {"how": {"expect": ["this is critical"]}, "who": {"expect": ["customers suffer"]}}
    return {"key_points": {**PLAIN["key_points"], "severity": {**point, "facets": facets}}}


def test_a_point_of_several_facets_asks_which() -> None:
    scenario = small_scenario(**two_parts())
    with pytest.raises(NotFound, match=r"severity\.how or severity\.who"):
        addition_named(scenario, "severity", "x y")
    addition = addition_named(scenario, "severity.who", "x y")
    assert expect_path(scenario, addition) == ("key_points", "severity", "facets", "who", "expect")


@pytest.mark.parametrize(
    ("flow", "point", "line", "there"),
    [
        (False, "severity", '- "x: \\"y\\""', True),
        (True, "severity", '"x: \\"y\\"",', True),
        (False, "what", '- "x: \\"y\\""', False),
    ],
)
def test_a_line_to_paste_fits_the_list_it_belongs_in(tmp_path: Path, flow: bool, point: str, line: str, there: bool) -> None:
    path = as_file(tmp_path, flow=flow)
    scenario, document = load_scenario(path), open_document(path)
    where = written(document, scenario, addition_named(scenario, point, 'x: "y"'))
    assert (where.line, where.there) == (line, there)
    at = int(where.place.rpartition(":")[2])
    named = ("expect" if there else "bug:") if not flow else "expect"
    assert any(named in text for text in document.source.lines[at - 2 : at])


def document(tmp_path: Path) -> Document:
    return open_document(as_file(tmp_path))


def one_suggestion(effect: Effect, phrase: str = "our shop is on its knees", point: str = "severity") -> Suggestion:
    facet = "said" if point == "severity" else "bug"
    flip = Flip("x:1", "opening", "Hm.", point, Verdict.COVERED, Verdict.MISSING, Verdict.COVERED, effect)
    return Suggestion(Addition(point, facet, phrase), ("x:1",), ("our shop limps",), (flip,), ())


def test_harm_is_counted_and_shown_only_when_asked_for(tmp_path: Path) -> None:
    both = Suggestions((one_suggestion(Effect.MENDED), one_suggestion(Effect.ALARM, "ships sink")), 7)
    at = document(tmp_path)
    some = "\n".join(suggestion_lines(at, small_scenario(), both, all_of_it=False))
    everything = "\n".join(suggestion_lines(at, small_scenario(), both, all_of_it=True))
    assert '- "our shop is on its knees"' in some
    assert 'or: "our shop limps"' in some
    assert "1 miss mended" in some
    assert "ships sink" not in some
    assert "1 phrase left out" in some
    assert "7 phrases not tried" in some
    assert "1 new false alarm" in everything
    assert "left out" not in everything


def test_the_text_says_that_agreement_looks_better_than_it_is(tmp_path: Path) -> None:
    text = "\n".join(
        suggestion_lines(document(tmp_path), small_scenario(), Suggestions((one_suggestion(Effect.MENDED),), 0), all_of_it=False)
    )
    assert "looks better than it is" in text
    assert "your own words" in text


def test_nothing_tried_is_nothing_said(tmp_path: Path) -> None:
    assert list(suggestion_lines(document(tmp_path), small_scenario(), Suggestions((), 0), all_of_it=True)) == []


def test_a_phrase_for_a_fact_without_its_name_says_where_the_example_is_written(tmp_path: Path) -> None:
    def lines(phrase: str) -> str:
        found = Suggestions((one_suggestion(Effect.MENDED, phrase, "what"),), 0)
        return "\n".join(suggestion_lines(document(tmp_path), small_scenario(), found, all_of_it=False))

    assert "facts.bug.said_as" in lines("orders vanish")
    assert "facts.bug.said_as" not in lines("you know {bug}")
    assert "add `expect:` there" in lines("orders vanish")


def test_the_small_meeting_is_what_its_file_says(tmp_path: Path) -> None:
    assert json.loads(load_scenario(as_file(tmp_path)).model_dump_json()) == json.loads(small_scenario().model_dump_json())
