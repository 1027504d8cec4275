"""`trainer report`: the page about a rehearsal."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace as with_changes

import click

from trainer.cli import completing, options
from trainer.cli.exits import FINE
from trainer.cli.given import run_named
from trainer.cli.kept_pages import form_of, give
from trainer.cli.out import say
from trainer.record.replay import script_of
from trainer.report.debrief import as_json as debrief_json
from trainer.report.debrief import html as debrief_html
from trainer.report.debrief import markdown as debrief_markdown
from trainer.report.debrief import text as debrief_text
from trainer.report.debrief.attempts import before
from trainer.report.debrief.gather import debrief
from trainer.report.debrief.values import Debrief
from trainer.store.places import find_places
from trainer.store.store import Store


def _text(page: Debrief) -> str:
    return debrief_text.render(page, transcript=True)


def _json(page: Debrief) -> str:
    return json.dumps(debrief_json.shape(page), indent=1) + "\n"


_RENDERERS: dict[str, Callable[[Debrief], str]] = {
    "text": _text,
    "md": debrief_markdown.render,
    "html": debrief_html.render,
    "json": _json,
}


@click.command("report")
@click.argument("run", callback=options.named, metavar="[RUN]", required=False, shell_complete=completing.runs)
@click.option(
    "--group",
    callback=options.named,
    metavar="FOLDER",
    shell_complete=completing.files,
    help="Instead: one page about the exported rehearsals in a folder.",
)
@click.option(
    "--format", "form", type=click.Choice((*_RENDERERS, "csv")), help="Left out: by the ending of FILE, else Markdown; text on the screen."
)
@click.option(
    "--out", callback=options.named, metavar="FILE", shell_complete=completing.files, help="Write it to a file that only you can read."
)
@click.option("--replace", is_flag=True, help="Write over that file if it is there.")
def command(run: str | None, group: str | None, form: str | None, out: str | None, replace: bool) -> int:
    """Print the debrief of a rehearsal, finished or not (RUN as in `trainer history`, its beginning, or `last`).

    With --group: what rehearsals that people gave away with `trainer export` have in common, for a team lead.
    """
    if (run is None) is (group is None):
        raise click.UsageError("Give a RUN, or --group FOLDER.")
    if group is not None:
        return _of_group(group, form, out, replace=replace)
    if form == "csv":
        raise click.UsageError("A table is for a group: --format csv goes with --group FOLDER.")
    form = form_of(form, out, tuple(_RENDERERS), printed="text")
    give(_RENDERERS[form](_of_run(str(run))), out, replace=replace)
    return FINE


def _of_group(folder: str, form: str | None, out: str | None, *, replace: bool) -> int:
    from trainer.cli.group_report import FORMS, group_page  # noqa: PLC0415  (one debrief needs none of it)

    page, code = group_page(folder, form_of(form, out, FORMS))
    give(page, out, replace=replace)
    return code


def _of_run(run: str) -> Debrief:
    with Store(find_places().history) as store:
        record = store.load(run_named(store, run))
        found = store.look_back(record.scenario.id)
    for line in found.trouble:
        say(f"Left out: {line}. `trainer forget` removes it.", err=True)
    earlier = (with_changes(one, when=one.when.astimezone()) for one in before(found.results, record.started))
    return debrief(script_of(record), record.events, tuple(earlier))
