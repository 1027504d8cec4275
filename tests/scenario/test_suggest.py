"""A name that is not there is told with the one that was most likely meant."""

from __future__ import annotations

import pytest

from trainer.scenario.suggest import did_you_mean, nearest

KNOWN = ["root_cause", "no_warning", "estimate", "severity"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("rootcause", "root_cause"),
        ("root-cause", "root_cause"),
        ("Root Cause", "root_cause"),
        ("estimat", "estimate"),
        ("severty", "severity"),
    ],
)
def test_the_nearest_spelling_is_found(name: str, meant: str) -> None:
    assert nearest(name, KNOWN)[0] == meant


def test_nothing_is_suggested_for_what_is_like_nothing() -> None:
    assert nearest("zebra", KNOWN) == ()
    assert did_you_mean("zebra", KNOWN) == ""
