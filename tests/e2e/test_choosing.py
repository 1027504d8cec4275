"""How a rehearsal is played that was asked for in a few words: the same whichever front end asks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.meeting.builders import script
from tests.store.kept import minutes
from trainer.errors import NothingToRehearse
from trainer.meeting.drilling import first_lines
from trainer.meeting.options import Length, Mode, Options
from trainer.rehearsal import Rehearsal, options_for
from trainer.store.store import Store

SCRIPT = script({"short": ["platform"]})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "history.db") as opened:
        yield opened


def drill(store: Store, seed: int | None = None) -> Options:
    return options_for(store, SCRIPT, Options(), Length.DRILL, ["cause"], seed=seed, draw=count().__next__)


def heard_in(store: Store, options: Options) -> set[str]:
    """Play a run to an early end; what its moments opened with."""
    Rehearsal.begin(store, SCRIPT, options, clock=lambda: minutes(0)).quit()
    return set(first_lines(SCRIPT, options))


def test_a_drill_nobody_gave_a_seed_for_opens_with_a_line_not_heard_before(store: Store) -> None:
    first = heard_in(store, drill(store))
    second = heard_in(store, drill(store))
    third = heard_in(store, drill(store))
    assert len(first | second | third) == 3


def test_a_drill_is_played_even_where_all_its_lines_were_heard(store: Store) -> None:
    for _ in range(3):
        heard_in(store, drill(store))
    assert len(heard_in(store, drill(store))) == 1


def test_a_drill_keeps_the_seed_that_was_asked_for_whatever_was_heard(store: Store) -> None:
    heard_in(store, drill(store, 7))
    assert drill(store, 7).seed == 7


@pytest.mark.parametrize("length", [Length.WHOLE, Length.SHORT])
def test_a_meeting_has_the_first_seed_drawn_or_the_one_asked_for(store: Store, length: Length) -> None:
    drawn = options_for(store, SCRIPT, Options(mode=Mode.COACH), length, draw=lambda: 5)
    assert (drawn.seed, drawn.mode, drawn.length) == (5, Mode.COACH, length)
    assert options_for(store, SCRIPT, Options(seed=3), length, seed=0, draw=lambda: 5).seed == 0


def test_lines_of_another_scenario_are_not_heard_here(store: Store) -> None:
    other = script({"id": "early-train"})
    options = options_for(store, other, Options(), Length.DRILL, ["cause"], draw=count().__next__)
    Rehearsal.begin(store, other, options, clock=lambda: minutes(0)).quit()
    assert drill(store).seed == options.seed == 0


def test_what_nobody_would_ask_is_refused_before_anything_is_kept(store: Store) -> None:
    with pytest.raises(NothingToRehearse, match="mayor is absent"):
        options_for(store, SCRIPT, Options(absent=("mayor",)), Length.DRILL, ["bus"])
    assert store.runs() == ()
