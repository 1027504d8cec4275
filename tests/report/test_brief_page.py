"""One page, cut by rank."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from trainer.meeting.events import Event
from trainer.meeting.fold import fold
from trainer.meeting.options import Options
from trainer.meeting.run import ScriptedReply, run
from trainer.meeting.script import prepare
from trainer.report.brief import html as brief_html
from trainer.report.brief import markdown as brief_markdown
from trainer.report.brief import text as brief_text
from trainer.report.brief.gather import brief
from trainer.report.brief.page import ALWAYS, PAGE_LINES, left_out_note, lines_needed, one_page
from trainer.report.brief.shorten import words_aloud
from trainer.report.brief.values import Brief, BriefLine, BriefPart, Source
from trainer.scenario.incident import LONGEST_VALUE, Incident, Known, Unknown, example_incident, value_problem
from trainer.scenario.library import bundled
from trainer.scenario.load import load_scenario
from trainer.scenario.models import BriefItem, Scenario
from trainer.scenario.plays import load_plays
from trainer.text.values import Verdict

OPENING, CALL = "Opening, thirty seconds", "The message that calls the meeting"


@cache
def scenario() -> Scenario:
    return load_scenario(bundled() / "release-halt.yaml")


@cache
def runs() -> tuple[tuple[Event, ...], ...]:
    """No run, and every playthrough that comes with the scenario."""
    script = prepare(scenario(), example_incident(scenario()))
    plays = [play for play in load_plays(bundled() / "release-halt.play.yaml") if play.incident is None]
    replies = [
        [ScriptedReply(one) if isinstance(one, str) else ScriptedReply(one.reply, one.state) for one in play.replies] for play in plays
    ]
    return ((), *(tuple(run(script, given, Options(seed=3)).events) for given in replies[:4]))


WORDS = st.lists(st.text(alphabet="abcdeEW,;", min_size=1, max_size=25), min_size=1, max_size=90).map(" ".join)
WIDE = st.text(alphabet="支払、二重。", min_size=1, max_size=LONGEST_VALUE)
SOLID = st.text(alphabet="xW", min_size=1, max_size=LONGEST_VALUE)
VALUES = st.one_of(WORDS, WIDE, SOLID).map(lambda text: text[:LONGEST_VALUE].strip(" ,;") or "x").map(Known)


@st.composite
def incidents(draw: st.DrawFn) -> Incident:
    """Any standing for any fact that the form would take."""
    values: dict[str, Known | Unknown] = {}
    for name, fact in scenario().facts.items():
        value = draw(st.one_of(st.just(Known(fact.example)), st.sampled_from(Unknown), VALUES))
        values[name] = value if value_problem(fact, value) is None else Known(fact.example)
    return Incident(scenario().id, draw(WORDS)[:60], values)


def part_of(page: Brief, heading: str) -> BriefPart:
    return next(part for part in page.parts if part.heading == heading)


def rank_one(incident: Incident) -> set[tuple[str, str]]:
    """Heading and label of every rank 1 item that has something to say."""
    return {
        (section.heading, label)
        for section in scenario().brief
        for item in section.items
        if (section.rank if item.rank is None else item.rank) == ALWAYS
        for label in labels_of(item, incident)
    }


def earned_otherwise(which: int) -> set[str]:
    """Labels of the facts that the points covered in a run rest on: what is not known of them may have been answered in other words."""
    ledger = fold(runs()[which]).ledger
    covered = (point for name, point in scenario().key_points.items() if ledger.point(name).verdict is Verdict.COVERED)
    return {scenario().facts[facet.fact].label for point in covered for facet in point.parts.values() if facet.fact is not None}


def labels_of(item: BriefItem, incident: Incident) -> list[str]:
    """The labels of the lines that an item gives."""
    facts = scenario().facts
    if item.point is not None:
        return [scenario().key_points[item.point].label]
    if item.line is not None:
        return [""]
    given = [name for name in item.known if incident.known(name) or incident.none(name)]
    return [facts[name].label for name in (*given, *filter(incident.unknown, item.unknown))]


@settings(max_examples=20, deadline=None)
@example(replace(example_incident(scenario()), values={**example_incident(scenario()).values, "evidence": Unknown.UNKNOWN}), 4)
@given(incidents(), st.integers(0, 4))
def test_any_incident_after_any_run_fits_one_page_with_every_line_of_rank_one(incident: Incident, which: int) -> None:
    page = brief(prepare(scenario(), incident), runs()[which])
    assert lines_needed(page) <= PAGE_LINES
    opening, calls = part_of(page, OPENING), part_of(page, CALL)
    own = any(line.source is Source.SAID for line in opening.lines)
    missing = rank_one(incident) - {(part.heading, line.label) for part in page.parts for line in part.lines}
    answered = {label for heading, label in missing if label in earned_otherwise(which)}
    left = {(heading, label) for heading, label in missing if label not in answered}
    assert all(heading == OPENING and own for heading, _ in left), "only an own sentence that says both may stand for another"
    assert len(calls.lines) == 4
    assert opening.aloud is not None
    assert sum(words_aloud(line.text) for line in opening.lines) <= opening.aloud <= 80, "half a minute at a calm pace"


RANKS = st.integers(1, 9)
TEXTS = st.text(alphabet="abcd ef.", min_size=1, max_size=400).filter(str.strip)
LINES = st.builds(BriefLine, text=TEXTS, source=st.sampled_from(Source), label=st.text(alphabet="abc", max_size=3), rank=RANKS)
PARTS = st.builds(
    BriefPart,
    heading=st.text(alphabet="abc", min_size=1, max_size=30),
    lines=st.lists(LINES, min_size=1, max_size=8).map(tuple),
    message=st.booleans(),
)
PAGES = st.builds(
    Brief, title=st.just("title"), incident=st.just("incident"), example=st.just(False), parts=st.lists(PARTS, max_size=9).map(tuple)
)


@settings(deadline=None)
@given(PAGES)
def test_what_goes_never_has_a_better_rank_than_what_stays(page: Brief) -> None:
    whole = replace(page, parts=tuple(replace(part, message=False) for part in page.parts))
    kept = one_page(whole)
    ranks = sorted(line.rank for part in whole.parts for line in part.lines)
    assert sorted(line.rank for part in kept.parts for line in part.lines) == ranks[: sum(len(part.lines) for part in kept.parts)]


@settings(deadline=None)
@given(PAGES)
def test_a_message_stays_or_goes_as_a_whole(page: Brief) -> None:
    sizes = [(part.heading, len(part.lines)) for part in page.parts if part.message]
    assert all((part.heading, len(part.lines)) in sizes for part in one_page(page).parts if part.message)


@settings(deadline=None)
@given(PAGES)
def test_a_page_that_fits_is_left_as_it_is_and_a_fitted_one_too(page: Brief) -> None:
    once = one_page(page)
    if lines_needed(page) <= PAGE_LINES:
        assert once == page
    assert one_page(once).parts == once.parts


def test_what_was_left_out_is_named_in_every_form() -> None:
    lines = tuple(BriefLine("word " * 60, Source.MODEL, f"a point with the number {number}", rank=5) for number in range(20))
    page = one_page(
        Brief("title", "mine", example=False, parts=(BriefPart("Say", lines), BriefPart("Last", (BriefLine("end", Source.FIXED),))))
    )
    assert page.left_out[-2:] == ("a point with the number 19", "Last")
    note = left_out_note(page.left_out)
    for form in (brief_text, brief_markdown, brief_html):
        assert "Left out to keep it to one page: " in form.render(page)
    assert note.endswith(" more.")


def test_nothing_left_out_is_nothing_said() -> None:
    assert left_out_note(()) == ""
    assert left_out_note(("a", "b")) == "Left out to keep it to one page: a; b."


def test_an_own_sentence_too_long_for_the_opening_gives_way_to_the_model_line() -> None:
    own = BriefLine("long " * 44, Source.SAID, "bug", rank=1, instead="It is broken.")
    part = BriefPart("Opening", (own, BriefLine("word " * 40, Source.SAID, "ask", rank=1, instead="Hold it.")), aloud=60)
    page = one_page(Brief("title", "", example=True, parts=(part,)))
    first = page.parts[0].lines[0]
    assert (first.text, first.source) == ("It is broken.", Source.MODEL)
    assert page.parts[0].lines[1].source is Source.SAID


@pytest.mark.parametrize("form", [brief_text, brief_markdown], ids=["text", "Markdown"])
def test_a_message_keeps_its_lines_apart_and_bare(form: object) -> None:
    page = brief(prepare(scenario(), example_incident(scenario())))
    render = brief_text.render(page, 200) if form is brief_text else brief_markdown.render(page)
    call = next(part for part in page.parts if part.message)
    start = render.splitlines().index(call.lines[0].text + ("" if form is brief_text else "\\"))
    assert [line.removesuffix("\\") for line in render.splitlines()[start : start + 4]] == [line.text for line in call.lines]
