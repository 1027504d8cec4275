"""What the shell may offer at a key press: scenarios, rehearsals, states, things to locate. Quick, and silent whatever is broken.

Loads what it needs when it is asked, so that commands can name these functions for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps

import click
from click.shell_completion import CompletionItem

from trainer.text.clean import clean_line

Offer = tuple[str, str]
"""What is typed, and a few words on it."""
Offering = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
MOST_RUNS = 50
"""Rehearsals that are offered, the latest first."""


def offering(offers: Callable[[click.Context], Iterable[Offer]]) -> Offering:
    """A function for `shell_complete=`: of the offers, those that begin with what is typed so far."""

    @wraps(offers)
    def offered(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from trainer.errors import TrainerError  # noqa: PLC0415  (the command line is read without it)

        try:
            found = [(value, clean_line(words)) for value, words in offers(ctx) if value.startswith(incomplete)]
        except (TrainerError, OSError):
            # In the middle of a line there is no place to say what is wrong; the command itself will say it.
            return []
        # What a terminal could take for an order, or a shell for two words, is not offered.
        return [CompletionItem(value, help=words or None) for value, words in found if value.isprintable() and not set(value) & _UNSAFE]

    return offered


_UNSAFE = frozenset(" \t'\"\\$`:;&|<>(){}*?!#~")


@offering
def scenarios(_ctx: click.Context) -> Iterable[Offer]:
    """Ids of scenarios, with their titles."""
    from trainer.scenario.library import listed  # noqa: PLC0415
    from trainer.store.places import find_places  # noqa: PLC0415

    return [(scenario.id, scenario.title) for scenario in listed(find_places().scenarios)]


@offering
def states(ctx: click.Context) -> Iterable[Offer]:
    """States and interjections of the scenario named before."""
    from trainer.scenario.files.open_document import open_document  # noqa: PLC0415
    from trainer.scenario.library import find  # noqa: PLC0415
    from trainer.store.places import find_places  # noqa: PLC0415

    named = ctx.params.get("scenario")
    if not isinstance(named, str):
        return []
    data = open_document(find(named, find_places().scenarios)).data
    if not isinstance(data, dict):
        return []
    parts = [(data.get("states"), ""), (data.get("interjections"), "interjection")]
    return [(str(name), words) for part, words in parts if isinstance(part, dict) for name in part]


@offering
def runs(_ctx: click.Context) -> Iterable[Offer]:
    """Rehearsals, the latest first."""
    return _runs(unfinished=False)


@offering
def unfinished_runs(_ctx: click.Context) -> Iterable[Offer]:
    """Rehearsals that can go on."""
    return _runs(unfinished=True)


def files(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files, as the shell finds them."""
    return [CompletionItem(incomplete, type="file")]


def _runs(*, unfinished: bool) -> list[Offer]:
    from trainer.store.places import find_places  # noqa: PLC0415
    from trainer.store.run_names import run_names  # noqa: PLC0415

    found = [run for run in run_names(find_places().history, MOST_RUNS) if not (unfinished and run.ended)]
    return [("last", "the one saved last"), *((run.id, run.title) for run in found)] if found else []
