"""`trainer brief`: the page to take into the real meeting."""

from __future__ import annotations

from collections.abc import Callable

import click

from trainer.cli import completing, options
from trainer.cli.exits import FINE
from trainer.cli.given import incident_for, run_named, scenario_named
from trainer.cli.kept_pages import form_of, give
from trainer.meeting.script import prepare
from trainer.record.replay import script_of
from trainer.report.brief import html as brief_html
from trainer.report.brief import markdown as brief_markdown
from trainer.report.brief import text as brief_text
from trainer.report.brief.gather import brief
from trainer.report.brief.values import Brief
from trainer.store.places import find_places
from trainer.store.store import Store

_RENDERERS: dict[str, Callable[[Brief], str]] = {"text": brief_text.render, "md": brief_markdown.render, "html": brief_html.render}


@click.command("brief")
@click.argument("scenario", callback=options.named, metavar="[SCENARIO]", required=False, shell_complete=completing.scenarios)
@options.incident
@click.option(
    "--run",
    callback=options.named,
    metavar="RUN",
    shell_complete=completing.runs,
    help="Of a rehearsal: your own best sentences instead of model lines.",
)
@click.option("--format", "form", type=click.Choice(tuple(_RENDERERS)), help="Left out: by the ending of FILE, else Markdown.")
@click.option(
    "--out", callback=options.named, metavar="FILE", shell_complete=completing.files, help="Write it to a file that only you can read."
)
@click.option("--replace", is_flag=True, help="Write over that file if it is there.")
def command(scenario: str | None, incident: str | None, run: str | None, form: str | None, out: str | None, replace: bool) -> int:
    """Print the one-page brief: from the facts alone, or after a rehearsal in your own words."""
    if (scenario is None) is (run is None):
        raise click.UsageError("Give a SCENARIO, or --run RUN.")
    if run is not None and incident is not None:
        raise click.UsageError("A rehearsal has its own incident: leave out --incident.")
    form = form_of(form, out, tuple(_RENDERERS))
    page = _of_facts(scenario, incident) if scenario is not None else _of_run(str(run))
    give(_RENDERERS[form](page), out, replace=replace)
    return FINE


def _of_facts(scenario: str, incident: str | None) -> Brief:
    loaded = scenario_named(scenario)
    return brief(prepare(loaded, incident_for(loaded, incident)))


def _of_run(run: str) -> Brief:
    with Store(find_places().history) as store:
        record = store.load(run_named(store, run))
    return brief(script_of(record), record.events)
