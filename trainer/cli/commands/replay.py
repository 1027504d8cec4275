"""`trainer replay`: a kept rehearsal again, as it was, or as today's reader hears it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from trainer.cli import completing, options
from trainer.cli.exits import FINE, NO
from trainer.cli.given import read_bytes, run_named
from trainer.cli.meeting_shape import meeting_shape
from trainer.cli.out import say, say_json
from trainer.cli.transcript import transcript
from trainer.errors import Unreadable
from trainer.record.codec import decode, encode
from trainer.record.record import Record
from trainer.record.replay import Change, reread, script_of
from trainer.store.places import find_places
from trainer.store.store import Store
from trainer.text.clean import clean_line


@click.command("replay")
@click.argument("run", callback=options.named, metavar="RUN|FILE", shell_complete=completing.runs)
@click.option("--reread", "anew", is_flag=True, help="Read the replies with today's reader and list what changes.")
@click.option("--record", "whole", is_flag=True, help="Print the record itself: everything needed to replay it elsewhere.")
@options.as_json
def command(run: str, anew: bool, whole: bool, as_json: bool) -> int:
    """Show a rehearsal again, from the history or from the FILE of a record: exactly as it was, whatever has changed since.

    With --reread it ends with 1 if today's reader hears anything otherwise.
    """
    if whole and (anew or as_json):
        raise click.UsageError("--record prints the record alone: leave out --reread and --json.")
    record = _record(run)
    if whole:
        click.echo(encode(record), nl=False)
        return FINE
    if anew:
        return _reread(record, as_json=as_json)
    script = script_of(record)
    if as_json:
        say_json(meeting_shape(script, record.events), indent=1)
    else:
        for line in transcript(script, record.events):
            say(line)
    return FINE


def _reread(record: Record, *, as_json: bool) -> int:
    changes = reread(record)
    if as_json:
        say_json([asdict(change) for change in changes], indent=1)
    elif not changes:
        say("Today's reader hears the same in every reply.")
    else:
        _list(changes)
    return NO if changes else FINE


def _list(changes: tuple[Change, ...]) -> None:
    for number, change in enumerate(changes):
        if number == 0 or changes[number - 1].reply != change.reply:
            say(f"Turn {change.turn}, {change.moment}: {clean_line(change.reply)}")
        say(f"    {change.what}: {change.was}, now {change.now}")


def _record(run: str) -> Record:
    if Path(run).suffix == ".json" or Path(run).is_file():
        try:
            return decode(read_bytes(run).decode("utf-8"), run)
        except UnicodeDecodeError as error:
            raise Unreadable(run, "not the record of a rehearsal: it is not UTF-8") from error
    with Store(find_places().history) as store:
        return store.load(run_named(store, run))
