"""Numbers of things in words."""

from __future__ import annotations

import pytest

from trainer.text.counted import counted


@pytest.mark.parametrize(
    ("number", "one", "several", "told"),
    [
        (1, "run", "", "1 run"),
        (2, "run", "", "2 runs"),
        (0, "run", "", "0 runs"),
        (1, "reply", "replies", "1 reply"),
        (3, "reply", "replies", "3 replies"),
    ],
)
def test_only_one_thing_is_told_in_the_singular(number: int, one: str, several: str, told: str) -> None:
    assert counted(number, one, several) == told
