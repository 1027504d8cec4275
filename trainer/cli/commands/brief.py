"""`trainer brief`: the page to take into the real meeting."""

from __future__ import annotations

import click

from trainer.cli import options
from trainer.cli.exits import FINE
from trainer.cli.given import incident_for, run_named, scenario_named
from trainer.cli.out import say
from trainer.meeting.script import prepare
from trainer.record.replay import script_of
from trainer.report import brief_markdown
from trainer.report.brief import brief
from trainer.report.values import Brief
from trainer.store.places import find_places
from trainer.store.store import Store


@click.command("brief")
@click.argument("scenario", metavar="SCENARIO", required=False)
@options.incident
@click.option("--run", metavar="RUN", help="Of a rehearsal: your own best sentences instead of model lines.")
def command(scenario: str | None, incident: str | None, run: str | None) -> int:
    """Print the one-page brief, as Markdown: from the facts alone, or after a rehearsal in your own words."""
    if (scenario is None) is (run is None):
        raise click.UsageError("Give a SCENARIO, or --run RUN.")
    if run is not None and incident is not None:
        raise click.UsageError("A rehearsal has its own incident: leave out --incident.")
    page = _of_facts(scenario, incident) if scenario is not None else _of_run(str(run))
    say(brief_markdown.render(page).rstrip())
    return FINE


def _of_facts(scenario: str, incident: str | None) -> Brief:
    loaded = scenario_named(scenario)
    return brief(prepare(loaded, incident_for(loaded, incident)))


def _of_run(run: str) -> Brief:
    with Store(find_places().history) as store:
        record = store.load(run_named(store, run))
    return brief(script_of(record), record.events)
