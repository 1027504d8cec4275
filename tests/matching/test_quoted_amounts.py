"""A quantity is quoted with the words that lead up to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.matching.books import meeting
from trainer.matching.reader import read


@pytest.mark.parametrize(
    ("reply", "quoted"),
    [
        ("The fix takes about four hours.", "about four hours"),
        ("It will be fixed in under 5 hours.", "in under 5 hours"),
        ("Fixed: 4-6h, tests included.", "4-6h"),
    ],
)
def test_what_leads_up_to_a_quantity_is_quoted_with_it(reply: str, quoted: str) -> None:
    there = meeting("release")
    reading = read(there.book, reply, replace(there.heard, line="How long will it take?", listens_for=("estimate",)))
    assert [hit.evidence.text for hit in reading.points["estimate"].hits] == [quoted]
