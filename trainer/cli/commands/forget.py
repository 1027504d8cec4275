"""`trainer forget`: rehearsals removed from this machine for good."""

from __future__ import annotations

import sys

import click

from trainer.cli import completing, options
from trainer.cli.exits import FINE, NO
from trainer.cli.given import run_named
from trainer.cli.out import say
from trainer.store.disputes import forget_disputes, kept_disputes
from trainer.store.incidents import forget_incidents, saved_incidents
from trainer.store.places import Places, find_places
from trainer.store.quiz import forget_quiz
from trainer.store.store import Store
from trainer.text.counted import counted


@click.command("forget")
@click.argument("run", callback=options.named, metavar="[RUN]", required=False, shell_complete=completing.runs)
@click.option("--all", "everything", is_flag=True, help="Every rehearsal, every saved incident, every disputed verdict, all quiz results.")
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
        disputes = forget_disputes(places, found)
        store.forget(found)
    say(f"Forgotten: {found}{_and_disputes(disputes)}.")
    return FINE


def _everything(store: Store, places: Places, *, ask: bool) -> int:
    runs, incidents = len(store.runs()), len(saved_incidents(places))
    disputes = _and_disputes(len(kept_disputes(places).disputes))
    if ask and not click.confirm(f"Remove {counted(runs, 'rehearsal')} and {counted(incidents, 'saved incident')}{disputes} for good?"):
        say("Nothing was removed.")
        return NO
    forget_disputes(places)
    removed = store.forget_all()
    gone = forget_incidents(places)
    quiz = ", the quiz results" if forget_quiz(places) else ""
    say(f"Forgotten: {counted(removed, 'rehearsal')}, {counted(gone, 'saved incident')}{disputes}{quiz}.")
    return FINE


def _and_disputes(number: int) -> str:
    return f", {counted(number, 'disputed verdict')}" if number else ""
