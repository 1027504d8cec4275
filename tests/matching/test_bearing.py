"""How a reply bears itself as a whole, and what it changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.matching.books import meeting
from trainer.matching.bearing import Bearing, bearing_of
from trainer.matching.features import Features
from trainer.matching.likeness import stretches_of
from trainer.matching.reader import measured
from trainer.matching.reply import lay_out

GOOD = "No. A warning protects nobody, people would lose money. We stay on the current version, I fix it and you hear from me at five."
IDLE = "Well, let me think about that, there are many sides to it and everybody has a point, I suppose."
YIELDS = "All right, you win, let's just ship it, it's only a small thing anyway."


def bearing(reply: str) -> Bearing:
    there = meeting("release")
    return bearing_of(stretches_of(lay_out(reply, there.heard, there.book.lexicon, there.book.mender)).said)


def test_an_answer_has_more_substance_than_idle_talk_or_giving_in() -> None:
    assert bearing(GOOD).substance > max(bearing(IDLE).substance, bearing(YIELDS).substance)


def test_who_gives_in_gives_in_more_than_who_refuses_or_talks() -> None:
    assert bearing(YIELDS).giving_in > max(bearing(GOOD).giving_in, bearing(IDLE).giving_in)


def features(reply: str, **heard: object) -> dict[tuple[str, str], Features]:
    there = meeting("release")
    found, _ = measured(there.book, reply, replace(there.heard, **heard))  # type: ignore[arg-type]
    return dict(found)


def test_what_the_question_is_about_is_required_and_where_nothing_is_named_everything() -> None:
    assert {point for (point, _), one in features(GOOD, requires=("severity",)).items() if one.required} == {"severity"}
    assert all(one.required for one in features(GOOD).values())


@pytest.mark.parametrize("reply", [GOOD, YIELDS])
def test_a_word_explained_to_nobody_is_an_ordinary_answer(reply: str) -> None:
    assert {(one.substance, one.giving_in) for one in features(reply, bears=False).values()} == {(Bearing().substance, Bearing().giving_in)}
