"""An own incident: what is known, what is not, and what can be told of a file with mistakes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scenario.samples import HERE, SMALL_INCIDENT_TEXT, small
from trainer.errors import Problem, ProblemsFound, Unreadable
from trainer.meeting.script import prepare
from trainer.report.brief.gather import brief
from trainer.report.brief.text import render
from trainer.scenario.incident import Incident, Known, Unknown, example_incident, fitted, make_incident
from trainer.scenario.incident_file import dump_incident, load_incident
from trainer.scenario.load import load_scenario
from trainer.scenario.slots import fill, fillable, slots_in
from trainer.text.clean import clean

NASTY = [
    "[/]",
    "[@click=app.quit]x[/]",
    "a: b",
    "two\nlines",
    "No",
    "15:30",
    "010",
    "~",
    "unknown",
    "none",
    "#4711",
    "{bug}",
    '"quoted"',
    "🙂",
    "a \\ b",
    "- x",
]


def problems_of(tmp_path: Path, text: str) -> list[Problem]:
    file = tmp_path / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsFound) as caught:
        load_incident(file, small())
    return list(caught.value.problems)


def test_the_example_knows_every_fact_with_its_other_wordings() -> None:
    incident = example_incident(small())
    assert incident.is_example
    assert incident.values["bug"] == Known("orders are stored twice", ("duplicate orders", "the same order comes in twice"))
    assert all(incident.known(fact) for fact in small().facts)


def test_a_fact_left_out_is_unknown_and_never_takes_the_examples_value() -> None:
    incident = load_incident(HERE / "small.incident.yaml", small())
    assert incident.value("bug") == "orders vanish"
    assert incident.unknown("cause")
    assert incident.value("cause") is None
    assert not incident.is_example


def test_unknown_and_none_are_told_apart() -> None:
    incident = make_incident(small(), "mine", {"bug": "x", "estimate": "2 days", "cause": "None", "owner": " "})
    assert incident.none("cause")
    assert not incident.unknown("cause")
    assert incident.unknown("owner")
    assert not incident.none("owner")


def test_a_required_fact_left_open_is_told_with_its_question() -> None:
    with pytest.raises(ProblemsFound) as caught:
        make_incident(small(), "mine", {"bug": "unknown", "estimate": "2 days"})
    (problem,) = caught.value.problems
    assert (problem.check, problem.path) == ("fact-needed", "facts.bug")
    assert "What goes wrong?" in problem.mend


@pytest.mark.parametrize("value", ["soon", "we will see", "a while"])
def test_a_duration_has_to_say_how_long(value: str) -> None:
    with pytest.raises(ProblemsFound) as caught:
        make_incident(small(), "mine", {"bug": "x", "estimate": value})
    assert [problem.check for problem in caught.value.problems] == ["wrong-kind"]


def test_everything_wrong_with_a_file_is_told_at_once_with_places_and_mends(tmp_path: Path) -> None:
    text = "format: 1\nscenario: smal\nfacts:\n  estimate: soon\n  cuase: a lock\n  owner: none\n  cause: 15:30\n"
    found = [(problem.check, problem.line, problem.column, problem.mend) for problem in problems_of(tmp_path, text)]
    assert found == [
        ("other-scenario", 2, 11, "scenario: small"),
        ("fact-needed", 3, 1, 'add `bug: "..."`: What goes wrong?'),
        ("wrong-kind", 4, 13, "write it with a number, for instance 4-6 hours"),
        ("unknown-fact", 5, 3, "facts are bug, estimate, cause, owner"),
        ("no-none", 6, 10, "write `unknown`, or what you know"),
        ("read-as-number", 7, 10, '  cause: "15:30"'),
    ]


def test_a_misspelt_fact_is_told_with_the_corrected_line(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, SMALL_INCIDENT_TEXT + "  cuase: a lock\n")
    assert (problem.check, problem.mend) == ("unknown-fact", "  cause: a lock")
    assert "did you mean 'cause'?" in problem.message


def test_a_bare_yes_or_no_is_told_with_the_quoted_line(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, SMALL_INCIDENT_TEXT.replace("orders vanish", "No"))
    assert (problem.check, problem.mend) == ("read-as-yes-no", '  bug: "No"')


@pytest.mark.parametrize("broken", ["facts: []", "format: 2", "facts:\n  bug: [a]\n  estimate: {valu: x}", "[]", "x", "facts: 3"])
def test_a_file_of_the_wrong_shape_is_told_and_never_crashes(tmp_path: Path, broken: str) -> None:
    assert all(problem.line and problem.mend for problem in problems_of(tmp_path, broken))


def test_a_file_that_is_not_there_is_said_in_one_line() -> None:
    with pytest.raises(Unreadable, match="there is no such file"):
        load_incident(Path("nowhere.yaml"), small())


@pytest.mark.parametrize("value", NASTY)
def test_a_nasty_value_reads_back_as_it_was_written(tmp_path: Path, value: str) -> None:
    wordings = (value, "another wording")
    given: dict[str, Known | Unknown] = {
        "bug": Known(value, wordings),
        "estimate": Known("2 days"),
        "cause": Known(value),
        "owner": Unknown.UNKNOWN,
    }
    incident = Incident("small", value, given)
    assert read_back(tmp_path, incident) == Incident("small", " ".join(value.split()), fitted(small(), given))


@given(
    st.text(min_size=1, max_size=80).map(clean).filter(str.strip).filter(lambda value: value.strip(" .").casefold() not in tuple(Unknown))
)
def test_any_fitted_value_reads_back_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, value: str) -> None:
    values: dict[str, Known | Unknown] = {"bug": Known(value), "estimate": Known("2 days"), "cause": Unknown.NONE, "owner": Unknown.UNKNOWN}
    incident = Incident("small", "mine", fitted(small(), values))
    assert read_back(tmp_path_factory.mktemp("incident"), incident) == incident


FILE = "format: 1\nscenario: small\nfacts:\n  bug: {bug}\n  estimate: {estimate}\n  cause: {cause}\n"


@pytest.mark.parametrize(
    ("bug", "estimate", "cause"),
    [
        ("Orders are hit.", "About 2 days.", "Unknown."),
        ("We found that orders vanish.", "2 days", "unknown"),
        ("orders vanish", "2 days", "a lock"),
    ],
)
def test_a_file_and_the_form_make_the_same_of_what_is_written(tmp_path: Path, bug: str, estimate: str, cause: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(FILE.format(bug=bug, estimate=estimate, cause=cause), encoding="utf-8")
    assert load_incident(file, small()).values == make_incident(small(), "mine", {"bug": bug, "estimate": estimate, "cause": cause}).values


WRITTEN_OUT = {
    "bug": "We found that the search shows other tenants' orders.",
    "impact": "If we ship as is, users see other people's invoices!",
    "estimate": "The fix takes about 4 hours.",
    "cause": "The cause is a cache key without the tenant.",
    "decider": "The decision is with Mark.",
    "decide_by": "by 5 pm.",
    "unknowns": "- how many tenants\n- since when\n",
    "exit_criteria": "We ship once the test passes. A second engineer has to look at it.",
}


def test_whole_sentences_in_a_file_make_a_brief_that_says_nothing_twice(tmp_path: Path) -> None:
    scenario = load_scenario(Path(__file__).parents[2] / "scenarios" / "release-halt.yaml")
    file = tmp_path / "mine.yaml"
    file.write_text(json.dumps({"format": 1, "scenario": scenario.id, "facts": WRITTEN_OUT}), encoding="utf-8")
    page = render(brief(prepare(scenario, load_incident(file, scenario))))
    assert not re.search(r"\b(\w+(?: \w+)*),? \1\b", page, re.IGNORECASE)
    assert not re.search(r"[.!?]\s?\.(?!\.)", page)
    for said in (
        "We found that the search shows",
        "users see other people's invoices!",
        "decision is needed by 5 pm.",
        "how many tenants, since when",
    ):
        assert said in page


@pytest.mark.parametrize("value", ["it hangs. Then it stops.", "it hangs!", "does it hang?", "it hangs …", "at 5 p.m."])
def test_a_full_stop_is_never_put_behind_the_end_of_a_sentence(value: str) -> None:
    incident = Incident("small", "mine", {"bug": Known(value)})
    assert fill("We found that {bug}. Hold it.", incident) == f"We found that {value} Hold it."
    assert fill("We found {bug}, and {cause}.", incident) == f"We found {value}, and {{cause}}."


def read_back(folder: Path, incident: Incident) -> Incident:
    file = folder / "mine.yaml"
    file.write_text(dump_incident(incident), encoding="utf-8", newline="")
    return load_incident(file, small())


def test_a_value_is_put_in_once_so_that_braces_in_it_stay_text() -> None:
    incident = Incident("small", "mine", {"bug": Known("{estimate} [/]"), "estimate": Known("2 days")})
    assert fill("We found {bug}, {estimate}.", incident) == "We found {estimate} [/], 2 days."


def test_a_line_with_a_fact_nobody_knows_cannot_be_filled() -> None:
    incident = Incident("small", "mine", {"bug": Known("x")})
    assert slots_in("{bug} and {cause}, {bug}") == ("bug", "cause")
    assert fillable("{bug}, {quote}", incident)
    assert not fillable("{bug} and {cause}", incident)
    assert fill("{cause}", incident) == "{cause}"
