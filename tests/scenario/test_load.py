"""A scenario file becomes a scenario, or a list of everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenario.samples import HERE, SMALL, SMALL_TEXT, changed, problems_in, small
from trainer.errors import ProblemsFound, Unreadable
from trainer.scenario.dump import scenario_from_json, scenario_hash, scenario_json
from trainer.scenario.files.source import MAX_BYTES
from trainer.scenario.library import bundled
from trainer.scenario.load import load_scenario, problems_of


def checks_in(text: str) -> list[str]:
    return [problem.check for problem in problems_in(text)]


@pytest.mark.parametrize("path", [SMALL, bundled() / "release-halt.yaml"], ids=lambda path: path.name)
def test_a_good_scenario_opens_without_a_word(path: Path) -> None:
    assert problems_of(path) == ()
    assert load_scenario(path).id == path.stem


def test_a_broken_scenario_opens_nothing_and_tells_errors_only() -> None:
    with pytest.raises(ProblemsFound) as caught:
        load_scenario(HERE / "ten_mistakes.yaml")
    assert len(caught.value.problems) == 10
    assert {problem.severity for problem in caught.value.problems} == {"error"}


def test_a_warning_alone_keeps_nothing_from_opening(tmp_path: Path) -> None:
    file = tmp_path / "other.yaml"
    file.write_text(SMALL_TEXT, encoding="utf-8")
    assert [(problem.check, problem.severity) for problem in problems_of(file)] == [("file-name", "warning")]
    assert load_scenario(file).id == "small"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"title: \xff\xfe", "line 1 is not UTF-8"),
        ("title: x".encode("utf-16"), "UTF-16"),
        (b"x" * (MAX_BYTES + 1), "larger than 256 kB"),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_one_line(tmp_path: Path, content: bytes, why: str) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    with pytest.raises(Unreadable, match=why):
        problems_of(file)


def test_a_folder_and_a_missing_file_are_refused_in_one_line(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "not-there.yaml", Path("a\0b")):
        with pytest.raises(Unreadable):
            load_scenario(path)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + SMALL_TEXT.replace("\n", "\r\n").encode())
    assert load_scenario(file) == small()


def test_one_bad_key_point_hides_no_misspelt_state() -> None:
    text = changed("      - {to: closing}", "      - {to: clsing}").replace('    why: "It costs nothing."\n', "    wy: 3\n")
    assert sorted(checks_in(text)) == ["missing-key", "unknown-key", "unknown-state"]


def test_a_broken_item_keeps_its_name_for_those_who_use_it() -> None:
    text = SMALL_TEXT.replace('    label: Thanks\n    why: "It costs nothing."\n    model: "Thank you for hearing me out."\n', "")
    assert set(checks_in(text)) == {"missing-key"}


def test_a_missing_section_is_told_once() -> None:
    before, _, _ = SMALL_TEXT.partition("endings:")
    assert checks_in(before) == ["missing-key"]


@pytest.mark.parametrize(
    "text", ["", "# nothing", "[]", "x", "3", "- a\n- b", "states: 3", "states: {opening: }", "? a\n: b", "key_points: {a: {expect: {}}}"]
)
def test_whatever_stands_in_a_file_is_told_with_a_place(text: str) -> None:
    problems = problems_in(text)
    assert problems
    assert all(problem.line >= 1 and problem.column >= 1 and problem.message and problem.mend for problem in problems)


@pytest.mark.parametrize(
    ("good", "bad", "check", "message"),
    [
        ("      - {to: end}", "      - {to: ende}", "unknown-state", "did you mean 'end'?"),
        ("    cares_about: [ask]", "    cares_about: [aks]", "unknown-point", "did you mean 'ask'?"),
        (
            "      - {when: {missing: ask}, to: pushback}",
            "      - {when: {not: {any: [{covered: aks}]}}, to: pushback}",
            "unknown-point",
            "'aks'",
        ),
        ("    when: {known: cause}", "    when: {known: cuase}", "unknown-fact", "did you mean 'cause'?"),
        ("    when: {mistake: {gives_in: open}}", "    when: {visited: opning}", "unknown-state", "did you mean 'opening'?"),
        ("    when: {mistake: {gives_in: open}}", "    when: {present: sale}", "unknown-role", "did you mean 'sales'?"),
        ("    when: {mistake: {gives_in: open}}", "    when: {trust: {pn: {below: 30}}}", "unknown-role", "did you mean 'pm'?"),
        ("    when: {mistake: {gives_in: open}}", "    when: {flag: blames}", "unknown-choice", "did you mean 'blame'?"),
        ("      - known: [bug, cause]", "      - known: [bug, casue]", "unknown-fact", "did you mean 'cause'?"),
        ("      - point: ask", "      - point: aks", "unknown-point", "did you mean 'ask'?"),
    ],
)
def test_a_name_nothing_declares_is_told_with_the_nearest(good: str, bad: str, check: str, message: str) -> None:
    problems = problems_in(changed(good, bad))
    assert [problem.check for problem in problems] == [check]
    assert message in problems[0].message
    assert problems[0].source == bad


@pytest.mark.parametrize(
    ("short", "check", "message", "column"),
    [
        ("[opening, clossing]", "unknown-state", "did you mean 'closing'?", 18),
        ("opning", "unknown-state", "did you mean 'opening'?", 8),
        ("[opening, closing, opening]", "named-twice", "'opening' is in the short run already", 27),
        ("[]", "empty", "no run", 1),
    ],
)
def test_a_short_run_names_moments_each_once(short: str, check: str, message: str, column: int) -> None:
    (problem,) = problems_in(changed("start: opening", f"start: opening\nshort: {short}"))
    assert (problem.check, problem.line, problem.column) == (check, 6, column)
    assert message in problem.message
    assert problem.mend


@pytest.mark.parametrize("short", ["opening", "[opening]", "[closing, why_now, opening]"])
def test_a_short_run_may_have_states_and_interjections_in_any_order(short: str) -> None:
    assert problems_in(changed("start: opening", f"start: opening\nshort: {short}")) == ()


def test_a_name_used_as_a_key_is_pointed_at_where_it_stands() -> None:
    (problem,) = problems_in(changed("      gains: {ask: 10, thanks: 5}", "      gains: {ask: 10, thank: 5}"))
    assert (problem.check, problem.column) == ("unknown-trust-mover", 24)
    assert problem.mend == "      gains: {ask: 10, thanks: 5}"


@pytest.mark.parametrize(
    "spoken",
    [
        '[{when: {known: cause}, lines: ["It is {cause}."]}, {lines: ["We are looking."]}]',
        '[{when: {any: [{known: cause}]}, lines: ["It is {cause}."]}, {lines: ["We are looking."]}]',
        '[{when: {known: cause, covered: bug}, lines: ["It is {cause}."]}, {lines: ["We are looking."]}]',
        '[{when: {known: cause}, lines: ["x"]}, {when: {unknown: cause}, lines: ["y"]}, {when: {none: cause}, lines: ["z"]}]',
        '[{when: {known: cause}, lines: ["x"]}, {when: {not: {known: cause}}, lines: ["y"]}]',
    ],
)
def test_a_line_that_minds_every_way_a_fact_can_stand_is_fine(spoken: str) -> None:
    assert checks_in(changed('    epilogue: "The date moves."', f"    epilogue: {spoken}")) == []


@pytest.mark.parametrize(
    ("spoken", "check"),
    [
        ('"It is {cause}."', "optional-fact-unguarded"),
        ('[{when: {unknown: cause}, lines: ["It is {cause}."]}, {lines: ["x"]}]', "optional-fact-unguarded"),
        ('[{when: {any: [{known: cause}, {covered: bug}]}, lines: ["It is {cause}."]}, {lines: ["x"]}]', "optional-fact-unguarded"),
        ('[{when: {not: {known: cause}}, lines: ["It is {cause}."]}, {lines: ["x"]}]', "optional-fact-unguarded"),
        ('[{when: {known: cause}, lines: ["x"]}, {when: {unknown: cause}, lines: ["y"]}]', "nothing-to-say"),
        ('[{when: {known: cause}, lines: ["x"]}, {when: {not: {known: cause}, covered: bug}, lines: ["y"]}]', "nothing-to-say"),
        ('[{when: {covered: bug}, lines: ["x"]}]', "nothing-to-say"),
        ('"It is { cause }."', "undeclared-fact"),
        ('"It is {Cause}."', "undeclared-fact"),
        ('"You said {quote}."', "stray-quote"),
    ],
)
def test_a_line_that_may_claim_what_nobody_knows_is_told(spoken: str, check: str) -> None:
    assert checks_in(changed('    epilogue: "The date moves."', f"    epilogue: {spoken}")) == [check]


def test_a_model_line_may_name_the_fact_its_own_point_rests_on() -> None:
    """Its sentence for an unknown fact is said in its place; no other line has one."""
    good = '    model:\n      - {when: {known: cause}, lines: ["The cause is {cause}."]}\n'
    good += '      - lines: ["We are still looking for the cause."]\n'
    assert checks_in(changed(good, '    model: "The cause is {cause}."\n')) == []
    assert checks_in(changed('    model: "Thank you for hearing me out."', '    model: "Thank you for {cause}."')) == [
        "optional-fact-unguarded"
    ]


def test_a_scenario_survives_its_way_through_json() -> None:
    text = scenario_json(small())
    assert scenario_from_json(text) == small()
    assert scenario_json(scenario_from_json(text)) == text
    assert list(scenario_from_json(text).key_points) == list(small().key_points)


def test_the_hash_changes_with_a_single_letter() -> None:
    other = small().model_copy(update={"title": "Asking for a later data"})
    assert scenario_hash(small()) == scenario_hash(small())
    assert scenario_hash(small()) != scenario_hash(other)


def test_a_record_with_another_scenario_in_it_is_refused() -> None:
    with pytest.raises(Unreadable):
        scenario_from_json('{"format": 2}')
