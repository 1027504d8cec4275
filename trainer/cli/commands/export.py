"""`trainer export`: finished rehearsals as files to be given away, without own facts."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import click

from trainer.cli import completing, options
from trainer.cli.exits import FINE, NO
from trainer.cli.given import run_named
from trainer.cli.leaving import agreed, new_folder, write_new
from trainer.cli.out import say
from trainer.errors import Unreadable
from trainer.record.record import Record
from trainer.record.replay import replay
from trainer.report.sharing.file import to_json
from trainer.report.sharing.gather import shared
from trainer.store.places import find_places
from trainer.store.store import Store

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@click.command("export")
@click.argument("run", callback=options.named, metavar="[RUN]", required=False, shell_complete=completing.runs)
@click.option("--all", "everything", is_flag=True, help="Every finished rehearsal.")
@click.option(
    "--out",
    callback=options.named,
    metavar="FOLDER",
    required=True,
    shell_complete=completing.files,
    help="Where to write; one new file each.",
)
@click.option("--as", "name", metavar="NAME", help="Your name in it; anonymous without.")
@click.option("--yes", is_flag=True, help="Write without showing and asking, for scripts.")
def command(run: str | None, everything: bool, out: str, name: str | None, yes: bool) -> int:
    """Write a finished rehearsal (RUN, or all of them) to a file that can be given away, for `trainer report --group`.

    Facts of your own incident are replaced by their names in braces. The exact text is shown before anything is written.
    """
    if (run is None) is not everything:
        raise click.UsageError("Give a RUN or --all.")
    folder = Path(out)
    written = [path for text in _texts(run, name) if (path := _written(text, folder, yes=yes)) is not None]
    say(f"Written: {len(written)} of your rehearsals, to {folder}." if written else "Nothing was written.")
    return FINE if written else NO


def _texts(run: str | None, name: str | None) -> Iterator[str]:
    """What each file would hold."""
    with Store(find_places().history) as store:
        if run is not None:
            record = store.load(run_named(store, run))
            if not replay(record).over:
                raise click.ClickException(
                    f"{record.run} is not finished, and only a finished rehearsal is exported. Open it with: trainer play --resume "
                    f"{record.run}. Go on with it, or end it as it stands: F9 twice, or /quit with --plain."
                )
            yield to_json(shared(record, name))
            return
        for record in _finished(store):
            yield to_json(shared(record, name))


def _finished(store: Store) -> Iterator[Record]:
    """All finished rehearsals, the oldest first; a damaged one is named and left out."""
    for run in reversed(store.runs()):
        if run.summary.ended is not None:
            try:
                yield store.load(run.id)
            except Unreadable as error:
                say(f"Left out: {error}", err=True)


def _written(text: str, folder: Path, *, yes: bool) -> Path | None:
    """The new file, under a name that says nothing; None if it was not wanted."""
    path = folder / f"rehearsal-{''.join(secrets.choice(_LETTERS) for _ in range(8))}.json"
    if not yes and not agreed(text, path):
        return None
    new_folder(folder)
    write_new(path, text)
    return path
