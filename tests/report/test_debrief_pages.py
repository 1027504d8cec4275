"""The debrief as text, Markdown, HTML and JSON: what each of them shows, and that own words stay words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from tests.pty_tools import HOSTILE
from tests.report.plays import played
from tests.small_meeting import GOOD
from trainer.rehearsal import Rehearsal
from trainer.report.debrief import as_json as debrief_json
from trainer.report.debrief import html as debrief_html
from trainer.report.debrief import markdown as debrief_markdown
from trainer.report.debrief import text as debrief_text
from trainer.report.debrief.gather import debrief
from trainer.report.debrief.transcript_values import Mark
from trainer.report.debrief.trust_line import spark
from trainer.report.debrief.values import Debrief
from trainer.scoring.summing_up import result_of

CAVING = "OK, let us ship it with a warning then."
MARKUP = 'This is critical, <script>alert(1)</script> & <b>it</b> "blocks" the release\'s day.'
VOID = frozenset({"meta", "br", "rect", "line", "polyline", "circle"})
LOADS = ("<script", "http:", "https:", "@import", "url(", "<img", "<link", "javascript:")


class Reader(HTMLParser):
    """The text of a page as somebody sees it; fails where an element is not closed in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.marked: list[tuple[str, str]] = []
        """Class and words of each mark."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "mark":
            self.marked.append((dict(attrs)["class"] or "", ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)
        if "mark" in self.open:
            name, words = self.marked[-1]
            self.marked[-1] = (name, words + data)


def read(page: Debrief) -> Reader:
    reader = Reader()
    reader.feed(debrief_html.render(page))
    reader.close()
    assert reader.open == []
    return reader


@pytest.fixture(scope="module")
def caved() -> Debrief:
    """A lost meeting with a retried reply, after one rehearsal before it."""
    early = played("hmm")
    early.quit()
    result = result_of(early.script, early.events, "early1", datetime(2026, 3, 1, tzinfo=UTC))
    rehearsal = played("It is only minor, really.")
    rehearsal.retry()
    for reply in (GOOD[0], CAVING, CAVING):
        rehearsal.reply(reply)
    return debrief(rehearsal.script, rehearsal.events, (result,))


def left_at_once() -> Rehearsal:
    rehearsal = played()
    rehearsal.quit()
    return rehearsal


def everywhere(page: Debrief) -> dict[str, str]:
    """What people see in each form, white space aside."""
    forms = {
        "text": debrief_text.render(page, 500, transcript=True),
        "md": re.sub(r"\\(.)", r"\1", debrief_markdown.render(page)),
        "html": "".join(read(page).text),
    }
    return {form: " ".join(shown.split()) for form, shown in forms.items()}


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_every_form_shows_work_lost_trust_attempts_and_the_transcript(form: str, caved: Debrief) -> None:
    shown = everywhere(caved)[form]
    assert caved.lost is not None
    wanted = [item.title for item in caved.work_on] + [item.model for item in caved.work_on] + list(caved.lost.quotes)
    wanted += [turn.line for turn in caved.transcript] + [turn.reply.text for turn in caved.transcript if turn.reply and form != "html"]
    wanted += [tried.text.removesuffix(".") for turn in caved.transcript for tried in turn.taken_back]
    wanted += [series.label for series in caved.attempts.points] + ["Score: 0; now 0"]
    assert [one for one in wanted if one not in shown] == []


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_who_said_nothing_reads_a_short_and_kind_page(form: str) -> None:
    page = left_at_once().debrief()
    shown = everywhere(page)[form]
    assert page.nothing_said
    assert len(shown) < len(everywhere(played("hmm").debrief())[form])
    assert "nothing to judge" in shown
    assert "This is critical: the payment queue loses orders." in shown
    for word in ("not passed", "did not hear", "opposite", "0 %"):
        assert word not in shown


@pytest.mark.parametrize("form", ["text", "md", "html"])
@pytest.mark.parametrize("tries", [["hmm, let me think"], ["hmm, let me think", "it may be\n\nbad"]])
def test_who_took_back_all_that_was_said_reads_what_it_was_and_not_that_nothing_was_said(form: str, tries: list[str]) -> None:
    rehearsal = played()
    for reply in tries:
        rehearsal.reply(reply)
        rehearsal.retry()
    rehearsal.quit()
    page = rehearsal.debrief()
    shown = everywhere(page)[form]
    assert page.nothing_said
    assert "You took back all you said, so there is nothing to judge." in shown
    assert "You have not said anything" not in shown
    assert page.transcript[0].line in shown
    assert [" ".join(reply.split()) for reply in tries if " ".join(reply.split()) not in shown] == []


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_a_silence_taken_back_is_nothing_said(form: str) -> None:
    rehearsal = played()
    rehearsal.silence()
    rehearsal.retry()
    rehearsal.quit()
    shown = everywhere(rehearsal.debrief())[form]
    assert "You have not said anything yet" in shown
    assert "taken back" not in shown.casefold()


@pytest.mark.parametrize("form", ["text", "md", "html"])
@pytest.mark.parametrize("how", ["asked for twice", "shown again on a retry", "asked for, then shown"])
def test_every_hint_stands_once_under_its_line(form: str, how: str) -> None:
    rehearsal = played()
    match how:
        case "asked for twice":
            rehearsal.hint()
            rehearsal.hint()
        case "shown again on a retry":
            rehearsal.reply("hmm")
            rehearsal.retry()
        case _:
            rehearsal.hint()
    rehearsal.reply("hmm")
    rehearsal.quit()
    page = rehearsal.debrief()
    aids = page.transcript[0].aids
    assert len(aids) == len(set(aids)) == (3 if how == "asked for twice" else 2)
    assert [everywhere(page)[form].count(aid) for aid in aids] == [1] * len(aids)


def test_text_without_the_meeting_is_for_those_who_have_just_read_it(caved: Debrief) -> None:
    short, whole = debrief_text.render(caved), debrief_text.render(caved, transcript=True)
    assert whole.startswith(short)
    assert "THE MEETING, LINE BY LINE" in whole.removeprefix(short)


@pytest.mark.parametrize("width", [30, 78])
def test_the_whole_text_keeps_within_its_width(width: int, caved: Debrief) -> None:
    assert max(map(len, debrief_text.render(caved, width, transcript=True).splitlines())) <= width


def test_html_marks_exactly_the_stretches_of_the_transcript(caved: Debrief) -> None:
    replies = [reply for turn in caved.transcript for reply in (*turn.taken_back, turn.reply) if reply is not None]
    stretches = [(one.mark.value, reply.text[one.start : one.end]) for reply in replies for one in reply.stretches]
    assert read(caved).marked == stretches
    assert {mark for mark, _ in stretches} >= {Mark.MISTAKE.value, Mark.COVERED.value, Mark.CONTRADICTED.value}


def test_html_loads_nothing_and_runs_nothing(caved: Debrief) -> None:
    page = debrief_html.render(caved)
    assert [one for one in LOADS if one in page] == []
    assert "default-src 'none'" in page


@pytest.mark.parametrize("reply", [MARKUP, "This is critical\n\n  and it\tblocks the release."], ids=["markup", "white space"])
def test_html_shows_a_reply_as_it_was_typed(reply: str) -> None:
    rehearsal = played(reply)
    rehearsal.quit()
    page = rehearsal.debrief()
    shown = "".join(read(page).text)
    notes = re.sub(r" \[[^\]]*\]", "", shown)
    assert reply in notes
    assert "<script" not in debrief_html.render(page)


def test_hostile_words_of_an_author_and_a_player_reach_no_form(caved: Debrief) -> None:
    hostile = replace(caved, title=HOSTILE, incident=HOSTILE, not_passed=(HOSTILE,))
    for page in (debrief_text.render(hostile, transcript=True), debrief_markdown.render(hostile), debrief_html.render(hostile)):
        assert "\x1b" not in page
        assert "\u202e" not in page


@pytest.mark.parametrize("replies", [1, 61])
def test_a_trust_line_is_drawn_for_one_reply_and_for_sixty(replies: int) -> None:
    page = played("hmm").debrief()
    trust = page.trust[0]
    many = replace(trust, steps=tuple(replace(trust.steps[0], turn=turn) for turn in range(replies)))
    assert len(spark(many, 40)) == min(40, replies + 1)
    reader = read(replace(page, trust=(many,)))
    assert "".join(reader.text).count(f"{trust.name}: {trust.word}") >= 1


def test_a_warmer_role_is_never_drawn_lower() -> None:
    trust = played("hmm").debrief().trust[0]
    rising = replace(trust, start=0, steps=tuple(replace(trust.steps[0], value=value) for value in range(1, 101)))
    assert list(spark(rising, 200)) == sorted(spark(rising, 200))


def test_json_holds_the_whole_debrief_and_survives_the_way_there_and_back(caved: Debrief) -> None:
    shape = debrief_json.shape(caved)
    assert json.loads(json.dumps(shape)) == shape
    assert shape["score"] == caved.score
    assert shape["attempts"]["runs"] == [{"run": "early1", "when": "2026-03-01T00:00:00+00:00", "score": 0}]  # type: ignore[index]
