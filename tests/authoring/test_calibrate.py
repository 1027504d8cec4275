"""What labelled replies tell an author: figures by point, and the words behind every difference."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.small_meeting import small_scenario
from trainer.authoring.agreement import GRADE, Labelled
from trainer.authoring.calibrate import Calibration, calibrate
from trainer.authoring.calibrate_words import Miss, find_miss, often_missed
from trainer.authoring.cases import Example, read_examples
from trainer.errors import ProblemsFound, Unreadable
from trainer.matching.reader import read
from trainer.matching.reading import Act, Evidence, FacetHit, PointReading, Reading, Strength
from trainer.meeting.listening import heard_first
from trainer.meeting.script import Script, prepare
from trainer.meeting.sources import phrase_source
from trainer.scenario.incident import example_incident
from trainer.text.values import Verdict

BAD, AFAR = "This is critical.", "Lisbon has lovely trams, and the pastries taste of cinnamon."


@pytest.fixture(scope="module")
def script() -> Script:
    scenario = small_scenario()
    return prepare(scenario, example_incident(scenario))


def example(reply: str, place: int = 1, **points: int) -> Example:
    return Example(f"x:{place}", Labelled(str(place), "opening", reply, points, {}, None))


def as_heard(script: Script, replies: Sequence[str]) -> list[Example]:
    """The replies, labelled with what the reader hears in them."""
    readings = [read(script.book, reply, heard_first(script, "opening")) for reply in replies]
    return [
        example(reply, place, **{point: GRADE[found.verdict] for point, found in reading.points.items()})
        for place, (reply, reading) in enumerate(zip(replies, readings, strict=True), 1)
    ]


def calibrated(script: Script, *examples: Example) -> Calibration:
    return calibrate(script, examples)


def cases(tmp_path: Path, text: str, name: str = "small.cases.yaml") -> tuple[Example, ...]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_examples(path, small_scenario())


def test_hits_misses_and_false_alarms_are_counted_point_by_point(script: Script) -> None:
    found = calibrated(
        script, example(BAD, severity=2), example(AFAR, severity=1, what=0), example(BAD, severity=0), example(AFAR, severity=-1)
    )
    severity = found.points["severity"].counts
    assert (severity.hits, severity.misses, severity.false_alarms, severity.rest) == (1, 1, 1, 1)
    assert found.points["what"].counts.rest == 1
    assert (found.replies, found.labels) == (4, 5)


def test_people_who_hear_what_the_reader_hears_agree_with_it_fully(script: Script) -> None:
    found = calibrate(script, as_heard(script, [BAD, AFAR, "It is about this: the payment queue loses orders.", "It is only minor."]))
    assert found.pooled is not None
    assert (found.pooled.value, found.pooled.low, found.pooled.high) == (1.0, 1.0, 1.0)
    assert (found.missed, found.false_alarms) == ((), ())


def test_a_point_on_which_labels_never_vary_has_no_kappa(script: Script) -> None:
    found = calibrated(script, example(BAD, severity=2, what=0), example(AFAR, severity=2, what=0))
    assert all(figures.kappa is None for figures in found.points.values())
    assert found.pooled is not None


def test_the_interval_holds_the_figure_and_is_the_same_every_time(script: Script) -> None:
    examples = [example(BAD, severity=2), example(AFAR, severity=1), example(BAD, severity=0), example(AFAR, severity=0)] * 5
    first, second = calibrate(script, examples), calibrate(script, examples)
    assert first == second
    assert first.pooled is not None
    assert first.pooled.low < first.pooled.value < first.pooled.high


def unheard(script: Script, reply: str, *elsewhere: FacetHit) -> Miss:
    """`severity` missed without a near miss, whatever the reader would make of the reply; `elsewhere` is what `what` took."""
    severity = next(spec for spec in phrase_source(script.scenario, script.incident).points if spec.id == "severity")
    what = PointReading(Verdict.PARTLY, 0.5, elsewhere)
    reading = Reading({"severity": PointReading(Verdict.MISSING, 0.0), "what": what}, Act.STATEMENT)
    return find_miss(script, severity, example(reply, severity=2), reading)


def test_a_miss_shows_the_words_that_no_phrase_of_the_point_holds(script: Script) -> None:
    miss = unheard(script, "Trams are lovely. It blocks every pastry, for cinnamon.")
    assert (miss.clause, miss.words, miss.elsewhere) == ("It blocks every pastry", ("pastry",), ("trams", "lovely", "cinnamon"))


def test_the_nearest_words_are_those_that_share_most_with_the_phrases(script: Script) -> None:
    miss = unheard(script, "A serious tram. The release blocks pastry! Cinnamon everywhere")
    assert (miss.clause, miss.phrase) == ("The release blocks pastry", "it blocks the release")


def test_among_words_that_share_nothing_those_that_say_nothing_else_are_nearest(script: Script) -> None:
    reply = "Cinnamon pastry orders vanish, trams rattle."
    assert unheard(script, reply).clause == "Cinnamon pastry orders vanish"
    taken = FacetHit("bug", Strength.NEAR, Evidence(0, 15, reply[:15], "x", 0.4))
    assert unheard(script, reply, taken).clause == "trams rattle"


def test_a_reply_that_shares_nothing_with_the_phrases_names_no_phrase(script: Script) -> None:
    (miss,) = calibrated(script, example(AFAR, severity=2)).missed
    assert miss.phrase == ""
    assert miss.clause in AFAR
    assert miss.similarity is None


@pytest.mark.parametrize("reply", ["", "   ", "...", "?!", "🙂"])
def test_a_reply_without_words_has_none_to_show(script: Script, reply: str) -> None:
    (miss,) = calibrated(script, example(reply, severity=2)).missed
    assert (miss.words, miss.elsewhere) == ((), ())


def test_a_point_heard_as_denied_shows_what_denied_it(script: Script) -> None:
    (miss,) = calibrated(script, example("It is only minor.", severity=2)).missed
    assert miss.heard is Verdict.CONTRADICTED
    assert (miss.clause, miss.phrase) == ("It is only minor", "it is only minor")


def test_a_false_alarm_shows_the_words_and_the_phrase_that_raised_it(script: Script) -> None:
    (alarm,) = calibrated(script, example(f"Well. {BAD}", severity=0)).false_alarms
    assert (alarm.point, alarm.people, alarm.heard) == ("severity", Verdict.MISSING, Verdict.COVERED)
    (evidence,) = alarm.raised_by
    assert (evidence.text, evidence.phrase) == ("This is critical", "this is critical")


def test_words_that_stand_in_several_misses_are_counted_once_a_reply(script: Script) -> None:
    said = ("Cinnamon, cinnamon and trams.", "A tram without cinnamon.", "Pastries.")
    found = calibrated(script, *(example(reply, place, severity=2) for place, reply in enumerate(said)))
    assert dict(often_missed(found.missed)) == {"cinnamon": 2, "trams": 2}


def test_differences_stand_in_the_order_of_the_scenario_then_of_the_file(script: Script) -> None:
    found = calibrated(script, example(AFAR, 1, what=2, severity=2), example(AFAR, 2, severity=2))
    assert [(miss.point, miss.place) for miss in found.missed] == [("severity", "x:1"), ("severity", "x:2"), ("what", "x:1")]
    assert list(found.points) == ["severity", "what"]


def test_a_must_that_holds_is_not_told_and_one_that_does_not_says_all_that_is_broken(script: Script, tmp_path: Path) -> None:
    found = calibrate(
        script,
        cases(
            tmp_path,
            f"- {{reply: '{BAD}', state: opening, points: {{severity: covered, what: missing}}, flags: [], must: true}}\n"
            f"- {{reply: '{BAD}', state: opening, points: {{severity: missing}}, flags: [blame], overall: {{max: 5}}, must: true}}\n"
            f"- {{reply: '{BAD}', state: opening, points: {{severity: missing}}}}\n",
        ),
    )
    (broken,) = found.unkept
    assert broken.place.endswith("small.cases.yaml:2")
    assert [sentence.partition(":")[0] for sentence in broken.broken] == ["severity", "flag blame", "overall"]
    assert (found.musts, found.replies) == (2, 3)


def test_the_agreement_a_scenario_asks_for_is_measured_without_its_musts(script: Script, tmp_path: Path) -> None:
    found = calibrate(
        script,
        cases(
            tmp_path,
            f"- {{reply: '{BAD}', state: opening, points: {{severity: missing, what: missing}}, must: true}}\n"
            f"- {{reply: '{BAD}', state: opening, points: {{severity: covered, what: missing}}}}\n",
        ),
    )
    assert found.pooled is not None
    assert found.rest is not None
    assert found.pooled.value < found.rest.value == 1.0
    assert found.asked == small_scenario().agreement


def test_flags_left_out_of_a_case_are_not_counted(script: Script, tmp_path: Path) -> None:
    found = calibrate(
        script, cases(tmp_path, f"- {{reply: '{BAD}', state: opening}}\n- {{reply: '{BAD}', state: opening, flags: [blame]}}")
    )
    assert {name: (counts.hits, counts.misses, counts.rest) for name, counts in found.flags.items() if name == "blame"} == {
        "blame": (0, 1, 0)
    }
    assert sum((counts.hits + counts.misses + counts.false_alarms + counts.rest) for counts in found.flags.values()) == 7


def test_labels_on_json_lines_are_read_as_cases_are(tmp_path: Path) -> None:
    rows = [
        {"id": 1, "turn": "opening", "reply": BAD, "points": {"severity": 2, "what": 0}},
        {"id": 2, "state": "warning", "reply": "No.", "points": {"no_warning": 1, "severity": 0}, "disputed": ["severity"]},
    ]
    text = "\n" + "\n\n".join(map(json.dumps, rows))
    first, second = cases(tmp_path, text, "small.jsonl")
    assert (first.place.rpartition(":")[2], second.place.rpartition(":")[2]) == ("2", "4")
    assert second.labelled.points == {"no_warning": 1}
    assert not first.must


def test_unknown_names_and_grades_on_json_lines_are_all_told_with_their_places(tmp_path: Path) -> None:
    rows = [
        {"id": 1, "state": "openin", "reply": "x", "points": {"severty": 2}},
        {"id": 2, "state": "opening", "reply": "x", "points": {"severity": 3}, "flags": {"blaming": 1}},
    ]
    text = "\n".join(map(json.dumps, rows))
    with pytest.raises(ProblemsFound) as caught:
        cases(tmp_path, text, "small.jsonl")
    problems = caught.value.problems
    assert [(one.check, one.line) for one in problems] == [
        ("unknown-state", 1),
        ("unknown-point", 1),
        ("unknown-choice", 2),
        ("unknown-flag", 2),
    ]
    lines = text.splitlines()
    quoted = [lines[one.line - 1][one.column - 1 :].split('"')[1] for one in problems]
    assert quoted == ["openin", "severty", "severity", "blaming"]
    assert ["(did you mean 'opening'?)" in one.message for one in problems] == [True, False, False, False]
    assert "(did you mean 'blame'?)" in problems[3].message
    assert all(one.mend for one in problems)


def test_unknown_names_in_cases_are_told_with_the_nearest_known_name(tmp_path: Path) -> None:
    text = (
        "- {reply: x, state: openin, points: {severty: covered}}\n"
        "- {reply: x, state: opening, points: {what: coverd}}\n"
        "- {reply: x, state: opening, flags: [cavs]}\n"
    )
    with pytest.raises(ProblemsFound) as caught:
        cases(tmp_path, text)
    found = {one.check + str(one.line): one for one in caught.value.problems}
    assert list(found) == ["unknown-state1", "unknown-point1", "unknown-choice2", "unknown-choice3"]
    for one, name in zip(found.values(), ("opening", "severity", "covered", "caves"), strict=True):
        assert f"(did you mean '{name}'?)" in one.message
        assert name in one.mend
        assert one.column > 1


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("x.jsonl", "", "no labelled reply"),
        ("x.jsonl", '{"id": 1}', ":1: not a labelled reply"),
        ("x.jsonl", "[" * 100_000, "nested too deeply"),
        ("x.jsonl", '{"id": 1, "state": "opening", "reply": "x", "points": {"severity": Infinity}}', "number"),
        ("x.cases.yaml", "[]", "no labelled reply"),
    ],
)
def test_a_file_without_labelled_replies_is_refused_in_one_line(tmp_path: Path, name: str, text: str, why: str) -> None:
    with pytest.raises(Unreadable) as caught:
        cases(tmp_path, text, name)
    assert name in str(caught.value)
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["nowhere.jsonl", "nowhere.cases.yaml"])
def test_a_file_that_is_not_there_is_said_to_be_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unreadable, match="there is no such file"):
        read_examples(tmp_path / name, small_scenario())


def test_a_denial_that_only_one_side_hears_is_told_though_kappa_does_not_see_it(script: Script) -> None:
    denial = "It is only minor."
    found = calibrated(script, example(denial, 1, severity=0), example(AFAR, 2, severity=-1), example(denial, 3, severity=-1))
    told = [(one.place, one.people, one.heard) for one in found.denials]
    assert told == [("x:1", Verdict.MISSING, Verdict.CONTRADICTED), ("x:2", Verdict.CONTRADICTED, Verdict.MISSING)]
