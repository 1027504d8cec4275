"""The debrief, however a rehearsal ended."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.report.plays import played
from tests.small_meeting import GOOD
from trainer.rehearsal import Rehearsal
from trainer.report.debrief import html as debrief_html
from trainer.report.debrief import markdown as debrief_markdown
from trainer.report.debrief import text as debrief_text
from trainer.report.debrief.gather import telling
from trainer.report.debrief.sections import sections
from trainer.report.debrief.values import Debrief, Tone
from trainer.scoring.standing import Standing

BARE_NO = "hmm"
CAVING = "OK, let us ship it with a warning then."


def labels(page: Debrief, standing: Standing) -> list[str]:
    return [point.label for point in page.standing(standing)]


def test_what_was_covered_stands_with_the_words_that_earned_it() -> None:
    page = played(*GOOD).debrief()
    assert labels(page, Standing.COVERED) == ["How bad it is", "How long it takes", "No warning label"]
    quotes = {point.point: " ".join(point.quotes) for point in page.points}
    assert "critical" in quotes["severity"]
    assert "4 to 6 hours" in quotes["time"]
    assert all(quote in " ".join(GOOD) for point in page.points for quote in point.quotes)


def test_why_it_ended_stands_apart_from_the_score() -> None:
    page = played(*GOOD).debrief()
    assert (page.finish.headline, page.finish.result, page.finish.epilogue) == ("Halted", "won", "It waits.")
    assert page.passed
    assert page.not_passed == ()


def test_a_missed_point_brings_its_model_line_with_the_players_own_facts() -> None:
    rehearsal = played(BARE_NO, own={"bug": "the mail server eats mails", "estimate": "2 hours"})
    rehearsal.quit()
    missed = rehearsal.debrief().standing(Standing.MISSED)
    assert [(point.label, point.model) for point in missed] == [("How bad it is", "This is critical: the mail server eats mails.")]


def test_what_nobody_got_to_answer_is_not_called_missed() -> None:
    rehearsal = played("hmm")
    rehearsal.quit()
    page = rehearsal.debrief()
    assert labels(page, Standing.NOT_REACHED) == ["How long it takes", "No warning label"]
    assert labels(page, Standing.MISSED) == ["How bad it is"]


def test_leaving_early_says_so_and_does_not_pass() -> None:
    rehearsal = played(*GOOD[:2])
    rehearsal.quit()
    page = rehearsal.debrief()
    assert page.finish.headline == "You left before the end"
    assert page.finish.result is None
    assert "The meeting did not come to its end." in page.not_passed


def test_a_rehearsal_that_goes_on_has_a_debrief_too() -> None:
    assert played(GOOD[0]).debrief().finish.headline == "Not over yet"


def test_what_the_coach_gave_is_told_and_not_covered() -> None:
    rehearsal = played()
    rehearsal.show_me("severity")
    rehearsal.reply(GOOD[0])
    page = rehearsal.debrief()
    assert labels(page, Standing.TOLD) == ["How bad it is"]
    assert labels(page, Standing.COVERED) == []


def test_i_said_that_stands_apart() -> None:
    rehearsal = played(BARE_NO)
    rehearsal.claim()
    rehearsal.quit()
    assert labels(rehearsal.debrief(), Standing.CLAIMED) == ["How bad it is"]


def test_a_mistake_left_open_brings_the_better_line_and_the_reason_of_the_ending() -> None:
    page = played(GOOD[0], CAVING, CAVING).debrief()
    assert page.finish.headline == "Shipped"
    assert page.finish.reasons == ("Not taken back: “Agreed to ship”",)
    (mistake,) = page.mistakes
    assert (mistake.label, mistake.repaired, mistake.correction) == ("Agreed to ship", False, "We should not ship with a warning.")
    assert mistake.quote == "let us ship it with a warning then"
    assert not page.passed
    assert "Not taken back: Agreed to ship." in page.not_passed


def shown_then_said() -> Rehearsal:
    """The refusal is shown, then said in words of one's own."""
    run = played(GOOD[0])
    run.show_me("no_warning")
    run.reply("No, we should not ship with a warning.")
    return run


def test_what_was_said_after_it_was_shown_is_told_apart_from_what_was_never_said() -> None:
    page, shown = shown_then_said().debrief(), played(GOOD[0])
    (point,) = [one for one in page.points if one.point == "no_warning"]
    assert (point.standing, point.said_after_shown) == (Standing.TOLD, True)
    assert "You said it after it was shown. Next time, say it before." in [item.how for item in page.work_on]
    shown.show_me("no_warning")
    shown.quit()
    (point,) = [one for one in shown.debrief().points if one.point == "no_warning"]
    assert (point.standing, point.said_after_shown) == (Standing.TOLD, False)


@pytest.mark.parametrize("render", [debrief_text.render, debrief_markdown.render, debrief_html.render])
def test_every_page_says_that_it_was_said_after_it_was_shown(render: Callable[[Debrief], str]) -> None:
    assert "Said after it was shown." in render(shown_then_said().debrief())


def test_a_score_below_its_bars_says_what_mistakes_took_off() -> None:
    page = played(GOOD[0], CAVING, CAVING).debrief()
    assert page.taken_off == 15
    assert "mistakes took off 15" in debrief_text.render(page)
    assert "took off" not in debrief_text.render(played(*GOOD).debrief())


def test_a_mistake_taken_back_is_shown_as_repaired() -> None:
    page = played(GOOD[0], CAVING, "No, I take that back, we should not ship. A warning protects nobody.").debrief()
    assert [mistake.repaired for mistake in page.mistakes] == [True]


def test_words_taken_back_by_a_retry_are_not_quoted() -> None:
    rehearsal = played("It is only minor, really.")
    rehearsal.retry()
    rehearsal.reply(GOOD[0])
    page = rehearsal.debrief()
    assert "minor" not in debrief_text.render(page)
    assert page.replies == 1


def test_trust_is_a_word_with_what_moved_it_and_never_a_number() -> None:
    page = played(*GOOD).debrief()
    pm = next(one for one in page.trust if one.role == "pm")
    assert [(move.warmer, move.because) for move in pm.moves] == [(True, "How bad it is")]
    assert not re.search(r"\d", pm.word)


@pytest.mark.parametrize("replies", [(), (BARE_NO,), GOOD, (CAVING, CAVING)], ids=["none", "weak", "strong", "caving"])
def test_every_required_point_stands_in_exactly_one_section(replies: tuple[str, ...]) -> None:
    page = played(*replies).debrief()
    required = [point.label for point in page.points if point.required]
    titles = [entry.title for section in sections(page) for entry in section.entries]
    assert sorted(title for title in titles if title in required) == sorted(required)


def test_both_renderings_say_the_same() -> None:
    page = played(GOOD[0], CAVING, CAVING).debrief()
    text, markdown = debrief_text.render(page, width=500), debrief_markdown.render(page)
    for section in sections(page):
        assert section.heading.upper() in text
        assert section.heading in markdown
        for entry in section.entries:
            assert entry.title in text
            for line in entry.lines:
                assert line.text in text
                assert line.tone is not Tone.BETTER or line.text in markdown


@pytest.mark.parametrize("width", [30, 78])
def test_text_keeps_within_its_width(width: int) -> None:
    rendered = debrief_text.render(played(*GOOD).debrief(), width)
    assert max(map(len, rendered.splitlines())) <= width


def test_hostile_words_are_literal_in_markdown() -> None:
    rehearsal = played("This is critical, [it](http://x) blocks **the** release # [/] <b>")
    rehearsal.quit()
    rendered = debrief_markdown.render(rehearsal.debrief())
    assert "**the**" not in rendered
    assert "](http" not in rendered.replace("\\](", "")
    assert "<b>" not in rendered.replace("\\<b\\>", "")


@pytest.mark.parametrize(
    ("quotes", "kept"),
    [
        (("No", "no warning, please"), ("no warning, please",)),
        (("hold the release", "please hold the release now"), ("please hold the release now",)),
        (("Yes",), ("Yes",)),
        (("four hours", "by noon"), ("four hours", "by noon")),
    ],
)
def test_of_several_quotes_those_that_say_most_are_kept(quotes: tuple[str, ...], kept: tuple[str, ...]) -> None:
    assert telling(quotes) == kept
