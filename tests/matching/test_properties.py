"""What must hold of any reply: offsets, echoes, denial, spacing, case, typos."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.books import meeting
from trainer.matching.question import Heard
from trainer.matching.reader import read
from trainer.matching.reading import Act, Evidence, Reading
from trainer.matching.verdicts import COVERED_FROM, PARTLY_FROM
from trainer.text.values import Verdict

COVERING = {
    "severity": ["This is critical.", "It's a release blocker.", "We rate it as the highest severity."],
    "no_warning": ["We can't release with a warning.", "A warning is not an option.", "I won't sign off on releasing with a warning."],
    "ask": ["I recommend we hold the release.", "Please postpone the launch.", "We should delay the release."],
    "harm": ["Customers lose their orders.", "Customers get wrong invoices."],
    "cadence": ["I will update you every 30 minutes."],
    "thanks": ["Thank you for the decision."],
    "own": ["I take responsibility for the fix."],
}
PAIRS = [(point, reply) for point, replies in COVERING.items() for reply in replies]
AFFIRMATIVE = [
    ("severity", "this is critical"),
    ("severity", "it is a showstopper"),
    ("harm", "customers lose their orders"),
    ("harm", "customers get wrong invoices"),
]
BOOK, HEARD = meeting("release").book, meeting("release").heard
QUIET = replace(HEARD, line="")


def _evidence(reading: Reading) -> list[Evidence]:
    found = [hit.evidence for point in reading.points.values() for hit in point.hits]
    found += [one for point in reading.points.values() for one in (point.denied, point.near_miss) if one is not None]
    return found + [hit.evidence for hit in reading.flags] + [hit.evidence for hit in reading.mistakes]


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_every_quote_is_the_replys_own(reply: str) -> None:
    reading = read(BOOK, reply, HEARD)
    assert set(reading.points) == set(BOOK.points)
    for one in _evidence(reading):
        assert one.text == reply[one.start : one.end]
        assert 0.0 <= one.similarity <= 1.0


@given(
    st.lists(
        st.sampled_from([reply for _, reply in PAIRS] + ["But no.", "\x1b[31m", "支付坏了。", "👍", "If we ship?", "What then?"]),
        max_size=6,
    )
)
@settings(max_examples=100, deadline=None)
def test_scores_stay_in_their_bands(replies: list[str]) -> None:
    for point in read(BOOK, " ".join(replies), HEARD).points.values():
        low, high = {
            Verdict.MISSING: (0.0, PARTLY_FROM),
            Verdict.PARTLY: (PARTLY_FROM, COVERED_FROM),
            Verdict.COVERED: (COVERED_FROM, 1.0001),
            Verdict.CONTRADICTED: (0.0, 0.0001),
        }[point.verdict]
        assert low <= point.score < high


@pytest.mark.parametrize(("point", "reply"), PAIRS)
def test_the_phrases_themselves_cover_their_points(point: str, reply: str) -> None:
    assert read(BOOK, reply, QUIET).points[point].verdict is Verdict.COVERED


@pytest.mark.parametrize(("point", "reply"), PAIRS)
@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.lower,
        lambda text: f"  {text.replace(' ', '   ')}\n",
        lambda text: text.replace("'", "’"),
        lambda text: f"\t{text}\x07",
    ],
)
def test_case_spacing_and_quotes_change_nothing(point: str, reply: str, change) -> None:  # type: ignore[no-untyped-def]
    assert read(BOOK, change(reply), QUIET).points[point].verdict is Verdict.COVERED


@pytest.mark.parametrize(("point", "reply"), PAIRS)
def test_one_slip_in_a_long_word_turns_nothing_covered_into_missing(point: str, reply: str) -> None:
    for word in {word.strip(".,'") for word in reply.split() if len(word.strip(".,'")) >= 7}:
        for at in range(1, len(word) - 1):
            slips = (word[:at] + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :], word[:at] + "x" + word[at + 1 :])
            for slip in slips:
                assert read(BOOK, reply.replace(word, slip), QUIET).points[point].verdict is not Verdict.MISSING, slip


@pytest.mark.parametrize(("point", "clause"), AFFIRMATIVE)
@pytest.mark.parametrize("frame", ["It is not true that {}.", "I don't think {}.", "It's not the case that {}."])
def test_denying_the_evidence_leaves_nothing_covered(point: str, clause: str, frame: str) -> None:
    assert read(BOOK, frame.format(clause), QUIET).points[point].verdict is not Verdict.COVERED


@pytest.mark.parametrize(
    ("british", "american"),
    [("We recognise this is critical, the behaviour is wrong.", "We recognize this is critical, the behavior is wrong."),
     ("I apologise, but a warning is not an option.", "I apologize, but a warning is not an option.")],
)  # fmt: skip
def test_both_spellings_are_read_alike(british: str, american: str) -> None:
    left, right = read(BOOK, british, HEARD), read(BOOK, american, HEARD)
    assert {name: point.verdict for name, point in left.points.items()} == {name: point.verdict for name, point in right.points.items()}


def test_a_copy_of_the_roles_line_covers_nothing() -> None:
    lines = ["Can we at least release with a warning?", "The launch is tomorrow and everything is booked", "release with a warning"]
    for copy in lines:
        assert not [name for name, point in read(BOOK, copy, HEARD).points.items() if point.verdict is Verdict.COVERED]


def test_a_copy_of_a_shown_model_line_covers_nothing() -> None:
    shown = "I recommend we hold the release until the fix is tested."
    assert read(BOOK, shown, replace(QUIET, shown=(shown,))).points["ask"].verdict is Verdict.MISSING
    assert read(BOOK, shown, QUIET).points["ask"].verdict is Verdict.COVERED


def test_a_bare_list_of_nouns_reaches_at_most_partly() -> None:
    nouns = "release, warning, risk, damage, customers, orders, invoices, blocker, severity, showstopper, fix, updates"
    assert not [name for name, point in read(BOOK, nouns, QUIET).points.items() if point.verdict is Verdict.COVERED]


def test_telegraphic_replies_are_no_bare_lists() -> None:
    reading = read(BOOK, "critical. hold the release. customers lose orders.", QUIET)
    assert all(reading.points[name].verdict is Verdict.COVERED for name in ("severity", "ask", "harm"))


def test_better_wording_never_scores_less() -> None:
    """Exact > paraphrase > touched on > another topic."""
    replies = ["I recommend we hold the release.", "I'd suggest we push the launch back.", "There is a launch.", "Lunch was nice."]
    scores = [read(BOOK, reply, QUIET).points["ask"].score for reply in replies]
    assert scores == sorted(scores, reverse=True)
    assert scores[1] > scores[2]


def test_sentences_without_reference_may_change_places() -> None:
    parts = ["This is critical.", "Customers lose their orders.", "I recommend we hold the release."]
    there = [point.verdict for point in read(BOOK, " ".join(parts), QUIET).points.values()]
    back = [point.verdict for point in read(BOOK, " ".join(reversed(parts)), QUIET).points.values()]
    assert there == back


def test_reading_is_deterministic_and_keeps_nothing() -> None:
    reply = "No. I recommend we hold the release, it's critical."
    first = read(BOOK, reply, HEARD)
    read(BOOK, "Fine, let's release with a warning.", HEARD)
    assert read(BOOK, reply, HEARD) == first


@pytest.mark.parametrize(
    "reply", ["", " ", "...", "👍👍👍", "今天不能发布", "a" * 4000, "no " * 1300, "\x00\x1b[0m\u202e", "-- - — ; ;; ,,,"]
)
def test_strange_replies_are_fine(reply: str) -> None:
    assert set(read(BOOK, reply, HEARD).points) == set(BOOK.points)


def test_an_empty_reply_is_empty_and_misses_everything() -> None:
    reading = read(BOOK, "", Heard())
    assert reading.act is Act.EMPTY
    assert all(point.verdict is Verdict.MISSING for point in reading.points.values())
