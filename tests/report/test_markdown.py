"""Own words in a Markdown page."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from trainer.report.markdown import literal, quoted
from trainer.text.clean import clean_line

READER = MarkdownIt("gfm-like")
TRICKY = st.text(alphabet="ab1 _*#-+.)[](){}!<>|~^&;:=\\`'\"/@,\n\t\u00e9\u202e\x1b", max_size=40)


def shown(markdown: str) -> str:
    """What a reader of the page sees, when it is one paragraph of plain text; an assertion when it is anything else."""
    tokens = READER.parse(markdown)
    if not tokens:
        return ""
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    inline = tokens[1].children or []
    assert {token.type for token in inline} <= {"text", "text_special", "link_open", "link_close"}
    return "".join(token.content for token in inline)


@given(TRICKY)
@example("[/]")
@example("[@click=app.quit]x[/]")
@example("# no heading")
@example("1. no list")
@example("a_b_c _x_ 2 * 3 * 4")
@example("&copy; <b>bold</b> http://example.org/a_b")
def test_own_words_are_shown_as_they_were_typed(text: str) -> None:
    assert shown(literal(text)) == clean_line(text)


@pytest.mark.parametrize("text", ["4-6 hours", "the payment module, 3% of checkouts", "It's critical: hold the release!", "a/b (c)"])
def test_words_that_are_no_markdown_stay_as_they_are(text: str) -> None:
    assert literal(text) == text


def test_a_quote_is_one_line() -> None:
    assert quoted("one\ntwo") == "“one two”"
