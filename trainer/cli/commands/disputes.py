"""`trainer disputes`: verdicts the player does not agree with, listed or written as labelled replies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from trainer.cli import completing
from trainer.cli.exits import FINE, NO
from trainer.cli.leaving import agreed, write_new
from trainer.cli.options import as_json as json_option
from trainer.cli.options import named
from trainer.cli.out import say, say_json, say_table
from trainer.errors import NotFound, Unreadable
from trainer.report.sharing.disputes import labelled
from trainer.report.sharing.hiding import OwnFacts, own_facts
from trainer.store.disputes import Dispute, kept_disputes
from trainer.store.places import Places, find_places
from trainer.store.store import Store
from trainer.text.clean import clean_line
from trainer.text.counted import counted

HEADINGS = ("WHEN", "RUN", "SCENARIO", "AT", "POINT", "HEARD AS", "YOU SAY", "REPLY")
_REPLY_SHOWN = 50
"""Characters of a reply in the list."""
NONE_YET = "No disputed verdicts. In the debrief a verdict can be disputed with one key."


@click.command("disputes")
@json_option
@click.option(
    "--export",
    "export",
    callback=named,
    metavar="FILE",
    shell_complete=completing.files,
    help="Write them as labelled replies (JSON lines), own facts replaced.",
)
@click.option("--yes", is_flag=True, help="Write without showing and asking, for scripts.")
def command(as_json: bool, export: str | None, yes: bool) -> int:
    """List the verdicts you dispute, or write them to a file for whoever mends the reader.

    Facts of your own incident are replaced by their names in braces. The exact text is shown before anything is written.
    """
    if export is not None and as_json:
        raise click.UsageError("--export writes JSON lines already: leave out --json.")
    places = find_places()
    kept = kept_disputes(places)
    if kept.damaged:
        say(f"Left out: {counted(kept.damaged, 'damaged line')} in {places.disputes}", err=True)
    if export is not None:
        return _export(places, kept.disputes, Path(export), yes=yes)
    if as_json:
        say_json([{**asdict(one), "when": one.when.isoformat()} for one in kept.disputes], indent=1)
    elif not kept.disputes:
        say(NONE_YET)
    else:
        say_table([HEADINGS, *(_row(one) for one in kept.disputes)])
    return FINE


def _row(one: Dispute) -> tuple[str, ...]:
    reply = clean_line(one.reply)
    shown = reply if len(reply) <= _REPLY_SHOWN else f"{reply[:_REPLY_SHOWN]}…"
    when = one.when.astimezone().strftime("%Y-%m-%d %H:%M")
    return when, one.run, one.scenario, one.moment, one.point, one.verdict, one.should_be, shown


def _export(places: Places, disputes: Sequence[Dispute], file: Path, *, yes: bool) -> int:
    if file.exists():
        raise Unreadable(str(file), "it is there already; name another file")
    own = _own_facts(places, disputes)
    text = labelled([one for one in disputes if one.run in own], own)
    if not text:
        say(NONE_YET)
        return NO
    if not yes and not agreed(text, file):
        say("Nothing was written.")
        return NO
    write_new(file, text)
    say(f"Written: {file}.")
    return FINE


def _own_facts(places: Places, disputes: Sequence[Dispute]) -> dict[str, OwnFacts]:
    """What to hide for each run; one whose record cannot be read is named and left out, for its facts are not known."""
    own: dict[str, OwnFacts] = {}
    with Store(places.history) as store:
        for run in dict.fromkeys(one.run for one in disputes):
            try:
                record = store.load(run)
            except (NotFound, Unreadable) as error:
                say(f"Left out: disputes of {run}, whose facts are not known any more ({error})", err=True)
            else:
                own[run] = own_facts(record.scenario, record.incident)
    return own
