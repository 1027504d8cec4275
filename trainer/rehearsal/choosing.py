"""How a rehearsal is played that was asked for in a few words: which part of the meeting, and which seed.

Owns that a drill nobody gave a seed for is not in words heard before. Which moments a part has is `trainer.meeting.drilling`'s business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from trainer.meeting.drilling import fresh_seed, part_options
from trainer.meeting.options import Length, Options
from trainer.meeting.script import Script
from trainer.rehearsal.chance import new_seed
from trainer.store.store import Store

SEEDS = 40
"""Seeds to choose from: enough for three first lines that are all new, where there are such."""


def options_for(
    store: Store,
    script: Script,
    options: Options,
    length: Length,
    points: Sequence[str] = (),
    *,
    seed: int | None = None,
    draw: Callable[[], int] = new_seed,
) -> Options:
    """`options` for a run of this length, with `seed`; `points` are what a drill is about.

    Without a `seed` one is drawn; for a drill one by which it opens with no line that finished runs of the scenario have in `store`,
    or with as few as can be. The seed of `options` is of no account.

    Raises:
        NotFound: one of `points` is no point that any moment requires, or an absent role is not optional.
        NothingToRehearse: there is nothing of that length to be played, see `trainer.meeting.drilling.part_options`.
        StoreFailed: the history cannot be read.
    """
    part = part_options(script, replace(options, seed=draw() if seed is None else seed), length, points)
    if seed is not None or length is not Length.DRILL:
        return part
    heard = frozenset(_heard(store, script.scenario.id))
    drawn = chain([part.seed], (draw() for _ in range(SEEDS - 1)))
    return replace(part, seed=fresh_seed(script, part, heard, drawn))


def _heard(store: Store, scenario: str) -> Iterator[str]:
    for result in store.results(scenario, worked_out=False):
        for lines in result.lines.values():
            yield from lines
