"""One page about what many people rehearsed: to talk about the meeting, never to rank anybody."""

from __future__ import annotations

import csv
import io
import random
import re
from dataclasses import replace

import pytest

from trainer.report.group import csv as group_csv
from trainer.report.group import html as group_html
from trainer.report.group import markdown as group_markdown
from trainer.report.group.answers import LONGEST, MOST_ANSWERS, MOST_POINTS
from trainer.report.group.csv import COLUMNS, safe
from trainer.report.group.gather import MOST_PRACTICE, group, how_often
from trainer.report.group.parts import parts
from trainer.report.group.values import Group, PointTally
from trainer.report.sharing.values import Shared, SharedMistake, SharedPoint, SharedTurn

VERDICT = {"covered": "covered", "partly": "partly", "contradicted": "contradicted"}
HEARD = "It is critical, people pay twice for what they bought."
NOT_HEARD = "Well, we looked into it this morning, I guess."


def point(standing: str, label: str = "How bad it is") -> SharedPoint:
    return SharedPoint(label, "Harm", True, standing, VERDICT.get(standing, "missing"), standing == "told", standing == "claimed")


def turn(reply: str | None, verdict: str = "missing", moment: str = "opening", **changes: object) -> SharedTurn:
    plain = SharedTurn(moment, "pm", "question", f"So, {moment}?", reply, {} if reply is None else {"severity": verdict})
    return replace(plain, **changes)  # type: ignore[arg-type]


def run(standing: str = "covered", reply: str | None = HEARD, **changes: object) -> Shared:
    plain = Shared(
        scenario="small",
        title="A small meeting",
        scenario_hash="a1",
        mode="coach",
        length="whole",
        pressure="gentle",
        day="2026-01-02",
        name=None,
        score=70,
        first_score=60,
        passed=True,
        ended="ending",
        ending="halted",
        ending_label="Halted",
        moments={"opening": "what is wrong", "warning": "a warning instead"},
        points={"severity": point(standing)},
        turns=(turn(reply, VERDICT.get(standing, "missing")),),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def only(page: Group) -> PointTally:
    return page.scenarios[0].points[0]


def test_a_point_is_counted_by_where_it_stood_at_the_end() -> None:
    standings = ("covered", "covered", "partly", "missed", "told", "contradicted", "claimed", "not reached")
    tally = only(group(run(standing, f"reply number {at} of them all") for at, standing in enumerate(standings)))
    assert (tally.runs, tally.heard, tally.partly, tally.missed, tally.told, tally.contradicted, tally.claimed) == (7, 2, 1, 1, 1, 1, 1)
    assert tally.not_heard == 3


def test_what_nobody_got_to_ask_was_missed_by_nobody() -> None:
    page = group([run("not reached"), run("missed", NOT_HEARD)])
    assert only(page).runs == 1


def test_extras_are_not_counted_against_anybody() -> None:
    assert group([run(points={"severity": replace(point("missed"), required=False)})]).scenarios[0].points == ()


@pytest.mark.parametrize(("runs", "told"), [(1, "1 of 1"), (2, "2 of 2"), (3, "3 of 3 (100 %)")])
def test_shares_are_told_from_three_rehearsals_on(runs: int, told: str) -> None:
    page = group(run("missed", f"{NOT_HEARD} {at}") for at in range(runs))
    assert how_often(only(page)) == told
    assert ("%" in group_markdown.render(page)) is (runs >= 3)


def test_the_most_missed_points_come_first_and_one_of_one_does_not() -> None:
    runs = [
        run(
            "missed",
            f"{NOT_HEARD} {at}",
            points={"severity": point("missed" if at else "covered"), "plan": point("covered" if at else "missed", "Plan")},
        )
        for at in range(4)
    ]
    rare = run("covered", points={"severity": point("covered"), "rare": point("missed", "Rare")})
    assert [one.point for one in group([*runs, rare]).scenarios[0].points] == ["severity", "plan", "rare"]


def test_where_people_conceded_stands_with_the_moment_and_whether_they_took_it_back() -> None:
    caved = turn("OK, ship it with a warning", moment="warning", mistakes=("gives_in",))
    runs = [
        run(mistakes={"gives_in": SharedMistake("Agreed to ship", status)}, turns=(replace(caved, reply=f"{caved.reply} {status}"),))
        for status in ("open", "repaired")
    ]
    (happened,) = group(runs).scenarios[0].conceded
    assert (happened.what, happened.about, happened.runs, happened.repaired) == ("Agreed to ship", "a warning instead", 2, 1)


def test_where_people_stopped_stands_with_the_moment_they_did() -> None:
    left = run(ended="quit", ending=None, passed=False, turns=(turn(HEARD, "covered"), turn(None, moment="warning")))
    late = run(ended="time_up", ending=None, passed=False, turns=(turn(NOT_HEARD),))
    happened = group([left, late, run()]).scenarios[0].gave_up
    assert {(one.what, one.about) for one in happened} == {("left early", "a warning instead"), ("time was up", "what is wrong")}


def test_answers_stand_side_by_side_where_one_was_heard_and_one_was_not() -> None:
    (pair,) = group([run(), run("missed", NOT_HEARD)]).scenarios[0].side_by_side
    assert (pair.label, pair.about, pair.heard, pair.not_heard) == ("How bad it is", "what is wrong", (HEARD,), (NOT_HEARD,))


@pytest.mark.parametrize(
    "other",
    [
        run("missed", NOT_HEARD, turns=(turn(NOT_HEARD, moment="warning"),)),
        run("missed", "no"),
        run("missed", turns=(turn(NOT_HEARD, kind="follow_up"),)),
        run("missed", None),
        run("covered", "It is as bad as it gets."),
    ],
    ids=["another question", "too short to talk about", "an answer to a follow-up", "no answer", "heard as well"],
)
def test_what_does_not_compare_is_not_set_side_by_side(other: Shared) -> None:
    assert group([run(), other]).scenarios[0].side_by_side == ()


def test_few_answers_are_shown_the_same_for_the_same_rehearsals_in_any_order() -> None:
    words = ("one", "two", "three", "four", "five")
    names = [f"p{at}" for at in range(7)]
    runs = [
        run(
            points={name: point(standing, name) for name in names},
            turns=(turn(f"{'long ' * at}answer {word} {standing} here", points=dict.fromkeys(names, VERDICT.get(standing, "missing"))),),
        )
        for at, word in enumerate(words)
        for standing in ("covered", "missed")
    ]
    page = group(runs)
    pairs = page.scenarios[0].side_by_side
    assert len(pairs) == MOST_POINTS
    assert all(len(one.heard) == len(one.not_heard) == MOST_ANSWERS for one in pairs)
    assert len(page.scenarios[0].practise) == MOST_PRACTICE
    for seed in range(5):
        assert group(random.Random(seed).sample(runs, len(runs))) == page  # noqa: S311  (any order)


def test_a_very_long_answer_ends_in_dots_at_a_word() -> None:
    long = " ".join(f"word{at}" for at in range(400))
    (pair,) = group([run(), run("missed", long)]).scenarios[0].side_by_side
    assert len(pair.not_heard[0]) <= LONGEST + 2
    assert long.startswith(pair.not_heard[0].removesuffix(" …"))
    assert re.search(r"word\d+ …$", pair.not_heard[0])


def test_a_file_that_came_twice_counts_once_but_two_who_said_nothing_count_twice() -> None:
    silent = run("missed", None)
    page = group([run(), run(), silent, silent])
    assert (page.runs, page.copies) == (3, 1)
    assert "1 file was a copy" in group_markdown.render(page)


def test_one_rehearsal_given_away_with_a_name_and_without_is_one_under_that_name() -> None:
    again = [run(), run(name="Ada"), run("missed", NOT_HEARD), run()]
    for given in (again, again[::-1]):
        page = group(given)
        assert (page.runs, page.copies, page.scenarios[0].names) == (2, 2, ("Ada",))
        assert {row["name"] for row in csv.DictReader(io.StringIO(group_csv.render(given)))} == {"Ada", ""}
        assert {row["rehearsal"] for row in csv.DictReader(io.StringIO(group_csv.render(given)))} == {"1", "2"}


def test_scenarios_are_kept_apart_and_versions_are_told() -> None:
    page = group([run(), run("missed", NOT_HEARD, scenario_hash="b2"), run(scenario="other", title="Another")])
    assert [(one.title, one.runs, one.versions) for one in page.scenarios] == [("Another", 1, 1), ("A small meeting", 2, 2)]
    assert "2 versions" in group_markdown.render(page)


def test_only_those_are_named_who_chose_to_be_and_never_beside_an_answer_or_a_score() -> None:
    page = group([run(name="Zoe"), run("missed", NOT_HEARD, name="ada"), run("missed", NOT_HEARD + " again")])
    assert page.scenarios[0].names == ("ada", "Zoe")
    for text in (group_markdown.render(page), group_html.render(page)):
        assert text.count("Zoe") == 1
        assert "ada, Zoe and others without a name" in text
        assert "70" not in text


def test_what_to_practise_comes_with_a_line_to_type() -> None:
    page = group([run("missed", NOT_HEARD)])
    commands = [part.command for part in parts(page.scenarios[0]) if part.command]
    assert commands == ["trainer play small --mode drill --points severity"]
    assert f"\n{commands[0]}\n" in group_markdown.render(page)


def test_a_group_that_missed_nothing_has_nothing_to_practise() -> None:
    headings = [part.heading for part in parts(group(run(reply=f"{HEARD} {at}") for at in range(3)).scenarios[0])]
    assert headings == ["Heard every time"]


def test_no_rehearsals_say_how_people_give_theirs() -> None:
    assert "trainer export" in group_markdown.render(group([]))
    assert "trainer export" in group_html.render(group([]))


EVIL = "<script>alert(1)</script> | [x](http://x) `y` ![z](q) =1+1"


def test_what_people_typed_is_shown_as_text() -> None:
    page = group([run(name=EVIL), run("missed", f"{EVIL} and a bit more", title=EVIL)], ["<b>.json"])
    html = group_html.render(page)
    assert "<script" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;" in html
    markdown = group_markdown.render(page)
    assert "\\<script\\>" in markdown
    assert "[x]" not in markdown
    assert all(line.count(" | ") == 4 for line in markdown.splitlines() if line.startswith("| How bad"))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\x1b=1", "\u202e=1", "＝1", "\r\n=1"])
def test_no_cell_of_the_table_is_a_formula(cell: str) -> None:
    assert safe(cell).startswith("'")
    rows = list(csv.reader(io.StringIO(group_csv.render([run(name=cell, points={"severity": point("missed", cell)})]))))
    assert not any(one.startswith(("=", "+", "-", "@", "＝")) for row in rows for one in row)


def test_the_table_has_a_row_for_each_rehearsal_and_point() -> None:
    runs = [run(points={"severity": point("missed"), "plan": point("covered", "Plan, and date")}), run("partly", NOT_HEARD)]
    rows = list(csv.DictReader(io.StringIO(group_csv.render(runs))))
    assert len(rows) == 3
    assert tuple(rows[0]) == COLUMNS
    assert {row["rehearsal"] for row in rows} == {"1", "2"}
    assert sorted((row["point"], row["standing"]) for row in rows) == [("plan", "covered"), ("severity", "missed"), ("severity", "partly")]
    assert "Plan, and date" in {row["label"] for row in rows}


def test_a_point_heard_in_part_by_all_says_so_where_it_is_neither_heard_nor_not_heard() -> None:
    page = group_markdown.render(group([run("partly"), run("partly", "It hurts some of them."), run("partly", "It hurts them, a bit.")]))
    assert "3 partly" in page
