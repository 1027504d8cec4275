"""What may cross a border, and what a reply must be to be taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.errors import EmptyReply, ReplyTooLong
from trainer.text.clean import MAX_REPLY, clean, clean_line, take_reply

HOSTILE = {
    "osc 52 clipboard": "\x1b]52;c;aGk=\x07",
    "csi colour": "\x1b[31m",
    "c1 csi": "\x9b31m",
    "bell and backspace": "\x07\x08",
    "delete": "\x7f",
    "right-to-left override": "\u202e",
    "isolate": "\u2066",
    "lone surrogate": "\ud800",
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_order_to_the_terminal_survives(hostile: str) -> None:
    assert not set(clean(f"a{hostile}b")) & set("\x1b\x07\x08\x7f\x9b\u202e\u2066\ud800")


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_markup_newlines_tabs_and_other_scripts_are_kept() -> None:
    text = "[/] [@click=app.quit]x[/]\n\tüñî 日本語 שלום 👩‍💻"
    assert clean(text) == text


def test_every_line_ending_becomes_a_newline() -> None:
    assert clean("a\r\nb\rc") == "a\nb\nc"


def test_a_line_is_one_line() -> None:
    assert clean_line("  a \n\t b\x1b ") == "a b"


@pytest.mark.parametrize("typed", ["", "  ", "\n\t", "\x1b\u202e"])
def test_an_empty_reply_is_refused(typed: str) -> None:
    with pytest.raises(EmptyReply):
        take_reply(typed)


def test_a_reply_over_the_limit_is_refused_with_the_count() -> None:
    with pytest.raises(ReplyTooLong, match=r"4,001 characters; a reply may have 4,000"):
        take_reply("x" * (MAX_REPLY + 1))
    assert take_reply("x" * MAX_REPLY)
