"""The net that sets stretches of a reply and phrases side by side."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.matching.books import meeting
from trainer.matching.likeness import Likeness, likenesses, stretches_of
from trainer.matching.nearness import shared_nearness
from trainer.matching.reply import lay_out


def told(reply: str) -> dict[str, Likeness]:
    there = meeting("release")
    laid = lay_out(reply, replace(there.heard, line=""), there.book.lexicon, there.book.mender)
    return {point: one for (point, _), one in likenesses(there.book, laid, stretches_of(laid), ()).items()}


@pytest.mark.parametrize(
    ("says", "does_not", "point"),
    [
        ("We ought to hold off on going live.", "The launch party starts at eight tomorrow.", "ask"),
        ("This is as grave as it gets.", "This is the third meeting about it today.", "severity"),
        ("People would be hit all the same, banner or not.", "The banner is yellow and quite large.", "no_help"),
    ],
)
def test_what_says_a_point_is_nearer_than_what_only_speaks_of_the_same_thing(says: str, does_not: str, point: str) -> None:
    assert told(says)[point].told > told(does_not)[point].told


def test_the_odds_are_bounded_so_that_the_named_features_are_never_drowned() -> None:
    for reply in ("I recommend we hold the release, this is critical.", "pineapple", "no " * 60):
        assert all(abs(odds) <= 2.0 for one in told(reply).values() for odds in (one.told, one.told_fully))


def test_each_facet_is_compared_with_its_own_phrases_alone() -> None:
    net, chance = shared_nearness(), np.random.default_rng(0)
    said, asked = (chance.normal(size=(rows, len(net.said_bias))).astype(np.float32) for rows in (3, 7))
    together = net.odds(said, asked, np.array([0, 4]))
    alone = [net.odds(said, part, np.array([0]))[0] for part in (asked[:4], asked[4:])]
    assert np.allclose(together, alone, atol=1e-5)
