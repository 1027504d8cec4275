"""`trainer history`: the rehearsals kept on this machine."""

from __future__ import annotations

import click

from trainer.cli.exits import FINE
from trainer.cli.options import as_json as json_option
from trainer.cli.out import say, say_json, say_table
from trainer.store.filter import matches
from trainer.store.places import find_places
from trainer.store.store import Run, Store
from trainer.text.clean import clean_line

HEADINGS = ("RUN", "SAVED", "SCENARIO", "INCIDENT", "MODE", "LENGTH", "REPLIES", "SCORE", "ENDED")


@click.command("history")
@click.option("--filter", "words", metavar="TEXT", default="", help="Only those that fit every word of TEXT.")
@json_option
def command(words: str, as_json: bool) -> int:
    """List the rehearsals on this machine, the latest first.

    The score is that of the first tries; one polished by retries stands behind it in brackets. TEXT of --filter is looked for in
    scenario, title, incident, mode, length, pressure and result, as in: --filter "acme not passed".
    """
    with Store(find_places().history) as store:
        runs, unlisted = store.runs(), store.unlisted()
    for line in unlisted:
        say(f"Left out: {line}. `trainer forget` removes it.", err=True)
    shown = tuple(run for run in runs if matches(run, words))
    if as_json:
        say_json([_shape(run) for run in shown], indent=1)
    elif not runs:
        say("No rehearsals yet. Begin with: trainer play release-halt")
    elif not shown:
        say(f"None of your rehearsals fits “{clean_line(words)}”.")
    else:
        say_table([HEADINGS, *(_row(run) for run in shown)])
    return FINE


def _row(run: Run) -> tuple[str, ...]:
    saved = run.saved.astimezone().strftime("%Y-%m-%d %H:%M")
    ended = run.summary.ending or run.summary.ended or f"unfinished: trainer play --resume {run.id}"
    return run.id, saved, run.scenario, run.incident or "example", run.mode, run.length, str(run.summary.replies), _score(run), ended


def _score(run: Run) -> str:
    first, last = run.summary.first_score, run.summary.score
    if first is None:
        return "-"
    return str(first) if first == last else f"{first} ({last})"


def _shape(run: Run) -> dict[str, object]:
    return {
        "run": run.id,
        "scenario": run.scenario,
        "title": run.title,
        "incident": run.incident or None,
        "mode": run.mode,
        "length": run.length,
        "pressure": run.pressure,
        "started": run.started.isoformat(),
        "saved": run.saved.isoformat(),
        "seconds": round(run.spent),
        "replies": run.summary.replies,
        "ended": run.summary.ended,
        "ending": run.summary.ending,
        "score": run.summary.score,
        "first_score": run.summary.first_score,
        "passed": run.summary.passed,
    }
