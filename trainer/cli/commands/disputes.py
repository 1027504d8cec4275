"""`trainer disputes`: verdicts the player does not agree with, listed, or written as labelled replies or as cases."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from trainer.authoring.disputed import Disputed, as_cases, exported_disputed, own_disputed
from trainer.cli import completing
from trainer.cli.exits import FINE, NO, say_errors
from trainer.cli.given import scenario_file
from trainer.cli.leaving import agreed, write_new
from trainer.cli.options import as_json as json_option
from trainer.cli.options import named
from trainer.cli.out import say, say_json, say_table
from trainer.cli.received_files import Kind, read_folder
from trainer.errors import NotFound, Unreadable
from trainer.report.sharing.disputes import labelled
from trainer.report.sharing.hiding import OwnFacts, own_facts
from trainer.scenario.cases import cases_beside
from trainer.scenario.load import load_scenario
from trainer.store.disputes import Dispute, KeptDisputes, kept_disputes
from trainer.store.places import Places, find_places
from trainer.store.store import Store
from trainer.text.clean import clean_line
from trainer.text.counted import counted

HEADINGS = ("WHEN", "RUN", "SCENARIO", "AT", "POINT", "HEARD AS", "YOU SAY", "REPLY")
_REPLY_SHOWN = 50
_LARGEST = 5_000_000
"""Bytes of one file of exported disputes."""
_DISPUTES = Kind(".jsonl", "exported disputes", _LARGEST, exported_disputed)
"""Characters of a reply in the list."""
LOOK_AT_CASES = (
    "The example's facts stand in it instead of yours. "
    "What you typed is free text: look whether anything else in it should not leave this machine."
)
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
@click.option(
    "--cases", "cases", callback=named, metavar="FILE", shell_complete=completing.files, help="Write them as cases for an author (YAML)."
)
@click.option(
    "--from",
    "folder",
    callback=named,
    metavar="FOLDER",
    shell_complete=completing.files,
    help="With --cases: those of others too, from their exported files in a folder.",
)
@click.option(
    "--of", "scenario", callback=named, metavar="SCENARIO", shell_complete=completing.scenarios, help="With --cases: of this scenario."
)
@click.option("--yes", is_flag=True, help="Write without showing and asking, for scripts.")
def command(as_json: bool, export: str | None, cases: str | None, folder: str | None, scenario: str | None, yes: bool) -> int:
    """List the verdicts you dispute, or write them to a file: for whoever mends the reader, or as cases for a scenario's author.

    Facts of your own incident are replaced: by their names in braces, in cases by the example's values. The exact text is shown before
    anything is written.
    """
    _agreeing(as_json, export, cases, folder, scenario)
    places = find_places()
    kept = _kept(places)
    if export is not None:
        return _export(places, kept.disputes, Path(export), yes=yes)
    if cases is not None:
        return _cases(places, kept.disputes, Path(cases), _From(folder, scenario), yes=yes)
    if as_json:
        say_json([{**asdict(one), "when": one.when.isoformat()} for one in kept.disputes], indent=1)
    elif not kept.disputes:
        say(NONE_YET)
    else:
        say_table([HEADINGS, *(_row(one) for one in kept.disputes)])
    return FINE


def _agreeing(as_json: bool, export: str | None, cases: str | None, folder: str | None, scenario: str | None) -> None:
    """Raises UsageError for options that do not go together."""
    if export is not None and as_json:
        raise click.UsageError("--export writes JSON lines already: leave out --json.")
    if cases is not None and (as_json or export is not None):
        raise click.UsageError("--cases writes one file of YAML: leave out --json and --export.")
    if cases is None and (folder is not None or scenario is not None):
        raise click.UsageError("--from and --of are for --cases FILE: add it, or leave them out.")


def _kept(places: Places) -> KeptDisputes:
    kept = kept_disputes(places)
    if kept.damaged:
        say(f"Left out: {counted(kept.damaged, 'damaged line')} in {places.disputes}", err=True)
    return kept


def _row(one: Dispute) -> tuple[str, ...]:
    reply = clean_line(one.reply)
    shown = reply if len(reply) <= _REPLY_SHOWN else f"{reply[:_REPLY_SHOWN]}…"
    when = one.when.astimezone().strftime("%Y-%m-%d %H:%M")
    return when, one.run, one.scenario, one.moment, one.point, one.verdict, one.should_be, shown


def _export(places: Places, disputes: Sequence[Dispute], file: Path, *, yes: bool) -> int:
    _not_there_yet(file)
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


@dataclass(frozen=True)
class _From:
    """What becomes cases, as it was asked for."""

    folder: str | None
    """Of exported disputes; None for one's own only."""
    scenario: str | None
    """None for the only one there is."""


def _cases(places: Places, disputes: Sequence[Dispute], file: Path, asked: _From, *, yes: bool) -> int:
    _not_there_yet(file)
    others = _of_others(asked.folder)
    ids = dict.fromkeys([*(one.scenario for one in disputes), *(one.scenario for one in others)])
    if not ids:
        say(NONE_YET)
        return NO
    if asked.scenario is None and len(ids) > 1:
        raise click.UsageError(f"They are of {', '.join(map(clean_line, ids))}: say which with --of SCENARIO.")
    path = scenario_file(asked.scenario or next(iter(ids)))
    scenario = load_scenario(path)
    mine = [one for one in disputes if one.scenario == scenario.id]
    own = _own_facts(places, mine)
    disputed = (*own_disputed([one for one in mine if one.run in own], own), *(one for one in others if one.scenario == scenario.id))
    found = as_cases(scenario, disputed, cases_beside(path).name)
    for reason in found.left_out:
        say(f"Left out: {reason}", err=True)
    if not found.text:
        say(f"No disputed verdicts of {scenario.id} that could become cases.")
        return NO
    if not yes and not agreed(found.text, file, LOOK_AT_CASES):
        say("Nothing was written.")
        return NO
    write_new(file, found.text)
    say(f"Written: {file}, {counted(found.replies, 'reply', 'replies')}.")
    say(f"Label the rest as its first lines say, then see what would mend them: {_next(path, file)}")
    return FINE


def _next(scenario: Path, file: Path) -> str:
    return f"trainer calibrate {shlex.quote(str(scenario))} {shlex.quote(str(file))}"


def _of_others(folder: str | None) -> tuple[Disputed, ...]:
    """Exported disputes; a file that holds none is named and left out."""
    if folder is None:
        return ()
    received = read_folder(Path(folder), _DISPUTES)
    say_errors(received.problems)
    if not received.found and not received.problems:
        raise Unreadable(clean_line(folder), "no exported disputes (*.jsonl) in this folder")
    return tuple(one for file in received.found for one in file)


def _not_there_yet(file: Path) -> None:
    if file.exists():
        raise Unreadable(str(file), "it is there already; name another file")


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
