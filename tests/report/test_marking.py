"""Marked words in a reply."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trainer.report.debrief.marking import Found, marked
from trainer.report.debrief.transcript_values import Mark
from trainer.text.clean import clean
from trainer.text.values import Span

TYPED = st.text(alphabet="ab c.,\n\r\t\x1b\u202e\u65e5\U0001f44d-", max_size=40)
MARKS = tuple(Mark)


@st.composite
def replies(draw: st.DrawFn) -> tuple[str, list[Found]]:
    """A reply and words found in it, anywhere and of any mark."""
    typed = draw(TYPED)
    edges = st.integers(0, len(typed))
    spans = draw(st.lists(st.tuples(edges, edges).map(sorted), max_size=6))
    marks = st.sampled_from(MARKS)
    return typed, [Found(Span(start, end), draw(marks), f"n{i}", f"label {i}") for i, (start, end) in enumerate(spans)]


def found(text: str, words: str, mark: Mark, name: str) -> Found:
    start = text.index(words)
    return Found(Span(start, start + len(words)), mark, name, name.title())


def shown(text: str, *things: Found) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(text[one.start : one.end], one.mark.value, one.labels) for one in marked(text, things)]


@given(replies())
def test_marks_lie_in_order_inside_the_shown_text_and_share_no_character(reply: tuple[str, list[Found]]) -> None:
    typed, things = reply
    stretches = marked(typed, things)
    edges = [edge for one in stretches for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(0 <= one.start < one.end <= len(clean(typed)) for one in stretches)


@given(replies())
def test_no_mark_covers_what_was_not_found(reply: tuple[str, list[Found]]) -> None:
    typed, things = reply
    text = clean(typed)
    for one in marked(typed, things):
        own = [thing for thing in things if thing.name in one.names and thing.mark is one.mark]
        places = {place for thing in own for place in range(len(clean(typed[: thing.span.start])), len(clean(typed[: thing.span.end])))}
        assert set(range(one.start, one.end)) <= places, text


@given(replies())
def test_a_more_telling_mark_keeps_every_word_it_was_found_in(reply: tuple[str, list[Found]]) -> None:
    typed, things = reply
    least = min((thing.mark for thing in things), key=MARKS.index, default=None)
    kept = [(one.start, one.end) for one in marked(typed, things) if one.mark is least]
    alone = [(one.start, one.end) for one in marked(typed, [thing for thing in things if thing.mark is least])]
    assert kept == alone


def test_overlapping_words_of_one_mark_are_one_stretch_with_both_labels() -> None:
    text = "this is critical, it blocks the release"
    things = (found(text, "this is critical", Mark.COVERED, "severity"), found(text, "critical, it blocks", Mark.COVERED, "ask"))
    assert shown(text, *things) == [("this is critical, it blocks", "covered", ("Severity", "Ask"))]


def test_the_more_telling_mark_takes_its_words_out_of_the_longer_one() -> None:
    text = "we are fine, ship it with a warning today"
    things = (found(text, text, Mark.PARTLY, "time"), found(text, "ship it with a warning", Mark.MISTAKE, "gives_in"))
    assert [(words, mark) for words, mark, _ in shown(text, *things)] == [
        ("we are fine,", "partly"), ("ship it with a warning", "mistake"), ("today", "partly"),
    ]  # fmt: skip


def test_a_rest_without_a_word_is_not_marked() -> None:
    text = "no, ship it."
    things = (found(text, "ship it.", Mark.COVERED, "a"), found(text, "ship it", Mark.MISTAKE, "b"))
    assert shown(text, *things) == [("ship it", "mistake", ("B",))]


def test_offsets_are_those_of_the_text_without_what_a_terminal_could_take_for_an_order() -> None:
    typed = "a\r\nb \x1b[31mcritical now"
    (one,) = marked(typed, [found(typed, "critical", Mark.COVERED, "severity")])
    assert clean(typed)[one.start : one.end] == "critical"
