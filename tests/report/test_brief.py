"""The one-page brief."""

from __future__ import annotations

import pytest

from tests.report.plays import played
from tests.small_meeting import GOOD
from trainer.report.brief import markdown as brief_markdown
from trainer.report.brief import text as brief_text
from trainer.report.brief.gather import brief, only_own
from trainer.report.brief.values import Brief, Source

SECTIONS = [
    {"heading": "Opening", "items": [{"point": "severity"}, {"point": "no_warning"}]},
    {"heading": "Known", "items": [{"known": ["bug", "estimate"]}]},
    {"heading": "Open", "items": [{"unknown": ["bug", "estimate"]}]},
    {
        "heading": "Fixed",
        "items": [{"line": [{"when": {"known": "estimate"}, "lines": ["It takes {estimate}."]}, {"lines": ["Time is open."]}]}],
    },
]
OWN = {"bug": "the mail server eats mails", "estimate": "unknown"}


def lines(page: Brief, heading: str) -> list[tuple[str, Source]]:
    return [(line.text, line.source) for part in page.parts if part.heading == heading for line in part.lines]


def test_it_exists_before_any_reply_with_model_lines_and_own_facts() -> None:
    page = brief(played(own=OWN, brief=SECTIONS).script)
    assert lines(page, "Opening")[0] == ("This is critical: the mail server eats mails.", Source.MODEL)
    assert lines(page, "Known") == [("the mail server eats mails", Source.FACT)]
    assert page.incident == "my incident"
    assert not page.example


def test_the_players_sentence_takes_the_place_of_the_model_line_once_it_scored() -> None:
    page = played("Morning all. This is critical, it blocks the release! Thanks.", brief=SECTIONS).brief()
    assert lines(page, "Opening")[0] == ("This is critical, it blocks the release!", Source.SAID)
    assert page.own_sentences == 1


def test_an_own_sentence_stands_in_one_section_and_the_next_has_its_model_line() -> None:
    twice = [{"heading": "First", "items": [{"point": "severity"}]}, {"heading": "Second", "items": [{"point": "severity"}]}]
    page = played(GOOD[0], brief=twice).brief()
    assert [source for _, source in lines(page, "First") + lines(page, "Second")] == [Source.SAID, Source.MODEL]


def test_without_prepared_lines_facts_and_own_sentences_are_left() -> None:
    page = only_own(played(GOOD[0], brief=SECTIONS).brief())
    sources = {line.source for part in page.parts for line in part.lines}
    assert sources == {Source.SAID, Source.FACT}
    assert "prepared lines come with the debrief" in " ".join(brief_text.render(page).split())


def test_it_gets_better_with_each_reply_also_after_leaving_early() -> None:
    rehearsal = played(*GOOD[:2], brief=SECTIONS)
    rehearsal.quit()
    assert [source for _, source in lines(rehearsal.brief(), "Opening")] == [Source.SAID, Source.SAID]


def test_an_unknown_fact_is_said_honestly_and_claimed_nowhere() -> None:
    page = played(own=OWN, brief=SECTIONS).brief()
    assert lines(page, "Open") == [("We do not know yet how long it takes.", Source.UNKNOWN)]
    assert lines(page, "Fixed") == [("Time is open.", Source.FIXED)]
    assert "4-6" not in brief_markdown.render(page)


def test_a_section_with_nothing_to_say_is_left_out() -> None:
    page = played(brief=SECTIONS).brief()
    assert "Open" not in [part.heading for part in page.parts]


def test_without_sections_it_holds_every_required_point() -> None:
    page = played().brief()
    assert [line.label for part in page.parts for line in part.lines] == ["How bad it is", "No warning label", "How long it takes"]


def test_what_was_told_is_no_own_sentence() -> None:
    rehearsal = played(brief=SECTIONS)
    rehearsal.show_me("severity")
    rehearsal.reply(GOOD[0])
    assert lines(rehearsal.brief(), "Opening")[0][1] is Source.MODEL


def test_words_that_also_made_a_mistake_are_not_taken() -> None:
    rehearsal = played("This is critical but OK, let us ship it with a warning then.", brief=SECTIONS)
    assert lines(rehearsal.brief(), "Opening")[0][1] is Source.MODEL


def test_a_figure_that_differs_from_the_facts_is_not_taken() -> None:
    page = played(GOOD[0], GOOD[1], "A fix takes 20 hours, all in all.").brief()
    assert ("A fix takes 4-6 hours.", Source.MODEL) in [(line.text, line.source) for part in page.parts for line in part.lines]


@pytest.mark.parametrize(
    "reply", ["Critical.", "This is critical, " + "and so on " * 30 + "it blocks the release."], ids=["too short", "too long"]
)
def test_a_sentence_that_cannot_be_said_again_is_not_taken(reply: str) -> None:
    assert lines(played(reply, brief=SECTIONS).brief(), "Opening")[0][1] is Source.MODEL


def test_text_and_markdown_hold_the_same_lines_and_quote_only_the_players() -> None:
    page = played(GOOD[0], brief=SECTIONS).brief()
    text, markdown = brief_text.render(page, width=300), brief_markdown.render(page)
    for part in page.parts:
        for line in part.lines:
            assert line.text in text
            assert line.text in markdown
            assert (f"“{line.text}”" in markdown) is (line.source is Source.SAID)


def test_a_long_own_sentence_loses_clauses_that_turn_nothing() -> None:
    long = "This is critical and it blocks the whole release, " + "as everybody here saw on the big wall this morning, " * 5 + "and so on."
    assert lines(played(long, brief=SECTIONS).brief(), "Opening")[0] == ("This is critical and it blocks the whole release.", Source.SAID)


def test_what_an_own_sentence_says_for_two_points_stands_once() -> None:
    page = played("This is critical, so I will not ship it with a warning label.", brief=SECTIONS).brief()
    assert len(lines(page, "Opening")) == len({text for text, _ in lines(page, "Opening")})


def test_ranks_come_from_the_item_or_else_from_its_section() -> None:
    ranked = [{"heading": "One", "rank": 2, "items": [{"point": "severity"}, {"point": "no_warning", "rank": 7}]}]
    assert [line.rank for part in played(brief=ranked).brief().parts for line in part.lines] == [2, 7]
