"""Which rehearsals a few typed words mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.store.filter import matches
from trainer.store.store import Run, Summary

WHEN = datetime(2026, 1, 2, tzinfo=UTC)
HALTED = Run(
    "abc234", "release-halt", "Halting a release over a critical bug", "Acme payments", "coach", "real", WHEN, WHEN, 60.0,
    Summary(9, 80, 62, True, "ending", "halted-with-date"), "short",
)  # fmt: skip
LOST = replace(HALTED, incident="", mode="meeting", length="whole", summary=Summary(9, 80, 62, False, "ending", "shipped"))
LEFT = replace(LOST, summary=Summary(2, 10, 10, False, "quit"))
LATE = replace(LOST, summary=Summary(2, 10, 10, False, "time_up"))
OPEN = replace(LOST, summary=Summary(2))
RUNS = (HALTED, LOST, LEFT, LATE, OPEN)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", RUNS),
        ("   ", RUNS),
        ("release-halt", RUNS),
        ("critical", RUNS),
        ("ACME", (HALTED,)),
        ("payment acme", (HALTED,)),
        ("example", (LOST, LEFT, LATE, OPEN)),
        ("coach", (HALTED,)),
        ("short", (HALTED,)),
        ("real meeting", (LOST, LEFT, LATE, OPEN)),
        ("hard", ()),
        ("passed", (HALTED,)),
        ("not passed", (LOST, LEFT, LATE)),
        ("Not  Passed shipped", (LOST,)),
        ("halted-with-date", (HALTED,)),
        ("date", (HALTED,)),
        ("left early", (LEFT,)),
        ("time was up", (LATE,)),
        ("unfinished", (OPEN,)),
        ("acme unfinished", ()),
        ("62", (HALTED, LOST)),
        ("not passed 62", (LOST,)),
        ("80", ()),
        ("%", ()),
        ("*", ()),
    ],
)
def test_every_word_has_to_fit(words: str, found: tuple[Run, ...]) -> None:
    assert tuple(run for run in RUNS if matches(run, words)) == found


@given(st.lists(st.sampled_from(["acme", "passed", "coach", "bug", "shipped", "x"]), max_size=4), st.sampled_from(["acme", "whole", "q"]))
def test_another_word_never_finds_more(words: list[str], more: str) -> None:
    for run in RUNS:
        assert matches(run, " ".join(words)) or not matches(run, " ".join([*words, more]))
