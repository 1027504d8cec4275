"""`trainer forget`: rehearsals removed from this machine for good."""

from __future__ import annotations

import sys

import click

from trainer.cli.exits import FINE, NO
from trainer.cli.given import run_named
from trainer.cli.out import say
from trainer.store.incidents import forget_incidents, saved_incidents
from trainer.store.places import Places, find_places
from trainer.store.store import Store


@click.command("forget")
@click.argument("run", metavar="RUN", required=False)
@click.option("--all", "everything", is_flag=True, help="Every rehearsal and every saved incident.")
@click.option("--yes", is_flag=True, help="Do not ask before --all.")
def command(run: str | None, everything: bool, yes: bool) -> int:
    """Remove a rehearsal (RUN as in `trainer history`, its beginning, or `last`), or all of them, for good."""
    if (run is None) is not everything:
        raise click.UsageError("Give a RUN or --all.")
    places = find_places()
    with Store(places.history) as store:
        if run is None:
            return _everything(store, places, ask=not yes and sys.stdin.isatty())
        found = run_named(store, run)
        store.forget(found)
    say(f"Forgotten: {found}.")
    return FINE


def _everything(store: Store, places: Places, *, ask: bool) -> int:
    runs, incidents = len(store.runs()), len(saved_incidents(places))
    if ask and not click.confirm(f"Remove {_counted(runs, 'rehearsal')} and {_counted(incidents, 'saved incident')} for good?"):
        say("Nothing was removed.")
        return NO
    removed = store.forget_all()
    gone = forget_incidents(places)
    say(f"Forgotten: {_counted(removed, 'rehearsal')}, {_counted(gone, 'saved incident')}.")
    return FINE


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
